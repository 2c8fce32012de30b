import type { Claim } from '#lesson/claim.ts';
import { accuracyOf } from './shared/read.ts';
import { aiDeepDive } from './shared/sources.ts';

export default {
  source: aiDeepDive(
    '시그모이드 또는 하이퍼볼릭 탄젠트 활성화 함수를 사용하는 경우: Xavier 초기화를 사용하는 것이 일반적으로 좋습니다',
  ),
  rows: ['ko-08', 'ko-27', 'ko-35', 'ja-27'],
  runs: ['digits-tanh', 'digits-sigmoid'],
  shows: { 'accuracy-tanh-xavier': { percentDecimals: 1 }, 'accuracy-sigmoid-xavier': { percentDecimals: 1 } },
  measure: (results) => ({
    'accuracy-tanh-xavier': accuracyOf(results, 'digits-tanh', 'xavierNormal'),
    'accuracy-sigmoid-xavier': accuracyOf(results, 'digits-sigmoid', 'xavierNormal'),
  }),
  verdict: 'imprecise',
  // One digit in ten is chance, and half of them right is learning; it is said of both activations.
  judge: ({ 'accuracy-tanh-xavier': tanh, 'accuracy-sigmoid-xavier': sigmoid }) => {
    if (tanh > 0.5 && sigmoid > 0.5) return 'true';
    if (tanh < 0.2 && sigmoid < 0.2) return 'false';
    return (tanh > 0.5 && sigmoid < 0.2) || (tanh < 0.2 && sigmoid > 0.5) ? 'imprecise' : 'undecided';
  },
} satisfies Claim<'accuracy-tanh-xavier' | 'accuracy-sigmoid-xavier'>;
