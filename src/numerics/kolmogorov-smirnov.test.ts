import { expect, test } from 'vitest';
import { ksPValue, ksStatistic } from './kolmogorov-smirnov.ts';

const uniform = (x: number) => Math.min(Math.max(x, 0), 1);

test('measures the largest gap on both sides of a jump', () => {
  expect(ksStatistic([0.5], uniform)).toBe(0.5);
  expect(ksStatistic([0.9, 0.1], uniform)).toBeCloseTo(0.4, 15);
  expect(ksStatistic([0.7, 0.8, 0.9], uniform)).toBe(0.7); // before the first value
  expect(ksStatistic([0.1, 0.2, 0.3], uniform)).toBe(0.7); // after the last one
});

test('agrees with the table of the limit distribution (Smirnov 1948)', () => {
  const limit = (lambda: number) => ksPValue(lambda / 1e4, 1e8); // n so large that the correction vanishes
  expect(limit(0.5)).toBeCloseTo(0.963945, 4);
  expect(limit(0.83)).toBeCloseTo(0.496, 3);
  expect(limit(1.2238)).toBeCloseTo(0.1, 4);
  expect(limit(1.3581)).toBeCloseTo(0.05, 4);
  expect(limit(1.6276)).toBeCloseTo(0.01, 4);
  expect(limit(2.2253) / 1e-4).toBeCloseTo(1, 2);
});

test('agrees with the exact 5% and 1% points for n = 20 (Miller 1956) to 5%', () => {
  expect(ksPValue(0.29408, 20) / 0.05).toBeCloseTo(1, 1);
  expect(ksPValue(0.35241, 20) / 0.01).toBeCloseTo(1, 1);
});

test('is continuous where its two series meet, and ends at 1 and 0', () => {
  const root = 100;
  const at = (lambda: number) => ksPValue(lambda / (root + 0.12 + 0.11 / root), root * root);
  expect(at(1.18 - 1e-12)).toBeCloseTo(at(1.18 + 1e-12), 10);
  expect(at(0)).toBe(1);
  expect(at(0.041)).toBe(1);
  expect(at(40)).toBe(0);
});

test('refuses an empty sample', () => {
  expect(() => ksStatistic([], uniform)).toThrow('ksStatistic needs at least one value, got none');
});
