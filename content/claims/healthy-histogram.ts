import type { ActivationHistogramsFrame } from '#experiments/activation-histograms.ts';
import type { Claim } from '#lesson/claim.ts';
import { gradientRatio } from './shared/read.ts';
import { takayanagi } from './shared/sources.ts';

export default {
  source: takayanagi('観察することで初期値の良さを評価できる'),
  rows: ['ja-13'],
  runs: ['histograms-sigmoid-lecun', 'gradients-sigmoid-lecun'],
  shows: {
    'activation-std': { significant: 2 },
    'saturated-units': { percentDecimals: 0 },
    'gradient-sigmoid': { significant: 2 },
  },
  measure: (results) => {
    const layer = results<ActivationHistogramsFrame>('histograms-sigmoid-lecun').measured.at(-1);
    const { mean = Number.NaN, secondMoment = Number.NaN, saturated } = layer ?? {};
    return {
      'activation-std': Math.sqrt(secondMoment - mean * mean),
      'saturated-units': saturated ?? Number.NaN,
      'gradient-sigmoid': gradientRatio(results, 'gradients-sigmoid-lecun'),
    };
  },
  verdict: 'imprecise',
  // The two failures that a histogram shows are collapse (spread near 0) and saturation. If neither is there, the start
  // counts as good; a gradient that loses more than six powers of ten over twenty layers says that it is not.
  judge: ({ 'activation-std': std, 'saturated-units': saturated, 'gradient-sigmoid': gradient }) => {
    const looksHealthy = std > 0.1 && saturated < 0.05;
    if (looksHealthy && gradient > 0.1) return 'true';
    return looksHealthy && gradient < 1e-6 ? 'imprecise' : 'undecided';
  },
} satisfies Claim<'activation-std' | 'saturated-units' | 'gradient-sigmoid'>;
