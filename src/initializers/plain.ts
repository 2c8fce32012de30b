import { shareBetween } from '#random/truncated-normal.ts';
import { initializer } from './initializer.ts';

/** Every weight has this value. Two units that start equal stay equal: see the lesson on symmetry. */
export const constant = (value: number) => {
  if (typeof value !== 'number') throw new TypeError(`constant needs a number, got ${value}: try constant(0)`);
  return initializer(() => ({ kind: 'constant', value }));
};

/** Every weight is 0. */
export const zeros = () => constant(0);

/** Every weight is 1. */
export const ones = () => constant(1);

/** N(mean, std^2), whatever the shape. `std` is a standard deviation; 0 is legal. */
export const normal = ({ mean = 0, std = 1 }: { mean?: number; std?: number } = {}) =>
  initializer(() => ({ kind: 'normal', mean, std }));

/** U[low, high), whatever the shape; low = high is legal. Its variance is (high - low)^2 / 12. */
export const uniform = ({ low = 0, high = 1 }: { low?: number; high?: number } = {}) =>
  initializer(() => ({ kind: 'uniform', low, high }));

export interface TruncatedNormalOptions {
  /** Mean and standard deviation before the cut. */
  mean?: number;
  std?: number;
  /** The cutoffs, in the unit of the weights. */
  low?: number;
  high?: number;
}

const SMALLEST_SHARE = 0.001;

/**
 * N(mean, std^2) cut to [low, high], as `torch.nn.init.trunc_normal_` does up to PyTorch 2.11.
 *
 * `low` and `high` are values of a weight, not multiples of `std`: with std 0.02 the default cutoffs of +-2 lie at a
 * hundred standard deviations and cut nothing. The standard deviation of what is left is smaller than `std`; ask
 * `distributionStd(truncatedNormal(...).distribution(shape))`. Nothing is corrected here; `varianceScaling` does that.
 *
 * At least a thousandth of the normal distribution has to lie between the cutoffs: further out PyTorch's float32 uniforms
 * are too coarse to draw from.
 */
export const truncatedNormal = ({ mean = 0, std = 1, low = -2, high = 2 }: TruncatedNormalOptions = {}) => {
  if (!(std > 0 && std < Infinity)) throw new RangeError(`truncatedNormal needs a finite std > 0, got ${std}`);
  if (!(low <= high)) throw new RangeError(`truncatedNormal needs low <= high, got low ${low} and high ${high}`);
  const parent = { parentMean: mean, parentStd: std, low, high };
  const share = shareBetween(parent);
  if (!(share >= SMALLEST_SHARE)) {
    throw new RangeError(
      `truncatedNormal needs ${SMALLEST_SHARE} of N(${mean}, ${std}^2) between low and high, got ${share} in [${low}, ${high}]: move them`,
    );
  }
  return initializer(() => ({ kind: 'truncatedNormal', ...parent }));
};
