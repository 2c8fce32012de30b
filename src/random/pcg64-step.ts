/**
 * The arithmetic of PCG64: numbers of 128 bits as four words of 32 bits, the lowest first.
 *
 * JavaScript has no fast integers of that size. Products of words are split into exact halves, and sums of words are exact
 * float64; this is twice as fast as products of 16-bit words, and far faster than bigint.
 */

const TWO_TO_MINUS_32 = 1 / 0x100000000;

// The multiplier 2549297995355413924 * 2^64 + 4865540595714422341 in words of 32 bits, the lowest first.
const M0 = 0x9fccf645;
const M1 = 0x4385df64;
const M2 = 0x1fc65da4;
const M3 = 0x2360ed05;

/** The low word of the product of two words. */
const lowProduct = (a: number, b: number): number => Math.imul(a, b) >>> 0;

/**
 * The high word. The product has up to 64 bits, of which a float64 keeps 53: without its low word it is a multiple of 2^32 but
 * for an error of at most 2^11, so rounding to the nearest multiple is exact.
 */
const highProduct = (a: number, b: number): number => Math.floor((a * b - lowProduct(a, b)) * TWO_TO_MINUS_32 + 0.5);

/** What a sum of words passes on to the next higher word. */
const carry = (sum: number): number => Math.floor(sum * TWO_TO_MINUS_32);

/**
 * state * multiplier + increment modulo 2^128, in place: a product column by column, as on paper. A column sums at most nine
 * words, which float64 does exactly.
 */
export function pcg64Step(state: Uint32Array, increment: Uint32Array): void {
  const s0 = state[0] as number;
  const s1 = state[1] as number;
  const s2 = state[2] as number;
  const s3 = state[3] as number;
  const column0 = (increment[0] as number) + lowProduct(s0, M0);
  const column1 =
    (increment[1] as number) + carry(column0) + highProduct(s0, M0) + lowProduct(s0, M1) + lowProduct(s1, M0);
  const column2 =
    (increment[2] as number) +
    carry(column1) +
    (highProduct(s0, M1) + highProduct(s1, M0)) +
    (lowProduct(s0, M2) + lowProduct(s1, M1) + lowProduct(s2, M0));
  const column3 =
    (increment[3] as number) +
    carry(column2) +
    (highProduct(s0, M2) + highProduct(s1, M1) + highProduct(s2, M0)) +
    (lowProduct(s0, M3) + lowProduct(s1, M2) + lowProduct(s2, M1) + lowProduct(s3, M0));
  state[0] = column0; // a Uint32Array keeps the low 32 bits
  state[1] = column1;
  state[2] = column2;
  state[3] = column3;
}

/** Words, the lowest first, as one number. */
export const joinWords = (words: ArrayLike<number>): bigint =>
  Array.from(words).reduceRight((sum, word) => (sum << 32n) | BigInt(word), 0n);
/** The 128 low bits of a number as words. */
export const splitWords = (x: bigint): Uint32Array =>
  Uint32Array.from([0n, 32n, 64n, 96n], (bits) => Number((x >> bits) & 0xffffffffn));
