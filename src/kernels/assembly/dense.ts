import { packSliver } from './pack';

/** Rows and columns of the tile. */
const ROWS = 4;
const COLUMNS = 8;

/**
 * C = A B for any strides: A is `rows x inner`, B `inner x columns`, and C `rows x columns`, row-major. A stride is the
 * distance in bytes from one row of A (column of B) to the next, or from one inner index to the next; one of both is 4.
 *
 * `work` has room for (rows rounded up to 4) * inner + 8 * inner + 32 values: all of A packed, then 8 columns of B, which stay
 * in the fastest cache (32 kB for an inner size of 1024) while all rows of A pass by.
 */
export function multiplyDense(
  a: usize,
  aRowStride: usize,
  aInnerStride: usize,
  b: usize,
  bColumnStride: usize,
  bInnerStride: usize,
  c: usize,
  rows: i32,
  inner: i32,
  columns: i32,
  work: usize,
): void {
  const sliverBytes = (<usize>inner) << 4;
  let panel = work;
  for (let i = 0; i < rows; i += ROWS) {
    packSliver(a + <usize>i * aRowStride, aRowStride, aInnerStride, min(ROWS, rows - i), inner, panel, 16);
    panel += sliverBytes;
  }
  const corner = panel + 2 * sliverBytes;
  for (let j = 0; j < columns; j += COLUMNS) {
    const width = min(COLUMNS, columns - j);
    const source = b + <usize>j * bColumnStride;
    packSliver(source, bColumnStride, bInnerStride, min(4, width), inner, panel, 32);
    packSliver(source + 4 * bColumnStride, bColumnStride, bInnerStride, max(0, width - 4), inner, panel + 16, 32);
    multiplyPanel(work, panel, c + ((<usize>j) << 2), rows, inner, columns, width, corner);
  }
}

/** All rows times 8 columns of B, of which C has `width`. */
function multiplyPanel(
  packedA: usize,
  panel: usize,
  c: usize,
  rows: i32,
  inner: i32,
  columns: i32,
  width: i32,
  corner: usize,
): void {
  const rowBytes = (<usize>columns) << 2;
  for (let i = 0; i < rows; i += ROWS) {
    const height = min(ROWS, rows - i);
    const sliver = packedA + ((<usize>i * <usize>inner) << 2);
    if (height === ROWS && width === COLUMNS) {
      multiplyTile(sliver, panel, inner, c, rowBytes);
    } else {
      multiplyTile(sliver, panel, inner, corner, 32);
      copyPart(corner, c, rowBytes, height, width);
    }
    c += <usize>ROWS * rowBytes;
  }
}

/** The part of a tile at an edge of C that lies in C. */
function copyPart(tile: usize, c: usize, rowBytes: usize, height: i32, width: i32): void {
  for (let i = 0; i < height; i++) memory.copy(c + <usize>i * rowBytes, tile + ((<usize>i) << 5), (<usize>width) << 2);
}

/**
 * 4 rows times 8 columns: 8 vectors of sums stay in registers, each multiply-add in the order of the inner index. Per
 * inner index there are 6 loads for 16 operations. A larger tile would need more than the 16 registers of x86; the loop
 * is not unrolled and loads all of A first, because engines then keep everything in registers.
 */
function multiplyTile(a: usize, b: usize, inner: i32, c: usize, rowBytes: usize): void {
  let c00 = f32x4.splat(0);
  let c01 = c00;
  let c10 = c00;
  let c11 = c00;
  let c20 = c00;
  let c21 = c00;
  let c30 = c00;
  let c31 = c00;
  const end = b + ((<usize>inner) << 5);
  while (b < end) {
    const a0 = v128.load32_splat(a);
    const a1 = v128.load32_splat(a, 4);
    const a2 = v128.load32_splat(a, 8);
    const a3 = v128.load32_splat(a, 12);
    const b0 = v128.load(b);
    c00 = f32x4.add(c00, f32x4.mul(b0, a0));
    c10 = f32x4.add(c10, f32x4.mul(b0, a1));
    c20 = f32x4.add(c20, f32x4.mul(b0, a2));
    c30 = f32x4.add(c30, f32x4.mul(b0, a3));
    const b1 = v128.load(b, 16);
    c01 = f32x4.add(c01, f32x4.mul(b1, a0));
    c11 = f32x4.add(c11, f32x4.mul(b1, a1));
    c21 = f32x4.add(c21, f32x4.mul(b1, a2));
    c31 = f32x4.add(c31, f32x4.mul(b1, a3));
    a += 16;
    b += 32;
  }
  v128.store(c, c00);
  v128.store(c, c01, 16);
  c += rowBytes;
  v128.store(c, c10);
  v128.store(c, c11, 16);
  c += rowBytes;
  v128.store(c, c20);
  v128.store(c, c21, 16);
  c += rowBytes;
  v128.store(c, c30);
  v128.store(c, c31, 16);
}
