import { gradientOf, lossOf, type TwoTwoOne, type TwoTwoOneLoss } from '#experiments/two-two-one.ts';
import type { Claim } from '#lesson/claim.ts';
import { takayanagi } from './shared/sources.ts';

const network: TwoTwoOne = { a1: 0.4, a2: -0.7, b1: 0.1, b2: -0.2, a3: 0.9, a4: -0.5, b3: 0.3 };
const [x, target, step] = [1.3, 1, 1e-4];
const six = ['a1', 'a2', 'b1', 'b2', 'a3', 'a4'] as const;

/** A derivative by central differences, of error step^2. */
function slope(name: (typeof six)[number], loss: TwoTwoOneLoss): number {
  const moved = (by: number) => lossOf({ ...network, [name]: network[name] + by }, x, target, loss);
  return (moved(step) - moved(-step)) / (2 * step);
}

/** Numerical derivative over the formula of the slides, which is that of the cross-entropy: of six the one farthest from 1. */
function farthestRatio(loss: TwoTwoOneLoss): number {
  const formulas = gradientOf(network, x, target, 'crossEntropy');
  const ratios = six.map((name) => slope(name, loss) / formulas[name]);
  return ratios.reduce((worst, ratio) => (Math.abs(ratio - 1) > Math.abs(worst - 1) ? ratio : worst));
}

export default {
  source: takayanagi('正解をtとして勾配を計算すると'),
  rows: ['ja-10'],
  runs: [],
  shows: { 'formula-cross-entropy': { significant: 6 }, 'formula-squared-error': { significant: 3 } },
  measure: () => ({
    'formula-cross-entropy': farthestRatio('crossEntropy'),
    'formula-squared-error': farthestRatio('squaredError'),
  }),
  verdict: 'imprecise',
  // Right formulas have ratio 1, up to the error of the differences; the slides do not say which loss they are of.
  judge: ({ 'formula-cross-entropy': entropy, 'formula-squared-error': squared }) => {
    const [first, second] = [entropy, squared].map((ratio) => Math.abs(ratio - 1)) as [number, number];
    if (first < 1e-6 && second < 1e-6) return 'true';
    if (first > 0.1 && second > 0.1) return 'false';
    return first < 1e-6 && second > 0.1 ? 'imprecise' : 'undecided';
  },
} satisfies Claim<'formula-cross-entropy' | 'formula-squared-error'>;
