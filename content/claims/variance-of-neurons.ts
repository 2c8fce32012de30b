import { heNormal } from '#initializers/named-rows.ts';
import type { Claim } from '#lesson/claim.ts';
import { variance } from '#numerics/moments.ts';
import { bothWays, equalWidths, networkOf } from './shared/networks.ts';
import { cs231n } from './shared/sources.ts';

const n = 128;

export default {
  source: cs231n('the variance of neurons in the network should be 2.0/n'),
  rows: [],
  runs: [],
  shows: { 'he-weights': { significant: 2 }, 'he-neurons': { significant: 2 } },
  measure: () => {
    const mlp = networkOf(heNormal(), equalWidths(n, 2), 'relu');
    const [, second] = bothWays(mlp, 64).layers;
    return {
      'he-weights': n * variance(mlp.layers[1]?.weights ?? []),
      'he-neurons': n * variance(second?.preActivation ?? []),
    };
  },
  verdict: 'imprecise',
  // A variance of 2/n is 2 when multiplied by n. Of 16,384 weights it is off by about 1%; neurons vary more, so theirs may
  // be off by a half.
  judge: ({ 'he-weights': weights, 'he-neurons': neurons }) => {
    const [ofWeights, ofNeurons] = [Math.abs(weights / 2 - 1) < 0.05, Math.abs(neurons / 2 - 1) < 0.5];
    if (ofNeurons) return 'true';
    if (!(neurons > 20)) return 'undecided';
    return ofWeights ? 'imprecise' : weights > 20 ? 'false' : 'undecided';
  },
} satisfies Claim<'he-weights' | 'he-neurons'>;
