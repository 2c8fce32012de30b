import { constant } from '#initializers/plain.ts';
import type { Claim } from '#lesson/claim.ts';
import { meanSquaredError } from '#network/loss.ts';
import { backward, createPass, forward } from '#network/mlp.ts';
import { sgdStep } from '#network/sgd.ts';
import { networkOf } from './shared/networks.ts';
import { doshi } from './shared/sources.ts';

const steps = 50;

/**
 * Two linear layers of one unit learn that 1 gives 1. How often does the output pass from one side of 1 to the other? Near
 * the minimum the steepest curvature of (y - 1)^2, with two weights near 1 and two biases, is about 8: the border is at
 * a rate of 2/8.
 */
function crossings(rate: number): number {
  const mlp = networkOf(constant(0.8), [1, 1, 1], 'linear');
  const [pass, slope] = [createPass(mlp, 1), new Float32Array(1)];
  const [input, target] = [Float32Array.of(1), Float32Array.of(1)];
  const sides = Array.from({ length: steps }, () => {
    const output = forward(mlp, input, pass);
    const side = (output[0] as number) > 1;
    meanSquaredError(output, target, slope);
    sgdStep(mlp.layers, backward(mlp, slope, pass), rate);
    return side;
  });
  return sides.filter((side, i) => i > 0 && side !== sides[i - 1]).length;
}

export default {
  source: doshi('同时确保模型不会一直在最小值附近摇晃'),
  rows: ['zh-53'],
  runs: [],
  shows: { 'crossings-slow': 'integer', 'crossings-fast': 'integer' },
  measure: () => ({ 'crossings-slow': crossings(0.1), 'crossings-fast': crossings(0.3) }),
  verdict: 'imprecise',
  // One start, near the minimum, and two rates. Ensured would be no swinging at either; to pass the minimum at nine steps of
  // ten is to swing.
  judge: ({ 'crossings-slow': slow, 'crossings-fast': fast }) => {
    const [still, swings] = [[slow, fast].map((n) => n <= 1), [slow, fast].map((n) => n >= 0.9 * (steps - 1))];
    if (still.every(Boolean)) return 'true';
    if (swings.every(Boolean)) return 'false';
    return still[0] && swings[1] ? 'imprecise' : 'undecided';
  },
} satisfies Claim<'crossings-slow' | 'crossings-fast'>;
