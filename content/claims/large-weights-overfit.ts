import type { Claim } from '#lesson/claim.ts';
import { accuracyOf, lastLossOf } from './shared/read.ts';
import { takayanagi } from './shared/sources.ts';

export default {
  source: takayanagi('重みが大きくなると過学習を起こす傾向にある'),
  rows: ['ja-03'],
  runs: ['digits-tanh'],
  shows: {
    'loss-tanh-large': { significant: 2 },
    'loss-tanh-xavier': { significant: 2 },
    'accuracy-tanh-large': { percentDecimals: 1 },
    'accuracy-tanh-xavier': { percentDecimals: 1 },
  },
  measure: (results) => ({
    'loss-tanh-large': lastLossOf(results, 'digits-tanh', 'normal1'),
    'loss-tanh-xavier': lastLossOf(results, 'digits-tanh', 'xavierNormal'),
    'accuracy-tanh-large': accuracyOf(results, 'digits-tanh', 'normal1'),
    'accuracy-tanh-xavier': accuracyOf(results, 'digits-tanh', 'xavierNormal'),
  }),
  verdict: 'imprecise',
  // To overfit is to fit the training data as well as the other network, within a tenth of the loss, and to do worse on the
  // test, by a tenth of the images. Worse on both, with twice the loss, is another trouble.
  judge: ({
    'loss-tanh-large': large,
    'loss-tanh-xavier': xavier,
    'accuracy-tanh-large': tested,
    'accuracy-tanh-xavier': other,
  }) => {
    if (tested > other - 0.01) return large < 1.1 * xavier ? 'false' : 'undecided';
    if (!(tested < other - 0.1)) return 'undecided';
    return large < 1.1 * xavier ? 'true' : large > 2 * xavier ? 'imprecise' : 'undecided';
  },
} satisfies Claim<'loss-tanh-large' | 'loss-tanh-xavier' | 'accuracy-tanh-large' | 'accuracy-tanh-xavier'>;
