import { copyBlock, transposeBlock } from './blocks';
import { blockLength, LANES, LONGEST, packPanel, packRows, ROWS_AT, TILE_AT, TILE_LANES, ZEROS } from './factors';
import { LIST_BYTES, listRow } from './list';
import { addListed, PANEL, STEP } from './listed';

const LISTS_AT: usize = ROWS_AT + LANES * LONGEST * 4;

/**
 * A product of a sparse factor S and another one, P, along their common inner index, without the zeros of S: c[s, p] = sum
 * over k of S[s, k] P[p, k]. See `matmul.ts` on why that changes no bit if P is finite. Strides as in `multiplyDense`.
 *
 * Every lane of S is listed once and then meets one panel of P after another.
 */
export function multiplySparse(
  s: usize,
  sLaneStride: usize,
  sInnerStride: usize,
  sLanes: i32,
  p: usize,
  pLaneStride: usize,
  pInnerStride: usize,
  pLanes: i32,
  inner: i32,
  c: usize,
  cSparseStride: usize,
  cOtherStride: usize,
  work: usize,
): void {
  const block = blockLength(inner, LONGEST);
  const lists = work + LISTS_AT;
  for (let i = 0; i < sLanes; i += LANES) {
    const height = min(LANES, sLanes - i);
    for (let k = 0; k < inner; k += block) {
      const length = min(block, inner - k);
      let x = s + <usize>i * sLaneStride + <usize>k * sInnerStride;
      let xRow = sLaneStride;
      if (sInnerStride !== 4) {
        packRows(x, sLaneStride, sInnerStride, height, length, work + ROWS_AT);
        x = work + ROWS_AT;
        xRow = (<usize>length) << 2;
      }
      listRows(x, xRow, height, length, lists);
      for (let j = 0; j < pLanes; j += PANEL) {
        const width = min(PANEL, pLanes - j);
        const source = p + <usize>j * pLaneStride + <usize>k * pInnerStride;
        packPanel(source, pLaneStride, pInnerStride, width, length, work, STEP);
        const target = c + <usize>i * cSparseStride + <usize>j * cOtherStride;
        if (cOtherStride === 4) addToRows(lists, x, xRow, height, work, target, cSparseStride, width, k === 0);
        else addToColumns(lists, x, xRow, height, work, target, cOtherStride, width, k === 0);
      }
    }
  }
}

function listRows(x: usize, xRow: usize, rows: i32, inner: i32, lists: usize): void {
  for (; rows > 0; rows--) {
    listRow(x, inner, lists);
    x += xRow;
    lists += LIST_BYTES;
  }
}

/**
 * The lanes of S are rows of C. All columns of a panel are stored, also where the last one of C has fewer; what follows them
 * in memory is put back.
 */
function addToRows(
  list: usize,
  x: usize,
  xRow: usize,
  lanes: i32,
  panel: usize,
  c: usize,
  cRow: usize,
  width: i32,
  isFirst: bool,
): void {
  const tile = panel + TILE_AT;
  const widthBytes = (<usize>width) << 2;
  for (; lanes > 0; lanes--) {
    if (isFirst || load<u32>(list) > 0) {
      copyBlock(c + widthBytes, 0, 1, PANEL - width, tile, 0);
      addListed(list, x, panel, isFirst ? ZEROS : c, c);
      copyBlock(tile, 0, 1, PANEL - width, c + widthBytes, 0);
    }
    x += xRow;
    list += LIST_BYTES;
    c += cRow;
  }
}

/** The lanes of S are columns of C: as many of them are worked on together as there are values in a line of the cache. */
function addToColumns(
  list: usize,
  x: usize,
  xRow: usize,
  lanes: i32,
  panel: usize,
  c: usize,
  cRow: usize,
  width: i32,
  isFirst: bool,
): void {
  const tile = panel + TILE_AT;
  for (; lanes > 0; lanes -= TILE_LANES) {
    const here = min(TILE_LANES, lanes);
    if (!isFirst) transposeBlock(c, cRow, width, here, tile, STEP);
    for (let n = 0; n < here; n++) {
      const sums = tile + <usize>n * STEP;
      addListed(list, x, panel, isFirst ? ZEROS : sums, sums);
      x += xRow;
      list += LIST_BYTES;
    }
    transposeBlock(tile, STEP, here, width, c, cRow);
    c += TILE_LANES * 4;
  }
}
