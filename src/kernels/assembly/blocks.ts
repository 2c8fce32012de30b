/** Copies of parts of matrices. Distances between rows are in bytes, pointers are addresses of float32. */

/** target[i][j] = source[i][j] */
export function copyBlock(
  source: usize,
  sourceRow: usize,
  rows: i32,
  columns: i32,
  target: usize,
  targetRow: usize,
): void {
  const vectorsEnd = (<usize>(columns & ~3)) << 2;
  const rowEnd = (<usize>columns) << 2;
  for (; rows > 0; rows--) {
    let n: usize = 0;
    for (; n < vectorsEnd; n += 16) v128.store(target + n, v128.load(source + n));
    for (; n < rowEnd; n += 4) store<f32>(target + n, load<f32>(source + n));
    source += sourceRow;
    target += targetRow;
  }
}

/** target[j][i] = source[i][j], for `rows` rows and `columns` columns of the source: four rows of the target at a time. */
export function transposeBlock(
  source: usize,
  sourceRow: usize,
  rows: i32,
  columns: i32,
  target: usize,
  targetRow: usize,
): void {
  for (; columns >= 4; columns -= 4) {
    transposeFourColumns(source, sourceRow, rows, target, targetRow);
    source += 16;
    target += 4 * targetRow;
  }
  for (; columns > 0; columns--) {
    transposeColumn(source, sourceRow, rows, target);
    source += 4;
    target += targetRow;
  }
}

function transposeColumn(source: usize, sourceRow: usize, rows: i32, target: usize): void {
  for (; rows > 0; rows--) {
    store<f32>(target, load<f32>(source));
    source += sourceRow;
    target += 4;
  }
}

/** Blocks of 4 x 4 are transposed in registers. */
function transposeFourColumns(source: usize, sourceRow: usize, rows: i32, target: usize, targetRow: usize): void {
  for (; rows >= 4; rows -= 4) {
    const row0 = v128.load(source);
    const row1 = v128.load(source + sourceRow);
    const row2 = v128.load(source + 2 * sourceRow);
    const row3 = v128.load(source + 3 * sourceRow);
    const low01 = v128.shuffle<f32>(row0, row1, 0, 4, 1, 5);
    const low23 = v128.shuffle<f32>(row2, row3, 0, 4, 1, 5);
    const high01 = v128.shuffle<f32>(row0, row1, 2, 6, 3, 7);
    const high23 = v128.shuffle<f32>(row2, row3, 2, 6, 3, 7);
    v128.store(target, v128.shuffle<f64>(low01, low23, 0, 2));
    v128.store(target + targetRow, v128.shuffle<f64>(low01, low23, 1, 3));
    v128.store(target + 2 * targetRow, v128.shuffle<f64>(high01, high23, 0, 2));
    v128.store(target + 3 * targetRow, v128.shuffle<f64>(high01, high23, 1, 3));
    source += 4 * sourceRow;
    target += 16;
  }
  for (let j: usize = 0; j < 4; j++) transposeColumn(source + (j << 2), sourceRow, rows, target + j * targetRow);
}
