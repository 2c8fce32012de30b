import { type Distribution, sample } from '#random/distributions.ts';
import type { Generator } from '#random/generator.ts';

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
    const promised = distribution(shape); // first, because its errors name the initializer
    const weights = new Float32Array(weightCount(shape));
    sample(promised, weights, generator);
    return weights;
  };
  return Object.assign(draw, { distribution });
}

/** product(shape); a shape with a 0 in it has no weights. */
function weightCount(shape: Shape): number {
  const bad = shape.find((size) => !(Number.isSafeInteger(size) && size >= 0));
  if (bad !== undefined) throw new RangeError(`a shape needs whole sizes, got ${bad} in [${shape.join(', ')}]`);
  return shape.reduce((product, size) => product * size, 1);
}
