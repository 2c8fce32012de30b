import { uniform } from '#initializers/plain.ts';
import type { Claim } from '#lesson/claim.ts';
import { sampleVariance } from './shared/networks.ts';
import { aiDeepDive } from './shared/sources.ts';

/** n Var[w] of a large sample of U(-1, 1). */
const factor = (n: number) => n * sampleVariance(uniform({ low: -1, high: 1 }), [256, 256]);

export default {
  source: aiDeepDive('-1에서 1 사이의 균일 분포를 사용합니다'),
  rows: ['ko-25'],
  runs: [],
  shows: { 'unit-uniform-3': { significant: 3 }, 'unit-uniform-256': { significant: 3 } },
  measure: () => ({ 'unit-uniform-3': factor(3), 'unit-uniform-256': factor(256) }),
  verdict: 'false',
  // LeCun's rule is n Var[w] = 1. The sample of 65,536 numbers misses a variance by about 0.4%, so 2% is a wide margin.
  // The rule names no n, so one n for which it holds does not save it.
  judge: ({ 'unit-uniform-3': three, 'unit-uniform-256': many }) => {
    const isOne = (value: number) => Math.abs(value - 1) < 0.02;
    if (isOne(three) && isOne(many)) return 'true';
    return isOne(three) && many > 10 ? 'false' : 'undecided';
  },
} satisfies Claim<'unit-uniform-3' | 'unit-uniform-256'>;
