import type { OneLayerFrame } from '#experiments/one-layer.ts';
import { lecunNormal } from '#initializers/named-rows.ts';
import type { Claim } from '#lesson/claim.ts';
import { bothWays, forwardMoments, networkOf } from './shared/networks.ts';
import { aiDeepDive } from './shared/sources.ts';

export default {
  source: aiDeepDive('평균(mean)이 0이고 표준 편차(std)가 1인 가우시안 분포'),
  rows: ['ko-18', 'ko-24'],
  runs: ['one-layer'],
  shows: { 'std-one-layer': { significant: 3 }, 'lecun-layer': { significant: 3 } },
  measure: (results) => ({
    'std-one-layer': results<OneLayerFrame>('one-layer').secondMoment.at(-1) ?? Number.NaN,
    'lecun-layer': forwardMoments(bothWays(networkOf(lecunNormal(), [256, 256], 'linear'), 64))[0] ?? Number.NaN,
  }),
  verdict: 'false',
  // LeCun's rule keeps the second moment. Both must do so, within a factor of 2, if they are the same rule.
  judge: ({ 'std-one-layer': one, 'lecun-layer': lecun }) => {
    const keeps = (moment: number) => moment > 0.5 && moment < 2;
    if (!keeps(lecun)) return 'undecided';
    if (keeps(one)) return 'true';
    return one > 100 ? 'false' : 'undecided';
  },
} satisfies Claim<'std-one-layer' | 'lecun-layer'>;
