import { drawLayer, type LayerParameters, type StartId, starts } from '#initializers/starts.ts';
import { matmulNN, matmulNT } from '#kernels/matmul.ts';
import { engine } from '#kernels/simd.ts';
import { addBias } from '#kernels/updates.ts';
import { createWorkspace } from '#kernels/workspace.ts';
import { type ActivationId, activate, activations, multiplyByDerivative } from '#network/activations.ts';
import type { Generator as RandomGenerator } from '#random/generator.ts';
import { torchGenerator } from '#random/torch-generator.ts';

/**
 * A deep network of layers of equal width, z_l = W_l phi(z_(l-1)) + b_l, l = 1 ... depth, as long as nobody trains it: only one
 * layer's weights exist at a time, so that a thousand units and two hundred layers fit into a browser.
 */
export interface SquareLayers {
  init: StartId;
  gain: number;
  /** Biases from N(0, biasStd^2) are added to those of the start, drawn after them; none without it. */
  biasStd?: number;
  activation: ActivationId;
  depth: number;
  width: number;
  batch: number;
}

type Size = Pick<SquareLayers, 'width' | 'batch'>;

/** batch x width inputs from N(0, 1), from `torch.manual_seed(-1)`, a stream that no weight uses. */
export function drawInputs({ batch, width }: Size): Float32Array {
  const inputs = new Float32Array(batch * width);
  torchGenerator(-1).fillNormal(inputs, 0, 1);
  return inputs;
}

/** One layer's arrays, where the kernels find them: `signal`, `next` and `z` are batch x width, `square` width x width. */
export interface Buffers {
  signal: Float32Array;
  next: Float32Array;
  weights: Float32Array;
  bias: Float32Array;
  z: Float32Array;
  square: Float32Array;
}

export function createBuffers({ width, batch }: Size): Buffers {
  const [signal, square] = [batch * width, width * width];
  const allocate = createWorkspace([signal, signal, square, width, signal, square]);
  return {
    signal: allocate(signal),
    next: allocate(signal),
    weights: allocate(square),
    bias: allocate(width),
    z: allocate(signal),
    square: allocate(square),
  };
}

/** What the way back needs of the way forward: layer l is at l - 1. */
export interface Path {
  /** z_l, batch x width. */
  preActivations: Float32Array[];
  /** The random stream just before W_l was drawn, so that it can be drawn again; at the end, the stream after the last layer. */
  generators: RandomGenerator[];
}

/**
 * Sends the inputs through the layers, whose weights and biases are drawn one after the other after
 * `torch.manual_seed(seed)`. `arrived` gets every z_l and h_l = phi(z_l); a `path`, if there is one, is filled. Yields the share done.
 */
export function* sendForward(
  values: SquareLayers,
  { inputs, seed, buffers, path }: { inputs: Float32Array; seed: number; buffers: Buffers; path?: Path },
  arrived: (layer: number, z: Float32Array, h: Float32Array) => void,
) {
  const generator = torchGenerator(seed);
  const { signal, next: z, weights, bias } = buffers;
  signal.set(inputs);
  for (let layer = 1; layer <= values.depth; layer++) {
    path?.generators.push(generator.clone());
    place(drawScaledLayer(values, generator), buffers);
    yield (layer - 0.5) / values.depth;
    for (const _ of multiplyInParts(matmulNT, { signal, weights, out: z }, values)) yield (layer - 0.5) / values.depth;
    addBias(z, bias);
    activate(activations[values.activation], z, signal);
    path?.preActivations.push(z.slice());
    yield (layer - 0.25) / values.depth;
    arrived(layer, z, signal);
    yield layer / values.depth;
  }
  path?.generators.push(generator);
}

/**
 * Draws delta_L, the derivative of some loss by the last z, from N(0, 1), where the seed's stream is after the last
 * layer, and sends it back through the layers of a path:
 *
 *     delta_(l-1) = (W_l^T delta_l) * phi'(z_(l-1)),  l = L ... 1
 *
 * and delta_0 = W_1^T delta_1, the derivative by the input. `arrived` gets every delta_l, the last layer's first. Yields the
 * share done. Source: Rumelhart, Hinton and Williams 1986.
 */
export function* sendBackward(
  values: SquareLayers,
  { path, buffers }: { path: Path; buffers: Buffers },
  arrived: (layer: number, delta: Float32Array) => void,
) {
  const { depth } = values;
  const { weights, z } = buffers;
  let [delta, before] = [buffers.signal, buffers.next];
  (path.generators[depth] as RandomGenerator).clone().fillNormal(delta, 0, 1);
  arrived(depth, delta);
  for (let layer = depth; layer >= 1; layer--) {
    place(drawScaledLayer(values, (path.generators[layer - 1] as RandomGenerator).clone()), buffers);
    yield (depth - layer + 0.5) / depth;
    for (const _ of multiplyInParts(matmulNN, { signal: delta, weights, out: before }, values)) {
      yield (depth - layer + 0.5) / depth;
    }
    if (layer > 1) {
      z.set(path.preActivations[layer - 2] as Float32Array);
      multiplyByDerivative(activations[values.activation], z, before);
    }
    [delta, before] = [before, delta];
    arrived(layer - 1, delta);
    yield (depth - layer + 1) / depth;
  }
}

function place(drawn: LayerParameters, { weights, bias }: Buffers) {
  weights.set(drawn.weights);
  bias.set(drawn.bias);
}

/**
 * A batch through a square matrix; without SIMD some rows of the batch at a time, so that no part takes longer than a few
 * hundredths of a second.
 */
export function* multiplyInParts(
  product: typeof matmulNT,
  { signal, weights, out }: { signal: Float32Array; weights: Float32Array; out: Float32Array },
  { batch, width }: Size,
) {
  const rows = engine() === 'simd' ? batch : Math.max(1, Math.floor(16_000_000 / (width * width)));
  for (let first = 0; first < batch; first += rows) {
    const last = Math.min(first + rows, batch);
    const part = [first * width, last * width] as const;
    product(signal.subarray(...part), weights, out.subarray(...part), last - first, width, width);
    yield;
  }
}

/** The start's layer, its weights (not its bias) multiplied by the gain, and the added biases. */
function drawScaledLayer(values: SquareLayers, generator: RandomGenerator): LayerParameters {
  const { init, width, gain, biasStd = 0 } = values;
  const layer = drawLayer(starts[init], width, width, generator);
  if (gain !== 1) for (let i = 0; i < layer.weights.length; i++) layer.weights[i] = (layer.weights[i] as number) * gain;
  if (biasStd > 0) {
    const added = new Float32Array(width);
    generator.fillNormal(added, 0, biasStd);
    for (let i = 0; i < width; i++) layer.bias[i] = (layer.bias[i] as number) + (added[i] as number);
  }
  return layer;
}
