import type { Initializer } from '#initializers/initializer.ts';
import { lecunNormal } from '#initializers/named-rows.ts';
import { orthogonal } from '#initializers/orthogonal.ts';
import { matmulNT } from '#kernels/matmul.ts';
import type { Claim } from '#lesson/claim.ts';
import { secondMoment } from '#numerics/moments.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import { normalNumbers, seed } from './shared/networks.ts';
import { doshi } from './shared/sources.ts';

const [n, times, seeds] = [100, 100, 9];

/** The second moment after so many linear layers, over that of the input: one matrix again and again, or a new one each. */
function growth(initializer: Initializer, weights: 'same' | 'fresh', from: number): number {
  const generator = torchGenerator(from);
  let [x, next]: [Float32Array, Float32Array] = [normalNumbers(n), new Float32Array(n)];
  let matrix = initializer([n, n], generator);
  const before = secondMoment(x);
  for (let step = 0; step < times; step++) {
    if (weights === 'fresh' && step > 0) matrix = initializer([n, n], generator);
    matmulNT(x, matrix, next, 1, n, n);
    [x, next] = [next, x];
  }
  return secondMoment(x) / before;
}

/** The largest of nine seeds. */
const largest = (initializer: Initializer, weights: 'same' | 'fresh') =>
  Math.max(...Array.from({ length: seeds }, (_, i) => growth(initializer, weights, seed + i)));

export default {
  source: doshi('文中提及的权重初始化方法均可以应用于普通的神经网络、卷积神经网络和递归神经网络之中'),
  rows: ['zh-01'],
  runs: [],
  shows: {
    'fresh-growth': { significant: 2 },
    'same-growth': { significant: 2 },
    'orthogonal-growth': { significant: 3 },
  },
  measure: () => ({
    'fresh-growth': largest(lecunNormal(), 'fresh'),
    'same-growth': largest(lecunNormal(), 'same'),
    'orthogonal-growth': growth(orthogonal(), 'same', seed),
  }),
  verdict: 'imprecise',
  // Applicable means that of nine starts the largest ends between a millionth and a hundred. If fresh matrices pass,
  // one matrix a hundred times grows more than a millionfold, and an orthogonal one passes, the rule serves one kind of
  // network and not the other.
  judge: ({ 'fresh-growth': fresh, 'same-growth': same, 'orthogonal-growth': turned }) => {
    const isKept = (moment: number) => moment > 1e-6 && moment < 100;
    if (!isKept(turned)) return 'undecided';
    if (isKept(fresh)) return isKept(same) ? 'true' : same > 1e6 ? 'imprecise' : 'undecided';
    return isKept(same) ? 'undecided' : fresh > 0 && same > 0 ? 'false' : 'undecided';
  },
} satisfies Claim<'fresh-growth' | 'same-growth' | 'orthogonal-growth'>;
