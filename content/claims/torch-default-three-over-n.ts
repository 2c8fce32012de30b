import { torchDefaultWeight } from '#initializers/torch-default.ts';
import type { Claim } from '#lesson/claim.ts';
import { drawn, sampleVariance } from './shared/networks.ts';

const n = 256;

export default {
  source: { work: 'Tutorials on PyTorch’s nn.Linear', edition: 'several; no single source' },
  rows: ['ko-21'],
  runs: [],
  shows: { 'torch-default': { significant: 3 }, 'torch-bound': { significant: 3 } },
  measure: () => ({
    'torch-default': n * sampleVariance(torchDefaultWeight(), [n, n]),
    'torch-bound':
      Math.sqrt(n) * drawn(torchDefaultWeight(), [n, n]).reduce((most, w) => Math.max(most, Math.abs(w)), 0),
  }),
  verdict: 'false',
  // A variance of 3/n is n Var[w] = 3, and a bound of 3/sqrt(n). The sample of 65,536 misses the variance by about 0.4% and
  // its largest weight the bound by far less.
  judge: ({ 'torch-default': factor, 'torch-bound': bound }) => {
    if (Math.abs(factor / 3 - 1) < 0.02 && Math.abs(bound / 3 - 1) < 0.02) return 'true';
    return Math.abs(3 * factor - 1) < 0.02 && Math.abs(bound - 1) < 0.02 ? 'false' : 'undecided';
  },
} satisfies Claim<'torch-default' | 'torch-bound'>;
