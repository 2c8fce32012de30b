import { torchGenerator } from '#random/torch-generator.ts';
import { type Agreement, expectSame, expectSameList } from './compare.ts';
import { type Fields, notEmpty, refuseUnknown, seedOf, textOf, wholeOf, wholesOf } from './fields.ts';
import { arrayOf } from './golden-array.ts';
import { expectNext, expectPermutation } from './next-draw.ts';
import { compareCall } from './torch-calls.ts';

/** `{ fn, seed, shape, args, out, next_u24 }`: one call after one seed; constants have neither seed nor next_u24. */
export function checkTorchCall(fields: Fields): Agreement {
  refuseUnknown(fields, ['fn', 'seed', 'shape', 'args', 'out', 'next_u24'], 'the case');
  const name = textOf(fields.fn, 'fn');
  const drawsNothing = fields.seed === undefined && fields.next_u24 === undefined;
  const generator = torchGenerator(drawsNothing ? '0' : seedOf(fields.seed, 'seed'));
  const golden = arrayOf(fields.out, 'out');
  const agreement = compareCall({ name, shape: fields.shape, args: fields.args }, golden, generator, 'out');
  if (drawsNothing) expectSame(generator.wordsDrawn, 0, `without a seed, the number of words that ${name} draws`);
  else expectNext(generator, fields.next_u24);
  return agreement;
}

/** `{ fn: 'randperm', seed, n, out_int, next_u24 }` */
export function checkRandperm(fields: Fields): Agreement {
  refuseUnknown(fields, ['fn', 'seed', 'n', 'out_int', 'next_u24'], 'the case');
  const generator = torchGenerator(seedOf(fields.seed, 'seed'));
  expectPermutation(generator, wholeOf(fields.n, 'n'), fields.out_int);
  expectNext(generator, fields.next_u24);
  return 'exact';
}

/** `{ fn: 'manual_seed', seed, initial_seed, out }`: the seed modulo 2^64, and the first uniform values after it. */
export function checkManualSeed(fields: Fields): Agreement {
  refuseUnknown(fields, ['fn', 'seed', 'initial_seed', 'out', 'next_u24'], 'the case');
  const seed = seedOf(fields.seed, 'seed');
  if (fields.initial_seed !== undefined) {
    const initial = seedOf(fields.initial_seed, 'initial_seed');
    expectSame(BigInt.asUintN(64, BigInt(seed)), BigInt(initial), 'initial_seed');
  }
  const generator = torchGenerator(seed);
  const golden = arrayOf(fields.out, 'out');
  notEmpty(golden, 'out');
  const agreement = compareCall({ name: 'uniform_', shape: golden.shape, args: {} }, golden, generator, 'out');
  if (fields.next_u24 !== undefined) expectNext(generator, fields.next_u24);
  return agreement;
}

/** `{ fn: 'mt19937_raw', seed, words, skip, words_after_skip }` */
export function checkTorchWords(fields: Fields): Agreement {
  refuseUnknown(fields, ['fn', 'seed', 'words', 'skip', 'words_after_skip'], 'the case');
  const generator = torchGenerator(seedOf(fields.seed, 'seed'));
  const expectWords = (name: string) => {
    const words = notEmpty(wholesOf(fields[name], name), name);
    expectSameList(
      words.map(() => generator.nextWord()),
      words,
      name,
    );
  };
  expectWords('words');
  if (fields.skip === undefined && fields.words_after_skip === undefined) return 'exact';
  for (let i = wholeOf(fields.skip, 'skip'); i > 0; i--) generator.nextWord();
  expectWords('words_after_skip');
  return 'exact';
}
