/**
 * The bits of floating-point numbers (IEEE 754), seen through typed arrays that share one buffer.
 *
 * A float64 is one sign bit, 11 exponent bits (biased by 1023) and 52 fraction bits. The high word holds the sign, the
 * exponent and the first 20 fraction bits; the low word holds the other 32.
 */
const float64 = new Float64Array(1);
const words = new Uint32Array(float64.buffer);
const bits64 = new BigUint64Array(float64.buffer);

const float32 = new Float32Array(1);
const bits32 = new Uint32Array(float32.buffer);

// 1 = 0x3ff00000_00000000: whichever word of it is not zero is the high one. This keeps the file right on any byte order.
float64[0] = 1;
const HIGH = words[0] === 0 ? 1 : 0;

/** Sign, exponent and first 20 fraction bits of a float64, as an unsigned integer. */
export function highWord(x: number): number {
  float64[0] = x;
  return words[HIGH] as number;
}

/** Whether the last fraction bit of a float64 is 1. */
export function isOdd(x: number): boolean {
  float64[0] = x;
  return ((words[1 - HIGH] as number) & 1) === 1;
}

/** The float64 after x on the way from 0 outwards, or the one before it if `inwards`; x is finite and not 0. */
export function neighbor(x: number, inwards: boolean): number {
  float64[0] = x;
  const low = words[1 - HIGH] as number;
  words[1 - HIGH] = inwards ? low - 1 : low + 1; // modulo 2^32
  if (low === (inwards ? 0 : 0xffffffff)) words[HIGH] = (words[HIGH] as number) + (inwards ? -1 : 1);
  return float64[0] as number;
}

const SMALLEST_EXPONENT = -1074;
const powers = new Float64Array(1024 - SMALLEST_EXPONENT);
for (let i = 0, power = 5e-324; i < powers.length; i++, power *= 2) powers[i] = power;

/**
 * 2^k for a whole k in -1074...1023, from a table: writing the exponent bits and reading them back takes longer.
 * `| 0` keeps the index an integer; a NaN on its way through `exp` reads some entry and stays NaN.
 */
export function powerOfTwo(k: number): number {
  return powers[(k - SMALLEST_EXPONENT) | 0] as number;
}

/** All 64 bits of a float64. */
export function float64Bits(x: number): bigint {
  float64[0] = x;
  return bits64[0] as bigint;
}

/** The float64 with these 64 bits. */
export function float64FromBits(bits: bigint): number {
  bits64[0] = bits;
  return float64[0] as number;
}

/** The 32 bits of x rounded to float32. */
export function float32Bits(x: number): number {
  float32[0] = x;
  return bits32[0] as number;
}

/** The float32 with these 32 bits. */
export function float32FromBits(bits: number): number {
  bits32[0] = bits;
  return float32[0] as number;
}
