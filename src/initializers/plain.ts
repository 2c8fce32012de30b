import { checkFinite, shown } from '#numerics/check-finite.ts';
import { checkNormalLaw, checkUniformLaw } from '#random/generator-checks.ts';
import { shareBetween } from '#random/truncated-normal.ts';
import { initializer } from './initializer.ts';

/**
 * Every weight has this value. Two units that start equal stay equal: see the lesson on symmetry.
 *
 * NaN and the infinities are values too, as in `torch.nn.init.constant_`: a weight that is still NaN later was never set.
 *
 * @throws TypeError if the value is no number
 */
export const constant = (value: number) => {
  if (typeof value !== 'number') throw new TypeError(`constant needs a number, got ${shown(value)}: try constant(0)`);
  return initializer(() => ({ kind: 'constant', value }));
};

/** Every weight is 0. */
export const zeros = () => constant(0);

/** Every weight is 1. */
export const ones = () => constant(1);

/** N(mean, std^2), whatever the shape. `std` is a standard deviation; 0 is legal. */
export const normal = ({ mean = 0, std = 1 }: { mean?: number; std?: number } = {}) => {
  checkNormalLaw(mean, std);
  return initializer(() => ({ kind: 'normal', mean, std }));
};

/** U[low, high), whatever the shape; low = high is legal. Its variance is (high - low)^2 / 12. */
export const uniform = ({ low = 0, high = 1 }: { low?: number; high?: number } = {}) => {
  checkUniformLaw(low, high);
  return initializer(() => ({ kind: 'uniform', low, high }));
};

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
  checkFinite('truncatedNormal', 'mean', mean);
  checkFinite('truncatedNormal', 'std', std, '> 0');
  if (!(typeof low === 'number' && typeof high === 'number' && low <= high)) {
    throw new RangeError(`truncatedNormal needs low <= high, got low ${shown(low)} and high ${shown(high)}`);
  }
  const parent = { parentMean: mean, parentStd: std, low, high };
  const share = shareBetween(parent);
  if (!(share >= SMALLEST_SHARE)) {
    throw new RangeError(
      `truncatedNormal needs ${SMALLEST_SHARE} of N(${mean}, ${std}^2) between low and high, got ${share} in [${low}, ${high}]: move them`,
    );
  }
  return initializer(() => ({ kind: 'truncatedNormal', ...parent }));
};
