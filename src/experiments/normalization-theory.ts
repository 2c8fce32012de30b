import type { ActivationId } from '#network/activations.ts';
import { activations } from '#network/activations.ts';
import type { NormalizationKind } from '#network/normalization.ts';
import { gaussianExpectation } from '#numerics/quadrature.ts';
import { squareMoment } from './mean-field.ts';

export type NormId = 'none' | NormalizationKind;

export const normIds: readonly NormId[] = ['none', 'batch', 'layer'];

/** Second moments layer by layer: of z = W x, and of what the activation gets, which is z or z normalized. */
export interface LayerMoments {
  before: number[];
  after: number[];
}

export interface NormalizedNetwork {
  norm: NormId;
  /** Standard deviation of the hidden weights, which have mean 0; biases are 0. */
  sigma: number;
  activation: ActivationId;
  hiddenLayers: number;
  width: number;
  epsilon: number;
}

/** What the theory asks of a batch of inputs: |x|^2 of each, and |mean x|^2. */
export interface InputNorms {
  squares: readonly number[];
  squareOfMean: number;
}

/** One row of `inputs` (batch x size, row-major) per example. */
export function inputNorms(inputs: Float32Array, batch: number): InputNorms {
  const size = inputs.length / batch;
  const center = new Float64Array(size);
  const squares = Array.from({ length: batch }, (_, b) => {
    let sum = 0;
    for (let k = 0; k < size; k++) {
      const x = inputs[b * size + k] as number;
      sum += x * x;
      center[k] = (center[k] as number) + x / batch;
    }
    return sum;
  });
  return { squares, squareOfMean: center.reduce((sum, value) => sum + value * value, 0) };
}

/**
 * The expected second moments of a network at its start; yields after each layer. Given its input h, a pre-activation is
 * N(0, sigma^2 |h|^2) for normal weights, so q = E[z^2] = sigma^2 |h|^2, and what follows is a recursion of |h|^2:
 *
 * - without a norm each example goes its own way: |h|^2 <- n E[phi(sqrt(q) g)^2], g ~ N(0, 1)
 * - layer norm: the n units of an example have the variance v = q (1 - 1/n), and the activation gets a = v / (v + epsilon)
 * - batch norm: a unit has over the batch the variance v = sigma^2 (mean |h|^2 - |mean h|^2), and gets a = v / (v + epsilon);
 *   after the first layer mean |h|^2 - |mean h|^2 = n Var[phi(sqrt(a) g)], examples taken as independent
 *
 * so behind a norm q does not know the sigma of the layers before: q = n sigma^2 E[phi(g)^2], n sigma^2 / 2 for ReLU. In
 * expectation over the weights `before` is exact for linear and ReLU, by the symmetry of W and -W, up to epsilon; for other
 * activations it is the limit of large width, for batch norm with values taken as normal over the batch. Where epsilon
 * matters (v below 1e-3), a leaves out that v differs between units and examples: up to 5 percent at sigma = 0.001.
 *
 * Source: He et al. 2015, eq. 8; Ioffe and Szegedy 2015, algorithm 1; Ba, Kiros and Hinton 2016, eq. 3.
 */
export function* normalizedMoments(network: NormalizedNetwork, inputs: InputNorms): Generator<undefined, LayerMoments> {
  const { sigma, width, activation, hiddenLayers, norm } = network;
  const moments: LayerMoments = { before: [], after: [] };
  let { squares, squareOfMean } = inputs;
  for (let layer = 1; layer <= hiddenLayers; layer++) {
    const q = squares.map((square) => sigma * sigma * square);
    const spread = sigma * sigma * (average(squares) - squareOfMean);
    const received = q.map((moment) => afterNorm(network, moment, spread));
    moments.before.push(average(q));
    moments.after.push(average(received));
    // examples that share a moment, as all do behind a batch norm, share an integral
    const known = new Map<number, number>();
    for (const a of received) if (!known.has(a)) known.set(a, width * squareMoment(activation, a));
    squares = received.map((a) => known.get(a) as number);
    if (norm === 'batch') squareOfMean = width * squaredMean(activation, received[0] as number);
    yield;
  }
  return moments;
}

/** The second moment that the activation gets, for z of second moment q and, over the batch, variance `spread`. */
function afterNorm({ norm, width, epsilon }: NormalizedNetwork, q: number, spread: number): number {
  if (norm === 'none') return q;
  const v = norm === 'batch' ? spread : q * (1 - 1 / width);
  return v / (v + epsilon);
}

/** E[phi(sqrt(q) g)]^2 */
function squaredMean(activation: ActivationId, q: number): number {
  const center = gaussianExpectation((g) => activations[activation].value(Math.sqrt(q) * g));
  return center * center;
}

const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
