import { drawLayer, type LayerParameters, type Start } from '#initializers/starts.ts';
import { matmulNN, matmulNT, matmulTN } from '#kernels/matmul.ts';
import { addBias, columnSums } from '#kernels/updates.ts';
import { type Allocate, anywhere } from '#kernels/workspace.ts';
import type { Generator } from '#random/generator.ts';
import { type Activation, activate, multiplyByDerivative } from './activations.ts';
import type { Normalization } from './normalization.ts';
import {
  activationInput,
  createNormalizedPass,
  type NormalizedPass,
  throughNormalization,
} from './normalized-layer.ts';

/** One dense layer, z = W x + b, with W of shape fanOut x fanIn, row-major. */
export interface Layer extends LayerParameters {
  fanIn: number;
  fanOut: number;
  /** Between z and the activation, if at all; see `withNormalization`. */
  normalization?: Normalization;
}

/** A multilayer perceptron: every layer but the last is followed by the activation; the last one gives the logits. */
export interface Mlp {
  activation: Activation;
  layers: Layer[];
}

/**
 * Draws the layers in order, each its weights and then its bias; `widths` runs from the input to the logits.
 * `allocate` says where they live: see `parameterLengths`.
 */
export function drawMlp(
  start: Start,
  widths: readonly number[],
  activation: Activation,
  generator: Generator,
  allocate: Allocate = anywhere,
): Mlp {
  const layers = sidesOf(widths).map(({ fanIn, fanOut }) => {
    const { weights, bias } = drawLayer(start, fanIn, fanOut, generator);
    return { fanIn, fanOut, weights: moved(weights, allocate), bias: moved(bias, allocate) };
  });
  return { activation, layers };
}

function moved(values: Float32Array, allocate: Allocate): Float32Array {
  if (allocate === anywhere) return values;
  const place = allocate(values.length);
  place.set(values);
  return place;
}

function sidesOf(widths: readonly number[]): { fanIn: number; fanOut: number }[] {
  if (widths.length < 2) throw new RangeError(`an MLP needs at least 2 widths, input and output, got [${widths}]`);
  return widths.slice(1).map((fanOut, l) => ({ fanIn: widths[l] as number, fanOut }));
}

/** The lengths of all parameters of a network: what its part of a workspace has to hold. */
export const parameterLengths = (widths: readonly number[]): number[] =>
  sidesOf(widths).flatMap(({ fanIn, fanOut }) => [fanOut * fanIn, fanOut]);

/** The lengths of all buffers of a pass, its inputs included. */
export const passLengths = (widths: readonly number[], batch: number): number[] => [
  ...parameterLengths(widths),
  ...sidesOf(widths).flatMap(({ fanIn, fanOut }) => [batch * fanIn, batch * fanOut, batch * fanOut]),
];

/** What passes through one layer when a batch does; every matrix is batch x width, row-major. */
interface LayerPass {
  /** x, batch x fanIn. */
  input: Float32Array;
  /** z = W x + b, batch x fanOut. */
  preActivation: Float32Array;
  /** delta = d loss / d z, batch x fanOut. */
  delta: Float32Array;
  /** d loss / d W and d loss / d b, in the shapes of W and b. */
  gradient: LayerParameters;
  /** What a normalization of z leaves behind. */
  normalized?: NormalizedPass;
}

/** The buffers of a forward and a backward pass; they fit any network of the same widths and are used again and again. */
export interface Pass {
  batch: number;
  layers: LayerPass[];
}

/** Buffers for a network's forward and backward passes with `batch` examples at a time. */
export function createPass({ layers }: Mlp, batch: number, allocate: Allocate = anywhere): Pass {
  const passes = layers.map(({ fanIn, fanOut, normalization }) => ({
    input: allocate(batch * fanIn),
    preActivation: allocate(batch * fanOut),
    delta: allocate(batch * fanOut),
    gradient: { weights: allocate(fanOut * fanIn), bias: allocate(fanOut) },
    ...(normalization && { normalized: createNormalizedPass(normalization, batch, allocate) }),
  }));
  return { batch, layers: passes };
}

/** Where the batch goes before `forward`; whoever writes it there himself saves a copy. */
export const inputOf = (pass: Pass): Float32Array => (pass.layers[0] as LayerPass).input;

/** d loss / d logits: whoever writes it there himself saves a copy. */
export const logitsGradientOf = (pass: Pass): Float32Array => (pass.layers.at(-1) as LayerPass).delta;

/** Sends a batch (batch x widths[0]) through the network and returns the logits (batch x last width), a part of `pass`. */
export function forward({ layers, activation }: Mlp, batchOfInputs: Float32Array, pass: Pass): Float32Array {
  if (batchOfInputs !== inputOf(pass)) inputOf(pass).set(batchOfInputs);
  layers.forEach((layer, l) => {
    const here = pass.layers[l] as LayerPass;
    dense(layer, here.input, here.preActivation, pass.batch);
    const next = pass.layers[l + 1];
    if (next) activate(activation, activationInput(layer, here), next.input);
  });
  return (pass.layers.at(-1) as LayerPass).preActivation;
}

/** Z = X W^T + b, batch x fanOut: each sum of products first, then the bias. */
export function dense({ fanIn, fanOut, weights, bias }: Layer, x: Float32Array, z: Float32Array, batch: number) {
  matmulNT(x, weights, z, batch, fanIn, fanOut);
  addBias(z, bias);
}

/**
 * Backpropagation: from `logitsGradient`, d loss / d logits, to the gradients of all weights and biases, which it returns
 * (a part of `pass`, valid until the next call), those of scales and shifts last, as in `parametersOf`. `forward` must have
 * gone before. For layer l with input x:
 *
 *     d loss / d W_l = sum over the batch of delta_l x^T          d loss / d b_l = sum over the batch of delta_l
 *     delta_(l-1) = (W_l^T delta_l) * activation'(z_(l-1))
 *
 * Source: Rumelhart, Hinton and Williams 1986, "Learning representations by back-propagating errors".
 */
export function backward({ layers, activation }: Mlp, logitsGradient: Float32Array, pass: Pass): LayerParameters[] {
  if (logitsGradient !== logitsGradientOf(pass)) logitsGradientOf(pass).set(logitsGradient);
  for (let l = layers.length - 1; l >= 0; l--) {
    const layer = layers[l] as Layer;
    const here = pass.layers[l] as LayerPass;
    parameterGradient(layer, here, pass.batch);
    const before = pass.layers[l - 1]; // the first layer has none: nobody asks for the gradient of a picture
    if (!before) continue;
    inputDelta(layer, here.delta, activation, before, pass.batch);
    throughNormalization(layers[l - 1] as Layer, before);
  }
  const normalized = pass.layers.flatMap((layer) => (layer.normalized ? [layer.normalized.gradient] : []));
  return [...pass.layers.map(({ gradient }) => gradient), ...normalized];
}

function parameterGradient({ fanIn, fanOut }: Layer, { input, delta, gradient }: LayerPass, batch: number) {
  matmulTN(delta, input, gradient.weights, fanOut, batch, fanIn);
  columnSums(delta, gradient.bias);
}

function inputDelta(layer: Layer, delta: Float32Array, activation: Activation, before: LayerPass, batch: number) {
  matmulNN(delta, layer.weights, before.delta, batch, layer.fanOut, layer.fanIn);
  multiplyByDerivative(activation, before.normalized?.output ?? before.preActivation, before.delta);
}
