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

test('gives the same words in pieces of any length as one by one, and leaves the rest of the array alone (seed 2)', () => {
  const [single, bulk] = [new Mt19937(2), new Mt19937(2)];
  for (const count of [1, 0, 622, 1, 1, 2000, 623, 624, 7]) {
    const words = new Uint32Array(count + 1).fill(5);
    bulk.fillWords(words, count);
    expect([...words]).toEqual([...Array.from({ length: count }, () => single.nextWord()), 5]);
  }
  expect(bulk.nextWord()).toBe(single.nextWord());
});

test("an array of seeds starts as the authors' published output does, and is another stream than one seed", () => {
  const words = (twister: Mt19937) => Array.from({ length: 5 }, () => twister.nextWord());
  const published = [1067595299, 955945823, 477289528, 4107218783, 4228976476]; // mt19937ar.out of 2002
  expect(words(new Mt19937([0x123, 0x234, 0x345, 0x456]))).toEqual(published);
  expect(words(new Mt19937([5489]))).not.toEqual(words(new Mt19937(5489)));
});

test('an array longer than the state counts to its last seed', () => {
  const zeros = new Array<number>(700).fill(0);
  const last = new Mt19937([...zeros, 1]);
  expect(new Mt19937([...zeros, 0]).words).not.toEqual(last.words);
  expect(last.words[0]).toBe(0x80000000);
});
