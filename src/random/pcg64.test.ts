import { expect, test } from 'vitest';
import { goldenCases } from '../../tests/golden.ts';
import { entropyWords } from './numpy-seed.ts';
import { Pcg64 } from './pcg64.ts';
import { seedSequence } from './seed-sequence.ts';

interface RawCase {
  id: string;
  fn: string;
  seed: string | string[];
  seedseq_words: string[];
  state: string;
  inc: string;
  raw: string[];
}
const cases = goldenCases<RawCase>('numpy_generator').filter(({ fn }) => fn === 'pcg64_raw');

const joined = (low: number, high: number) => (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
const from = (seed: string | string[]) => new Pcg64(seedSequence(entropyWords(seed), 8));
function next(stream: Pcg64): bigint {
  stream.next();
  return joined(stream.low, stream.high);
}

test('seed sequence, state, increment and numbers are those of NumPy, for six seeds, two of them arrays or large', () => {
  expect(cases).toHaveLength(6);
  for (const golden of cases) {
    const words = Array.from(seedSequence(entropyWords(golden.seed), 8));
    const pairs = [0, 2, 4, 6].map((i) => String(joined(words[i]!, words[i + 1]!)));
    expect([golden.id, pairs]).toEqual([golden.id, golden.seedseq_words]);
    const stream = from(golden.seed);
    expect([stream.state, stream.increment]).toEqual([BigInt(golden.state), BigInt(golden.inc)]);
    expect([golden.id, golden.raw.map(() => String(next(stream)))]).toEqual([golden.id, golden.raw]);
  }
});

test('100,000 steps are state * multiplier + increment modulo 2^128, as big integers say (seed 7)', () => {
  const stream = from('7');
  const multiplier = 2549297995355413924n * 2n ** 64n + 4865540595714422341n;
  let state = stream.state;
  for (let i = 0; i < 100_000; i++) {
    state = BigInt.asUintN(128, state * multiplier + stream.increment);
    stream.next();
  }
  expect(stream.state).toBe(state);
});

test('a word is half of a number, the low half first; whole numbers in between do not disturb it (seed 7)', () => {
  const [a, b, c] = [from('7'), from('7'), from('7')];
  const [first, second, third] = [next(a), next(a), next(a)];
  expect([b.nextWord(), b.nextWord(), b.nextWord()].map(BigInt)).toEqual([
    first & 0xffffffffn,
    first >> 32n,
    second & 0xffffffffn,
  ]);
  expect([BigInt(c.nextWord()), next(c), BigInt(c.nextWord()), next(c)]).toEqual([
    first & 0xffffffffn,
    second,
    first >> 32n,
    third,
  ]);
});

test('a number counts as two words and a half as one, in a clone too (seed 7)', () => {
  const stream = from('7');
  const counts = [
    () => stream.next(),
    () => stream.nextWord(),
    () => stream.nextFloat64(),
    () => stream.nextFloat32(),
  ].map((draw) => {
    draw();
    return stream.wordsDrawn;
  });
  expect(counts).toEqual([2, 3, 5, 6]);
  expect(stream.clone().wordsDrawn).toBe(6);
});

test('uniform numbers are the upper 53 bits of a number and the upper 24 of a word (seed 7)', () => {
  const [a, b, c] = [from('7'), from('7'), from('7')];
  for (let i = 0; i < 100; i++) {
    expect(a.nextFloat64()).toBe(Number(next(b) >> 11n) / 2 ** 53);
  }
  const word = from('7').nextWord();
  expect(c.nextFloat32()).toBe((word >>> 8) / 2 ** 24);
});

test('a clone continues from the same half and then goes its own way (seed 8)', () => {
  const original = from('8');
  original.nextWord();
  const copy = original.clone();
  const expected = [copy.nextWord(), next(copy), copy.nextWord()];
  for (let i = 0; i < 100; i++) copy.next();
  expect([original.nextWord(), next(original), original.nextWord()]).toEqual(expected);
});
