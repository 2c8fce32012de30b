import { expect, it } from 'vitest';
import { numericalRank, singularValues } from './singular-values.ts';

const columns = (...rows: number[][]) =>
  (rows[0] as number[]).map((_, j) => Float64Array.from(rows, (row) => row[j] as number));

it('gives the singular values of matrices that can be solved by hand', () => {
  expect(singularValues(columns([3, 0], [0, -4]))).toEqual([4, 3]);
  // A^T A = [[2, 2], [2, 5]], eigenvalues 6 and 1
  const [first, second] = singularValues(columns([1, 2], [1, 0], [0, 1])) as [number, number];
  expect(Math.abs(first * first - 6)).toBeLessThan(1e-14);
  expect(Math.abs(second * second - 1)).toBeLessThan(1e-14);
});

it('sum of squares and product agree with the Frobenius norm and the determinant of a 4 x 4 matrix', () => {
  const a = columns([0.3, -1.2, 0.7, 2.1], [1.4, 0.2, -0.6, 0.9], [-0.8, 1.1, 1.9, -0.4], [0.5, -0.1, 0.3, 1.7]);
  const values = singularValues(a);
  const squares = a.flatMap((column) => [...column]).reduce((sum, x) => sum + x * x, 0);
  expect(Math.abs(values.reduce((sum, s) => sum + s * s, 0) / squares - 1)).toBeLessThan(1e-14);
  expect(Math.abs(values.reduce((product, s) => product * s, 1) / Math.abs(determinant(a)) - 1)).toBeLessThan(1e-13);
});

/** By expansion along the first column; the transpose has the same. */
function determinant(columnsOf: Float64Array[]): number {
  const [first, ...rest] = columnsOf as [Float64Array, ...Float64Array[]];
  if (rest.length === 0) return first[0] as number;
  return first.reduce((sum, x, i) => {
    const minor = rest.map((column) => column.filter((_, row) => row !== i));
    return sum + (i % 2 === 0 ? 1 : -1) * x * determinant(minor);
  }, 0);
}

it('the rank counts what is more than float32 rounding', () => {
  const equalRows = columns([0.1, 0.7], [0.1, 0.7], [0.1, 0.7]);
  expect(numericalRank(singularValues(equalRows), 3)).toBe(1);
  const multiples = columns(...[1, 2, 3].map((k) => [Math.fround(k * 0.1), Math.fround(k * 0.7)]));
  expect(numericalRank(singularValues(multiples), 3)).toBe(1);
  expect(numericalRank(singularValues(columns([0.1, 0.7], [0.1, 0.7001])), 2)).toBe(2);
  expect(numericalRank(singularValues(columns([0, 0], [0, 0])), 2)).toBe(0);
});

it('a matrix with NaN or infinity has neither singular values nor a rank above 0', () => {
  expect(singularValues(columns([1, Number.POSITIVE_INFINITY]))).toEqual([Number.NaN, Number.NaN]);
  expect(numericalRank([Number.NaN, Number.NaN], 2)).toBe(0);
});
