import { expect, test } from 'vitest';
import { mean, norm, secondMoment, variance } from './moments.ts';

test('gives the moments of a short list', () => {
  expect(mean([1, 2, 3, 6])).toBe(3);
  expect(secondMoment([1, 2, 3, 6])).toBe(12.5);
  expect(variance([1, 2, 3, 6])).toBe(3.5);
  expect(norm([3, 0, -4, 0])).toBe(5);
});

test('accumulates float32 values in float64', () => {
  const values = new Float32Array(1 << 20).fill(0.1); // a float32 sum of these is off by 1e-2
  expect(mean(values)).toBeCloseTo(Math.fround(0.1), 12);
  expect(secondMoment(values)).toBeCloseTo(Math.fround(0.1) * Math.fround(0.1), 12);
});

test('keeps the variance when the mean is large', () => {
  expect(variance([1e9 + 1, 1e9 + 2, 1e9 + 3])).toBeCloseTo(2 / 3, 12); // E[x^2] - E[x]^2 would give 0
});

test('gives NaN for no values', () => {
  expect([mean([]), secondMoment([]), variance([])]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
});
