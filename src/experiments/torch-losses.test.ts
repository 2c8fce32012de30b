import { describe, expect, it } from 'vitest';
import type { StartId } from '#initializers/starts.ts';
import type { ActivationId } from '#network/activations.ts';
import { loadDigits } from '../../scripts/load-digits.ts';
import { torchNetwork } from '../../tests/golden/torch-network.ts';
import { defaultValues } from './parse-parameters.ts';
import { trainDigits } from './train-digits.ts';

const digits = loadDigits();

function lastOf<Frame>(frames: Iterable<Frame>): Frame {
  let last: Frame | undefined;
  for (last of frames);
  if (!last) throw new Error('no frame');
  return last;
}

function losses(start: StartId, activation: ActivationId, seed = 7): number[] {
  const values = { ...defaultValues(trainDigits.params), starts: [start], activation, steps: 200, seed };
  return lastOf(trainDigits.run(values, { digits })).curves[0]!.members[0]!.loss;
}

const largestDifference = (ours: number[], theirs: number[]) =>
  theirs.reduce((most, loss, step) => Math.max(most, Math.abs((ours[step] as number) - loss)), 0);

describe('train-digits', () => {
  it('is compared with PyTorch at nine curves of 200 steps', () => {
    expect(torchNetwork.curves.map(({ start, activation }) => `${start} ${activation}`)).toEqual(
      ['heNormal', 'xavierNormal', 'normal001'].flatMap((start) =>
        ['relu', 'tanh', 'sigmoid'].map((activation) => `${start} ${activation}`),
      ),
    );
  });

  it.each(torchNetwork.curves)(
    '$start, $activation: each of 200 losses is that of PyTorch, in float32 and in float64, within 1e-4 (seed 7)',
    ({ start, activation, loss, float64 }) => {
      const ours = losses(start, activation);
      expect([ours.length, loss.length, float64.length]).toEqual([200, 200, 200]);
      expect(largestDifference(ours, loss)).toBeLessThan(1e-4);
      expect(largestDifference(ours, float64)).toBeLessThan(1e-4);
    },
  );

  it('a comparison of 1e-4 refuses another seed', () => {
    const { start, activation, loss } = torchNetwork.curves[0]!;
    expect(largestDifference(losses(start, activation, 8), loss)).toBeGreaterThan(0.01);
  });
});
