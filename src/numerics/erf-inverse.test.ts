import { expect, test } from 'vitest';
import * as reference from '../../tests/elementary-reference.ts';
import { erfInverse } from './erf-inverse.ts';

/** a - b, exact until the last step. */
function difference(a: reference.Big, b: reference.Big): number {
  const e = Math.min(a.e, b.e);
  const m = (a.m << BigInt(a.e - e)) - (b.m << BigInt(b.e - e));
  return Number(m >> BigInt(Math.max(-e - 1000, 0))) * 2 ** Math.max(e, -1000);
}

/** |y - true y| / y for y = erfInverse(x), from erf(y) - x to 140 bits and the slope of erf at y. */
function relativeError(x: number): number {
  const y = erfInverse(x);
  const slope = (2 / Math.sqrt(Math.PI)) * Math.exp(-y * y);
  return Math.abs(difference(reference.erf(y), reference.exactly(x)) / (slope * y));
}

const sides = (points: number[]) => points.flatMap((x) => [x, -x]);
const steps = (count: number) => Array.from({ length: count }, (_, i) => (i + 0.5) / count);

test.each([
  ['all over (-1, 1)', steps(2000)],
  ['from the center to the tail, at |x| = 0.85', steps(500).map((u) => 0.849 + 0.002 * u)],
  ['toward 1, down to the last float64', Array.from({ length: 52 }, (_, k) => 1 - 2 ** -(k + 2))],
  ['toward 0', Array.from({ length: 200 }, (_, k) => 2 ** -(k + 1))],
])('is right to 1e-15 of its value %s', (_, points) => {
  const worst = Math.max(...sides(points).map(relativeError));
  console.log(`erfInverse: largest relative error ${worst.toExponential(2)}`);
  expect(worst).toBeLessThan(1e-15);
  expect(worst).toBeGreaterThan(1e-17); // an error of 0 would mean that the reference follows the function
});

test('is infinite at 1 and -1, odd, and not a number beyond', () => {
  expect([1, -1].map(erfInverse)).toEqual([Infinity, -Infinity]);
  expect([0, -0].map(erfInverse)).toEqual([0, -0]);
  for (const x of steps(100)) expect(erfInverse(-x)).toBe(-erfInverse(x));
  expect([1 + 2 ** -52, -2, Infinity, Number.NaN].map(erfInverse)).toEqual(new Array(4).fill(Number.NaN));
});
