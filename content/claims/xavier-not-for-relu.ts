import type { Claim } from '#lesson/claim.ts';
import { accuracyOf, momentOf } from './shared/read.ts';
import { itmo } from './shared/sources.ts';

export default {
  source: itmo('для ReLU[2] данный способ не подходит'),
  rows: ['ru-21'],
  runs: ['digits-relu', 'relu-lecun'],
  shows: { 'accuracy-xavier': { percentDecimals: 1 }, 'relu-lecun-50': { significant: 2 } },
  measure: (results) => ({
    'accuracy-xavier': accuracyOf(results, 'digits-relu', 'xavierNormal'),
    'relu-lecun-50': momentOf(results, 'relu-lecun', 50),
  }),
  verdict: 'imprecise',
  // Unsuitable would be: no learning in a network of four hidden layers (half of the digits right is learning), and no
  // signal after fifty (one in a million is none). If only the second is the case, depth decides.
  judge: ({ 'accuracy-xavier': accuracy, 'relu-lecun-50': deep }) => {
    if (accuracy < 0.2 && deep < 1e-6) return 'true';
    if (accuracy > 0.5 && deep > 0.1) return 'false';
    return accuracy > 0.5 && deep < 1e-6 ? 'imprecise' : 'undecided';
  },
} satisfies Claim<'accuracy-xavier' | 'relu-lecun-50'>;
