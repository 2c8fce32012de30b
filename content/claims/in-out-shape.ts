import { heUniform } from '#initializers/named-rows.ts';
import type { Claim } from '#lesson/claim.ts';
import { sampleVariance } from './shared/networks.ts';
import { aiDeepDive } from './shared/sources.ts';

const [inputs, outputs] = [784, 100];
const factor = (shape: readonly number[]) => inputs * sampleVariance(heUniform(), shape);

export default {
  source: aiDeepDive('weight = torch.empty(input_dim, output_dim)'),
  rows: ['ko-17', 'ko-20'],
  runs: [],
  shows: { 'shape-in-out': { significant: 3 }, 'shape-out-in': { significant: 3 } },
  measure: () => ({ 'shape-in-out': factor([inputs, outputs]), 'shape-out-in': factor([outputs, inputs]) }),
  verdict: 'false',
  // kaiming_uniform_ with fan_in is to give n_in Var[w] = 2; samples of 78,400 uniform numbers miss it by about 0.3%.
  judge: ({ 'shape-in-out': printed, 'shape-out-in': torch }) => {
    const isTwo = (value: number) => Math.abs(value / 2 - 1) < 0.02;
    if (isTwo(printed)) return 'true';
    return isTwo(torch) && Math.abs(printed / 2 - 1) > 0.2 ? 'false' : 'undecided';
  },
} satisfies Claim<'shape-in-out' | 'shape-out-in'>;
