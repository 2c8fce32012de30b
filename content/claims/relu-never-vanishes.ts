import type { Claim } from '#lesson/claim.ts';
import { signalRatio } from './shared/read.ts';
import { doshi } from './shared/sources.ts';

export default {
  source: doshi('使用RELU(z)作为激活函数时,梯度消失通常不会成为问题'),
  rows: ['zh-30', 'zh-39', 'zh-40'],
  runs: ['gradients-relu-small', 'gradients-relu-xavier', 'gradients-leaky-small'],
  shows: {
    'signal-relu-small': { significant: 2 },
    'signal-relu-xavier': { significant: 2 },
    'signal-leaky-small': { significant: 2 },
  },
  measure: (results) => ({
    'signal-relu-small': signalRatio(results, 'gradients-relu-small'),
    'signal-relu-xavier': signalRatio(results, 'gradients-relu-xavier'),
    'signal-leaky-small': signalRatio(results, 'gradients-leaky-small'),
  }),
  verdict: 'false',
  // No problem would be a tenth of the error signal left after twenty layers, whatever the start; a hundredth is a problem,
  // and 1e-6 is the end of learning in the first layers.
  judge: ({ 'signal-relu-small': small, 'signal-relu-xavier': xavier, 'signal-leaky-small': leaky }) => {
    if (small > 0.1 && xavier > 0.1 && leaky > 0.1) return 'true';
    return small < 1e-6 && xavier < 0.01 && leaky < 1e-6 ? 'false' : 'undecided';
  },
} satisfies Claim<'signal-relu-small' | 'signal-relu-xavier' | 'signal-leaky-small'>;
