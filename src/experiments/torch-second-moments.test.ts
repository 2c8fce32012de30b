import { describe, expect, it } from 'vitest';
import { distance, torchNetwork } from '../../tests/golden/torch-network.ts';
import { depthSweep } from './depth-sweep.ts';
import { defaultValues } from './parse-parameters.ts';

function lastOf<Frame>(frames: Iterable<Frame>): Frame {
  let last: Frame | undefined;
  for (last of frames);
  if (!last) throw new Error('no frame');
  return last;
}

describe('depth-sweep', () => {
  it('is compared with PyTorch in ten configurations', () => {
    expect(torchNetwork.secondMoments).toHaveLength(10);
  });

  it.each(torchNetwork.secondMoments)(
    '$start, $activation, $depth layers of $width: the second moment of each layer is that of PyTorch within 1e-5 (seed $seed)',
    ({ start, activation, depth, width, batch, seed, q }) => {
      const settings = { init: start, activation, depth, width, batch, seed, seeds: 0 };
      const { measured } = lastOf(depthSweep.run({ ...defaultValues(depthSweep.params), ...settings }));
      expect(measured).toHaveLength(depth + 1);
      const distances = measured.map((ours, layer) => distance([ours], [q[layer] as number]));
      expect(Math.max(...distances)).toBeLessThan(1e-5);
    },
  );

  it.each(torchNetwork.secondMoments)(
    '$start, $activation, $depth layers of $width: the same comparison refuses weights that are off by 1e-4',
    ({ start, activation, depth, width, batch, seed, q }) => {
      const settings = { init: start, activation, depth, width, batch, seed, seeds: 0, gain: 1.0001 };
      const { measured } = lastOf(depthSweep.run({ ...defaultValues(depthSweep.params), ...settings }));
      const distances = measured.map((ours, layer) => distance([ours], [q[layer] as number]));
      expect(Math.max(...distances)).toBeGreaterThan(1e-5);
    },
  );
});
