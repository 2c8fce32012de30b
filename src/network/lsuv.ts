import { orthogonal } from '#initializers/orthogonal.ts';
import { checkFinite } from '#numerics/check-finite.ts';
import { variance } from '#numerics/moments.ts';
import type { Generator } from '#random/generator.ts';
import type { Activation } from './activations.ts';
import { dense, type Layer, type Mlp } from './mlp.ts';

export interface LsuvOptions {
  /** How far the variance of a layer's outputs may stay from 1. */
  tolerance?: number;
  /** How often a layer is rescaled at most. */
  attempts?: number;
}

/** What became of one layer. */
export interface LsuvLayer {
  /** Variance of the pre-activations over units and batch: with the orthogonal weights, and at the end. */
  before: number;
  after: number;
  /** What the orthogonal weights were multiplied by. */
  factor: number;
}

/**
 * Layer-sequential unit-variance initialization: the scale that the data asks for. Each layer begins with an
 * orthogonal matrix and a bias of 0. Then, from the first layer to the last, a batch is sent through, and the
 * weights are divided by the standard deviation of what comes out, until its variance is 1 within the tolerance. No
 * theory of the activation is needed: that is the point.
 *
 * `widths` runs from the input to the logits; `inputs` is the batch, batch x widths[0], row-major. Throws a
 * RangeError where all outputs of a layer are equal. Source: Mishkin and Matas 2015, arXiv:1511.06422, algorithm 1.
 */
export function drawLsuv(
  widths: readonly number[],
  activation: Activation,
  inputs: Float32Array,
  generator: Generator,
  options: LsuvOptions = {},
): { mlp: Mlp; report: LsuvLayer[] } {
  if (options.tolerance !== undefined) checkFinite('LSUV', 'tolerance', options.tolerance, '>= 0');
  const batch = batchOf(widths, inputs);
  const layers: Layer[] = [];
  const report: LsuvLayer[] = [];
  let input = inputs;
  widths.slice(1).forEach((fanOut, l) => {
    const fanIn = widths[l] as number;
    const weights = orthogonal()([fanOut, fanIn], generator);
    const layer = { fanIn, fanOut, weights, bias: new Float32Array(fanOut) };
    const z = new Float32Array(batch * fanOut);
    report.push(rescale(layer, input, z, options, l + 1));
    layers.push(layer);
    input = z.map(activation.value);
  });
  return { mlp: { activation, layers }, report };
}

function batchOf(widths: readonly number[], inputs: Float32Array): number {
  if (widths.length < 2) throw new RangeError(`LSUV needs at least 2 widths, input and output, got [${widths}]`);
  const batch = inputs.length / (widths[0] as number);
  if (!(Number.isInteger(batch) && batch > 0)) {
    throw new RangeError(`LSUV needs a batch of inputs of ${widths[0]} numbers each, got ${inputs.length} numbers`);
  }
  return batch;
}

/** Leaves the pre-activations of the finished layer in z, batch x fanOut; `number` counts layers from 1, for the error. */
function rescale(
  layer: Layer,
  input: Float32Array,
  z: Float32Array,
  { tolerance = 0.01, attempts = 10 }: LsuvOptions,
  number: number,
): LsuvLayer {
  const { weights, fanIn } = layer;
  const measure = () => {
    dense(layer, input, z, input.length / fanIn);
    return variance(z);
  };
  const before = measure();
  let [after, factor] = [before, 1];
  for (let attempt = 0; attempt < attempts && !(Math.abs(after - 1) <= tolerance); attempt++) {
    if (!(after > 0 && after < Infinity)) {
      throw new RangeError(
        `LSUV cannot scale layer ${number}: the variance of its outputs is ${after}; try other inputs`,
      );
    }
    const scale = 1 / Math.sqrt(after);
    for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] as number) * scale;
    factor *= scale;
    after = measure();
  }
  return { before, after, factor };
}
