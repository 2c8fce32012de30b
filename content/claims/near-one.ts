import type { OneLayerFrame } from '#experiments/one-layer.ts';
import type { Claim } from '#lesson/claim.ts';
import { doshi } from './shared/sources.ts';

export default {
  source: doshi('既不会太大,也不会太小于1'),
  rows: ['zh-51'],
  runs: ['one-layer'],
  shows: { 'keeping-std': { significant: 3 }, 'std-one-layer': { significant: 3 } },
  measure: (results) => ({
    'keeping-std': 1 / Math.sqrt(256),
    'std-one-layer': results<OneLayerFrame>('one-layer').secondMoment.at(-1) ?? Number.NaN,
  }),
  verdict: 'false',
  // A good scale near 1 would keep the signal within a factor of 2 per layer; 10 per layer is out of the question.
  judge: ({ 'keeping-std': std, 'std-one-layer': growth }) => {
    if (std > 0.5 && growth < 2) return 'true';
    return std < 0.2 && growth > 10 ? 'false' : 'undecided';
  },
} satisfies Claim<'keeping-std' | 'std-one-layer'>;
