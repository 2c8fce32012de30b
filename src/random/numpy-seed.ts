import { wholeNumber } from './seed.ts';

/** A whole number as a number, a bigint or a decimal string. */
export type WholeNumber = number | bigint | string;

/** What NumPy's generators start from: one whole number or several together. */
export type NumpySeed = WholeNumber | readonly WholeNumber[];

const LARGEST_WORD = (1n << 32n) - 1n;

/**
 * The seed of `numpy.random.RandomState`: a whole number from 0 to 2^32 - 1, or an array of them. The array [7] is another
 * seed than 7, in NumPy as well.
 */
export function legacySeed(seed: NumpySeed): number | number[] {
  return isList(seed) ? checkedList(seed).map(legacyWord) : legacyWord(seed);
}

function legacyWord(seed: WholeNumber): number {
  const value = wholeNumber(seed);
  if (value >= 0n && value <= LARGEST_WORD) return Number(value);
  const remedy = value < 0n ? '' : '; numpyGenerator takes larger ones';
  throw new RangeError(`seed ${seed} is out of range: RandomState takes a whole number from 0 to 2^32 - 1${remedy}`);
}

/**
 * The entropy of `numpy.random.default_rng(seed)` as 32-bit words: each whole number from 0 on, of any size, gives its words,
 * the low one first; those of an array follow each other. 0 is one word.
 */
export function entropyWords(seed: NumpySeed): number[] {
  return isList(seed) ? checkedList(seed).flatMap(wordsOf) : wordsOf(seed);
}

function wordsOf(seed: WholeNumber): number[] {
  let rest = wholeNumber(seed);
  if (rest < 0n) throw new RangeError(`seed ${seed} is negative: default_rng takes whole numbers from 0 on`);
  const words = [];
  do {
    words.push(Number(rest & LARGEST_WORD));
    rest >>= 32n;
  } while (rest > 0n);
  return words;
}

const isList = (seed: NumpySeed): seed is readonly WholeNumber[] => Array.isArray(seed);

function checkedList(seeds: readonly WholeNumber[]): readonly WholeNumber[] {
  if (seeds.length === 0) throw new RangeError('an array of seeds must not be empty: give at least one, such as [7]');
  return seeds;
}
