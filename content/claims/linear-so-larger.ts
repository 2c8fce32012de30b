import { heNormal } from '#initializers/named-rows.ts';
import type { Claim } from '#lesson/claim.ts';
import type { ActivationId } from '#network/activations.ts';
import { bothWays, equalWidths, forwardMoments, networkOf } from './shared/networks.ts';
import { aiDeepDive } from './shared/sources.ts';

/** Second moment after twenty layers of He weights, width 100. */
const afterTwenty = (activation: ActivationId) =>
  forwardMoments(bothWays(networkOf(heNormal(), equalWidths(100, 20), activation), 16)).at(-1) ?? Number.NaN;

export default {
  source: aiDeepDive('ReLU는 입력이 양수인 경우에는 선형 변환을 수행하므로, 가중치 초기화를 더 큰 값으로 설정하여'),
  rows: ['ko-32'],
  runs: [],
  shows: { 'he-relu-20': { significant: 2 }, 'he-linear-20': { significant: 2 } },
  measure: () => ({ 'he-relu-20': afterTwenty('relu'), 'he-linear-20': afterTwenty('linear') }),
  verdict: 'false',
  // If linearity were why ReLU needs the factor 2, a wholly linear network would need it as well, and be kept by it. One
  // network of this size is within a factor of 10 of the average; a thousand is out of reach.
  judge: ({ 'he-relu-20': relu, 'he-linear-20': linear }) => {
    const isKept = (moment: number) => moment > 0.1 && moment < 10;
    if (!isKept(relu)) return 'undecided';
    if (isKept(linear)) return 'true';
    return linear > 1000 ? 'false' : 'undecided';
  },
} satisfies Claim<'he-relu-20' | 'he-linear-20'>;
