import { drawExamples } from '#experiments/symmetry-network.ts';
import type { Claim } from '#lesson/claim.ts';
import { lossAfterTraining } from './shared/networks.ts';
import { doshi } from './shared/sources.ts';

export default {
  source: doshi('这样的操作将使得模型等价于一个线性模型'),
  rows: ['zh-15', 'zh-19'],
  runs: [],
  shows: {
    'loss-linear': { significant: 3 },
    'loss-zero-tanh': { significant: 3 },
    'loss-zero-sigmoid': { significant: 3 },
  },
  measure: () => {
    const examples = drawExamples();
    return {
      'loss-linear': lossAfterTraining([2, 1], 'linear', examples),
      'loss-zero-tanh': lossAfterTraining([2, 4, 1], 'tanh', examples),
      'loss-zero-sigmoid': lossAfterTraining([2, 4, 1], 'sigmoid', examples),
    };
  },
  verdict: 'imprecise',
  // Equivalent models reach the same loss; a fifth more is another model. It is said of every activation.
  judge: ({ 'loss-linear': linear, 'loss-zero-tanh': tanh, 'loss-zero-sigmoid': sigmoid }) => {
    const equals = [tanh, sigmoid].map((loss) => Math.abs(loss / linear - 1) < 0.1);
    const differs = [tanh, sigmoid].map((loss) => Math.abs(loss / linear - 1) > 0.2);
    if (equals.every(Boolean)) return 'true';
    if (differs.every(Boolean)) return 'false';
    return (equals[0] && differs[1]) || (differs[0] && equals[1]) ? 'imprecise' : 'undecided';
  },
} satisfies Claim<'loss-linear' | 'loss-zero-tanh' | 'loss-zero-sigmoid'>;
