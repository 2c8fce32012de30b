import { copyBlock, transposeBlock } from './blocks';
import { blockLength, LANES, packPanel, packRows, ROWS_AT, TILE_AT, ZEROS } from './factors';
import { LIST_BYTES, LONGEST, listRow } from './list';
import { addListed } from './listed';

/** What `addListed` multiplies with at once. */
const PANEL = 52;
const STEP: usize = PANEL * 4;
const ROWS_BYTES: usize = LANES * LONGEST * 4;

/** The work area that products need: sparse ones need more than dense ones. */
export function workBytes(): usize {
  return ROWS_AT + ROWS_BYTES + LANES * LIST_BYTES;
}

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
  const packed = work + ROWS_AT;
  const lists = packed + ROWS_BYTES;
  const tile = work + TILE_AT;
  for (let i = 0; i < sLanes; i += LANES) {
    const height = min(LANES, sLanes - i);
    for (let k = 0; k < inner; k += block) {
      const length = min(block, inner - k);
      let x = s + <usize>i * sLaneStride + <usize>k * sInnerStride;
      let xRow = sLaneStride;
      if (sInnerStride !== 4) {
        packRows(x, sLaneStride, sInnerStride, height, length, packed);
        x = packed;
        xRow = (<usize>length) << 2;
      }
      listRows(x, xRow, height, length, work, lists);
      for (let j = 0; j < pLanes; j += PANEL) {
        const width = min(PANEL, pLanes - j);
        const source = p + <usize>j * pLaneStride + <usize>k * pInnerStride;
        packPanel(source, pLaneStride, pInnerStride, width, length, work, STEP);
        const target = c + <usize>i * cSparseStride + <usize>j * cOtherStride;
        if (cOtherStride === 4) addToRows(lists, height, target, cSparseStride, width, tile, k === 0);
        else addToColumns(lists, height, target, cOtherStride, width, tile, k === 0);
      }
    }
  }
}

function listRows(x: usize, xRow: usize, lanes: i32, inner: i32, panel: usize, lists: usize): void {
  for (; lanes > 0; lanes--) {
    listRow(x, inner, panel, STEP, lists);
    x += xRow;
    lists += LIST_BYTES;
  }
}

/** The lanes of S are rows of C. */
function addToRows(list: usize, lanes: i32, c: usize, cRow: usize, width: i32, tile: usize, isFirst: bool): void {
  for (; lanes > 0; lanes--) {
    const from = isFirst ? ZEROS : c;
    if (width === PANEL) {
      addListed(list, from, c);
    } else {
      addListed(list, from, tile);
      copyBlock(tile, STEP, 1, width, c, cRow);
    }
    list += LIST_BYTES;
    c += cRow;
  }
}

/** The lanes of S are columns of C, four of which are worked on together. */
function addToColumns(list: usize, lanes: i32, c: usize, cRow: usize, width: i32, tile: usize, isFirst: bool): void {
  for (; lanes > 0; lanes -= 4) {
    const here = min(4, lanes);
    if (!isFirst) transposeBlock(c, cRow, width, here, tile, STEP);
    for (let n = 0; n < here; n++) {
      const sums = tile + <usize>n * STEP;
      addListed(list, isFirst ? ZEROS : sums, sums);
      list += LIST_BYTES;
    }
    transposeBlock(tile, STEP, here, width, c, cRow);
    c += 16;
  }
}
