import { heNormal } from '#initializers/named-rows.ts';
import type { Claim } from '#lesson/claim.ts';
import { createPass, forward } from '#network/mlp.ts';
import { networkOf, normalNumbers } from './shared/networks.ts';
import { doshi } from './shared/sources.ts';

const widths = [784, 100, 100, 100, 100, 10];

export default {
  source: doshi('在最后一层中,计算f(A ^(L-1)),它可能会是S形函数softmax或线性函数的A ^(L-1)'),
  rows: ['zh-08'],
  runs: [],
  shows: { 'output-classes': 'integer', 'output-activations': 'integer', 'output-logits': 'integer' },
  measure: () => {
    const mlp = networkOf(heNormal(), widths, 'relu');
    const pass = createPass(mlp, 1);
    const logits = forward(mlp, normalNumbers(784), pass);
    return {
      'output-classes': widths.at(-1) ?? Number.NaN,
      'output-activations': pass.layers.at(-1)?.input.length ?? Number.NaN,
      'output-logits': logits.length,
    };
  },
  verdict: 'false',
  // The output function gives one number per class, and so many numbers it must receive.
  judge: ({ 'output-classes': classes, 'output-activations': activations, 'output-logits': logits }) => {
    if (activations === classes) return 'true';
    return logits === classes && activations > 0 ? 'false' : 'undecided';
  },
} satisfies Claim<'output-classes' | 'output-activations' | 'output-logits'>;
