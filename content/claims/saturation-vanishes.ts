import type { ActivationHistogramsFrame } from '#experiments/activation-histograms.ts';
import type { Claim } from '#lesson/claim.ts';
import { signalRatio } from './shared/read.ts';
import { takayanagi } from './shared/sources.ts';

export default {
  source: takayanagi('シグモイド関数の両端では微分係数が0に近くなっており,逆伝播での勾配の値が小さくなってしまう'),
  rows: ['ja-19', 'ja-20', 'ja-21'],
  runs: ['activation-histograms', 'gradients-five-large'],
  shows: { 'saturated-large': { percentDecimals: 0 }, 'signal-five-large': { significant: 2 } },
  measure: (results) => ({
    'saturated-large':
      results<ActivationHistogramsFrame>('activation-histograms').measured.at(-1)?.saturated ?? Number.NaN,
    'signal-five-large': signalRatio(results, 'gradients-five-large'),
  }),
  verdict: 'imprecise',
  // The first half is right if many units are saturated. The second half speaks of the gradient that arrives: below a
  // tenth over five layers it would be small, above a half it has hardly changed.
  judge: ({ 'saturated-large': saturated, 'signal-five-large': signal }) => {
    if (saturated < 0.05) return 'false';
    if (saturated > 0.25 && signal < 0.1) return 'true';
    return saturated > 0.25 && signal > 0.5 ? 'imprecise' : 'undecided';
  },
} satisfies Claim<'saturated-large' | 'signal-five-large'>;
