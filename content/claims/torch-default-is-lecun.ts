import { torchDefaultWeight } from '#initializers/torch-default.ts';
import type { Claim } from '#lesson/claim.ts';
import { drawn, sampleVariance } from './shared/networks.ts';

const n = 256;

export default {
  source: {
    work: 'PyTorch, issue 5168',
    edition: 'comment of February 2018',
    url: 'https://github.com/pytorch/pytorch/issues/5168',
    quotation: {
      lang: 'en',
      text: 'the default initialization for Linear layers is from "Efficient Backprop", LeCun\'99',
    },
  },
  rows: ['ko-21'],
  runs: [],
  shows: { 'torch-default': { significant: 3 }, 'torch-bound': { significant: 3 } },
  measure: () => ({
    'torch-default': n * sampleVariance(torchDefaultWeight(), [n, n]),
    'torch-bound':
      Math.sqrt(n) * drawn(torchDefaultWeight(), [n, n]).reduce((most, w) => Math.max(most, Math.abs(w)), 0),
  }),
  verdict: 'imprecise',
  // LeCun's rule is a standard deviation of 1/sqrt(n), so n Var[w] = 1. If the number is LeCun's and stands as the bound,
  // the largest of 65,536 weights is very near 1/sqrt(n) and n Var[w] is 1/3; the sample misses that by about 0.4%.
  judge: ({ 'torch-default': factor, 'torch-bound': bound }) => {
    const isNear = (value: number, goal: number) => Math.abs(value / goal - 1) < 0.02;
    if (isNear(factor, 1)) return bound > 1 ? 'true' : 'undecided';
    if (!(Math.abs(factor - 1) > 0.2)) return 'undecided';
    if (isNear(bound, 1) && isNear(factor, 1 / 3)) return 'imprecise';
    return Math.abs(bound - 1) > 0.2 ? 'false' : 'undecided';
  },
} satisfies Claim<'torch-default' | 'torch-bound'>;
