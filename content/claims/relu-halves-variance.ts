import type { Claim } from '#lesson/claim.ts';
import { secondMoment, variance } from '#numerics/moments.ts';
import { normalNumbers } from './shared/networks.ts';

export default {
  source: { work: 'Blogs, visualizers and comments in code', edition: 'often repeated; told in our words' },
  rows: [],
  runs: [],
  shows: { 'relu-second-moment': { decimals: 3 }, 'relu-variance': { decimals: 3 } },
  measure: () => {
    const h = normalNumbers(262144).map((z) => Math.max(z, 0));
    return { 'relu-second-moment': secondMoment(h), 'relu-variance': variance(h) };
  },
  verdict: 'false',
  // z has variance 1. Of 262,144 values the standard error of either number is 0.0022 or less, so 0.01 is four of them and
  // more; the variance of a halved one would be within it of 1/2.
  judge: ({ 'relu-second-moment': moment, 'relu-variance': variance }) => {
    const isHalf = (value: number) => Math.abs(value - 0.5) < 0.01;
    if (isHalf(variance)) return 'true';
    return isHalf(moment) && Math.abs(variance - 0.5) > 0.1 ? 'false' : 'undecided';
  },
} satisfies Claim<'relu-second-moment' | 'relu-variance'>;
