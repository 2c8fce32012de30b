import { highWord, powerOfTwo } from './bits.ts';
import { LN2_HIGH, LN2_LOW } from './exp.ts';

const SMALLEST_NORMAL = 2.2250738585072014e-308; // 2^-1022
const TWO_TO_54 = 18014398509481984;

/**
 * k ln 2 + ln(1 + f) for sqrt(1/2) - 1 <= f <= sqrt(2) - 1.
 *
 * With s = f / (2 + f), ln(1 + f) = 2 atanh(s) = 2s + s R, R = 2 (s^2/3 + s^4/5 + ...), and 2s = f - f^2/2 + s f^2/2:
 * the exact f carries the result and every rounded term is small beside it (the arrangement of Sun's fdlibm, 1993).
 * |s| <= 0.172, so the first term left out, 2 s^22/23, is below 2^-59.
 */
function logSum(k: number, f: number): number {
  const s = f / (2 + f);
  const z = s * s;
  let series = 2 / 19 + z * (2 / 21);
  series = 2 / 17 + z * series;
  series = 2 / 15 + z * series;
  series = 2 / 13 + z * series;
  series = 2 / 11 + z * series;
  series = 2 / 9 + z * series;
  series = 2 / 7 + z * series;
  series = 2 / 5 + z * series;
  series = 2 / 3 + z * series;
  const halfSquare = 0.5 * f * f;
  // sum + error = k LN2_HIGH + f exactly (Dekker 1971), because k is 0 or ln 2 is larger than |f|.
  const multiple = k * LN2_HIGH;
  const sum = multiple + f;
  const error = multiple - sum + f;
  return sum + (error - (halfSquare - (s * (halfSquare + z * series) + k * LN2_LOW)));
}

/** ln(x 2^extraExponent) for a positive finite normal x; x 2^extraExponent = 2^k m, m in [sqrt(1/2), sqrt(2)]. */
function logNormal(x: number, extraExponent: number): number {
  const exponent = (highWord(x) >>> 20) - 1023;
  const m = x * powerOfTwo(-exponent); // in [1, 2), exact
  const k = exponent + extraExponent;
  return m < Math.SQRT2 ? logSum(k, m - 1) : logSum(k + 1, 0.5 * m - 1);
}

/** ln x for every positive float64, within 1 ulp. ln 0 = -Infinity; NaN for negative x. */
export function log(x: number): number {
  if (x > 0 && x < Infinity) {
    return x < SMALLEST_NORMAL ? logNormal(x * TWO_TO_54, -54) : logNormal(x, 0);
  }
  return x === 0 ? -Infinity : x > 0 ? x : NaN;
}
