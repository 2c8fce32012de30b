import { squareMoment } from '#experiments/mean-field.ts';
import type { Claim } from '#lesson/claim.ts';
import { takayanagi } from './shared/sources.ts';

export default {
  source: takayanagi('活性化関数にReLUやその 派生を使っているとき'),
  rows: ['ja-31'],
  runs: [],
  shows: { 'he-leaky': { significant: 3 }, 'he-selu': { significant: 3 } },
  // 2 E[phi(z)^2] of a standard normal z: what a wide layer of He weights makes of a second moment of 1.
  measure: () => ({ 'he-leaky': 2 * squareMoment('leakyRelu', 1), 'he-selu': 2 * squareMoment('selu', 1) }),
  verdict: 'imprecise',
  // A factor within 1% of one keeps the signal over fifty layers within a factor of 2; one of 1.1 multiplies it by 100.
  judge: ({ 'he-leaky': leaky, 'he-selu': selu }) => {
    const keeps = [leaky, selu].map((factor) => Math.abs(factor - 1) < 0.01);
    const fails = [leaky, selu].map((factor) => Math.abs(factor - 1) > 0.1);
    if (keeps.every(Boolean)) return 'true';
    if (fails.every(Boolean)) return 'false';
    return (keeps[0] && fails[1]) || (fails[0] && keeps[1]) ? 'imprecise' : 'undecided';
  },
} satisfies Claim<'he-leaky' | 'he-selu'>;
