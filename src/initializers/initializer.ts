import type { Generator } from '#random/generator.ts';
import { type Distribution, sample } from '#random/distributions.ts';

/** Shape of a weight tensor in PyTorch's layout: `[fanOut, fanIn]` for a dense layer, `[out, in, kH, kW]` for a convolution. */
export type Shape = readonly number[];

/**
 * An initializer draws the weights of one tensor: `weights = heNormal()([100, 784], generator)`.
 *
 * It also says, before a single number is drawn, which distribution the weights will have; tables, theory lines and
 * tests read it from there.
 */
export interface Initializer {
  /** Draws `product(shape)` float32 values, row-major. */
  (shape: Shape, generator: Generator): Float32Array;
  /** The distribution of one weight of a tensor of this shape. */
  distribution(shape: Shape): Distribution;
}

/** Makes an initializer from its one essential fact: the distribution of a weight, given the tensor's shape. */
export function initializer(distribution: (shape: Shape) => Distribution): Initializer {
  const draw = (shape: Shape, generator: Generator) => {
    const weights = new Float32Array(shape.reduce((product, size) => product * size, 1));
    sample(distribution(shape), weights, generator);
    return weights;
  };
  return Object.assign(draw, { distribution });
}
