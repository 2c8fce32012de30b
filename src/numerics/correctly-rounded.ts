import { powerOfTwo } from './bits.ts';
import { type DoubleDouble, sumOf } from './double-double.ts';
import * as wide from './elementary-double-double.ts';
import { isAngle } from './trigonometry.ts';

/**
 * exp, log, sin and cos as the float64 nearest to the true value, for streams that must agree with a C library: those under
 * NumPy and PyTorch (glibc 2.28 and later) come within 0.52 ulp for exp and log and 0.55 ulp for sin and cos, so they mostly
 * return the nearest float64 too.
 *
 * A value is computed with 104 bits and rounded once. It could go to the wrong neighbor only where the true value lies within
 * 2^-51 ulp of the middle between two float64: about one argument in 10^15.
 */

const TWO_TO_MINUS_53 = 1.1102230246251565e-16;

/** The float64 nearest to ln x. ln 0 = -Infinity; NaN for negative x. */
export function log(x: number): number {
  if (x > 0 && x < Infinity) return wide.log(x).high;
  return x === 0 ? -Infinity : x > 0 ? x : NaN;
}

/** The float64 nearest to e^x: Infinity from 709.79 on, subnormal numbers and 0 below -708.39. */
export function exp(x: number): number {
  if (!(x > -746 && x < 710)) return x > 0 ? Infinity : x < 0 ? 0 : x;
  // 1 + 2^-53 + 2^-107 lies above the middle of two float64 by less than a double-double can tell.
  if (x === TWO_TO_MINUS_53) return 1 + Number.EPSILON;
  const { k, value } = wide.exp(x);
  return timesPowerOfTwo(value, k);
}

/**
 * value * 2^k, rounded once. A subnormal result ends at 2^-1074: adding 2^(-1022-k) to the value makes float64 arithmetic
 * round it right there, and `rest`, what that addition lost, decides when it looks like a tie.
 */
function timesPowerOfTwo(value: DoubleDouble, k: number): number {
  const half = k >> 1; // 2^k alone may not be a float64
  const isSubnormal = k < -1021 && value.high < powerOfTwo(-1022 - k);
  if (!isSubnormal) return value.high * powerOfTwo(half) * powerOfTwo(k - half);
  const anchor = powerOfTwo(-1022 - k);
  const { high, low: rest } = sumOf(anchor, value.high);
  return (high + (rest + value.low) - anchor) * powerOfTwo(half) * powerOfTwo(k - half);
}

/** The float64 nearest to sin x for |x| <= 2^20. NaN for NaN and the infinities, RangeError for other x. */
export function sin(x: number): number {
  if (x === 0) return x; // keeps -0
  return isAngle(x, 'sin') ? wide.sin(x).high : NaN;
}

/** The float64 nearest to cos x for |x| <= 2^20. NaN for NaN and the infinities, RangeError for other x. */
export function cos(x: number): number {
  return isAngle(x, 'cos') ? wide.cos(x).high : NaN;
}
