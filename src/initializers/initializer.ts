import { type Distribution, type Drawable, sample } from '#random/distributions.ts';
import type { Floats, Generator } from '#random/generator.ts';

/**
 * Shape of a weight tensor. In PyTorch's layout `[fanOut, fanIn]` for a dense layer and `[out, in, kH, kW]` for a convolution;
 * `fans.ts` knows the other layouts.
 */
export type Shape = readonly number[];

/**
 * An initializer draws the weights of one tensor: `weights = heNormal()([100, 784], generator)`.
 *
 * It also says, before a single number is drawn, which distribution the weights will have; tables, theory lines and
 * tests read it from there.
 */
export interface Initializer<D extends Distribution = Distribution> {
  /** Draws `product(shape)` float32 values, row-major. */
  (shape: Shape, generator: Generator): Float32Array;
  /** The same into an array of your own, of `product(shape)` values; a Float64Array gets float64 draws. */
  fill(out: Floats, shape: Shape, generator: Generator): void;
  /** The distribution of one weight of a tensor of this shape. */
  distribution(shape: Shape): D;
}

/** Makes an initializer of independent weights from its one essential fact: the distribution, given the shape. */
export function initializer(distribution: (shape: Shape) => Drawable): Initializer<Drawable> {
  return structuredInitializer({
    distribution,
    fill: (out, shape, generator) => sample(distribution(shape), out, generator),
  });
}

/**
 * Makes an initializer whose weights hang together, such as an orthogonal matrix: `fill` sets every one of them, and
 * `distribution` says what a single one looks like. Both throw if the shape is not for them.
 */
export function structuredInitializer<D extends Distribution>({
  distribution,
  fill,
}: Pick<Initializer<D>, 'distribution' | 'fill'>): Initializer<D> {
  function checkedFill(out: Floats, shape: Shape, generator: Generator): void {
    distribution(shape); // first, because its errors name the initializer
    const count = weightCount(shape);
    if (out.length !== count) {
      throw new RangeError(`fill needs an array of ${count} values for [${shape.join(', ')}], got ${out.length}`);
    }
    if (count > 0) fill(out, shape, generator);
  }
  function draw(shape: Shape, generator: Generator): Float32Array {
    distribution(shape);
    const weights = new Float32Array(weightCount(shape));
    checkedFill(weights, shape, generator);
    return weights;
  }
  return Object.assign(draw, { distribution, fill: checkedFill });
}

/** product(shape): how many weights a tensor has. A shape with a 0 in it has none. `caller` is named in the error. */
export function weightCount(shape: Shape, caller = 'a shape'): number {
  const bad = shape.find((size) => !(Number.isSafeInteger(size) && size >= 0));
  if (bad !== undefined) throw new RangeError(`${caller} needs whole sizes, got ${bad} in [${shape.join(', ')}]`);
  return shape.reduce((product, size) => product * size, 1);
}

/** The sizes of a matrix `[fanOut, fanIn]`. `caller` is named in the error. */
export function matrixOf(shape: Shape, caller: string): { rows: number; columns: number } {
  const [rows, columns, ...rest] = shape;
  if (rows === undefined || columns === undefined || rest.length > 0) {
    throw new RangeError(`${caller} needs a shape of 2 dimensions, got [${shape.join(', ')}]`);
  }
  weightCount(shape, caller);
  return { rows, columns };
}
