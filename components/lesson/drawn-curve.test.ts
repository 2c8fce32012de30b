import { expect, it } from 'vitest';
import { furthestOff, movedBy, shareOf, valueAt, within } from './drawn-curve.ts';

const axis = [1e-4, 1] as const;

it('a share of a log axis and the value there are the same place', () => {
  expect(shareOf(1e-4, axis)).toBe(0);
  expect(shareOf(1, axis)).toBe(1);
  expect(shareOf(0.01, axis)).toBeCloseTo(0.5, 12);
  for (const value of [1e-4, 3e-3, 0.7]) expect(valueAt(shareOf(value, axis), axis)).toBeCloseTo(value, 12);
});

it('keys move a handle as a slider, and never beyond the ends of the axis', () => {
  expect(movedBy('ArrowUp', 0.5)).toBeGreaterThan(0.5);
  expect(movedBy('ArrowLeft', 0.5)).toBe(movedBy('ArrowDown', 0.5));
  expect(movedBy('PageDown', 0.5)).toBeCloseTo(0.4, 12);
  expect(movedBy('PageUp', 0.95)).toBe(1);
  expect(movedBy('Home', 0.5)).toBe(0);
  expect(movedBy('End', 0.5)).toBe(1);
  expect(movedBy('a', 0.5)).toBeUndefined();
  expect([within(-0.1), within(1.1), within(0.2)]).toEqual([0, 1, 0.2]);
});

it('the furthest point is the one with the largest factor, above or below', () => {
  expect(furthestOff([1, 0.2, 3], [1, 0.1, 1])).toEqual({ index: 2, ratio: 3 });
  expect(furthestOff([1, 0.25, 3], [1, 4, 1])).toEqual({ index: 1, ratio: 0.0625 });
});
