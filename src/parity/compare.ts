import { float32Bits, float32FromBits, float64Bits, float64FromBits } from '#numerics/bits.ts';
import type { Floats } from '#random/generator.ts';
import type { GoldenArray } from './golden-array.ts';
import { sha256 } from './sha256.ts';

/**
 * How a case that passes agrees: to the last bit; within its tolerance; at both ends of a long array, of whose middle nothing
 * is known because its digest differs; or, for a wrong call, by a documented rule of being stricter than the framework.
 */
export type Agreement = 'exact' | 'close' | 'endsOnly' | 'stricter';

const fromTheWeakest: readonly Agreement[] = ['stricter', 'endsOnly', 'close'];

/** Several agreements together are as good as the weakest. */
export const weakest = (agreements: readonly Agreement[]): Agreement =>
  fromTheWeakest.find((each) => agreements.includes(each)) ?? 'exact';

/** How far a value of ours may be from the golden one. */
export interface Tolerance {
  /** As shown in messages: "the same bits", "2 ulp". */
  text: string;
  allows(ours: number, golden: number, dtype: GoldenArray['dtype']): boolean;
  /** Must the digest of a long array agree as well? Where last bits may differ it cannot, and the ends alone decide. */
  digest: boolean;
}

const sameBits = (a: number, b: number) => Object.is(a, b); // NaN is NaN: JavaScript does not keep its payload

export const exactly: Tolerance = { text: 'the same bits', allows: sameBits, digest: true };

/** |a - b| of at most `most` ulp of the larger. */
export const withinUlp = (most: number): Tolerance => ({
  text: `${most} ulp`,
  allows: (a, b, dtype) => sameBits(a, b) || Math.abs(a - b) <= most * ulp(Math.max(Math.abs(a), Math.abs(b)), dtype),
  digest: false,
});

/** |a - b| of at most `most`. */
export const withinAbsolute = (most: number): Tolerance => ({
  text: String(most),
  allows: (a, b) => sameBits(a, b) || Math.abs(a - b) <= most,
  digest: false,
});

/** The same bits, but for those golden values of which `doubtful` is true: they may be 1 ulp off. */
export const exactlyBut = (doubtful: (golden: number) => boolean): Tolerance => ({
  text: 'the same bits, 1 ulp in the tail',
  allows: (a, b, dtype) => sameBits(a, b) || (doubtful(b) && withinUlp(1).allows(a, b, dtype)),
  digest: true,
});

/** The distance from x >= 0 to the next larger number of its kind. */
export function ulp(x: number, dtype: GoldenArray['dtype']): number {
  return dtype === 'f32' ? float32FromBits(float32Bits(x) + 1) - x : float64FromBits(float64Bits(x) + 1n) - x;
}

/**
 * Compares an array of ours with a golden one.
 *
 * @throws an Error that shows the first value which is too far away, and how many are
 */
export function compareArray(ours: Floats, golden: GoldenArray, tolerance: Tolerance, what: string): Agreement {
  if (ours.length !== golden.length)
    throw new Error(`${what}: ours has ${ours.length} values, golden ${golden.length}`);
  const { dtype, values } = golden;
  if (!('sha256' in values)) return compareValues(ours, values, { dtype, tolerance, what, offset: 0 });
  const { head, tail } = values;
  const ends = [
    compareValues(ours.subarray(0, head.length), head, { dtype, tolerance, what, offset: 0 }),
    compareValues(ours.subarray(-tail.length), tail, { dtype, tolerance, what, offset: ours.length - tail.length }),
  ];
  const digest = sha256(ours);
  if (digest === values.sha256) return weakest(ends);
  if (!tolerance.digest) return 'endsOnly';
  throw new Error(
    `${what}: both ends agree, but the SHA-256 of all ${ours.length} values is ${digest}, golden ${values.sha256}`,
  );
}

interface Part {
  dtype: GoldenArray['dtype'];
  tolerance: Tolerance;
  what: string;
  /** Where in the whole array this part begins. */
  offset: number;
}

function compareValues(ours: Floats, golden: Floats, part: Part): Agreement {
  const at = Array.from(golden.keys());
  const tooFar = at.filter((i) => !part.tolerance.allows(ours[i] as number, golden[i] as number, part.dtype));
  const first = tooFar[0];
  if (first === undefined) return at.every((i) => sameBits(ours[i] as number, golden[i] as number)) ? 'exact' : 'close';
  const [a, b] = [ours[first] as number, golden[first] as number];
  throw new Error(
    `${part.what}[${part.offset + first}] is ${a} (${hex(a, part.dtype)}), golden ${b} (${hex(b, part.dtype)}), ` +
      `allowed ${part.tolerance.text}; ${tooFar.length} of ${golden.length} values are too far away`,
  );
}

function hex(x: number, dtype: GoldenArray['dtype']): string {
  return dtype === 'f32' ? float32Bits(x).toString(16).padStart(8, '0') : float64Bits(x).toString(16).padStart(16, '0');
}

/** @throws an Error unless both are the same, `-0` and `0` being different */
export function expectSame(ours: unknown, golden: unknown, what: string): void {
  if (!Object.is(ours, golden)) throw new Error(`${what} is ${ours}, golden ${golden}`);
}

/** @throws an Error unless the lists have the same length and the same items */
export function expectSameList(ours: ArrayLike<unknown>, golden: ArrayLike<unknown>, what: string): void {
  expectSame(ours.length, golden.length, `the length of ${what}`);
  for (let i = 0; i < golden.length; i++) expectSame(ours[i], golden[i], `${what}[${i}]`);
}
