import { checkSize } from './check-size.ts';

/**
 * The matrix products in plain TypeScript: the definition of `matmul.ts`, for machines without WebAssembly, for small
 * matrices, and as the reference that the SIMD kernels must equal bit for bit. Sizes are checked there.
 */

/** C = A B, with A `rows x inner`, B `inner x columns`, C `rows x columns`; C is overwritten and returned. */
export function plainNN(
  a: Float32Array,
  b: Float32Array,
  c: Float32Array,
  rows: number,
  inner: number,
  columns: number,
) {
  const keepZeros = !allFinite(b);
  c.fill(0);
  const terms = new Int32Array(inner); // the inner indices that count in this row
  for (let i = 0; i < rows; i++) {
    let count = 0;
    for (let k = 0; k < inner; k++) if (a[i * inner + k] !== 0 || keepZeros) terms[count++] = k;
    addRows(a, i * inner, terms.subarray(0, count), b, c, i * columns, columns);
  }
  return c;
}

/** C = A B^T, with A `rows x inner`, B `columns x inner`: a batch through a layer, Z = X W^T. */
export function plainNT(
  a: Float32Array,
  b: Float32Array,
  c: Float32Array,
  rows: number,
  inner: number,
  columns: number,
) {
  return plainNN(a, transpose(b, columns, inner), c, rows, inner, columns);
}

/** C = A^T B, with A `inner x rows`, B `inner x columns`: a sum over the batch of outer products, a weight gradient. */
export function plainTN(
  a: Float32Array,
  b: Float32Array,
  c: Float32Array,
  rows: number,
  inner: number,
  columns: number,
) {
  return plainNN(transpose(a, inner, rows), b, c, rows, inner, columns);
}

/** The transpose, `columns x rows`, of a `rows x columns` matrix; written into `out` if given. */
export function transpose(
  a: Float32Array,
  rows: number,
  columns: number,
  out: Float32Array = new Float32Array(rows * columns),
) {
  checkSize('transpose needs a', a, rows, columns);
  const tile = 32; // a tile of either matrix stays in the fastest cache
  for (let top = 0; top < rows; top += tile) {
    for (let left = 0; left < columns; left += tile) {
      for (let i = top; i < Math.min(top + tile, rows); i++) {
        for (let j = left; j < Math.min(left + tile, columns); j++) {
          out[j * rows + i] = a[i * columns + j] as number;
        }
      }
    }
  }
  return out;
}

/**
 * One row of the product: the rows of B that `terms` names, each times its element of A, added up in that order.
 * Four rows of B at a time, so that each element of C is read and written once for four products.
 */
function addRows(
  a: Float32Array,
  aRow: number,
  terms: Int32Array,
  b: Float32Array,
  c: Float32Array,
  cRow: number,
  columns: number,
) {
  const inFours = terms.length - (terms.length % 4);
  for (let t = 0; t < inFours; t += 4) {
    const k0 = terms[t] as number;
    const k1 = terms[t + 1] as number;
    const k2 = terms[t + 2] as number;
    const k3 = terms[t + 3] as number;
    const x0 = a[aRow + k0] as number;
    const x1 = a[aRow + k1] as number;
    const x2 = a[aRow + k2] as number;
    const x3 = a[aRow + k3] as number;
    const [b0, b1, b2, b3] = [k0 * columns, k1 * columns, k2 * columns, k3 * columns];
    for (let j = 0; j < columns; j++) {
      let s = c[cRow + j] as number;
      s = Math.fround(s + Math.fround(x0 * (b[b0 + j] as number)));
      s = Math.fround(s + Math.fround(x1 * (b[b1 + j] as number)));
      s = Math.fround(s + Math.fround(x2 * (b[b2 + j] as number)));
      c[cRow + j] = Math.fround(s + Math.fround(x3 * (b[b3 + j] as number)));
    }
  }
  for (let t = inFours; t < terms.length; t++) {
    const k = terms[t] as number;
    const x = a[aRow + k] as number;
    for (let j = 0; j < columns; j++) {
      c[cRow + j] = (c[cRow + j] as number) + Math.fround(x * (b[k * columns + j] as number));
    }
  }
}

function allFinite(values: Float32Array) {
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) return false;
  return true;
}
