import type { SymmetryFrame } from '#experiments/symmetry.ts';
import { constant } from '#initializers/plain.ts';
import type { Claim } from '#lesson/claim.ts';
import { backward, createPass, forward } from '#network/mlp.ts';
import { networkOf, normalNumbers } from './shared/networks.ts';
import { diveIntoDeepLearning } from './shared/sources.ts';

const [inputs, units] = [3, 4];

/** dL/dW1, units x inputs, for one example; W1 is 1/2 throughout, W2 is 1/2 or random. */
function firstGradient(second: 'equal' | 'random'): Float32Array {
  const mlp = networkOf(constant(0.5), [inputs, units, 1], 'tanh');
  if (second === 'random') mlp.layers[1]?.weights.set(normalNumbers(units));
  const pass = createPass(mlp, 1);
  forward(mlp, Float32Array.of(0.3, -1.2, 2), pass);
  return backward(mlp, Float32Array.of(1), pass)[0]?.weights ?? new Float32Array(0);
}

/** How far the values lie apart, relative to the largest. */
const spread = (values: Float32Array) =>
  (Math.max(...values) - Math.min(...values)) / Math.max(...values.map((value) => Math.abs(value)));

export default {
  source: diveIntoDeepLearning('gives a gradient all of whose elements take the same value'),
  rows: ['ko-12', 'zh-16', 'zh-17'],
  runs: ['symmetry'],
  shows: {
    'gradient-spread-inputs': { significant: 2 },
    'gradient-spread-units': { significant: 2 },
    'split-step': 'integer',
  },
  measure: (results) => ({
    'gradient-spread-inputs': spread(firstGradient('equal').subarray(0, inputs)),
    'gradient-spread-units': spread(firstGradient('random').filter((_, i) => i % inputs === 0)),
    'split-step': results<SymmetryFrame>('symmetry').splitStep ?? Number.POSITIVE_INFINITY,
  }),
  verdict: 'false',
  // Equal elements have spread 0, and units with equal gradients never part; a tenth of the largest is no rounding.
  judge: ({ 'gradient-spread-inputs': ofInputs, 'gradient-spread-units': ofUnits, 'split-step': step }) => {
    if (ofInputs === 0 && ofUnits === 0 && step === Number.POSITIVE_INFINITY) return 'true';
    return ofInputs > 0.1 && ofUnits > 0.1 && step <= 10 ? 'false' : 'undecided';
  },
} satisfies Claim<'gradient-spread-inputs' | 'gradient-spread-units' | 'split-step'>;
