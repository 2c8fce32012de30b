import { arrayBytes, listBytes, listPairs } from './list';
import { packSliver } from './pack';
import { storeTiles } from './store';

/** The tile: 2 lanes of the sparse factor, 20 of the other one. */
const PANEL = 20;
/** Bytes of one inner index of a panel, and of a tile. */
const STEP: usize = PANEL * 4;
const TILE: usize = 2 * STEP;
/** Inner indices that are looked at together: a panel of so many takes 20 kB and stays in the fastest cache. */
const BLOCK = 256;

/**
 * A product of a sparse factor S and another one, P, along their common inner index, without the zeros of S (see
 * `matmul.ts` on why that changes no bit if P is finite). Lanes are rows of S or P as the inner index runs along them;
 * c[s, p] = sum over k of S[s, k] P[p, k]. All strides are in bytes.
 *
 * Two lanes of S go together: an inner index at which both are zero is left out. One lane alone would leave out more, but
 * load more per operation; four lanes would leave out less.
 *
 * False if P holds an infinity or a NaN: then C is not what it should be, and the dense product has to be computed.
 *
 * `work` has room for a panel of 20 lanes and BLOCK inner indices, a tile for every pair, and all lists (see `listBytes`).
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
): bool {
  const panel = work;
  const tiles = panel + BLOCK * STEP;
  const lists = tiles + <usize>((sLanes + 1) >> 1) * TILE;
  let list = lists;
  for (let k = 0; k < inner; k += BLOCK) {
    const block = s + <usize>k * sInnerStride;
    list = listPairs(block, sLaneStride, sInnerStride, sLanes, min(BLOCK, inner - k), panel, STEP, list);
  }
  for (let j = 0; j < pLanes; j += PANEL) {
    const width = min(PANEL, pLanes - j);
    memory.fill(tiles, 0, lists - tiles);
    list = lists;
    for (let k = 0; k < inner; k += BLOCK) {
      const length = min(BLOCK, inner - k);
      const source = p + <usize>j * pLaneStride + <usize>k * pInnerStride;
      packPanel(source, pLaneStride, pInnerStride, width, length, panel);
      if (!allFinite(panel, PANEL * length)) return false;
      list = addPairs(list, length, tiles, lists);
    }
    storeTiles(tiles, c + <usize>j * cOtherStride, sLanes, width, cSparseStride, cOtherStride);
  }
  return true;
}

/** Whether no value is infinite or NaN: exactly then every value times 0 is +-0. `length` is a multiple of 4. */
function allFinite(values: usize, length: i32): bool {
  const zero = f32x4.splat(0);
  let sum = zero;
  for (const end = values + ((<usize>length) << 2); values < end; values += 16) {
    sum = f32x4.add(sum, f32x4.mul(v128.load(values), zero));
  }
  return i32x4.all_true(f32x4.eq(sum, zero));
}

/** 20 lanes, as 5 slivers side by side. */
function packPanel(source: usize, laneStride: usize, innerStride: usize, width: i32, inner: i32, panel: usize): void {
  for (let lane = 0; lane < PANEL; lane += 4) {
    const lanes = max(0, min(4, width - lane));
    packSliver(source + <usize>lane * laneStride, laneStride, innerStride, lanes, inner, panel, STEP);
    panel += 16;
  }
}

/** Adds one block to all tiles; returns where the lists of the next block begin. */
function addPairs(list: usize, inner: i32, tile: usize, tilesEnd: usize): usize {
  const array = arrayBytes(inner);
  for (; tile < tilesEnd; tile += TILE) {
    addPair(list, array, tile);
    list += listBytes(inner);
  }
  return list;
}

/** 10 vectors of sums stay in registers; for an entry there are 8 loads and 20 operations. */
function addPair(list: usize, array: usize, tile: usize): void {
  let a0 = v128.load(tile);
  let a1 = v128.load(tile, 16);
  let a2 = v128.load(tile, 32);
  let a3 = v128.load(tile, 48);
  let a4 = v128.load(tile, 64);
  let b0 = v128.load(tile, 80);
  let b1 = v128.load(tile, 96);
  let b2 = v128.load(tile, 112);
  let b3 = v128.load(tile, 128);
  let b4 = v128.load(tile, 144);
  let entry = list + 16;
  let addresses = entry + 2 * array;
  for (const end = entry + load<u32>(list); entry < end; entry += 4) {
    const x = v128.load32_splat(entry);
    const y = v128.load32_splat(entry + array);
    const row = <usize>load<u32>(addresses);
    addresses += 4;
    const p0 = v128.load(row);
    a0 = f32x4.add(a0, f32x4.mul(p0, x));
    b0 = f32x4.add(b0, f32x4.mul(p0, y));
    const p1 = v128.load(row, 16);
    a1 = f32x4.add(a1, f32x4.mul(p1, x));
    b1 = f32x4.add(b1, f32x4.mul(p1, y));
    const p2 = v128.load(row, 32);
    a2 = f32x4.add(a2, f32x4.mul(p2, x));
    b2 = f32x4.add(b2, f32x4.mul(p2, y));
    const p3 = v128.load(row, 48);
    a3 = f32x4.add(a3, f32x4.mul(p3, x));
    b3 = f32x4.add(b3, f32x4.mul(p3, y));
    const p4 = v128.load(row, 64);
    a4 = f32x4.add(a4, f32x4.mul(p4, x));
    b4 = f32x4.add(b4, f32x4.mul(p4, y));
  }
  v128.store(tile, a0);
  v128.store(tile, a1, 16);
  v128.store(tile, a2, 32);
  v128.store(tile, a3, 48);
  v128.store(tile, a4, 64);
  v128.store(tile, b0, 80);
  v128.store(tile, b1, 96);
  v128.store(tile, b2, 112);
  v128.store(tile, b3, 128);
  v128.store(tile, b4, 144);
}
