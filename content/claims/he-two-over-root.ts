import type { Claim } from '#lesson/claim.ts';
import { growthOf } from './shared/read.ts';
import { takayanagi } from './shared/sources.ts';

export default {
  source: takayanagi('標準偏差 2/√n の正規分布'),
  rows: ['ja-29'],
  runs: ['relu-two-over-root', 'depth-sweep'],
  shows: { 'two-over-root-growth': { significant: 2 }, 'he-growth': { significant: 2 } },
  measure: (results) => ({
    'two-over-root-growth': growthOf(results, 'relu-two-over-root', 'median'),
    'he-growth': growthOf(results, 'depth-sweep', 'median'),
  }),
  verdict: 'false',
  // He's rule keeps the second moment of ReLU layers: the median of the seeds within a factor of 10 after fifty of them.
  judge: ({ 'two-over-root-growth': printed, 'he-growth': he }) => {
    const isKept = (growth: number) => growth > 0.1 && growth < 10;
    if (!isKept(he)) return 'undecided';
    if (isKept(printed)) return 'true';
    return printed > 1e6 ? 'false' : 'undecided';
  },
} satisfies Claim<'two-over-root-growth' | 'he-growth'>;
