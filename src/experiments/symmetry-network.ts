import { xavierNormal } from '#initializers/named-rows.ts';
import { matmulNN, matmulTN } from '#kernels/matmul.ts';
import { columnSums } from '#kernels/updates.ts';
import { type Activation, activate, multiplyByDerivative } from '#network/activations.ts';
import { meanSquaredError } from '#network/loss.ts';
import { createPass, dense, type Layer, type Mlp, type Pass } from '#network/mlp.ts';
import type { Generator as RandomGenerator } from '#random/generator.ts';
import { torchGenerator } from '#random/torch-generator.ts';

const inputCount = 2;
/** The weight that all begin with where they begin equal. */
const equalWeight = 0.5;
const examples = 64;
const batchSize = 8;

type Shape = readonly [fanOut: number, fanIn: number];
type Beginning = (shape: Shape, noise: number, stream: RandomGenerator) => Float32Array;

const equal: Beginning = ([fanOut, fanIn]) => new Float32Array(fanOut * fanIn).fill(equalWeight);
const random: Beginning = (shape, _, stream) => xavierNormal()([...shape], stream);

export type BeginningId = 'zero' | 'equal' | 'equalIncoming' | 'almostEqual' | 'random';

/** How the weights of a layer begin; biases begin at zero. The layer with a single output is the second one. */
export const beginnings: Readonly<Record<BeginningId, Beginning>> = {
  zero: ([fanOut, fanIn]) => new Float32Array(fanOut * fanIn),
  equal,
  // W1 equal, W2 random
  equalIncoming: (shape, noise, stream) => (shape[0] === 1 ? random : equal)(shape, noise, stream),
  almostEqual([fanOut, fanIn], noise, stream) {
    const weights = new Float32Array(fanOut * fanIn);
    stream.fillNormal(weights, equalWeight, noise);
    return weights;
  },
  // Xavier, normal
  random,
};

export const beginningIds = Object.keys(beginnings) as BeginningId[];

/** Two inputs, one hidden layer, one output; W1 is drawn first, then W2. */
export function drawNetwork(
  id: BeginningId,
  units: number,
  noise: number,
  activation: Activation,
  stream: RandomGenerator,
): Mlp {
  const layer = (fanIn: number, fanOut: number): Layer => {
    const weights = beginnings[id]([fanOut, fanIn], noise, stream);
    return { fanIn, fanOut, weights, bias: new Float32Array(fanOut) };
  };
  return { activation, layers: [layer(inputCount, units), layer(units, 1)] };
}

export interface Examples {
  /** examples x 2 and examples x 1. */
  inputs: Float32Array;
  targets: Float32Array;
}

/**
 * 64 points of U[-1, 1) x U[-1, 1) from `torch.manual_seed(-2)`, a stream that no weight uses, with x1 x2 + x1 / 2 to be
 * learned: both inputs matter, and not in the same way, and one unit is not enough for it.
 */
export function drawExamples(): Examples {
  const inputs = new Float32Array(examples * inputCount);
  torchGenerator(-2).fillUniform(inputs, -1, 1);
  const targets = Float32Array.from({ length: examples }, (_, i) => {
    const [x1, x2] = [inputs[2 * i] as number, inputs[2 * i + 1] as number];
    return x1 * x2 + x1 / 2;
  });
  return { inputs, targets };
}

/** Mini-batches without end, every epoch in a new random order. */
export function* batches({ inputs, targets }: Examples, stream: RandomGenerator): Generator<Examples, never> {
  for (;;) {
    const order = stream.permutation(targets.length);
    for (let first = 0; first < order.length; first += batchSize) {
      const rows = Array.from(order.subarray(first, first + batchSize));
      yield {
        inputs: Float32Array.from(rows.flatMap((row) => [...inputs.subarray(2 * row, 2 * row + 2)])),
        targets: Float32Array.from(rows, (row) => targets[row] as number),
      };
    }
  }
}

/** For every example and unit 1 / (1 - rate) with probability 1 - rate, else 0 (Srivastava et al. 2014, scaled in training). */
export function drawMask(units: number, rate: number, stream: RandomGenerator): Float32Array {
  const mask = new Float32Array(batchSize * units);
  stream.fillUniform(mask, 0, 1);
  return mask.map((u) => (u < rate ? 0 : 1 / (1 - rate)));
}

export const passOf = (mlp: Mlp): Pass => createPass(mlp, batchSize);

/**
 * Forward and backward pass of the mean squared error, with the hidden activations multiplied by `mask` if there is one;
 * returns the loss, and leaves the gradients in `pass`. Without a mask the bits are those of `forward` and `backward` in
 * `mlp.ts`.
 */
export function computeGradients(
  { layers, activation }: Mlp,
  batch: Examples,
  pass: Pass,
  mask: Float32Array | undefined,
): number {
  const [first, second] = layers as [Layer, Layer];
  const [hidden, output] = pass.layers as [Pass['layers'][number], Pass['layers'][number]];
  hidden.input.set(batch.inputs);
  dense(first, hidden.input, hidden.preActivation, pass.batch);
  activate(activation, hidden.preActivation, output.input);
  if (mask) multiply(output.input, mask);
  dense(second, output.input, output.preActivation, pass.batch);
  const loss = meanSquaredError(output.preActivation, batch.targets, output.delta);
  matmulNN(output.delta, second.weights, hidden.delta, pass.batch, 1, second.fanIn);
  multiplyByDerivative(activation, hidden.preActivation, hidden.delta);
  if (mask) multiply(hidden.delta, mask);
  for (const [l, { fanIn, fanOut }] of layers.entries()) {
    const { delta, input, gradient } = pass.layers[l] as Pass['layers'][number];
    matmulTN(delta, input, gradient.weights, fanOut, pass.batch, fanIn);
    columnSums(delta, gradient.bias);
  }
  return loss;
}

function multiply(values: Float32Array, factors: Float32Array) {
  for (let i = 0; i < values.length; i++) values[i] = (values[i] as number) * (factors[i] as number);
}
