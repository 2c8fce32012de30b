import { describe, expect, test } from 'vitest';
import { entropyWords, legacySeed, type NumpySeed } from './numpy-seed.ts';

describe('the seed of RandomState', () => {
  test('is a whole number from 0 to 2^32 - 1 or an array of them', () => {
    expect([0, 7n, '7', 4294967295].map((seed) => legacySeed(seed))).toEqual([0, 7, 7, 4294967295]);
    expect(legacySeed([1, 2n, '4294967295'])).toEqual([1, 2, 4294967295]);
    expect(legacySeed([7])).toEqual([7]); // another seed than 7
  });

  test.each<[NumpySeed, string]>([
    [-1, 'seed -1 is out of range: RandomState takes a whole number from 0 to 2^32 - 1'],
    [
      2 ** 32,
      'seed 4294967296 is out of range: RandomState takes a whole number from 0 to 2^32 - 1; numpyGenerator takes larger ones',
    ],
    [[3, '4294967296'], 'seed 4294967296 is out of range'],
    [1.5, 'seed must be a whole number, got 1.5: try 7'],
    [[1, Number.NaN], 'seed must be a whole number, got NaN: try 7'],
    ['0x10', 'seed must be a whole number, got "0x10": try 7'],
    [[], 'an array of seeds must not be empty: give at least one, such as [7]'],
  ])('refuses %j', (seed, message) => {
    expect(() => legacySeed(seed)).toThrow(message);
  });
});

describe('the entropy of default_rng', () => {
  test('is the words of a whole number of any size, the low one first, or of several', () => {
    expect(entropyWords(0)).toEqual([0]);
    expect(entropyWords(4294967301)).toEqual([5, 1]); // 2^32 + 5
    expect(entropyWords('18446744073709551616')).toEqual([0, 0, 1]); // 2^64
    expect(entropyWords([1, 4294967301n, '0'])).toEqual([1, 5, 1, 0]);
  });

  test.each<[NumpySeed, string]>([
    [-1, 'seed -1 is negative: default_rng takes whole numbers from 0 on'],
    [['7', '-2'], 'seed -2 is negative: default_rng takes whole numbers from 0 on'],
    [1.5, 'seed must be a whole number, got 1.5: try 7'],
    [2 ** 53, 'seed 9007199254740992 is beyond 2^53'],
    [[], 'an array of seeds must not be empty: give at least one, such as [7]'],
  ])('refuses %j', (seed, message) => {
    expect(() => entropyWords(seed)).toThrow(message);
  });
});
