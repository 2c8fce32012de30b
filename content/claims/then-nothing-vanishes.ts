import type { DepthSweepFrame } from '#experiments/depth-sweep.ts';
import type { Claim } from '#lesson/claim.ts';
import { doshi } from './shared/sources.ts';

export default {
  source: doshi('因此,梯度不会消失或爆炸'),
  rows: ['zh-52'],
  runs: ['depth-backward'],
  shows: { 'he-average': { significant: 2 }, 'he-low': { significant: 2 }, 'he-high': { significant: 2 } },
  measure: (results) => {
    const { theory, low, high } = results<DepthSweepFrame>('depth-backward');
    // The error signal enters with second moment 1. The last entry is the input, the one before it layer 1.
    const inLayerOne = (values: readonly number[]) => values.at(-2) ?? Number.NaN;
    return { 'he-average': inLayerOne(theory), 'he-low': inLayerOne(low), 'he-high': inLayerOne(high) };
  },
  verdict: 'imprecise',
  // On average the rule keeps the error signal. If it did so for every start, nine of ten seeds would lie within a factor of 2
  // around that, a band of 4 from end to end; twice as wide a band is a spread of its own.
  judge: ({ 'he-average': average, 'he-low': low, 'he-high': high }) => {
    const isKept = Math.abs(average - 1) < 0.01;
    if (!isKept) return average < 0.5 || average > 2 ? 'false' : 'undecided';
    if (low > average / 2 && high < 2 * average) return 'true';
    return high > 8 * low ? 'imprecise' : 'undecided';
  },
} satisfies Claim<'he-average' | 'he-low' | 'he-high'>;
