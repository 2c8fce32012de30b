import { drawLayer, type LayerParameters, type Start } from '#initializers/starts.ts';
import { matmulNN, matmulNT, matmulTN, transpose } from '#kernels/matmul.ts';
import type { Generator } from '#random/generator.ts';
import type { Activation } from './activations.ts';

/** One dense layer, z = W x + b, with W of shape fanOut x fanIn, row-major. */
export interface Layer extends LayerParameters {
  fanIn: number;
  fanOut: number;
}

/** A multilayer perceptron: every layer but the last is followed by the activation; the last one gives the logits. */
export interface Mlp {
  activation: Activation;
  layers: Layer[];
}

/** Draws the layers in order, each its weights and then its bias; `widths` runs from the input to the logits. */
export function drawMlp(start: Start, widths: readonly number[], activation: Activation, generator: Generator): Mlp {
  if (widths.length < 2) throw new RangeError(`an MLP needs at least 2 widths, input and output, got [${widths}]`);
  const layers = widths.slice(1).map((fanOut, l) => {
    const fanIn = widths[l] as number;
    return { fanIn, fanOut, ...drawLayer(start, fanIn, fanOut, generator) };
  });
  return { activation, layers };
}

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
}

/** The buffers of a forward and a backward pass; they fit any network of the same widths and are used again and again. */
export interface Pass {
  batch: number;
  layers: LayerPass[];
}

/** Buffers for a network's forward and backward passes with `batch` examples at a time. */
export function createPass({ layers }: Mlp, batch: number): Pass {
  const passes = layers.map(({ fanIn, fanOut }) => ({
    input: new Float32Array(batch * fanIn),
    preActivation: new Float32Array(batch * fanOut),
    delta: new Float32Array(batch * fanOut),
    gradient: { weights: new Float32Array(fanOut * fanIn), bias: new Float32Array(fanOut) },
  }));
  return { batch, layers: passes };
}

/** Sends a batch (batch x widths[0]) through the network and returns the logits (batch x last width), a part of `pass`. */
export function forward({ layers, activation }: Mlp, batchOfInputs: Float32Array, pass: Pass): Float32Array {
  const first = pass.layers[0] as LayerPass;
  first.input = batchOfInputs;
  layers.forEach((layer, l) => {
    const { input, preActivation } = pass.layers[l] as LayerPass;
    dense(layer, input, preActivation, pass.batch);
    const next = pass.layers[l + 1];
    if (next) for (let i = 0; i < next.input.length; i++) next.input[i] = activation.value(preActivation[i] as number);
  });
  return (pass.layers.at(-1) as LayerPass).preActivation;
}

/** Z = X W^T + b, batch x fanOut: each sum of products first, then the bias. */
export function dense({ fanIn, fanOut, weights, bias }: Layer, x: Float32Array, z: Float32Array, batch: number) {
  matmulNT(x, weights, z, batch, fanIn, fanOut);
  for (let i = 0; i < z.length; i++) z[i] = (z[i] as number) + (bias[i % fanOut] as number);
}

/**
 * Backpropagation: from `logitsGradient`, d loss / d logits, to the gradients of all weights and biases, which it returns
 * (a part of `pass`, valid until the next call). `forward` must have gone before. For layer l with input x:
 *
 *     d loss / d W_l = sum over the batch of delta_l x^T          d loss / d b_l = sum over the batch of delta_l
 *     delta_(l-1) = (W_l^T delta_l) * activation'(z_(l-1))
 *
 * Source: Rumelhart, Hinton and Williams 1986, "Learning representations by back-propagating errors".
 */
export function backward({ layers, activation }: Mlp, logitsGradient: Float32Array, pass: Pass): LayerParameters[] {
  (pass.layers.at(-1) as LayerPass).delta.set(logitsGradient);
  for (let l = layers.length - 1; l >= 0; l--) {
    const layer = layers[l] as Layer;
    const here = pass.layers[l] as LayerPass;
    parameterGradient(layer, here, pass.batch);
    const before = pass.layers[l - 1]; // the first layer has none: nobody asks for the gradient of a picture
    if (before) inputDelta(layer, here.delta, activation, before, pass.batch);
  }
  return pass.layers.map(({ gradient }) => gradient);
}

/** The weight gradient is computed as its transpose, X^T delta, because the product skips the zeros of its left factor. */
function parameterGradient({ fanIn, fanOut }: Layer, { input, delta, gradient }: LayerPass, batch: number) {
  const transposed = matmulTN(input, delta, new Float32Array(fanIn * fanOut), fanIn, batch, fanOut);
  transpose(transposed, fanIn, fanOut, gradient.weights);
  gradient.bias.fill(0);
  for (let i = 0; i < delta.length; i++) {
    gradient.bias[i % fanOut] = (gradient.bias[i % fanOut] as number) + (delta[i] as number);
  }
}

function inputDelta(layer: Layer, delta: Float32Array, activation: Activation, before: LayerPass, batch: number) {
  const d = before.delta;
  matmulNN(delta, layer.weights, d, batch, layer.fanOut, layer.fanIn);
  for (let i = 0; i < d.length; i++) d[i] = (d[i] as number) * activation.derivative(before.preActivation[i] as number);
}
