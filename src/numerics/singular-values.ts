import type { Columns } from './qr.ts';

const EPSILON_FLOAT32 = 2 / 0x1000000;
/** Cosine of the angle between two columns below which they count as orthogonal in float64. */
const ORTHOGONAL = 1e-15;
const MAX_SWEEPS = 30;

/**
 * The singular values of a small matrix, given by its columns, the largest first: as many as there are columns. NaN where
 * the matrix holds a NaN or an infinity.
 *
 * One-sided Jacobi (Hestenes 1958; Golub and Van Loan 2013, section 8.6.4): pairs of columns are rotated until all are
 * orthogonal; then their lengths are the singular values. Unlike eigenvalues of the Gram matrix, whose small ones drown
 * at 1e-8 of the largest, these are right to about 1e-16 of it.
 */
export function singularValues(columns: Columns): number[] {
  const work = columns.map((column) => Float64Array.from(column));
  if (!work.every((column) => column.every(Number.isFinite))) return work.map(() => Number.NaN);
  for (let sweep = 0; sweep < MAX_SWEEPS && rotateAllPairs(work); sweep++);
  return work.map((column) => Math.sqrt(dot(column, column))).sort((a, b) => b - a);
}

/**
 * How many singular values of a float32 matrix of `rows` rows are more than rounding noise: larger than
 * max(rows, columns) * eps * the largest one, the rule of numpy.linalg.matrix_rank. 0 for a matrix of zeros.
 */
export function numericalRank(values: readonly number[], rows: number): number {
  const threshold = Math.max(rows, values.length) * EPSILON_FLOAT32 * (values[0] as number);
  return values.filter((value) => value > threshold).length;
}

/** One sweep; says whether any pair needed it. */
function rotateAllPairs(columns: Float64Array[]): boolean {
  let rotated = false;
  for (const [i, p] of columns.entries()) {
    for (const q of columns.slice(i + 1)) rotated = rotate(p, q) || rotated;
  }
  return rotated;
}

/** Makes p and q orthogonal: t = tan of the angle is the smaller root of t^2 + 2 zeta t - 1 = 0. */
function rotate(p: Float64Array, q: Float64Array): boolean {
  const [pp, qq, pq] = [dot(p, p), dot(q, q), dot(p, q)];
  if (Math.abs(pq) <= ORTHOGONAL * Math.sqrt(pp * qq)) return false;
  const zeta = (qq - pp) / (2 * pq);
  const t = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
  const cosine = 1 / Math.sqrt(1 + t * t);
  for (let k = 0; k < p.length; k++) {
    const [x, y] = [p[k] as number, q[k] as number];
    p[k] = cosine * (x - t * y);
    q[k] = cosine * (t * x + y);
  }
  return true;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] as number) * (b[k] as number);
  return sum;
}
