import { float32Bits, float32FromBits } from './bits.ts';

/**
 * The number formats that networks are computed in. `largest` is the largest finite number, `smallestNormal` the smallest with
 * full precision, `smallest` the smallest above 0; what rounds to at least `overflow` becomes infinite.
 */
export interface NumberFormat {
  round(x: number): number;
  largest: number;
  overflow: number;
  smallestNormal: number;
  smallest: number;
}

export type FormatId = 'float32' | 'float16' | 'bfloat16';

/** 3/2 * 2^52: adding it to a float64 below 2^51 leaves no room for a fraction, so the sum is rounded to an integer, ties to even. */
const ROUNDER = 6755399441055744;
const TWO_TO_24 = 16777216;

/**
 * The nearest float16 (IEEE 754 binary16: 5 exponent and 10 fraction bits), ties to even, for a float64 x. From 65520 on,
 * halfway to the next power of two, the result is infinite; below 2^-14 the spacing stays 2^-24: subnormals.
 */
export function roundToFloat16(x: number): number {
  const size = Math.abs(x);
  if (!(size < 65520)) return Number.isNaN(x) ? x : x * Infinity;
  // In steps of `spacing`, the distance of neighbors; division by a power of two is exact.
  const spacing = size < 2 / 16384 ? 1 / TWO_TO_24 : spacingOf(size);
  const steps = x / spacing + ROUNDER - ROUNDER;
  return (steps === 0 ? x * 0 : steps) * spacing; // x * 0 keeps the sign of zero
}

/** The distance of neighboring float16 at size, 2^-13 <= size < 65520: a power of two, 2^-10 of the one below size. */
function spacingOf(size: number): number {
  let power = 2 / 16384;
  while (2 * power <= size) power *= 2;
  return power / 1024;
}

/**
 * The nearest bfloat16, ties to even, for a float32 x: the upper 16 bits of a float32, 8 of them fraction and its hidden bit.
 * A carry out of the fraction goes to the exponent, as it should, and out of the largest number to infinity.
 */
export function roundToBfloat16(x: number): number {
  if (Number.isNaN(x)) return x;
  const bits = float32Bits(x);
  const tieToEven = 0x7fff + ((bits >>> 16) & 1);
  return float32FromBits(((bits + tieToEven) & 0xffff0000) >>> 0);
}

const TWO_TO_MINUS_126 = 1.1754943508222875e-38;

/** IEEE 754-2019, table 3.5, and, for bfloat16, Kalamkar et al. 2019. */
export const formats: Readonly<Record<FormatId, NumberFormat>> = {
  float32: {
    round: Math.fround,
    largest: 3.4028234663852886e38, // (2 - 2^-23) 2^127
    overflow: 3.4028235677973366e38, // (2 - 2^-24) 2^127
    smallestNormal: TWO_TO_MINUS_126,
    smallest: TWO_TO_MINUS_126 / 8388608, // 2^-149
  },
  float16: {
    round: roundToFloat16,
    largest: 65504, // (2 - 2^-10) 2^15
    overflow: 65520,
    smallestNormal: 1 / 16384, // 2^-14
    smallest: 1 / TWO_TO_24,
  },
  bfloat16: {
    round: roundToBfloat16,
    largest: 3.3895313892515355e38, // (2 - 2^-7) 2^127
    overflow: 3.39617752923046e38, // (2 - 2^-8) 2^127
    smallestNormal: TWO_TO_MINUS_126,
    smallest: TWO_TO_MINUS_126 / 128, // 2^-133
  },
};

/** The formats' names. */
export const formatIds = Object.keys(formats) as FormatId[];

/** Rounds all values in place. */
export function roundAll(values: Float32Array, format: FormatId): void {
  if (format === 'float32') return; // they are
  const { round } = formats[format];
  for (let i = 0; i < values.length; i++) values[i] = round(values[i] as number);
}
