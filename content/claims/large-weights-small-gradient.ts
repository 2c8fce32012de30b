import type { Claim } from '#lesson/claim.ts';
import { signalRatio } from './shared/read.ts';
import { doshi } from './shared/sources.ts';

export default {
  source: doshi('在sigmoid(z)和tanh(z)的情况下,如果权重值很大,那么梯度将会很小'),
  rows: ['zh-27', 'zh-28', 'zh-29'],
  runs: ['gradients-sigmoid-large', 'gradients-large'],
  shows: { 'signal-sigmoid-large': { significant: 2 }, 'signal-tanh-large': { significant: 2 } },
  measure: (results) => ({
    'signal-sigmoid-large': signalRatio(results, 'gradients-sigmoid-large'),
    'signal-tanh-large': signalRatio(results, 'gradients-large'),
  }),
  verdict: 'false',
  // Small would be less than a hundredth after twenty layers, for both activations.
  judge: ({ 'signal-sigmoid-large': sigmoid, 'signal-tanh-large': tanh }) => {
    if (sigmoid < 0.01 && tanh < 0.01) return 'true';
    return sigmoid > 0.1 && tanh > 10 ? 'false' : 'undecided';
  },
} satisfies Claim<'signal-sigmoid-large' | 'signal-tanh-large'>;
