import { Mt19937 } from '#random/mt19937.ts';
import { entropyWords, legacySeed } from '#random/numpy-seed.ts';
import { Pcg64 } from '#random/pcg64.ts';
import { seedSequence } from '#random/seed-sequence.ts';
import { type Agreement, expectSame, expectSameList } from './compare.ts';
import { type Fields, listOf, notEmpty, refuseUnknown, seedOf, seedsOf, wholesOf } from './fields.ts';

/** `{ fn: 'mt19937_raw', seed, key0_3, raw }`: the first words of the fresh state, and of the stream. */
export function checkNumpyWords(fields: Fields): Agreement {
  refuseUnknown(fields, ['fn', 'seed', 'key0_3', 'raw'], 'the case');
  const twister = new Mt19937(legacySeed(seedsOf(fields.seed, 'seed')));
  const key = notEmpty(wholesOf(fields.key0_3, 'key0_3'), 'key0_3');
  expectSameList(twister.words.slice(0, key.length), key, 'key0_3');
  const raw = notEmpty(wholesOf(fields.raw, 'raw'), 'raw');
  expectSameList(
    raw.map(() => twister.nextWord()),
    raw,
    'raw',
  );
  return 'exact';
}

/** `{ fn: 'pcg64_raw', seed, seedseq_words, state, inc, raw }`: what SeedSequence makes, PCG64 starts from and draws. */
export function checkPcg64(fields: Fields): Agreement {
  refuseUnknown(fields, ['fn', 'seed', 'seedseq_words', 'state', 'inc', 'raw'], 'the case');
  const words = seedSequence(entropyWords(seedsOf(fields.seed, 'seed')), 8);
  const generator = new Pcg64(words);
  const pairs = [0, 2, 4, 6].map((i) => joined(words[i] as number, words[i + 1] as number));
  expectSameList(pairs, bigsOf(fields.seedseq_words, 'seedseq_words'), 'seedseq_words');
  expectSame(generator.state, BigInt(seedOf(fields.state, 'state')), 'state');
  expectSame(generator.increment, BigInt(seedOf(fields.inc, 'inc')), 'inc');
  const raw = notEmpty(bigsOf(fields.raw, 'raw'), 'raw');
  const drawn = raw.map(() => {
    generator.next();
    return joined(generator.low, generator.high);
  });
  expectSameList(drawn, raw, 'raw');
  return 'exact';
}

const bigsOf = (value: unknown, what: string): bigint[] =>
  listOf(value, what).map((each, i) => BigInt(seedOf(each, `${what}[${i}]`)));

/** Two 32-bit words, the low one first, as one number of 64 bits. */
const joined = (low: number, high: number): bigint => (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
