import { placeOf } from './workspace.ts';

/**
 * What a layer does beside its products, float32, each operation rounded. Arrays that share a workspace go to the SIMD
 * kernels, all others through the loops below; the bits are the same.
 */

/** z += bias in every row; the bias says how long a row is. */
export function addBias(z: Float32Array, bias: Float32Array): void {
  const columns = bias.length;
  const place = placeOf(z, bias);
  if (place) {
    place.kernels.addBias(z.byteOffset, bias.byteOffset, z.length / columns, columns);
    return;
  }
  for (let start = 0; start < z.length; start += columns) {
    for (let j = 0; j < columns; j++) z[start + j] = (z[start + j] as number) + (bias[j] as number);
  }
}

/** The sum of each column, from the first row to the last; `sums` says how long a row is. */
export function columnSums(values: Float32Array, sums: Float32Array): void {
  const columns = sums.length;
  const place = placeOf(values, sums);
  if (place) {
    place.kernels.columnSums(values.byteOffset, values.length / columns, columns, sums.byteOffset);
    return;
  }
  sums.fill(0);
  for (let start = 0; start < values.length; start += columns) {
    for (let j = 0; j < columns; j++) sums[j] = (sums[j] as number) + (values[start + j] as number);
  }
}

/** One step of gradient descent, values -= rate * gradient; product and difference are each rounded. */
export function descend(values: Float32Array, gradient: Float32Array, rate: number): void {
  const place = placeOf(values, gradient);
  if (place) {
    place.kernels.descend(values.byteOffset, gradient.byteOffset, rate, values.length);
    return;
  }
  const rate32 = Math.fround(rate);
  for (let i = 0; i < values.length; i++) {
    values[i] = (values[i] as number) - Math.fround(rate32 * (gradient[i] as number));
  }
}

/** velocity = momentum * velocity + gradient, then values -= rate * velocity; every operation is rounded. */
export function descendWithMomentum(
  values: Float32Array,
  gradient: Float32Array,
  velocity: Float32Array,
  rate: number,
  momentum: number,
): void {
  const place = placeOf(values, gradient, velocity);
  if (place) {
    const [to, slope, speed] = [values.byteOffset, gradient.byteOffset, velocity.byteOffset];
    place.kernels.descendWithMomentum(to, slope, speed, rate, momentum, values.length);
    return;
  }
  const [rate32, momentum32] = [Math.fround(rate), Math.fround(momentum)];
  for (let i = 0; i < values.length; i++) {
    velocity[i] = Math.fround(momentum32 * (velocity[i] as number)) + (gradient[i] as number);
    values[i] = (values[i] as number) - Math.fround(rate32 * (velocity[i] as number));
  }
}
