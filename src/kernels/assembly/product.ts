import { multiplyDense } from './dense';
import { multiplySparse } from './sparse';

/** The three products of `matmul.ts`. The work area has `workBytes`, whatever the shape. */

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
  if (inner === 0) memory.fill(c, 0, <usize>rows * cRow);
  const dense = costOfDense(rows, columns);
  const sparseA = costOfSparse(a, rows, inner, columns);
  const sparseB = costOfSparse(b, columns, inner, rows);
  if (sparseA <= sparseB && sparseA < dense && allFinite(b, inner * columns)) {
    multiplySparse(a, aRow, aInner, rows, b, bColumn, bInner, columns, inner, c, cRow, 4, work);
  } else if (sparseB < sparseA && sparseB < dense && allFinite(a, rows * inner)) {
    multiplySparse(b, bColumn, bInner, columns, a, aRow, aInner, rows, inner, c, 4, cRow, work);
  } else {
    multiplyDense(a, aRow, aInner, b, bColumn, bInner, c, rows, inner, columns, work);
  }
}

/** Multiplications per inner index, with those in vain in tiles that reach over the edge of C. */
function costOfDense(rows: i32, columns: i32): f32 {
  return <f32>((rows + 1) & ~1) * <f32>((columns + 19) / 20) * 20;
}

/**
 * The same for lists of a factor's values that are not zero, in units of a dense product's: the loop over a list is slower
 * (1.45, measured), and listing a value takes as long as some multiplications.
 */
function costOfSparse(factor: usize, lanes: i32, inner: i32, otherLanes: i32): f32 {
  return <f32>lanes * (1.45 * sample(factor, lanes * inner) * <f32>((otherLanes + 51) / 52) * 52 + 10);
}

/** Whether no value is infinite or NaN: exactly then every value times 0 is +-0. Four sums, as one would wait for itself. */
function allFinite(values: usize, length: i32): bool {
  const zero = f32x4.splat(0);
  let sum0 = zero;
  let sum1 = zero;
  let sum2 = zero;
  let sum3 = zero;
  for (let n = length >> 4; n > 0; n--) {
    sum0 = f32x4.add(sum0, f32x4.mul(v128.load(values), zero));
    sum1 = f32x4.add(sum1, f32x4.mul(v128.load(values, 16), zero));
    sum2 = f32x4.add(sum2, f32x4.mul(v128.load(values, 32), zero));
    sum3 = f32x4.add(sum3, f32x4.mul(v128.load(values, 48), zero));
    values += 64;
  }
  for (let n = length & 15; n > 0; n--) {
    sum0 = f32x4.add(sum0, f32x4.mul(v128.load32_splat(values), zero));
    values += 4;
  }
  return i32x4.all_true(f32x4.eq(f32x4.add(f32x4.add(sum0, sum1), f32x4.add(sum2, sum3)), zero));
}

/** How many vectors of four values are looked at. */
const SAMPLES = 256;

/** The share of values that are not zero, estimated from some of them; 1 for small matrices, for which lists do not pay. */
function sample(values: usize, length: i32): f32 {
  const vectors = min(SAMPLES, length >> 6);
  if (vectors === 0) return 1;
  const step = (<usize>(length / vectors)) << 2;
  const zero = f32x4.splat(0);
  let counts = i32x4.splat(0); // minus the count, lane by lane: true is -1
  for (let n = vectors; n > 0; n--) {
    counts = i32x4.add(counts, f32x4.ne(v128.load(values), zero));
    values += step;
  }
  const count =
    i32x4.extract_lane(counts, 0) +
    i32x4.extract_lane(counts, 1) +
    i32x4.extract_lane(counts, 2) +
    i32x4.extract_lane(counts, 3);
  const looked = vectors << 2;
  return <f32>-count / <f32>looked;
}
