import { starts } from '#initializers/starts.ts';
import type { Claim } from '#lesson/claim.ts';
import { activations } from '#network/activations.ts';
import { drawMlp } from '#network/mlp.ts';
import { quantile } from '#numerics/quantile.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import { backwardMoments, bothWays, equalWidths, seed } from './shared/networks.ts';
import { signalRatio } from './shared/read.ts';
import { doshi } from './shared/sources.ts';

/** Size of the error signal in layer 1 over that in the last layer: He's weights, 200 ReLU layers of width 32. */
function deepRatio(start: number): number {
  const mlp = drawMlp(starts.heNormal, equalWidths(32, 200), activations.relu, torchGenerator(start));
  const moments = backwardMoments(bothWays(mlp, 8));
  return Math.sqrt((moments[0] ?? Number.NaN) / (moments.at(-1) ?? Number.NaN));
}

export default {
  source: doshi('因此,梯度不会消失或爆炸'),
  rows: ['zh-52'],
  runs: ['gradients-relu'],
  shows: { 'signal-relu-he': { significant: 2 }, 'signal-relu-he-deep': { significant: 2 } },
  measure: (results) => ({
    'signal-relu-he': signalRatio(results, 'gradients-relu'),
    'signal-relu-he-deep': quantile(
      Array.from({ length: 9 }, (_, i) => deepRatio(seed + i)),
      0.5,
    ),
  }),
  verdict: 'imprecise',
  // He's weights keep the signal on average in both networks. Neither vanished nor exploded is a factor within ten; less
  // than a hundredth, in the middle one of nine starts, has vanished.
  judge: ({ 'signal-relu-he': plain, 'signal-relu-he-deep': deep }) => {
    const isKept = (ratio: number) => ratio > 0.1 && ratio < 10;
    const isLost = (ratio: number) => ratio < 0.01 || ratio > 100;
    if (isKept(plain)) return isKept(deep) ? 'true' : isLost(deep) ? 'imprecise' : 'undecided';
    return isLost(plain) && isLost(deep) ? 'false' : 'undecided';
  },
} satisfies Claim<'signal-relu-he' | 'signal-relu-he-deep'>;
