import { expect, test } from 'vitest';
import { seedSequence } from './seed-sequence.ts';

test('missing words of entropy count as 0, and words after the fourth still change everything', () => {
  expect(seedSequence([5], 8)).toEqual(seedSequence([5, 0, 0, 0], 8));
  expect(seedSequence([5, 0, 0, 0, 0], 8)).not.toEqual(seedSequence([5], 8));
});

test('one changed bit of the seed changes about half of the bits of every word', () => {
  const before = seedSequence([1, 2, 3, 4, 5], 64);
  let [changed, fewest] = [0, 32];
  for (const [place, bit] of [
    [0, 1],
    [3, 1 << 30],
    [4, 1],
  ] as const) {
    const entropy = [1, 2, 3, 4, 5];
    entropy[place]! ^= bit;
    seedSequence(entropy, 64).forEach((word, i) => {
      const bits = ((word ^ before[i]!) >>> 0).toString(2).replaceAll('0', '').length;
      changed += bits;
      fewest = Math.min(fewest, bits);
    });
  }
  const total = 3 * 64 * 32;
  expect(Math.abs(changed - total / 2)).toBeLessThan(5 * Math.sqrt(total / 4)); // five standard errors
  expect(fewest).toBeGreaterThan(2);
});
