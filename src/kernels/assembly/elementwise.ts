/** Sums, bias and updates, float32: every operation is rounded, lane by lane as in `src/kernels/updates.ts`. */

/** z += bias in each of `rows` rows. */
export function addBias(z: usize, bias: usize, rows: i32, columns: i32): void {
  const biasEnd = bias + ((<usize>columns) << 2);
  for (; rows > 0; rows--) {
    let p = bias;
    for (; p + 16 <= biasEnd; p += 16) {
      v128.store(z, f32x4.add(v128.load(z), v128.load(p)));
      z += 16;
    }
    for (; p < biasEnd; p += 4) {
      store<f32>(z, load<f32>(z) + load<f32>(p));
      z += 4;
    }
  }
}

/** sums[j] = the sum of column j, from the first row to the last. */
export function columnSums(values: usize, rows: i32, columns: i32, sums: usize): void {
  const rowBytes = (<usize>columns) << 2;
  memory.fill(sums, 0, rowBytes);
  const sumsEnd = sums + rowBytes;
  for (; rows > 0; rows--) {
    let p = sums;
    for (; p + 16 <= sumsEnd; p += 16) {
      v128.store(p, f32x4.add(v128.load(p), v128.load(values)));
      values += 16;
    }
    for (; p < sumsEnd; p += 4) {
      store<f32>(p, load<f32>(p) + load<f32>(values));
      values += 4;
    }
  }
}

/** values -= rate * gradient */
export function descend(values: usize, gradient: usize, rate: f32, length: i32): void {
  const rates = f32x4.splat(rate);
  const end = values + ((<usize>length) << 2);
  for (; values + 16 <= end; values += 16) {
    v128.store(values, f32x4.sub(v128.load(values), f32x4.mul(rates, v128.load(gradient))));
    gradient += 16;
  }
  for (; values < end; values += 4) {
    store<f32>(values, load<f32>(values) - rate * load<f32>(gradient));
    gradient += 4;
  }
}

/** out = z where z > 0, +0 where z <= 0; NaN passes. */
export function relu(z: usize, out: usize, length: i32): void {
  const zero = f32x4.splat(0);
  const end = z + ((<usize>length) << 2);
  for (; z + 16 <= end; z += 16) {
    const x = v128.load(z);
    v128.store(out, v128.andnot(x, f32x4.le(x, zero)));
    out += 16;
  }
  for (; z < end; z += 4) {
    const x = load<f32>(z);
    store<f32>(out, x <= 0 ? 0 : x);
    out += 4;
  }
}

/** delta *= 1 where z > 0, 0 where z <= 0, NaN where z is NaN. */
export function reluSlope(z: usize, delta: usize, length: i32): void {
  const zero = f32x4.splat(0);
  const one = f32x4.splat(1);
  const end = z + ((<usize>length) << 2);
  for (; z + 16 <= end; z += 16) {
    const x = v128.load(z);
    const slope = v128.bitselect(x, v128.andnot(one, f32x4.le(x, zero)), f32x4.ne(x, x));
    v128.store(delta, f32x4.mul(v128.load(delta), slope));
    delta += 16;
  }
  for (; z < end; z += 4) {
    const x = load<f32>(z);
    store<f32>(delta, load<f32>(delta) * (x > 0 ? 1 : x <= 0 ? 0 : x));
    delta += 4;
  }
}

/** velocity = momentum * velocity + gradient; values -= rate * velocity */
export function descendWithMomentum(
  values: usize,
  gradient: usize,
  velocity: usize,
  rate: f32,
  momentum: f32,
  length: i32,
): void {
  const rates = f32x4.splat(rate);
  const momenta = f32x4.splat(momentum);
  const end = values + ((<usize>length) << 2);
  for (; values + 16 <= end; values += 16) {
    const v = f32x4.add(f32x4.mul(momenta, v128.load(velocity)), v128.load(gradient));
    v128.store(velocity, v);
    v128.store(values, f32x4.sub(v128.load(values), f32x4.mul(rates, v)));
    gradient += 16;
    velocity += 16;
  }
  for (; values < end; values += 4) {
    const v = momentum * load<f32>(velocity) + load<f32>(gradient);
    store<f32>(velocity, v);
    store<f32>(values, load<f32>(values) - rate * v);
    gradient += 4;
    velocity += 4;
  }
}
