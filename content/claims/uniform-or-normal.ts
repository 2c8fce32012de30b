import type { Claim } from '#lesson/claim.ts';
import { growthOf } from './shared/read.ts';
import { aiDeepDive } from './shared/sources.ts';

export default {
  source: aiDeepDive('uniform하게 잡든, normal distribution으로 잡든'),
  rows: ['ko-06'],
  runs: ['depth-sweep', 'he-uniform'],
  shows: { 'he-growth': { significant: 2 }, 'he-uniform-growth': { significant: 2 } },
  measure: (results) => ({
    'he-growth': growthOf(results, 'depth-sweep', 'median'),
    'he-uniform-growth': growthOf(results, 'he-uniform', 'median'),
  }),
  verdict: 'true',
  // Medians of twenty seeds after fifty ReLU layers of width 128. The logarithm of one network varies by about
  // sqrt(5 L / n) = 1.4, so each median is known to within a factor of about 1.5 and their quotient to within 1.7; a shape
  // that mattered by 10% per layer would make a factor of 100.
  judge: ({ 'he-growth': normal, 'he-uniform-growth': uniform }) => {
    const quotient = uniform / normal;
    if (quotient > 0.3 && quotient < 3) return 'true';
    return quotient > 30 || quotient < 1 / 30 ? 'false' : 'undecided';
  },
} satisfies Claim<'he-growth' | 'he-uniform-growth'>;
