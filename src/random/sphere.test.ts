import { describe, expect, test } from 'vitest';
import { standardNormalCdf } from './normal.ts';
import { sphereLaw } from './sphere.ts';

/**
 * P(coordinate <= sin a) by another road: with w = sin a the law is proportional to cos(a)^(d - 2), and
 * J_m = integral of cos^m from 0 to a obeys m J_m = cos^(m-1) sin + (m - 1) J_(m-2).
 */
function cdfByAngles(x: number, dimension: number): number {
  const a = Math.asin(x);
  let [partial, whole] = dimension % 2 === 0 ? [a, Math.PI / 2] : [Math.sin(a), 1];
  for (let m = dimension % 2 === 0 ? 2 : 3; m <= dimension - 2; m += 2) {
    partial = (Math.cos(a) ** (m - 1) * Math.sin(a) + (m - 1) * partial) / m;
    whole = ((m - 1) * whole) / m;
  }
  return 0.5 + (0.5 * partial) / whole;
}

const points = [-0.999, -0.9, -0.5, -0.1, -1e-6, 0, 0.03, 0.2, 0.7, 0.75, 0.98];

describe.each([2, 3, 4, 5, 8, 31, 100, 784])('in dimension %i', (dimension) => {
  test('the cdf of a coordinate agrees with the integral over angles to 1e-13', () => {
    const { cdf } = sphereLaw({ dimension, radius: 1 });
    for (const x of points) expect(Math.abs(cdf(x) - cdfByAngles(x, dimension))).toBeLessThan(1e-13);
    expect([-1.5, -1, 1, 1.5].map(cdf)).toEqual([0, 0, 1, 1]);
  });

  test('the density is its slope', () => {
    const { cdf, density } = sphereLaw({ dimension, radius: 1 });
    for (const x of points.slice(1, -1)) {
      const slope = (cdf(x + 1e-6) - cdf(x - 1e-6)) / 2e-6;
      expect(Math.abs(slope - density(x))).toBeLessThan(1e-7 * Math.sqrt(dimension));
    }
    expect([-1.1, 1.1].map(density)).toEqual([0, 0]);
  });
});

test('dimension 1 has two points, 2 the arcsine law, 3 a uniform one, and many nearly a normal one', () => {
  const cdf = (dimension: number, x: number) => sphereLaw({ dimension, radius: 2 }).cdf(2 * x);
  expect([-1.1, -1, 0, 0.9, 1].map((x) => cdf(1, x))).toEqual([0, 0.5, 0.5, 0.5, 1]);
  expect(cdf(2, 0.5)).toBeCloseTo(0.5 + Math.asin(0.5) / Math.PI, 14);
  expect(cdf(3, 0.5)).toBeCloseTo(0.75, 14);
  const n = 1_000_000;
  for (const z of [-3, -1, 0.5, 2]) expect(cdf(n, z / Math.sqrt(n))).toBeCloseTo(standardNormalCdf(z), 5);
  expect(cdf(n, 0.5)).toBe(1);
  expect(sphereLaw({ dimension: 1, radius: 2 }).density(-2)).toBe(Infinity);
});

test('a sphere without a radius is a point', () => {
  const law = sphereLaw({ dimension: 5, radius: 0 });
  expect([law.mean(), law.centralMoment(2), law.cdf(-0.1), law.cdf(0)]).toEqual([0, 0, 0, 1]);
});
