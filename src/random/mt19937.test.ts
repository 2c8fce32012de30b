import { expect, test } from 'vitest';
import { Mt19937 } from './mt19937.ts';

test('gives the word that the C++ standard asks for: the 10,000th of seed 5489', () => {
  const twister = new Mt19937(5489);
  for (let i = 1; i < 10_000; i++) twister.nextWord();
  expect(twister.nextWord()).toBe(4123659995); // ISO/IEC 14882, [rand.predef]
});

test('a clone continues from the same word and then goes its own way (seed 1)', () => {
  const original = new Mt19937(1);
  for (let i = 0; i < 700; i++) original.nextWord();
  const copy = original.clone();
  const words = Array.from({ length: 1000 }, () => copy.nextWord());
  expect(Array.from({ length: 1000 }, () => original.nextWord())).toEqual(words);
});
