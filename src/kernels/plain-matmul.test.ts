import { describe, expect, it } from 'vitest';
import { plainNN, plainNT, plainTN, transpose } from './plain-matmul.ts';

/** A small fixed stream of values in [-1, 1), some of them zero; the kernels know nothing of random/. */
function values(length: number, seed: number, zeroShare = 0) {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return Float32Array.from({ length }, () => (next() < zeroShare ? (next() < 0.5 ? 0 : -0) : 2 * next() - 1));
}

/** The definition, written as three loops: every product and every sum rounded, nothing skipped. */
function byDefinition(a: Float32Array, b: Float32Array, rows: number, inner: number, columns: number) {
  return Float32Array.from({ length: rows * columns }, (_, element) => {
    const [i, j] = [Math.floor(element / columns), element % columns];
    let s = 0;
    for (let k = 0; k < inner; k++)
      s = Math.fround(s + Math.fround((a[i * inner + k] ?? 0) * (b[k * columns + j] ?? 0)));
    return s;
  });
}

/** Bit for bit, except that every NaN is one NaN. */
const bits = (m: Float32Array) =>
  Array.from(new Uint32Array(m.buffer.slice(0)), (word, i) => (Number.isNaN(m[i]) ? 'nan' : word));

const shapes = [
  [1, 1, 1],
  [2, 3, 5],
  [7, 1, 4],
  [5, 8, 10],
  [3, 784, 100],
  [33, 37, 41],
  [4, 0, 3],
] as const;

describe('a plain product', () => {
  it('adds rounded products in the order of the inner index, bit for bit, in every shape (seed 1)', () => {
    for (const [rows, inner, columns] of shapes) {
      const a = values(rows * inner, 1);
      const b = values(inner * columns, 2);
      const expected = bits(byDefinition(a, b, rows, inner, columns));
      const c = () => new Float32Array(rows * columns).fill(Number.NaN);
      expect(bits(plainNN(a, b, c(), rows, inner, columns))).toEqual(expected);
      expect(bits(plainNT(a, transpose(b, inner, columns), c(), rows, inner, columns))).toEqual(expected);
      expect(bits(plainTN(transpose(a, rows, inner), b, c(), rows, inner, columns))).toEqual(expected);
    }
  });

  it('changes no bit by skipping zeros, +0 and -0, of the left factor (seeds 3 to 42)', () => {
    for (let seed = 3; seed <= 42; seed++) {
      const [rows, inner, columns] = [6, 3 + seed, 12];
      const a = values(rows * inner, seed, 0.8);
      const b = values(inner * columns, seed + 100, 0.3);
      expect(bits(plainNN(a, b, new Float32Array(rows * columns), rows, inner, columns))).toEqual(
        bits(byDefinition(a, b, rows, inner, columns)),
      );
    }
  });

  it('lets NaN and infinity through as the definition does, also where they meet a zero (seed 5)', () => {
    const [rows, inner, columns] = [4, 9, 7];
    for (const special of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      for (const side of ['left', 'right'] as const) {
        const a = values(rows * inner, 5, 0.5);
        const b = values(inner * columns, 6, 0.5);
        a[3] = 0;
        (side === 'left' ? a : b)[side === 'left' ? 2 : 3 * columns + 2] = special;
        const c = plainNN(a, b, new Float32Array(rows * columns), rows, inner, columns);
        expect(bits(c)).toEqual(bits(byDefinition(a, b, rows, inner, columns)));
        if (side === 'right') expect(c[2], '0 times a value that is not finite').toBeNaN();
      }
    }
  });

  it('overflows to infinity when a sum leaves the range of float32', () => {
    const c = plainNN(Float32Array.of(3e38, 3e38), Float32Array.of(1, 1), new Float32Array(1), 1, 2, 1);
    expect(c[0]).toBe(Number.POSITIVE_INFINITY);
  });

  it('stays within the error bound of float32 summation, inner * 2^-24 * sum |a b|, of the exact product (seed 7)', () => {
    const [rows, inner, columns] = [8, 500, 9];
    const a = values(rows * inner, 7);
    const b = values(inner * columns, 8);
    const c = plainNN(a, b, new Float32Array(rows * columns), rows, inner, columns);
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) {
        let exact = 0;
        let magnitude = 0;
        for (let k = 0; k < inner; k++) {
          const product = (a[i * inner + k] ?? 0) * (b[k * columns + j] ?? 0);
          exact += product;
          magnitude += Math.abs(product);
        }
        const error = Math.abs((c[i * columns + j] ?? Number.NaN) - exact);
        expect(error).toBeLessThanOrEqual((inner + 1) * 2 ** -24 * magnitude);
      }
    }
  });

  it('is transposed only if it has the size it is said to have', () => {
    expect(() => transpose(new Float32Array(5), 2, 3)).toThrow('transpose needs a matrix of 2 x 3 = 6 values, got 5');
  });
});
