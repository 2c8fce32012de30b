import { expect, test } from 'vitest';
import { integrate } from './integrate.ts';

const bell = (x: number) => Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);

test.each([
  ['1 over [0, 3]', () => 1, 0, 3, 3],
  ['x^2 over [-1, 2]', (x: number) => x * x, -1, 2, 3],
  ['x^4 over an interval of 1e-8', (x: number) => x ** 4, 0, 1e-8, 1e-40 / 5],
  ['e^x over [0, 1]', Math.exp, 0, 1, Math.E - 1],
  ['a normal density over 9.5 standard deviations to each side', bell, -9.5, 9.5, 1],
  ['half of it, and a bit', bell, 0, 1, 0.3413447460685429],
  ['sqrt(1 - x^2), which is vertical at its ends', (x: number) => Math.sqrt(1 - x * x), -1, 1, Math.PI / 2],
])('integrates %s to 1e-14', (_, f, low, high, expected) => {
  expect(Math.abs(integrate(f, low, high) / expected - 1)).toBeLessThan(1e-14);
});

test('is 0 over nothing, and changes sign with the direction', () => {
  expect(integrate(Math.exp, 1, 1)).toBe(0);
  expect(integrate(Math.exp, 1, 0)).toBeCloseTo(1 - Math.E, 14);
});
