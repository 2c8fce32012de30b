import { expect, test } from 'vitest';
import { parseSeed } from './seed.ts';

test('reads whole numbers, bigints and decimal strings', () => {
  expect([7, 0, -1, 7n, '7', ' +7 ', '-9223372036854775808', '18446744073709551615'].map(parseSeed)).toEqual([
    7n,
    0n,
    -1n,
    7n,
    7n,
    7n,
    -(2n ** 63n),
    2n ** 64n - 1n,
  ]);
});

test.each([1.5, Number.NaN, Infinity, '', 'seven', '1.5', '0x10', '1e3'])(
  'refuses %j and says what to give',
  (seed) => {
    const shown = typeof seed === 'string' ? `"${seed}"` : String(seed);
    expect(() => parseSeed(seed)).toThrow(`seed must be a whole number, got ${shown}: try 7`);
  },
);

test('refuses a number that may have been rounded on its way', () => {
  expect(parseSeed(2 ** 53 - 1)).toBe(9007199254740991n);
  expect(() => parseSeed(2 ** 53)).toThrow(
    'seed 9007199254740992 is beyond 2^53, where a number may already be rounded: give it as a bigint or a string',
  );
});

test('refuses what PyTorch refuses: below -2^63 and above 2^64 - 1', () => {
  expect(() => parseSeed('18446744073709551616')).toThrow(
    'seed 18446744073709551616 is out of range: choose a whole number from -2^63 to 2^64 - 1',
  );
  expect(() => parseSeed(-(2n ** 63n) - 1n)).toThrow('seed -9223372036854775809 is out of range');
});
