import type { Claim } from '#lesson/claim.ts';
import { momentOf } from './shared/read.ts';
import { doshi } from './shared/sources.ts';

export default {
  source: doshi('使参数的方差最小化'),
  rows: ['zh-54'],
  runs: ['depth-linear-cold', 'depth-linear'],
  shows: { 'smaller-variance-end': { significant: 2 }, 'keeping-variance-end': { significant: 2 } },
  measure: (results) => ({
    'smaller-variance-end': momentOf(results, 'depth-linear-cold', -1),
    'keeping-variance-end': momentOf(results, 'depth-linear', -1),
  }),
  verdict: 'false',
  // If less variance were better, the smaller one would keep the signal at least as well; a tenth is a clear loss.
  judge: ({ 'smaller-variance-end': smaller, 'keeping-variance-end': keeping }) => {
    if (smaller >= keeping) return 'true';
    return smaller < 0.1 * keeping ? 'false' : 'undecided';
  },
} satisfies Claim<'smaller-variance-end' | 'keeping-variance-end'>;
