import { describe, expect, test } from 'vitest';
import { distributionVariance } from '#random/distributions.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import { faults } from '../../tests/distribution-check.ts';
import { identity } from './identity.ts';

describe.each([[[1, 1]], [[4, 4]], [[3, 5]], [[5, 3]], [[1, 100]], [[64, 20]]])('identity of shape %s', (shape) => {
  const [rows, columns] = shape as [number, number];

  test('hands on what comes in: y_i = gain x_i as far as there are both', () => {
    const weights = identity({ gain: 3 })(shape, torchGenerator(1));
    const x = Array.from({ length: columns }, (_, j) => j + 1);
    const y = Array.from({ length: rows }, (_, i) =>
      x.reduce((sum, xj, j) => sum + xj * (weights[i * columns + j] as number), 0),
    );
    expect(y).toEqual(Array.from({ length: rows }, (_, i) => (i < columns ? 3 * (i + 1) : 0)));
  });

  test('has as many ones and zeros as it promises', () => {
    const distribution = identity().distribution(shape);
    expect(faults(identity()(shape, torchGenerator(1)), distribution)).toEqual([]);
    const share = 1 / Math.max(rows, columns);
    expect(distributionVariance(distribution)).toBeCloseTo(share - share * share, 15);
  });
});

test('takes no words, leaves nothing of what was in the array, and knows float64 and gain 0', () => {
  const generator = torchGenerator(1);
  const out = Float64Array.of(7, 7, 7, 7);
  identity({ gain: 0.1 }).fill(out, [2, 2], generator);
  expect(out).toEqual(Float64Array.of(0.1, 0, 0, 0.1));
  expect(identity({ gain: 0 })([2, 2], generator)).toEqual(new Float32Array(4));
  expect(identity()([0, 3], generator)).toHaveLength(0);
  expect(generator.wordsDrawn).toBe(0);
});

test('refuses what is not a matrix, and a gain that is no number', () => {
  expect(() => identity()([3], torchGenerator(1))).toThrow('identity needs a shape of 2 dimensions, got [3]');
  expect(() => identity().distribution([3, 3, 3])).toThrow('identity needs a shape of 2 dimensions, got [3, 3, 3]');
  expect(() => identity({ gain: Number.NaN })).toThrow('identity needs a finite gain, got NaN');
});
