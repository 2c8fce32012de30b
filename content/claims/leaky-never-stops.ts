import { normal } from '#initializers/plain.ts';
import type { Claim } from '#lesson/claim.ts';
import { sgdStep } from '#network/sgd.ts';
import { bothWays, equalWidths, networkOf } from './shared/networks.ts';
import { doshi } from './shared/sources.ts';

/** Shares of the weights of twenty layers of leaky ReLU: those with a gradient, and those that a step with rate 1 changes. */
function shares() {
  const mlp = networkOf(normal({ std: 0.01 }), equalWidths(100, 20), 'leakyRelu');
  const before = mlp.layers.map(({ weights }) => weights.slice());
  const gradients = bothWays(mlp, 16).layers.map(({ gradient }) => gradient);
  sgdStep(mlp.layers, gradients, 1);
  const values = gradients.flatMap(({ weights }) => [...weights]);
  const changed = mlp.layers.flatMap(({ weights }, l) => [...weights].filter((w, i) => w !== before[l]?.[i]));
  return { gradient: values.filter((g) => g !== 0).length / values.length, changed: changed.length / values.length };
}

export default {
  source: doshi('因此模型参数更新将永远不会停止,训练仍会继续训练'),
  rows: ['zh-39', 'zh-40'],
  runs: [],
  shows: { 'leaky-gradient': { percentDecimals: 0 }, 'leaky-changed': { percentDecimals: 0 } },
  measure: () => {
    const { gradient, changed } = shares();
    return { 'leaky-gradient': gradient, 'leaky-changed': changed };
  },
  verdict: 'false',
  // The sentence says: no gradient is zero, so the parameters go on changing. If nearly all gradients are there and hardly
  // a weight changes, the conclusion does not follow.
  judge: ({ 'leaky-gradient': gradient, 'leaky-changed': changed }) => {
    if (!(gradient > 0.9)) return 'undecided';
    return changed > 0.9 ? 'true' : changed < 0.01 ? 'false' : 'undecided';
  },
} satisfies Claim<'leaky-gradient' | 'leaky-changed'>;
