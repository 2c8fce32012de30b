import { heUniform } from '#initializers/named-rows.ts';
import { uniform } from '#initializers/plain.ts';
import type { Claim } from '#lesson/claim.ts';
import { sampleVariance } from './shared/networks.ts';
import { mluExplain } from './shared/sources.ts';

const n = 256;
const std = Math.sqrt(2 / n);

export default {
  source: mluExplain('Math.sqrt(2 / inputNeurons) * (Math.random() * 2 - 1)'),
  rows: [],
  runs: [],
  shows: { 'std-as-bound': { significant: 3 }, 'he-uniform': { significant: 3 } },
  measure: () => ({
    'std-as-bound': n * sampleVariance(uniform({ low: -std, high: std }), [n, n]),
    'he-uniform': n * sampleVariance(heUniform(), [n, n]),
  }),
  verdict: 'false',
  // The comment above the line says “Apply He Initialization”, which is n Var[w] = 2. Samples of 65,536 uniform numbers
  // miss it by about 0.4%.
  judge: ({ 'std-as-bound': printed, 'he-uniform': he }) => {
    const isTwo = (value: number) => Math.abs(value / 2 - 1) < 0.02;
    if (!isTwo(he)) return 'undecided';
    if (isTwo(printed)) return 'true';
    return Math.abs(printed / 2 - 1) > 0.2 ? 'false' : 'undecided';
  },
} satisfies Claim<'std-as-bound' | 'he-uniform'>;
