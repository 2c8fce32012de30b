import { copyBlock } from './blocks';
import { blockLength, LANES, LONGEST_BLOCK, packPanel, packRows, ROWS_AT, TILE_AT, ZEROS } from './factors';
import { addTile } from './tile';

/** The tile of `addTile`: 2 rows of 20 columns. */
const COLUMNS = 20;
const STEP: usize = COLUMNS * 4;

/**
 * C = A B for any strides: A is `rows x inner`, B `inner x columns`, and C `rows x columns`, row-major. A stride is the
 * distance in bytes from one row of A (column of B) to the next, or from one inner index to the next; one of both is 4.
 *
 * The inner index is taken in blocks, from the first to the last, and C holds the sums in between: that rounds nothing.
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
  const block = blockLength(inner, LONGEST_BLOCK);
  const rowsOfA = work + ROWS_AT;
  const cRow = (<usize>columns) << 2;
  for (let i = 0; i < rows; i += LANES) {
    const height = min(LANES, rows - i);
    for (let k = 0; k < inner; k += block) {
      const length = min(block, inner - k);
      packRows(a + <usize>i * aRowStride + <usize>k * aInnerStride, aRowStride, aInnerStride, height, length, rowsOfA);
      for (let j = 0; j < columns; j += COLUMNS) {
        const width = min(COLUMNS, columns - j);
        const source = b + <usize>j * bColumnStride + <usize>k * bInnerStride;
        packPanel(source, bColumnStride, bInnerStride, width, length, work, STEP);
        addPanel(rowsOfA, height, work, length, c + <usize>i * cRow + ((<usize>j) << 2), cRow, width, k === 0);
      }
    }
  }
}

/** Rows of A times a panel: `width` columns of C, or, after the first block, what is added to them; two rows at a time. */
function addPanel(
  x: usize,
  height: i32,
  panel: usize,
  inner: i32,
  c: usize,
  cRow: usize,
  width: i32,
  isFirst: bool,
): void {
  const tile = panel + TILE_AT;
  const xRow = (<usize>inner) << 2;
  for (; height > 0; height -= 2) {
    const from = isFirst ? ZEROS : c; // of C, a few values behind its end may be read, which changes nothing
    if (height >= 2 && width === COLUMNS) {
      addTile(x, x + xRow, panel, inner, from, isFirst ? 0 : cRow, c, c + cRow);
    } else {
      const isPair = <usize>(height >= 2); // a last row without a partner is multiplied twice
      addTile(x, x + isPair * xRow, panel, inner, from, isFirst ? 0 : isPair * cRow, tile, tile + STEP);
      copyBlock(tile, STEP, min(2, height), width, c, cRow);
    }
    x += 2 * xRow;
    c += 2 * cRow;
  }
}
