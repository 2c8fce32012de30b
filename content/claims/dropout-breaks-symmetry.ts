import type { SymmetryFrame } from '#experiments/symmetry.ts';
import type { Claim } from '#lesson/claim.ts';
import { diveIntoDeepLearning } from './shared/sources.ts';

export default {
  source: diveIntoDeepLearning(
    'while minibatch stochastic gradient descent would not break this symmetry, dropout regularization (to be introduced later) would!',
  ),
  rows: ['ja-12'],
  runs: ['symmetry-equal', 'symmetry-dropout'],
  shows: { 'unit-difference': { significant: 2 }, 'unit-difference-dropout': { significant: 2 } },
  measure: (results) => {
    const largest = ({ incomingDifference }: SymmetryFrame) => Math.max(...incomingDifference);
    return {
      'unit-difference': largest(results('symmetry-equal')),
      'unit-difference-dropout': largest(results('symmetry-dropout')),
    };
  },
  verdict: 'true',
  // Mini-batches must leave the units equal to the last bit; with dropout they must differ by more than rounding could do.
  judge: ({ 'unit-difference': plain, 'unit-difference-dropout': dropout }) => {
    if (plain > 0 || dropout === 0) return 'false';
    return plain === 0 && dropout > 0.01 ? 'true' : 'undecided';
  },
} satisfies Claim<'unit-difference' | 'unit-difference-dropout'>;
