import { describe, expect, test } from 'vitest';
import { distributionVariance } from '#random/distributions.ts';
import { numpyGenerator } from '#random/numpy-generator.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import { faults } from '../../tests/distribution-check.ts';
import { distanceFromOrthogonal } from '../../tests/orthogonality.ts';
import type { Layout } from './fans.ts';
import { orthogonal } from './orthogonal.ts';

const cases: { shape: number[]; layout: Layout; rows: number; columns: number }[] = [
  { shape: [64, 64], layout: 'torch', rows: 64, columns: 64 },
  { shape: [100, 30], layout: 'torch', rows: 100, columns: 30 },
  { shape: [30, 100], layout: 'torch', rows: 30, columns: 100 },
  { shape: [20, 2, 3], layout: 'torch', rows: 20, columns: 6 },
  { shape: [32, 8, 3, 3], layout: 'torch', rows: 32, columns: 72 },
  { shape: [3, 3, 8, 32], layout: 'keras', rows: 72, columns: 32 },
  { shape: [64, 2, 3, 2, 2], layout: 'torch', rows: 64, columns: 24 },
  { shape: [1, 50], layout: 'torch', rows: 1, columns: 50 },
];

describe.each(cases.map((each, i) => ({ ...each, seed: 200 + i })))(
  'orthogonal of shape $shape in layout $layout (seed $seed)',
  ({ shape, layout, rows, columns, seed }) => {
    const draw = (gain: number) => orthogonal({ gain, layout })(shape, torchGenerator(seed));

    test('is orthogonal to 1e-6, times the gain', () => {
      expect(distanceFromOrthogonal(draw(1), rows, columns, 1)).toBeLessThan(1e-6);
      expect(distanceFromOrthogonal(draw(Math.sqrt(2)), rows, columns, Math.sqrt(2))).toBeLessThan(2e-6);
    });

    test('is orthogonal to 1e-14 in float64', () => {
      const out = new Float64Array(rows * columns);
      orthogonal({ layout }).fill(out, shape, torchGenerator(seed));
      expect(distanceFromOrthogonal(out, rows, columns, 1)).toBeLessThan(1e-14);
    });

    test('has the mean, variance and distribution it promises, from two streams', () => {
      const initializer = orthogonal({ gain: 3, layout });
      const distribution = initializer.distribution(shape);
      expect(distributionVariance(distribution)).toBeCloseTo(9 / Math.max(rows, columns), 14);
      for (const generator of [torchGenerator(seed), numpyGenerator(seed)]) {
        expect(faults(initializer(shape, generator), distribution)).toEqual([]);
      }
    });
  },
);

test('a single weight over 2,000 matrices follows the law it promises, too (seeds 1 to 2000)', () => {
  const distribution = orthogonal().distribution([5, 3]);
  const first = Float32Array.from({ length: 2000 }, (_, i) => orthogonal()([5, 3], torchGenerator(i + 1))[0] as number);
  expect(faults(first, distribution).filter((fault) => fault !== 'variance')).toEqual([]);
  // these are independent: E w^2 = 1/5 with a standard error of sqrt((3/35 - 1/25) / 2000)
  const square = first.reduce((sum, w) => sum + w * w, 0) / 2000;
  expect(Math.abs(square - 0.2)).toBeLessThan(5 * Math.sqrt((3 / 35 - 1 / 25) / 2000));
});

test('the first row of [2, 2] turns evenly: without the sign fix it would prefer a half of the circle (seeds 1 to 4000)', () => {
  const quadrants = [0, 0, 0, 0];
  for (let seed = 1; seed <= 4000; seed++) {
    const [a = 0, b = 0] = orthogonal()([2, 2], torchGenerator(seed));
    const quadrant = (a > 0 ? 0 : 1) + (b > 0 ? 0 : 2);
    quadrants[quadrant] = (quadrants[quadrant] as number) + 1;
  }
  for (const count of quadrants) expect(Math.abs(count - 1000)).toBeLessThan(5 * Math.sqrt(4000 * 0.25 * 0.75));
});

test('has shapes without weights, and one of one weight, which is 1 or -1', () => {
  expect(orthogonal()([0, 3], torchGenerator(1))).toHaveLength(0);
  expect(orthogonal()([3, 0], torchGenerator(1))).toHaveLength(0);
  const signs = Array.from({ length: 40 }, (_, seed) => orthogonal()([1, 1], torchGenerator(seed))[0] as number);
  expect(new Set(signs)).toEqual(new Set([1, -1]));
  expect(faults(Float32Array.from(signs), orthogonal().distribution([1, 1]))).toEqual([]);
});

test('refuses what is not a matrix, and a gain that is no number', () => {
  expect(() => orthogonal()([4], torchGenerator(1))).toThrow(
    'orthogonal needs a shape of at least 2 dimensions, got [4]',
  );
  expect(() => orthogonal()([4, 1.5], torchGenerator(1))).toThrow('orthogonal needs whole sizes, got 1.5 in [4, 1.5]');
  expect(() => orthogonal({ gain: Number.NaN })).toThrow('orthogonal needs a finite gain, got NaN');
});
