import type { Claim } from '#lesson/claim.ts';
import { accuracyOf } from './shared/read.ts';
import { aiDeepDive } from './shared/sources.ts';

export default {
  source: aiDeepDive('랜덤하게, 0 근처로 잡아라'),
  rows: ['ko-01', 'ko-02', 'ko-23', 'ja-04'],
  runs: ['digits-one-hidden', 'digits-relu'],
  shows: { 'accuracy-one-hidden': { percentDecimals: 1 }, 'accuracy-normal001': { percentDecimals: 1 } },
  measure: (results) => ({
    'accuracy-one-hidden': accuracyOf(results, 'digits-one-hidden', 'normal001'),
    'accuracy-normal001': accuracyOf(results, 'digits-relu', 'normal001'),
  }),
  verdict: 'imprecise',
  // Half of the digits right is learning, one in ten is chance; the rule names no depth, so it has to hold for both.
  judge: ({ 'accuracy-one-hidden': shallow, 'accuracy-normal001': deep }) => {
    if (shallow > 0.5 && deep > 0.5) return 'true';
    if (shallow < 0.2 && deep < 0.2) return 'false';
    return shallow > 0.5 && deep < 0.2 ? 'imprecise' : 'undecided';
  },
} satisfies Claim<'accuracy-one-hidden' | 'accuracy-normal001'>;
