import { expect, test } from 'vitest';
import { quantile } from './quantile.ts';

test('interpolates linearly between sorted values', () => {
  const values = [30, 10, 20, 40];
  expect([0, 0.25, 0.5, 0.9, 1].map((p) => quantile(values, p))).toEqual([10, 17.5, 25, 37, 40]);
  expect(values).toEqual([30, 10, 20, 40]);
});

test('sorts numbers as numbers, and takes a single value', () => {
  expect(quantile(Float32Array.of(100, 9, -20), 0.5)).toBe(9);
  expect(quantile([5], 0.3)).toBe(5);
});

test('takes an infinity as a value like any other', () => {
  expect(quantile([1, 2, Infinity], 0.5)).toBe(2);
  expect(quantile([1, Infinity], 0.25)).toBe(Infinity);
  expect(quantile([Infinity, Infinity], 0.5)).toBe(Infinity);
  expect(quantile([-Infinity, 3], 0.5)).toBe(-Infinity);
  expect(quantile([-Infinity, Infinity], 0.5)).toBeNaN();
  expect(quantile([1, 2, Infinity], 1)).toBe(Infinity);
});

test('does not overflow between the largest numbers of both signs', () => {
  expect(quantile([-1.5e308, 1.5e308], 0.5)).toBe(0);
});

test('sorts NaN above everything, so that it is a quantile only where it stands', () => {
  expect(quantile([Number.NaN, 1, 2], 0.5)).toBe(2);
  expect(quantile([Number.NaN, 1, 2], 0.75)).toBeNaN();
});

test('refuses an empty list and a p outside [0, 1]', () => {
  expect(() => quantile([], 0.5)).toThrow('quantile needs at least one value, got none');
  expect(() => quantile([1], 95)).toThrow('quantile needs 0 <= p <= 1, got 95: divide a percentage by 100');
});
