import { type correlation, drawPair } from '#experiments/correlation.ts';
import type { oneLayer } from '#experiments/one-layer.ts';
import type { Values } from '#experiments/parameters.ts';
import type { precision } from '#experiments/precision.ts';
import type { weights } from '#experiments/weights.ts';
import { catalogue } from '#initializers/catalogue.ts';
import { drawLayer, type StartId, starts } from '#initializers/starts.ts';
import { type ActivationId, activations } from '#network/activations.ts';
import { drawMlp } from '#network/mlp.ts';
import { sample } from '#random/distributions.ts';
import { streams } from '#random/streams.ts';
import { torchGenerator } from '#random/torch-generator.ts';

/** The numbers that the experiments draw, one array after the other, to be compared with PyTorch's bit for bit. */

function drawNormal(length: number, seed: number, std = 1): Float32Array {
  const values = new Float32Array(length);
  torchGenerator(seed).fillNormal(values, 0, std);
  return values;
}

interface SquareNetwork {
  init: StartId;
  gain: number;
  depth: number;
  width: number;
  batch: number;
  seed: number;
  biasStd?: number;
}

/** Inputs of seed -1, then weights and bias of every layer. */
export function squareNetwork({ init, gain, depth, width, batch, seed, biasStd = 0 }: SquareNetwork): Float32Array[] {
  const generator = torchGenerator(seed);
  const layers = Array.from({ length: depth }, () => {
    const { weights, bias } = drawLayer(starts[init], width, width, generator);
    const added = new Float32Array(width);
    if (biasStd > 0) generator.fillNormal(added, 0, biasStd);
    return [scaled(weights, { gain }), bias.map((value, i) => value + (added[i] as number))];
  });
  return [drawNormal(batch * width, -1), ...layers.flat()];
}

/** The pair, then weights and bias of every layer. */
export const pairNetwork = (values: Values<typeof correlation.params>): Float32Array[] => [
  drawPair(values, torchGenerator(-1)),
  ...squareNetwork({ ...values, batch: 1 }).slice(1),
];

export const scaled = (values: Float32Array, { gain }: { gain: number }) => values.map((value) => value * gain);

/** 16 outputs of 3 weights and inputs each; nothing where the draws are bent, which rounds anew. */
export function oneLayerDraws(values: Values<typeof oneLayer.params>): Float32Array[] | undefined {
  const { init, inputs, gain, weightMean, inputMean, dependence, seed } = values;
  if (gain !== 1 || weightMean + inputMean + dependence > 0 || inputs !== 'normal') return undefined;
  const w = new Float32Array(48);
  sample(starts[init].weights.distribution([3, 3]), w, torchGenerator(seed));
  return [w, drawNormal(48, -1)];
}

interface HiddenLayers {
  activation: ActivationId;
  hiddenLayers: number;
  width: number;
  seed: number;
}

/** Weights and bias of every layer of a network for the digits, or with so many inputs and outputs. */
export function network(
  start: StartId,
  { activation, hiddenLayers, width, seed }: HiddenLayers,
  [inputs, outputs] = [784, 10],
): Float32Array[] {
  const widths = [inputs as number, ...new Array<number>(hiddenLayers).fill(width), outputs as number];
  const { layers } = drawMlp(starts[start], widths, activations[activation], torchGenerator(seed));
  return layers.flatMap(({ weights, bias }) => [weights, bias]);
}

/** The inputs, and the first matrix before it is rounded. */
export const inputsAndMatrix = ({ width, batch, sigma, seed }: Values<typeof precision.params>): Float32Array[] => [
  drawNormal(batch * width, -1),
  drawNormal(width * width, seed, sigma),
];

export function drawnTensor(values: Values<typeof weights.params>): Float32Array[] | undefined {
  const { init, fanOut, fanIn, kernel, gain, mode, stream, seed } = values;
  if (init === 'truncatedNormal') return undefined; // within 1e-6: see src/initializers/framework-code.ts
  const shape = kernel > 1 ? [fanOut, fanIn, kernel, kernel] : [fanOut, fanIn];
  return [catalogue[init].make({ gain, mode })(shape, streams[stream](seed))];
}
