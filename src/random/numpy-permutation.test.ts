import { expect, test } from 'vitest';
import { goldenCases } from '../../tests/golden.ts';
import { numpyGenerator } from './numpy-generator.ts';
import { numpyLegacyGenerator } from './numpy-legacy.ts';

interface PermutationCase {
  id: string;
  fn: string;
  seed: string | string[];
  n: number;
  out_int: number[];
}

test.each([
  ['permutation', numpyLegacyGenerator, 40],
  ['generator_permutation', numpyGenerator, 40],
] as const)('%s: the orders of NumPy, for 4 seeds and 10 sizes', (fn, make, count) => {
  const cases = goldenCases<PermutationCase>('numpy_permutation').filter((each) => each.fn === fn);
  expect(cases).toHaveLength(count);
  for (const { id, seed, n, out_int } of cases) {
    expect([id, Array.from(make(seed).permutation(n))]).toEqual([id, out_int]);
  }
});

test('each order of 4 comes equally often in 24,000 permutations (seed 5)', () => {
  const generator = numpyGenerator(5);
  const counts = new Map<string, number>();
  for (let i = 0; i < 24_000; i++) {
    const order = generator.permutation(4).join();
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(24);
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(5 * Math.sqrt(1000 * (23 / 24)));
});

/** Fisher and Yates word by word, as `random_interval` of NumPy draws them. */
function wordByWord(nextWord: () => number, n: number): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const mask = 2 ** (32 - Math.clz32(i)) - 1;
    let place = nextWord() & mask;
    while (place > i) place = nextWord() & mask;
    [order[i], order[place]] = [order[place]!, order[i]!];
  }
  return order;
}

test.each([
  ['RandomState', numpyLegacyGenerator],
  ['default_rng', numpyGenerator],
] as const)('%s takes words in bulk, but the same ones as word by word, and not one too many (seed 6)', (_, make) => {
  for (const n of [0, 1, 2, 512, 513, 514, 3000]) {
    const [ours, single] = [make(6), make(6)];
    ours.nextWord(); // so that default_rng begins with the second half of a number
    single.nextWord();
    expect(Array.from(ours.permutation(n))).toEqual(wordByWord(() => single.nextWord(), n));
    expect([n, ours.wordsDrawn, ours.nextWord()]).toEqual([n, single.wordsDrawn, single.nextWord()]);
  }
});

test('refuses sizes that are no count', () => {
  for (const n of [-1, 1.5, Number.NaN, 2 ** 32]) {
    expect(() => numpyGenerator(1).permutation(n)).toThrow(
      `permutation needs a whole number from 0 to 4294967295, got ${n}`,
    );
    expect(() => numpyLegacyGenerator(1).permutation(n)).toThrow('permutation needs a whole number');
  }
});
