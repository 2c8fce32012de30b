import { float32Bits } from '#numerics/bits.ts';

/** How many values lie in [2^k, 2^(k+1)), for k = lowest, lowest + 1, ...: a histogram over powers of two. */
export interface Magnitudes {
  lowest: number;
  /** Of all values, also of those that have no magnitude: 0, infinity and NaN. */
  shares: number[];
}

const BIAS = 127;
const SUBNORMALS = 149; // the smallest float32 is 2^-149
const TWO_TO_32 = 0x100000000;

/** Counts float32 values by their magnitude |x|; empty if all are 0, infinite or NaN. */
export function countMagnitudes(values: Float32Array): Magnitudes {
  const counts = new Uint32Array(SUBNORMALS + BIAS + 1);
  for (let i = 0; i < values.length; i++) {
    const exponent = exponentOf(values[i] as number);
    if (exponent !== undefined) counts[exponent + SUBNORMALS] = (counts[exponent + SUBNORMALS] as number) + 1;
  }
  const first = counts.findIndex((count) => count > 0);
  if (first < 0) return { lowest: 0, shares: [] };
  const last = counts.findLastIndex((count) => count > 0);
  const shares = Array.from(counts.subarray(first, last + 1), (count) => count / values.length);
  return { lowest: first - SUBNORMALS, shares };
}

/** The k with 2^k <= |x| < 2^(k+1), from the exponent bits; below 2^-126 those of x 2^32, which is exact. */
function exponentOf(x: number): number | undefined {
  if (x === 0 || !(Math.abs(x) < Infinity)) return undefined;
  const biased = (float32Bits(x) >>> 23) & 0xff;
  return biased > 0 ? biased - BIAS : ((float32Bits(x * TWO_TO_32) >>> 23) & 0xff) - BIAS - 32;
}
