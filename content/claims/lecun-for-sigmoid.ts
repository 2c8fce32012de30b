import type { Claim } from '#lesson/claim.ts';
import { gradientRatio } from './shared/read.ts';
import { aiDeepDive } from './shared/sources.ts';

export default {
  source: aiDeepDive('LeCun 초기화는 시그모이드 활성화 함수와 함께 사용하기 위해 개발되었습니다'),
  rows: ['ko-22', 'ko-26'],
  runs: ['gradients-tanh', 'gradients-sigmoid-lecun'],
  shows: { 'gradient-tanh': { significant: 2 }, 'gradient-sigmoid': { significant: 2 } },
  measure: (results) => ({
    // The layers are square, so Xavier's weights are LeCun's.
    'gradient-tanh': gradientRatio(results, 'gradients-tanh'),
    'gradient-sigmoid': gradientRatio(results, 'gradients-sigmoid-lecun'),
  }),
  verdict: 'imprecise',
  // What a rule is made for keeps the gradient within a factor of 10 over twenty layers; a million is a failure.
  judge: ({ 'gradient-tanh': tanh, 'gradient-sigmoid': sigmoid }) => {
    const keeps = (ratio: number) => ratio > 0.1 && ratio < 10;
    if (keeps(sigmoid)) return 'true';
    if (!(sigmoid < 1e-6)) return 'undecided';
    return keeps(tanh) ? 'imprecise' : tanh < 1e-6 ? 'false' : 'undecided';
  },
} satisfies Claim<'gradient-tanh' | 'gradient-sigmoid'>;
