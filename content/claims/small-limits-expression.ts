import type { Claim } from '#lesson/claim.ts';
import { signalRatio } from './shared/read.ts';
import { takayanagi } from './shared/sources.ts';

export default {
  source: takayanagi('ネットワークの表現力が落ちてしまう問題が起こる'),
  rows: ['ja-23'],
  runs: ['gradients-five-small', 'gradients-five-large'],
  shows: { 'signal-five-small': { significant: 2 }, 'signal-five-large': { significant: 2 } },
  measure: (results) => ({
    'signal-five-small': signalRatio(results, 'gradients-five-small'),
    'signal-five-large': signalRatio(results, 'gradients-five-large'),
  }),
  verdict: 'imprecise',
  // The slides name vanishing gradients for N(0, 1) alone. If the small start loses more of the error signal, and by more
  // than a thousand times, its main trouble is left out.
  judge: ({ 'signal-five-small': small, 'signal-five-large': large }) => {
    if (small > large) return 'true';
    return small < 0.001 * large ? 'imprecise' : 'undecided';
  },
} satisfies Claim<'signal-five-small' | 'signal-five-large'>;
