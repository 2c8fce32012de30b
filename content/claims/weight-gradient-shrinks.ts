import type { Claim } from '#lesson/claim.ts';
import { gradientRatio } from './shared/read.ts';
import { doshi } from './shared/sources.ts';

export default {
  source: doshi('任何激活函数abs(dW)值将随着反向传播过程中每一层向后移动而变得越来越小'),
  rows: ['zh-23', 'zh-24'],
  runs: ['gradients-sigmoid-lecun', 'gradients-relu-small', 'gradients-large'],
  shows: {
    'gradient-sigmoid': { significant: 2 },
    'gradient-relu-small': { significant: 2 },
    'gradient-tanh-large': { significant: 2 },
  },
  measure: (results) => ({
    'gradient-sigmoid': gradientRatio(results, 'gradients-sigmoid-lecun'),
    'gradient-relu-small': gradientRatio(results, 'gradients-relu-small'),
    'gradient-tanh-large': gradientRatio(results, 'gradients-large'),
  }),
  verdict: 'false',
  // “Any activation” is refuted by one in which layer 1 has at least half the gradient of layer 20. If the sigmoid did not
  // shrink it either, the statement would be true of nothing, and we should look at our test.
  judge: (measured) => {
    const ratios = Object.values(measured);
    if (ratios.every((ratio) => ratio < 0.1)) return 'true';
    const { 'gradient-sigmoid': sigmoid, 'gradient-relu-small': relu, 'gradient-tanh-large': tanh } = measured;
    return sigmoid < 1e-6 && relu > 0.5 && tanh > 0.5 ? 'false' : 'undecided';
  },
} satisfies Claim<'gradient-sigmoid' | 'gradient-relu-small' | 'gradient-tanh-large'>;
