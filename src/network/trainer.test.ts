import { describe, expect, it } from 'vitest';
import { createWorkspace } from '#kernels/workspace.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import { createPass, inputOf, passLengths } from './mlp.ts';
import { gradientNorm } from './optimizers.ts';
import { createTrainer, lossAndGradients, optimizerIds, trainerLengths, type UpdateRule, update } from './trainer.ts';

const widths = [6, 20, 20, 3];
const batch = 9;
const labels = Uint8Array.from({ length: batch }, (_, i) => i % 3);

/** Losses of training on one batch, and all parameters in the end. */
function train(rule: Partial<UpdateRule>, steps: number) {
  const settings = { optimizer: 'sgd', learningRate: 0.05, clip: 0, ...rule } as const;
  const allocate = createWorkspace([...trainerLengths(widths, settings.optimizer), ...passLengths(widths, batch)]);
  const trainer = createTrainer({ start: 'heNormal', widths, activation: 'relu', seed: 7 }, settings, allocate);
  const pass = createPass(trainer.mlp, batch, allocate);
  torchGenerator(-1).fillNormal(inputOf(pass), 0, 1);
  const norms: number[] = [];
  const losses = Array.from({ length: steps }, () => {
    const { loss, gradients } = lossAndGradients(trainer, labels, 3, pass);
    norms.push(gradientNorm(gradients));
    update(trainer, gradients);
    return loss;
  });
  return { losses, norms, parameters: trainer.parameters.map(({ weights, bias }) => [[...weights], [...bias]]) };
}

describe('a trainer', () => {
  it.each(optimizerIds)('learns a batch by heart with %s (seed 7)', (optimizer) => {
    const { losses } = train({ optimizer, learningRate: optimizer === 'adam' ? 0.01 : 0.05 }, 100);
    expect(losses.at(-1)).toBeLessThan(0.2 * (losses[0] ?? 0));
  });

  it.each(optimizerIds)('with a limit that no gradient reaches keeps the bits of %s (seed 7)', (optimizer) => {
    expect(train({ optimizer, clip: 1e6 }, 10)).toEqual(train({ optimizer, clip: 0 }, 10));
  });

  it('moves no further than learning rate times limit in a step of SGD (seed 7)', () => {
    const [before, after] = [train({ clip: 0.1 }, 0), train({ clip: 0.1 }, 1)];
    const flat = ({ parameters }: typeof before) => parameters.flat(2);
    const moves = flat(after).map((value, k) => value - (flat(before)[k] as number));
    // 600 float32 weights, each rounded by less than 2^-24 of itself
    expect(Math.sqrt(moves.reduce((sum, move) => sum + move * move, 0))).toBeCloseTo(0.05 * 0.1, 6);
    expect(after.norms[0]).toBeGreaterThan(0.1);
  });
});
