/**
 * A convolution as deep learning means it, written for tests: y[o, p] = sum over the inputs i of the output's group and the
 * positions q of the kernel of w[o, i, q] x[i, p + q - center], all in float64, one picture at a time.
 *
 * What lies outside the picture is 0, or, with `circular`, comes in again from the other side.
 */
export interface Convolution {
  /** [out, in / groups, k...] */
  shape: readonly number[];
  weights: ArrayLike<number>;
  groups?: number;
  circular?: boolean;
  /** Which place of a kernel of this size stands over the output's own place. */
  center?: (size: number) => number;
}

/** `x` holds one picture of the sizes given for each input channel, row-major; so does the result, for each output channel. */
export function convolve(
  { shape, weights, groups = 1, circular = false, center = (size) => Math.floor(size / 2) }: Convolution,
  x: ArrayLike<number>,
  sizes: readonly number[],
): Float64Array {
  const [outputs = 0, inputs = 0, ...kernel] = shape;
  const places = indices(sizes);
  const offsets = indices(kernel);
  const y = new Float64Array(outputs * places.length);
  for (let output = 0; output < outputs; output++) {
    const firstInput = Math.floor((output * groups) / outputs) * inputs;
    places.forEach((place, p) => {
      for (let input = 0; input < inputs; input++) {
        offsets.forEach((offset, q) => {
          const from = place.map((at, axis) => at + (offset[axis] as number) - center(kernel[axis] as number));
          const index = positionOf(from, sizes, circular);
          if (index === undefined) return;
          const weight = weights[(output * inputs + input) * offsets.length + q] as number;
          const value = x[(firstInput + input) * places.length + index] as number;
          y[output * places.length + p] = (y[output * places.length + p] as number) + weight * value;
        });
      }
    });
  }
  return y;
}

/** All places of a picture, row-major. */
const indices = (sizes: readonly number[]): number[][] =>
  sizes.reduce<number[][]>(
    (all, size) => all.flatMap((index) => Array.from({ length: size }, (_, i) => [...index, i])),
    [[]],
  );

function positionOf(place: readonly number[], sizes: readonly number[], circular: boolean): number | undefined {
  let position = 0;
  for (const [axis, size] of sizes.entries()) {
    const at = place[axis] as number;
    const inside = circular ? ((at % size) + size) % size : at;
    if (inside < 0 || inside >= size) return undefined;
    position = position * size + inside;
  }
  return position;
}
