import { multiplyDense } from './dense';
import { multiplySparse } from './sparse';

/**
 * The three products of `matmul.ts`. `work` has room for twenty-four times as many values as the largest of the matrices
 * has, and 4,096 more.
 */

/** C = A B, with A `rows x inner`, B `inner x columns`. */
export function matmulNN(a: usize, b: usize, c: usize, rows: i32, inner: i32, columns: i32, work: usize): void {
  multiply(a, (<usize>inner) << 2, 4, b, 4, (<usize>columns) << 2, c, rows, inner, columns, work);
}

/** C = A B^T, with A `rows x inner`, B `columns x inner`. */
export function matmulNT(a: usize, b: usize, c: usize, rows: i32, inner: i32, columns: i32, work: usize): void {
  multiply(a, (<usize>inner) << 2, 4, b, (<usize>inner) << 2, 4, c, rows, inner, columns, work);
}

/** C = A^T B, with A `inner x rows`, B `inner x columns`. */
export function matmulTN(a: usize, b: usize, c: usize, rows: i32, inner: i32, columns: i32, work: usize): void {
  multiply(a, 4, (<usize>rows) << 2, b, 4, (<usize>columns) << 2, c, rows, inner, columns, work);
}

/** C = A B for any strides, as in `multiplyDense`; zeros of the sparser factor are skipped if the other one is finite. */
function multiply(
  a: usize,
  aRow: usize,
  aInner: usize,
  b: usize,
  bColumn: usize,
  bInner: usize,
  c: usize,
  rows: i32,
  inner: i32,
  columns: i32,
  work: usize,
): void {
  const cRow = (<usize>columns) << 2;
  const shareA = sample(a, rows * inner);
  const shareB = sample(b, inner * columns);
  const isDone =
    shareA <= shareB
      ? isSparse(shareA) && multiplySparse(a, aRow, aInner, rows, b, bColumn, bInner, columns, inner, c, cRow, 4, work)
      : isSparse(shareB) && multiplySparse(b, bColumn, bInner, columns, a, aRow, aInner, rows, inner, c, 4, cRow, work);
  if (!isDone) multiplyDense(a, aRow, aInner, b, bColumn, bInner, c, rows, inner, columns, work);
}

/** Of pairs of values, 1 - (1 - share)^2 are left when the zeros have no pattern; the lists cost something, too. */
function isSparse(share: f32): bool {
  return share < 0.55;
}

/** The share of values that are not zero, estimated from four in 64; 1 for small matrices, for which lists do not pay. */
function sample(values: usize, length: i32): f32 {
  const vectors = length >> 6;
  if (vectors === 0) return 1;
  const zero = f32x4.splat(0);
  let counts = i32x4.splat(0); // minus the count, lane by lane: true is -1
  for (let n = vectors; n > 0; n--) {
    counts = i32x4.add(counts, f32x4.ne(v128.load(values), zero));
    values += 256;
  }
  const count =
    i32x4.extract_lane(counts, 0) +
    i32x4.extract_lane(counts, 1) +
    i32x4.extract_lane(counts, 2) +
    i32x4.extract_lane(counts, 3);
  const looked = vectors << 2;
  return <f32>-count / <f32>looked;
}
