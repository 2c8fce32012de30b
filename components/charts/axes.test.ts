import { expect, it } from 'vitest';
import { decades, decadeTicks, spreadLabels } from './axes.ts';

it('covers all positive finite values by whole decades and ignores zero, infinity and NaN', () => {
  expect(decades([0, 0.003, 40, Number.POSITIVE_INFINITY, Number.NaN])).toEqual([0.001, 100]);
  expect(decades([1, 1])).toEqual([1, 10]);
  expect(decades([0])).toEqual([0.1, 10]);
});

it('spaces ticks evenly in decades', () => {
  expect(decadeTicks([1e-12, 1], 6).map((tick) => Math.round(Math.log10(tick)))).toEqual([-12, -10, -8, -6, -4, -2, 0]);
});

it('keeps labels a gap apart, in their order, inside the frame', () => {
  const placed = spreadLabels([100, 101, 102, 10], 14, [0, 110]);
  const sorted = [...placed].sort((a, b) => a - b);
  for (let i = 1; i < sorted.length; i++) expect((sorted[i] ?? 0) - (sorted[i - 1] ?? 0)).toBeGreaterThanOrEqual(14);
  expect(Math.max(...placed)).toBeLessThanOrEqual(110);
  expect(placed[0]).toBeLessThan(placed[1] ?? 0);
  expect(placed[3]).toBe(10);
});
