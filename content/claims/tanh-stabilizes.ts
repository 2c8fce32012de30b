import type { Claim } from '#lesson/claim.ts';
import { momentOf } from './shared/read.ts';
import { amsterdam } from './shared/sources.ts';

export default {
  source: amsterdam('our variance will stabilize around 0.25 if we would go even deeper'),
  rows: ['ko-36'],
  runs: ['tanh-lecun'],
  shows: { 'tanh-layer-50': { significant: 2 }, 'tanh-layer-200': { significant: 2 } },
  measure: (results) => ({
    'tanh-layer-50': momentOf(results, 'tanh-lecun', 50),
    'tanh-layer-200': momentOf(results, 'tanh-lecun', 200),
  }),
  verdict: 'false',
  // Stable around 1/4 would be between 1/5 and 1/3 in both layers. Seeds differ by a factor of two to both sides here
  // (lesson 5 shows the band), so below a tenth of 1/4, and less than half as much 150 layers on, is neither.
  judge: ({ 'tanh-layer-50': early, 'tanh-layer-200': late }) => {
    const isQuarter = (q: number) => q > 0.2 && q < 1 / 3;
    if (isQuarter(early) && isQuarter(late)) return 'true';
    return early < 0.025 && late < early / 2 ? 'false' : 'undecided';
  },
} satisfies Claim<'tanh-layer-50' | 'tanh-layer-200'>;
