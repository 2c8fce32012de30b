import { checkSize } from './check-size.ts';
import { plainNN, plainNT, plainTN } from './plain-matmul.ts';
import { engine, type SimdKernels, simdKernels } from './simd.ts';
import { bytesOf, pagesFor, placeOf, TABLE_BYTES, WORK_BYTES } from './workspace.ts';

export { transpose } from './plain-matmul.ts';

/**
 * Float32 matrix products, row-major.
 *
 * Every element of a product is defined to the last bit, whatever the shape:
 *
 *     s = 0;  for k = 0, 1, 2, ...:  s = fl(s + fl(a[k] * b[k]))
 *
 * where fl rounds to float32: a multiplication and an addition, each rounded, in the order of the inner index.
 * SIMD without fused multiply-add (`assembly/`) and plain TypeScript (`plain-matmul.ts`) both follow this order, element
 * by element, and get the same bits.
 *
 * Zeros of a factor are skipped where it pays: four fifths of a digit's pixels are black, and ReLU silences half of a layer.
 * That changes no bit. The sum starts at +0 and never becomes -0, so adding 0 * b = +-0 leaves it as it is, as long as b
 * is finite. When the other factor holds an infinity or a NaN, 0 * b is NaN and must be added: then nothing is skipped.
 */
type Product = (
  a: Float32Array,
  b: Float32Array,
  c: Float32Array,
  rows: number,
  inner: number,
  columns: number,
) => Float32Array;

/** C = A B, with A `rows x inner`, B `inner x columns`, C `rows x columns`; C is overwritten and returned. */
export const matmulNN: Product = (a, b, c, rows, inner, columns) =>
  multiply('matmulNN', plainNN, a, b, c, rows, inner, columns);

/** C = A B^T, with A `rows x inner`, B `columns x inner`: a batch through a layer, Z = X W^T. */
export const matmulNT: Product = (a, b, c, rows, inner, columns) =>
  multiply('matmulNT', plainNT, a, b, c, rows, inner, columns);

/** C = A^T B, with A `inner x rows`, B `inner x columns`: a sum over the batch of outer products, a weight gradient. */
export const matmulTN: Product = (a, b, c, rows, inner, columns) =>
  multiply('matmulTN', plainTN, a, b, c, rows, inner, columns);

type Name = 'matmulNN' | 'matmulNT' | 'matmulTN';

/** Below so many products a copy costs more than it saves. */
const SMALL = 8192;

function multiply(
  name: Name,
  plain: Product,
  a: Float32Array,
  b: Float32Array,
  c: Float32Array,
  rows: number,
  inner: number,
  columns: number,
): Float32Array {
  checkSize('matmul needs a left', a, rows, inner);
  checkSize('matmul needs a right', b, inner, columns);
  checkSize('matmul needs a result', c, rows, columns);
  const place = placeOf(a, b, c);
  if (place) {
    place.kernels[name](a.byteOffset, b.byteOffset, c.byteOffset, rows, inner, columns, place.workArea);
    return c;
  }
  if (rows * inner * columns < SMALL || engine() === 'plain') return plain(a, b, c, rows, inner, columns);
  return multiplyCopies(name, a, b, c, rows, inner, columns);
}

let memory: WebAssembly.Memory | undefined;
let kernels: SimdKernels | undefined;

/** Copies A and B into a memory that grows as needed, and C out of it. */
function multiplyCopies(
  name: Name,
  a: Float32Array,
  b: Float32Array,
  c: Float32Array,
  rows: number,
  inner: number,
  columns: number,
): Float32Array {
  memory ??= new WebAssembly.Memory({ initial: 1 });
  kernels ??= simdKernels(memory) as SimdKernels;
  const bAt = TABLE_BYTES + bytesOf(a.length);
  const cAt = bAt + bytesOf(b.length);
  const workArea = cAt + bytesOf(c.length);
  const missing = workArea + WORK_BYTES - memory.buffer.byteLength;
  if (missing > 0) memory.grow(pagesFor(missing));
  new Float32Array(memory.buffer, TABLE_BYTES, a.length).set(a);
  new Float32Array(memory.buffer, bAt, b.length).set(b);
  kernels[name](TABLE_BYTES, bAt, cAt, rows, inner, columns, workArea);
  c.set(new Float32Array(memory.buffer, cAt, c.length));
  return c;
}
