import type { Claim } from '#lesson/claim.ts';
import { signalRatio } from './shared/read.ts';
import { doshi } from './shared/sources.ts';

export default {
  source: doshi('使用RELU(z)作为激活函数时,梯度消失通常不会成为问题'),
  rows: ['zh-30'],
  runs: ['gradients-relu', 'gradients-relu-xavier', 'gradients-relu-small'],
  shows: {
    'signal-relu-he': { significant: 2 },
    'signal-relu-xavier': { significant: 2 },
    'signal-relu-small': { significant: 2 },
  },
  measure: (results) => ({
    'signal-relu-he': signalRatio(results, 'gradients-relu'),
    'signal-relu-xavier': signalRatio(results, 'gradients-relu-xavier'),
    'signal-relu-small': signalRatio(results, 'gradients-relu-small'),
  }),
  verdict: 'imprecise',
  // No problem would be a tenth of the error signal left after twenty layers; a hundredth is a problem. Three starts are
  // tried, since the sentence speaks of the activation alone: true if all keep the signal, false if none does.
  judge: (measured) => {
    const signals = Object.values(measured);
    const [kept, lost] = [signals.map((signal) => signal > 0.1), signals.map((signal) => signal < 0.01)];
    if (!signals.every((_, i) => kept[i] || lost[i])) return 'undecided';
    return kept.every(Boolean) ? 'true' : lost.every(Boolean) ? 'false' : 'imprecise';
  },
} satisfies Claim<'signal-relu-he' | 'signal-relu-xavier' | 'signal-relu-small'>;
