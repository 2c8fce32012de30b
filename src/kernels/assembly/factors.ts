import { copyBlock, transposeBlock } from './blocks';

/**
 * Parts of the two factors of a product, C[i][j] = sum over k of X[i][k] P[j][k]. In memory the inner index k of a factor
 * runs along its rows, 4 bytes apart, or down its columns; then its lanes i or j lie 4 bytes apart. All strides are in bytes.
 */

/** Lanes of X that are worked on together. */
export const LANES = 256;
/** Inner indices that dense products take at a time. */
export const LONGEST_BLOCK = 256;
/** And sparse ones, so that a panel of 52 columns takes 26 kB and stays in the fastest cache. */
export const LONGEST = 128;

/** Columns of C that a sparse product works on together: 64 bytes of each row, a line of the cache. */
export const TILE_LANES = 16;

/**
 * The work area: first a panel, which stays in the fastest cache, then a tile of sums, where not all of them belong to C,
 * then room for the lanes of X: as rows, and, where those are half as long, as lists.
 */
export const TILE_AT: usize = 26624;
export const ROWS_AT: usize = TILE_AT + TILE_LANES * 52 * 4;

/** The work area that products need. */
export function workBytes(): usize {
  return ROWS_AT + LANES * LONGEST_BLOCK * 4;
}

/** Where all sums begin, up to 52 side by side. */
export const ZEROS = memory.data(208, 16);

/** The inner size in equal blocks of at most `most`: a multiple of four, as kernels take four at a time. */
export function blockLength(inner: i32, most: i32): i32 {
  const count = (inner + most - 1) / most;
  return count > 1 ? ((inner + count - 1) / count + 3) & ~3 : inner;
}

/** A panel: for every inner index the values of `width` lanes of P side by side, `step` bytes after those of the one before. */
export function packPanel(
  p: usize,
  laneStride: usize,
  innerStride: usize,
  width: i32,
  inner: i32,
  panel: usize,
  step: usize,
): void {
  if (laneStride === 4) copyBlock(p, innerStride, inner, width, panel, step);
  else transposeBlock(p, laneStride, width, inner, panel, step);
}

/**
 * Lanes of X as rows, one after another. Dense products copy them also where they are rows already: read from end to end
 * they arrive in time, and 10% more is done than with rows that lie apart.
 */
export function packRows(x: usize, laneStride: usize, innerStride: usize, lanes: i32, inner: i32, rows: usize): void {
  const rowBytes = (<usize>inner) << 2;
  if (innerStride === 4) copyBlock(x, laneStride, lanes, inner, rows, rowBytes);
  else transposeBlock(x, innerStride, inner, lanes, rows, rowBytes);
}
