import { type Shape, weightCount } from './initializer.ts';

/** The parts of a convolution's shape `[out, in / groups, k...]`. */
export interface Kernel {
  outputs: number;
  inputs: number;
  /** The sizes k..., one for each dimension of the picture. */
  sizes: Shape;
  /** product(sizes): how many places of the input the kernel sees. */
  positions: number;
}

/** Refuses what is not the kernel of a convolution in 1, 2 or 3 dimensions. */
export function kernelOf(shape: Shape, caller: string): Kernel {
  const [outputs, inputs, ...sizes] = shape;
  if (outputs === undefined || inputs === undefined || sizes.length < 1 || sizes.length > 3) {
    throw new RangeError(`${caller} needs a kernel [out, in, k...] of 3 to 5 dimensions, got [${shape.join(', ')}]`);
  }
  weightCount(shape, caller);
  return { outputs, inputs, sizes, positions: weightCount(sizes) };
}

/** How far the position (index(k_1), index(k_2), ...) lies from the kernel's first one, row-major. */
export function positionInKernel(sizes: Shape, index: (size: number) => number): number {
  return sizes.reduce((offset, size) => offset * size + index(size), 0);
}
