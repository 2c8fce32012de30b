import { expect, it } from 'vitest';
import { decadeStep, decades, decadeTicks, spreadLabels } from './axes.ts';

it('covers all positive finite values by whole decades and ignores zero, infinity and NaN', () => {
  expect(decades([0, 0.003, 40, Number.POSITIVE_INFINITY, Number.NaN])).toEqual([0.001, 100]);
  expect(decades([1, 1])).toEqual([1, 10]);
  expect(decades([0])).toEqual([0.1, 10]);
});

it('spaces ticks evenly in decades', () => {
  expect(decadeTicks([1e-12, 1], 6).map((tick) => Math.round(Math.log10(tick)))).toEqual([-12, -10, -8, -6, -4, -2, 0]);
});

it('counts decades by round numbers, with no more ticks than asked for', () => {
  expect([1, 12, 80, 245, 320].map((range) => decadeStep(range, 6))).toEqual([1, 2, 15, 50, 60]);
});

it('keeps labels apart by their heights, in their order, inside the frame', () => {
  const heights = [14, 30, 14, 14];
  const placed = spreadLabels([100, 101, 102, 10], heights, [0, 110]);
  expect(placed[1]).toBeGreaterThanOrEqual((placed[0] ?? 0) + 22);
  expect(placed[2]).toBeGreaterThanOrEqual((placed[1] ?? 0) + 22);
  expect(Math.max(...placed)).toBeLessThanOrEqual(110);
  expect(placed[3]).toBe(10);
});

it('moves labels down from the upper edge of the frame', () => {
  expect(spreadLabels([2, 2], [20, 20], [10, 110])).toEqual([10, 30]);
});
