import type { Shape } from './initializer.ts';

/** How many inputs feed one output of a layer, and how many outputs one input feeds. */
export interface Fans {
  fanIn: number;
  fanOut: number;
}

/**
 * The fans of a weight tensor in PyTorch's layout: `[fanOut, fanIn]` for a dense layer, `[out, in, k...]` for a
 * convolution, whose kernel positions (the receptive field) all count.
 *
 * `caller` is named in the error: `xavierNormal needs a shape of at least 2 dimensions, got [5]`.
 */
export function fans(shape: Shape, caller = 'fans'): Fans {
  const [outputs, inputs, ...kernel] = checkSizes(shape, caller);
  if (outputs === undefined || inputs === undefined) {
    throw new RangeError(`${caller} needs a shape of at least 2 dimensions, got [${shape.join(', ')}]`);
  }
  const receptiveField = kernel.reduce((product, size) => product * size, 1);
  return { fanIn: inputs * receptiveField, fanOut: outputs * receptiveField };
}

/** Refuses sizes that are not whole and positive: a fan of 0 would divide by zero. */
function checkSizes(shape: Shape, caller: string): Shape {
  const bad = shape.find((size) => !(Number.isSafeInteger(size) && size > 0));
  if (bad !== undefined) {
    throw new RangeError(`${caller} needs whole sizes of at least 1, got ${bad} in [${shape.join(', ')}]`);
  }
  return shape;
}
