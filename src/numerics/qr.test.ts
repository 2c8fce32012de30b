import { describe, expect, test } from 'vitest';
import { type Columns, orthonormalize } from './qr.ts';

/** U(-1, 1) to fill matrices: the minimal standard generator of Park, Miller and Stockmeyer (1993). */
function matrix(rows: number, columns: number, seed: number): Float64Array[] {
  let state = seed;
  const next = () => {
    state = (state * 48271) % 2147483647;
    return (2 * state) / 2147483647 - 1;
  };
  return Array.from({ length: columns }, () => Float64Array.from({ length: rows }, next));
}

const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);

/** The largest |Q^T Q - I|. */
const distanceFromOrthonormal = (q: Columns) =>
  Math.max(...q.flatMap((a, i) => q.map((b, j) => Math.abs(dot(a, b) - (i === j ? 1 : 0)))));

describe.each([
  [1, 1],
  [5, 1],
  [4, 4],
  [20, 7],
  [64, 64],
  [100, 30],
])('%d x %d (seed 1)', (rows, columns) => {
  const q = orthonormalize(matrix(rows, columns, 1));
  const a = matrix(rows, columns, 1);

  test('Q has orthonormal columns to 1e-14', () => {
    expect(q.map(({ length }) => length)).toEqual(new Array(columns).fill(rows));
    expect(distanceFromOrthonormal(q)).toBeLessThan(1e-14);
  });

  test('R = Q^T A is upper triangular with a positive diagonal, and Q R = A', () => {
    const r = q.map((qi) => a.map((aj) => dot(qi, aj)));
    r.forEach((row, i) => {
      row.slice(0, i).forEach((entry) => {
        expect(Math.abs(entry)).toBeLessThan(1e-13);
      });
      expect(row[i]).toBeGreaterThan(0);
    });
    a.forEach((column, j) => {
      column.forEach((entry, k) => {
        const product = q.reduce((sum, qi, i) => sum + (qi[k] as number) * ((r[i] as number[])[j] as number), 0);
        expect(Math.abs(product - entry)).toBeLessThan(1e-13);
      });
    });
  });
});

test('stays orthonormal to 1e-14 when columns are nearly dependent, where Gram and Schmidt do not (seed 2)', () => {
  const nearly = matrix(30, 2, 2);
  const [first, noise] = nearly as [Float64Array, Float64Array];
  const q = orthonormalize([first.slice(), first.map((value, i) => value + 1e-12 * (noise[i] as number))]);
  expect(distanceFromOrthonormal(q)).toBeLessThan(1e-14);
});

test('the identity stays what it is, and a column of zeros stays zero, as the sign of 0 makes it in PyTorch', () => {
  const columns = (...rows: number[][]) => rows.map((row) => Float64Array.from(row));
  expect(orthonormalize(columns([1, 0], [0, 1]))).toEqual(columns([1, 0], [0, 1]));
  expect(orthonormalize(columns([-2, 0], [0, 3]))).toEqual(columns([-1, 0], [0, 1]));
  expect(orthonormalize(columns([0, 0], [0, 0])).map((q) => q.map(Math.abs))).toEqual(columns([0, 0], [0, 0]));
});
