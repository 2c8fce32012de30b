/**
 * Copies of matrices in the order in which the tile reads them: slivers of 4 lanes, for inner index 0, 1, 2, ... the 4
 * values of the lanes side by side. Lanes are rows of the left factor, or columns of the right one. A lane that the
 * matrix does not have is filled with zeros.
 *
 * All strides are in bytes, all pointers are addresses of float32.
 */

/** One sliver: `lanes` of 4 at `source`; the 4 values of inner index k go to target + k * step. */
export function packSliver(
  source: usize,
  laneStride: usize,
  innerStride: usize,
  lanes: i32,
  inner: i32,
  target: usize,
  step: usize,
): void {
  if (lanes < 4) packPart(source, laneStride, innerStride, lanes, inner, target, step);
  else if (laneStride === 4) packNeighbors(source, innerStride, inner, target, step);
  else packRows(source, laneStride, innerStride, inner, target, step);
}

/** The lanes lie side by side: one vector for each inner index. */
function packNeighbors(source: usize, innerStride: usize, inner: i32, target: usize, step: usize): void {
  for (let k = 0; k < inner; k++) {
    v128.store(target, v128.load(source));
    source += innerStride;
    target += step;
  }
}

/** Each lane lies in a row of its own (innerStride is 4): blocks of 4 x 4 are transposed in registers. */
function packRows(source: usize, laneStride: usize, innerStride: usize, inner: i32, target: usize, step: usize): void {
  const inFours = inner & ~3;
  let p = source;
  for (let k = 0; k < inFours; k += 4) {
    const row0 = v128.load(p);
    const row1 = v128.load(p + laneStride);
    const row2 = v128.load(p + 2 * laneStride);
    const row3 = v128.load(p + 3 * laneStride);
    const low01 = v128.shuffle<f32>(row0, row1, 0, 4, 1, 5);
    const low23 = v128.shuffle<f32>(row2, row3, 0, 4, 1, 5);
    const high01 = v128.shuffle<f32>(row0, row1, 2, 6, 3, 7);
    const high23 = v128.shuffle<f32>(row2, row3, 2, 6, 3, 7);
    v128.store(target, v128.shuffle<f64>(low01, low23, 0, 2));
    v128.store(target + step, v128.shuffle<f64>(low01, low23, 1, 3));
    v128.store(target + 2 * step, v128.shuffle<f64>(high01, high23, 0, 2));
    v128.store(target + 3 * step, v128.shuffle<f64>(high01, high23, 1, 3));
    p += 16;
    target += 4 * step;
  }
  packPart(p, laneStride, innerStride, 4, inner - inFours, target, step);
}

/** Value by value: the ends of matrices whose sides are no multiples of 4. */
function packPart(
  source: usize,
  laneStride: usize,
  innerStride: usize,
  lanes: i32,
  inner: i32,
  target: usize,
  step: usize,
): void {
  for (let k = 0; k < inner; k++) {
    v128.store(target, f32x4.splat(0));
    for (let lane = 0; lane < lanes; lane++) {
      store<f32>(target + ((<usize>lane) << 2), load<f32>(source + <usize>lane * laneStride));
    }
    source += innerStride;
    target += step;
  }
}
