import { highWord, powerOfTwo } from './bits.ts';

/**
 * ln(1 + x) by the algorithm of fdlibm (Sun Microsystems 1993, s_log1p.c), to its last bit.
 *
 * Most C libraries and engines compute log1p in this way, and NumPy's normal numbers show its last bit. So thresholds, constants
 * and the order of operations are fdlibm's, also where `log.ts` would be more accurate; the error stays below 1 ulp.
 */

// ln 2 in two parts; the first ends after 32 bits, so its product with k is exact.
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
// A minimax polynomial for 2 s^2/3 + 2 s^4/5 + ... + 2 s^14/15, |s| <= 0.1716, with an error below 2^-58.45
const LP1 = 0.6666666666666735;
const LP2 = 0.3999999999940942;
const LP3 = 0.2857142874366239;
const LP4 = 0.22222198432149784;
const LP5 = 0.1818357216161805;
const LP6 = 0.15313837699209373;
const LP7 = 0.14798198605116586;

// fdlibm compares high words, so its sqrt(1/2) - 1, sqrt(2) - 1 and sqrt(2) have 20 binary digits.
const LOWEST_F = -0x12bec4 / 0x400000;
const HIGHEST_F = 0x1a827a / 0x400000;
const SQRT2 = 0x16a09e / 0x100000;

/** k ln 2 + ln(1 + f) + correction, with s = f / (2 + f) as in `log.ts`; the correction is left out where k is 0. */
function logSum(k: number, f: number, correction: number): number {
  const halfSquare = 0.5 * f * f;
  const s = f / (2 + f);
  const z = s * s;
  const series = z * (LP1 + z * (LP2 + z * (LP3 + z * (LP4 + z * (LP5 + z * (LP6 + z * LP7))))));
  if (k === 0) return f - (halfSquare - s * (halfSquare + series));
  const low = k * LN2_LOW + correction;
  // Next to a power of two, three terms of the Taylor series are enough.
  if (f >= -3 / 0x200000 && f < 1 / 0x100000) {
    return k * LN2_HIGH - (halfSquare * (1 - (2 / 3) * f) - low - f);
  }
  return k * LN2_HIGH - (halfSquare - (s * (halfSquare + series) + low) - f);
}

/** ln(1 + x) for every x > -1, within 1 ulp, also where 1 + x rounds. ln(1 - 1) = -Infinity; NaN below. */
export function log1p(x: number): number {
  if (x <= -1) return x === -1 ? -Infinity : NaN;
  const size = Math.abs(x);
  if (size < 1 / 0x20000000) return size < 1 / 0x40000000000000 ? x : x - x * x * 0.5; // below 2^-29 and 2^-54
  if (x > LOWEST_F && x < HIGHEST_F) return logSum(0, x, 0);
  const u = 1 + x;
  if (!(u < Infinity)) return u;
  const k = (highWord(u) >>> 20) - 1023;
  const lost = k > 0 ? 1 - (u - x) : x - (u - 1); // 1 + x = u + lost, and ln(u + lost) = ln u + lost/u
  const m = u * powerOfTwo(-k); // in [1, 2), exact
  return m < SQRT2 ? logSum(k, m - 1, lost / u) : logSum(k + 1, 0.5 * m - 1, lost / u);
}
