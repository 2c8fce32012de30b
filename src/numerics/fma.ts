import { highWord, isOdd, neighbor, powerOfTwo } from './bits.ts';
import { productOf, sumOf } from './double-double.ts';

const SMALL = powerOfTwo(-400);
const LARGE = powerOfTwo(400);

/** Whether products, and the rounding errors of products, stay clear of overflow and underflow. */
const isModerate = (x: number) => Math.abs(x) > SMALL && Math.abs(x) < LARGE;

/**
 * a b + c, rounded once: the fused multiply-add of processors, from + - * alone. Equal to theirs in every bit, unless the
 * result is subnormal, which may be rounded twice here.
 *
 * Source: Boldo and Melquiond, "Emulation of FMA and correctly rounded sums: proved algorithms using rounding to odd",
 * IEEE Transactions on Computers 57 (2008) 462-471.
 */
export function fma(a: number, b: number, c: number): number {
  if (a === 0 || b === 0 || c === 0) return a * b + c; // one rounding at most
  if (isModerate(a) && isModerate(b) && isModerate(c)) return fused(a, b, c);
  const finite = Math.abs(a) < Infinity && Math.abs(b) < Infinity && Math.abs(c) < Infinity;
  return finite ? fusedScaled(a, b, c) : a * b + c;
}

/** Makes values[i] into values[i] * factor + offset, rounded once, for start <= i < end; factor and offset are float32. */
export function fmaFloat32(values: Float32Array, start: number, end: number, factor: number, offset: number): void {
  // The product of two float32 is exact in float64.
  for (let i = start; i < end; i++) values[i] = sumToOdd((values[i] as number) * factor, offset);
}

/**
 * a b = high + low exactly; c joins low and then high, each time with its rounding error. Of the three parts that add up to
 * a b + c the two small ones are added with rounding to odd. The odd last bit stands for all that was cut off, so that the
 * last addition rounds as if it saw everything.
 */
function fused(a: number, b: number, c: number): number {
  const product = productOf(a, b);
  const inner = sumOf(c, product.low);
  const outer = sumOf(product.high, inner.high);
  return outer.high + sumToOdd(outer.low, inner.low);
}

/**
 * a + b if that is a float64, else the one of its two neighbors whose last bit is 1. The sum is `sumOf` written out: it runs
 * once for each weight, and would make an object each time.
 */
function sumToOdd(a: number, b: number): number {
  const high = a + b;
  const bRounded = high - a;
  const low = a - (high - bRounded) + (b - bRounded);
  return low === 0 || isOdd(high) ? high : neighbor(high, low > 0 !== high > 0);
}

/** Very large or small operands: a and b are scaled into [1, 2) by powers of two, c along with them, and the sum back. */
function fusedScaled(a: number, b: number, c: number): number {
  const [i, j] = [exponent(a), exponent(b)];
  const scaledC = timesPower(c, -i - j);
  if (Math.abs(scaledC) > LARGE) return c; // a b is far below the last bit of c
  // The bits of a b end at 2^-104; of a c far below them only the sign can matter.
  const visibleC = Math.abs(scaledC) < SMALL ? (c > 0 ? SMALL : -SMALL) : scaledC;
  return timesPower(fused(a * powerOfTwo(-i), b * powerOfTwo(-j), visibleC), i + j);
}

/** The k of |x| = 2^k m, m in [1, 2); for subnormal x that of the smallest normal number. */
const exponent = (x: number) => Math.max((highWord(x) >>> 20) & 0x7ff, 1) - 1023;

/** x 2^k for |k| <= 2046, in two steps, because 2^k alone may overflow. */
function timesPower(x: number, k: number): number {
  const half = Math.trunc(k / 2);
  return x * powerOfTwo(half) * powerOfTwo(k - half);
}
