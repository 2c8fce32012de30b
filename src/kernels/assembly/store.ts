/** The tile of `sparse.ts`: 2 lanes of the sparse factor, 20 of the other one. */
const PANEL = 20;
const STEP: usize = PANEL * 4;

/** Copies finished tiles to C: tile i holds sparse lanes 2i and 2i + 1, each with `width` of 20 other lanes. */
export function storeTiles(
  tile: usize,
  c: usize,
  sLanes: i32,
  width: i32,
  cSparseStride: usize,
  cOtherStride: usize,
): void {
  for (let left = sLanes; left > 0; left -= 2) {
    if (left < 2 || width < PANEL) storePart(tile, c, min(2, left), width, cSparseStride, cOtherStride);
    else if (cOtherStride === 4) storeRows(tile, c, cSparseStride);
    else storeColumns(tile, c, cOtherStride);
    tile += 2 * STEP;
    c += 2 * cSparseStride;
  }
}

/** The two lanes are rows of C. */
function storeRows(tile: usize, c: usize, rowBytes: usize): void {
  for (let n: usize = 0; n < STEP; n += 16) {
    v128.store(c + n, v128.load(tile + n));
    v128.store(c + rowBytes + n, v128.load(tile + n, STEP));
  }
}

/** The two lanes lie side by side in each of 20 rows of C. */
function storeColumns(tile: usize, c: usize, rowBytes: usize): void {
  for (const end = tile + STEP; tile < end; tile += 16) {
    const first = v128.load(tile);
    const second = v128.load(tile, STEP);
    const low = v128.shuffle<f32>(first, second, 0, 4, 1, 5);
    const high = v128.shuffle<f32>(first, second, 2, 6, 3, 7);
    v128.store64_lane(c, low, 0);
    v128.store64_lane(c + rowBytes, low, 1);
    c += 2 * rowBytes;
    v128.store64_lane(c, high, 0);
    v128.store64_lane(c + rowBytes, high, 1);
    c += 2 * rowBytes;
  }
}

/** The part of a tile at an edge of C that lies in C, value by value. */
function storePart(tile: usize, c: usize, lanes: i32, width: i32, cSparseStride: usize, cOtherStride: usize): void {
  for (let i: usize = 0; i < <usize>lanes; i++) {
    for (let j: usize = 0; j < <usize>width; j++) {
      store<f32>(c + i * cSparseStride + j * cOtherStride, load<f32>(tile + i * STEP + (j << 2)));
    }
  }
}
