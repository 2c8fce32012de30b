import type { Claim } from '#lesson/claim.ts';
import { momentOf } from './shared/read.ts';

export default {
  source: {
    work: 'AI Notes: Initializing neural networks',
    edition: 'deeplearning.ai, labels of the interactive figure; told in our words',
    url: 'https://www.deeplearning.ai/ai-notes/initialization/',
  },
  rows: [],
  runs: ['relu-lecun'],
  shows: { 'relu-lecun-5': { significant: 2 }, 'relu-lecun-50': { significant: 2 } },
  measure: (results) => ({
    'relu-lecun-5': momentOf(results, 'relu-lecun', 5),
    'relu-lecun-50': momentOf(results, 'relu-lecun', 50),
  }),
  verdict: 'imprecise',
  // The input has second moment 1. An appropriate start keeps a tenth of it at least; a hundredth still arrives in a
  // shallow network; a millionth does not.
  judge: ({ 'relu-lecun-5': shallow, 'relu-lecun-50': deep }) => {
    if (shallow > 0.1 && deep > 0.1) return 'true';
    if (shallow < 1e-6 && deep < 1e-6) return 'false';
    return shallow > 0.01 && deep < 1e-6 ? 'imprecise' : 'undecided';
  },
} satisfies Claim<'relu-lecun-5' | 'relu-lecun-50'>;
