import type { Claim } from '#lesson/claim.ts';
import { firstLossOf, lastLossOf } from './shared/read.ts';
import { itmo } from './shared/sources.ts';

export default {
  source: itmo('Также это позволяет сократить время сходимости и минимизировать функцию потерь'),
  rows: ['ru-03'],
  runs: ['digits-five'],
  shows: {
    'first-loss-he': { significant: 3 },
    'last-loss-he': { significant: 2 },
    'last-loss-small': { significant: 3 },
  },
  measure: (results) => ({
    'first-loss-he': firstLossOf(results, 'digits-five', 'heNormal'),
    'last-loss-he': lastLossOf(results, 'digits-five', 'heNormal'),
    'last-loss-small': lastLossOf(results, 'digits-five', 'normal001'),
  }),
  verdict: 'imprecise',
  // If a good start minimized the loss, its loss would be low before training: at most a tenth above what training reaches.
  // If training does it, but from another start reaches twice as much at least, the start has a share in it.
  judge: ({ 'first-loss-he': first, 'last-loss-he': last, 'last-loss-small': other }) => {
    if (first < 1.1 * last) return 'true';
    if (!(first > 2 * last)) return 'undecided';
    return other > 2 * last ? 'imprecise' : other < 1.1 * last ? 'false' : 'undecided';
  },
} satisfies Claim<'first-loss-he' | 'last-loss-he' | 'last-loss-small'>;
