import { describe, expect, test } from 'vitest';
import { continuousPart } from '#random/distributions.ts';
import { streamIds, streams } from '#random/streams.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import { faults } from '../../tests/distribution-check.ts';
import { sparse } from './sparse.ts';

const cases = [
  { shape: [100, 78], sparsity: 0.1, zeros: 10 },
  { shape: [30, 200], sparsity: 0.5, zeros: 15 },
  { shape: [15, 400], sparsity: 0.34, zeros: 6 }, // 5.1, rounded up
  { shape: [200, 50], sparsity: 0.9, zeros: 180 },
  { shape: [7, 300], sparsity: 0.15, zeros: 2 },
  { shape: [64, 64], sparsity: 0, zeros: 0 },
];

describe.each(cases.map((each, i) => ({ ...each, seed: 400 + i })))(
  'sparse of shape $shape and sparsity $sparsity (seed $seed)',
  ({ shape, sparsity, zeros, seed }) => {
    const [rows, columns] = shape as [number, number];
    const initializer = sparse({ sparsity, std: 0.2 });

    test.each(streamIds)('has its zeros in every column, and N(0, 0.2^2) elsewhere, from stream %s', (stream) => {
      const weights = initializer(shape, streams[stream](seed));
      for (let column = 0; column < columns; column++) {
        const inColumn = weights.filter((weight, i) => weight === 0 && i % columns === column).length;
        expect(inColumn).toBe(zeros);
      }
      const rest = weights.filter((weight) => weight !== 0);
      expect(faults(rest, { kind: 'normal', mean: 0, std: 0.2 })).toEqual([]);
      expect(faults(weights, initializer.distribution(shape))).toEqual([]);
    });

    test('has zeros in every row alike: five standard deviations of a binomial count', () => {
      const weights = initializer(shape, torchGenerator(seed));
      const share = zeros / rows;
      for (let row = 0; row < rows; row++) {
        const count = weights.slice(row * columns, (row + 1) * columns).filter((weight) => weight === 0).length;
        expect(Math.abs(count - share * columns)).toBeLessThanOrEqual(5 * Math.sqrt(columns * share * (1 - share)));
      }
    });
  },
);

test('sparsity 1 leaves nothing, sparsity 0 and std 0 are legal', () => {
  expect(sparse({ sparsity: 1 })([4, 3], torchGenerator(1))).toEqual(new Float32Array(12));
  expect(sparse({ std: 0 })([4, 3], torchGenerator(1)).map(Math.abs)).toEqual(new Float32Array(12));
  expect(continuousPart(sparse({ sparsity: 1 }).distribution([4, 3]))).toBeUndefined();
  expect(sparse({ sparsity: 0 })([4, 3], torchGenerator(1)).every((weight) => weight !== 0)).toBe(true);
  expect(sparse()([0, 3], torchGenerator(1))).toHaveLength(0);
});

test('refuses what PyTorch lets pass: a sparsity outside 0 to 1; and what is not a matrix', () => {
  expect(() => sparse({ sparsity: 1.5 })).toThrow('sparse needs a sparsity from 0 to 1, got 1.5');
  expect(() => sparse({ sparsity: -0.5 })).toThrow('sparse needs a sparsity from 0 to 1, got -0.5');
  expect(() => sparse({ std: -1 })).toThrow('sparse needs a finite std >= 0, got -1');
  expect(() => sparse()([3, 3, 3], torchGenerator(1))).toThrow('sparse needs a shape of 2 dimensions, got [3, 3, 3]');
  expect(() => sparse()([3], torchGenerator(1))).toThrow('sparse needs a shape of 2 dimensions, got [3]');
});
