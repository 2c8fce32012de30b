import { normal } from '#initializers/plain.ts';
import type { Claim } from '#lesson/claim.ts';
import { bothWays, equalWidths, networkOf } from './shared/networks.ts';
import { doshi } from './shared/sources.ts';

const layers = 5;

/** A sigmoid network of width 100 whose weights are the magnitudes of N(0, 1) numbers. */
function nonNegative() {
  const mlp = networkOf(normal(), equalWidths(100, layers), 'sigmoid');
  for (const { weights } of mlp.layers) weights.set(weights.map(Math.abs));
  return bothWays(mlp, 16);
}

const largest = (values: Float32Array) => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

export default {
  source: doshi('假设你有非负的、大的权重值和小的激活值A(可能是sigmoid(z)的情况)'),
  rows: ['zh-33'],
  runs: [],
  shows: { 'smallest-activation': { significant: 6 }, 'largest-delta': { significant: 2 } },
  measure: () => {
    const pass = nonNegative();
    return {
      'smallest-activation': pass.layers.at(-1)?.input.reduce((least, h) => Math.min(least, h), 1) ?? Number.NaN,
      'largest-delta': largest(pass.layers[0]?.delta ?? new Float32Array(0)),
    };
  },
  verdict: 'false',
  // The error signal enters with size 1. Explosion would make its largest entry in layer 1 at least ten; and the statement
  // has small activations, below a half.
  judge: ({ 'smallest-activation': activation, 'largest-delta': delta }) => {
    if (activation < 0.5 && delta > 10) return 'true';
    return activation > 0.99 && delta < 1e-6 ? 'false' : 'undecided';
  },
} satisfies Claim<'smallest-activation' | 'largest-delta'>;
