import type { SymmetryFrame } from '#experiments/symmetry.ts';
import type { Claim } from '#lesson/claim.ts';
import { takayanagi } from './shared/sources.ts';

export default {
  source: takayanagi('初期値が a₁=a₂, a₃=a₄, b₁=b₂ を満たしていると対称性を保存してしまう'),
  rows: ['ja-11'],
  runs: ['symmetry-equal'],
  shows: { 'unit-difference': { significant: 2 }, 'training-steps': 'integer' },
  measure: (results) => {
    const { incomingDifference, outgoingDifference, points } = results<SymmetryFrame>('symmetry-equal');
    return {
      'unit-difference': Math.max(...incomingDifference, ...outgoingDifference),
      'training-steps': points.at(-1) ?? Number.NaN,
    };
  },
  verdict: 'true',
  // Equal float32 numbers, not nearly equal ones, and for long enough that any difference would have grown.
  judge: ({ 'unit-difference': difference, 'training-steps': steps }) => {
    if (difference > 0) return 'false';
    return difference === 0 && steps >= 1000 ? 'true' : 'undecided';
  },
} satisfies Claim<'unit-difference' | 'training-steps'>;
