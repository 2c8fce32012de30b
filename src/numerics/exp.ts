import { powerOfTwo } from './bits.ts';

// ln 2 = LN2_HIGH + LN2_LOW. The high part ends after 42 bits, so k * LN2_HIGH is exact for every |k| < 2^11.
export const LN2_HIGH = 0x2c5c85fdf47 / 0x40000000000;
export const LN2_LOW = 5.497923018708371e-14;

/**
 * e^r - 1 - r = r^2/2! + r^3/3! + ... + r^13/13! for |r| <= ln(2)/2.
 *
 * The first term left out, r^14/14!, is below 2^-57.
 */
export function expTail(r: number): number {
  let p = 1 / 479001600 + r * (1 / 6227020800);
  p = 1 / 39916800 + r * p;
  p = 1 / 3628800 + r * p;
  p = 1 / 362880 + r * p;
  p = 1 / 40320 + r * p;
  p = 1 / 5040 + r * p;
  p = 1 / 720 + r * p;
  p = 1 / 120 + r * p;
  p = 1 / 24 + r * p;
  p = 1 / 6 + r * p;
  return r * r * (0.5 + r * p);
}

/**
 * e^x for every float64, within 1 ulp; overflows to Infinity, underflows through the subnormal numbers to 0.
 *
 * With k the whole number nearest to x / ln 2 and r = x - k ln 2, e^x = 2^k e^r and |r| <= ln(2)/2
 * (Muller, Elementary Functions, 3rd ed. 2016, ch. 11). r is kept as high - low; high is exact.
 */
export function exp(x: number): number {
  const clamped = Math.min(Math.max(x, -746), 710); // beyond: 0 and Infinity
  const k = Math.floor(clamped * Math.LOG2E + 0.5);
  const high = clamped - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const expR = 1 + (high + (expTail(high - low) - low));
  // 2^k alone may not be a float64 (k from -1076 to 1024); two halves are, and only the last product can round.
  const half = k >> 1;
  return expR * powerOfTwo(half) * powerOfTwo(k - half);
}

/**
 * e^x - 1 for every float64, within 1 ulp, without the cancellation of exp(x) - 1 near 0.
 *
 * e^x - 1 = 2^k (e^r - 1 + 1 - 2^-k), with k and r as in `exp`.
 */
export function expm1(x: number): number {
  if (x === 0) return x; // keeps -0
  const clamped = Math.min(Math.max(x, -40), 710); // beyond: -1 and Infinity
  const k = Math.floor(clamped * Math.LOG2E + 0.5);
  const high = clamped - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const inverse = powerOfTwo(-k);
  const offset = 1 - inverse;
  const offsetError = 1 - offset - inverse; // not 0 only when 2^-k lies beyond the last bit of 1
  // sum + error = offset + high exactly (Dekker 1971), because offset is 0 or larger than |high|.
  const sum = offset + high;
  const error = offset - sum + high + offsetError;
  // expTail(r) grows by about r per unit of r: the part of r = high - low that was rounded away counts here.
  const r = high - low;
  const lost = high - r - low;
  const scaled = sum + (error + (expTail(r) + r * lost - low));
  const half = k >> 1;
  return scaled * powerOfTwo(half) * powerOfTwo(k - half);
}
