import { heNormal } from '#initializers/named-rows.ts';
import type { Claim } from '#lesson/claim.ts';
import { clipGradients } from '#network/optimizers.ts';
import { norm } from '#numerics/moments.ts';
import { bothWays, equalWidths, forwardMoments, networkOf } from './shared/networks.ts';
import { doshi } from './shared/sources.ts';

const limit = 5;
const network = () => networkOf(heNormal(), equalWidths(100, 10), 'relu');
const lastMoment = (mlp: ReturnType<typeof network>) => forwardMoments(bothWays(mlp, 16)).at(-1) ?? Number.NaN;

/** W = W limit / |W| where |W| is larger, for each layer: the formula as printed. */
function clippedWeights() {
  const mlp = network();
  for (const { weights } of mlp.layers) {
    const factor = Math.min(1, limit / norm(weights));
    weights.set(weights.map((w) => factor * w));
  }
  return mlp;
}

/** The norm of all gradients after they, and not the weights, have been clipped. */
function clippedNorm(): number {
  const gradients = bothWays(network(), 16).layers.map(({ gradient }) => gradient);
  clipGradients(gradients, limit);
  return norm(gradients.flatMap(({ weights, bias }) => [...weights, ...bias]));
}

export default {
  source: doshi('如果l2_norm(W)>阈值,则将L2范数超过特定阈值时的梯度值归一化为-W = W threshold / l2_norm(W)'),
  rows: ['zh-55', 'zh-57'],
  runs: [],
  shows: { 'clipped-weights': { significant: 2 }, 'clipped-gradient': { significant: 4 } },
  measure: () => ({
    'clipped-weights': lastMoment(clippedWeights()) / lastMoment(network()),
    'clipped-gradient': clippedNorm(),
  }),
  verdict: 'false',
  // Clipping is harmless to a healthy network's signal: a ratio of 1. The same formula on the gradient must give the limit.
  judge: ({ 'clipped-weights': signal, 'clipped-gradient': gradient }) => {
    if (Math.abs(gradient / limit - 1) > 1e-3) return 'undecided';
    if (signal > 0.5) return 'true';
    return signal < 1e-3 && gradient > 0 ? 'false' : 'undecided';
  },
} satisfies Claim<'clipped-weights' | 'clipped-gradient'>;
