import type { Generator } from '#random/generator.ts';
import { expectSame, expectSameList } from './compare.ts';
import { wholeOf, wholesOf } from './fields.ts';

/** The next uniform float32 is `golden` / 2^24: equal only if PyTorch and we have consumed the same words. */
export function expectNext(generator: Generator, golden: unknown): void {
  const next = new Float32Array(1);
  generator.fillUniform(next, 0, 1);
  expectSame((next[0] as number) * 0x1000000, wholeOf(golden, 'next_u24'), 'next_u24, which counts the words drawn,');
}

/** Compares the next permutation of 0 ... n - 1 with a list of whole numbers. */
export function expectPermutation(generator: Generator, n: number, golden: unknown): void {
  expectSameList(generator.permutation(n), wholesOf(golden, 'out_int'), 'the permutation');
}
