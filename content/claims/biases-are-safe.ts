import { lecunNormal } from '#initializers/named-rows.ts';
import type { Claim } from '#lesson/claim.ts';
import type { Mlp } from '#network/mlp.ts';
import { norm } from '#numerics/moments.ts';
import { bothWays, equalWidths, networkOf } from './shared/networks.ts';
import { doshi } from './shared/sources.ts';

const network = () => networkOf(lecunNormal(), equalWidths(100, 10), 'sigmoid');

/** The norms of dL/db, layer by layer. */
const biasGradients = (mlp: Mlp) => bothWays(mlp, 32).layers.map(({ gradient }) => norm(gradient.bias));

export default {
  source: doshi('对于偏置项不会存在梯度消失和梯度爆炸问题'),
  rows: ['zh-58', 'zh-59'],
  runs: [],
  shows: { 'bias-ratio': { significant: 2 }, 'bias-follows': { significant: 3 } },
  measure: () => {
    const plain = biasGradients(network());
    const changed = network();
    const last = changed.layers.at(-1)?.weights;
    last?.set(last.map((w) => 2 * w));
    return {
      'bias-ratio': (plain[0] ?? Number.NaN) / (plain.at(-1) ?? Number.NaN),
      // Only the deepest layer's weights were changed, and doubled; what layer 1 computes forward is as before.
      'bias-follows': (biasGradients(changed)[0] ?? Number.NaN) / (plain[0] ?? Number.NaN),
    };
  },
  verdict: 'false',
  // Safe would be a ratio near 1, and independent of deeper layers a quotient of exactly 1.
  judge: ({ 'bias-ratio': ratio, 'bias-follows': follows }) => {
    if (ratio > 0.1 && ratio < 10 && follows === 1) return 'true';
    return ratio < 1e-3 && Math.abs(follows - 2) < 0.01 ? 'false' : 'undecided';
  },
} satisfies Claim<'bias-ratio' | 'bias-follows'>;
