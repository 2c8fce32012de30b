import { shown } from '#numerics/check-finite.ts';
import type { Generator } from '#random/generator.ts';
import { fans } from './fans.ts';
import { type Initializer, initializer, type Shape, weightCount } from './initializer.ts';
import { xavierUniform } from './named-rows.ts';
import { normal, zeros } from './plain.ts';
import { torchDefaultWeight, withinInverseRoot } from './torch-default.ts';

/** One parameter of a layer, float32, row-major. */
export interface Parameter {
  shape: Shape;
  values: Float32Array;
}

/** The parameters of a layer by PyTorch's names, in the order of its `state_dict`. */
export type Parameters = Record<string, Parameter>;

// The parameters that PyTorch's layers are born with, drawn in PyTorch's order: with the seed of `torch.manual_seed` each
// function gives the bits of the layer's constructor (PyTorch 1.13, torch/nn/modules). No bias takes no words.

export interface LinearOptions {
  inFeatures: number;
  outFeatures: number;
  bias?: boolean;
}

export interface ConvOptions {
  inChannels: number;
  outChannels: number;
  /** One size for each dimension of the picture. */
  kernelSize: Shape;
  groups?: number;
  bias?: boolean;
}

const draw = (initializer: Initializer, shape: Shape, generator: Generator): Parameter => ({
  shape,
  values: initializer(shape, generator),
});

/** U(+-1/sqrt(n)) for a size n of the layer; a size of 0 would divide by zero. */
function uniformWithin(n: number, layer: string, size: string): Initializer {
  if (!(Number.isSafeInteger(n) && n >= 1)) {
    throw new RangeError(`${layer} needs a whole ${size} of at least 1, got ${shown(n)}`);
  }
  return initializer(() => withinInverseRoot(n));
}

/** All U(+-1/sqrt(fanIn)), the bias drawn after the weight. `fanIn` is what PyTorch counts on the stored shape. */
function weightAndBias(shape: Shape, biasSize: number, bias: boolean, generator: Generator): Parameters {
  const weight = draw(torchDefaultWeight(), shape, generator);
  if (!bias) return { weight };
  return { weight, bias: draw(uniformWithin(fans(shape).fanIn, 'a layer', 'fanIn'), [biasSize], generator) };
}

/** `nn.Linear`: weight [out, in], bias [out]; all U(+-1/sqrt(in)), variance 1 / (3 in). */
export function linear({ inFeatures, outFeatures, bias = true }: LinearOptions, generator: Generator): Parameters {
  return weightAndBias([outFeatures, inFeatures], outFeatures, bias, generator);
}

/** `nn.Conv1d`, `Conv2d`, `Conv3d`: weight [out, in / groups, k...], bias [out]; all U(+-1/sqrt(in / groups product(k))). */
export function conv(options: ConvOptions, generator: Generator): Parameters {
  const { inChannels, outChannels, kernelSize, groups = 1, bias = true } = options;
  checkGroups(options, groups);
  return weightAndBias([outChannels, inChannels / groups, ...kernelSize], outChannels, bias, generator);
}

/**
 * `nn.ConvTranspose1d`, ...: weight [in, out / groups, k...], bias [out]. PyTorch reads the second size as if it were the
 * inputs', so the bound is 1/sqrt(out / groups product(k)).
 */
export function convTranspose(options: ConvOptions, generator: Generator): Parameters {
  const { inChannels, outChannels, kernelSize, groups = 1, bias = true } = options;
  checkGroups(options, groups);
  return weightAndBias([inChannels, outChannels / groups, ...kernelSize], outChannels, bias, generator);
}

function checkGroups({ inChannels, outChannels }: ConvOptions, groups: number): void {
  if (!(Number.isSafeInteger(groups) && groups >= 1 && inChannels % groups === 0 && outChannels % groups === 0)) {
    throw new RangeError(`groups have to divide ${inChannels} inputs and ${outChannels} outputs, got ${groups}`);
  }
}

/**
 * `nn.Embedding`: weight [count, size], N(0, 1); the row of padding is drawn, and then 0. A negative `paddingIndex` counts from
 * the end: -1 is the last row.
 *
 * @throws RangeError if there is no such row
 */
export function embedding(
  { count, size, paddingIndex }: { count: number; size: number; paddingIndex?: number },
  generator: Generator,
): Parameters {
  if (
    paddingIndex !== undefined &&
    !(Number.isInteger(paddingIndex) && -count <= paddingIndex && paddingIndex < count)
  ) {
    throw new RangeError(
      `embedding needs a whole paddingIndex from -${count} to ${count - 1} for its ${count} rows, got ${shown(paddingIndex)}`,
    );
  }
  const weight = draw(normal(), [count, size], generator);
  if (paddingIndex !== undefined) {
    const row = paddingIndex < 0 ? paddingIndex + count : paddingIndex;
    weight.values.fill(0, row * size, (row + 1) * size);
  }
  return { weight };
}

/** `nn.Bilinear`: weight [out, in1, in2], bias [out]; all U(+-1/sqrt(in1)). */
export function bilinear(
  { in1, in2, out, bias = true }: { in1: number; in2: number; out: number; bias?: boolean },
  generator: Generator,
): Parameters {
  const law = uniformWithin(in1, 'bilinear', 'in1');
  const weight = draw(law, [out, in1, in2], generator);
  return bias ? { weight, bias: draw(law, [out], generator) } : { weight };
}

export interface RecurrentOptions {
  inputSize: number;
  hiddenSize: number;
  layers?: number;
  bias?: boolean;
}

/** `nn.RNN`: all U(+-1/sqrt(hidden)); for each layer weight_ih, weight_hh, bias_ih, bias_hh. */
export const rnn = (options: RecurrentOptions, generator: Generator) => recurrent('rnn', 1, options, generator);

/** `nn.GRU`: as `rnn`, with the rows of three gates one below the other. */
export const gru = (options: RecurrentOptions, generator: Generator) => recurrent('gru', 3, options, generator);

/** `nn.LSTM`: as `rnn`, with the rows of four gates one below the other. */
export const lstm = (options: RecurrentOptions, generator: Generator) => recurrent('lstm', 4, options, generator);

function recurrent(layer: string, gates: number, options: RecurrentOptions, generator: Generator): Parameters {
  const { inputSize, hiddenSize, layers = 1, bias = true } = options;
  const law = uniformWithin(hiddenSize, layer, 'hiddenSize');
  const rows = gates * hiddenSize;
  const parameters: Parameters = {};
  for (let l = 0; l < layers; l++) {
    parameters[`weight_ih_l${l}`] = draw(law, [rows, l === 0 ? inputSize : hiddenSize], generator);
    parameters[`weight_hh_l${l}`] = draw(law, [rows, hiddenSize], generator);
    if (!bias) continue;
    parameters[`bias_ih_l${l}`] = draw(law, [rows], generator);
    parameters[`bias_hh_l${l}`] = draw(law, [rows], generator);
  }
  return parameters;
}

/**
 * `nn.MultiheadAttention`: the output projection is drawn first, as an `nn.Linear` whose bias is then 0, and after it the
 * three input projections in one matrix of 3 size rows, `xavier_uniform_`. Packed, they count three times the outputs:
 * 2 / (4 size) is half the variance that each of the three would have alone, 2 / (2 size).
 */
export function multiheadAttention({ size, bias = true }: { size: number; bias?: boolean }, generator: Generator) {
  const output = linear({ inFeatures: size, outFeatures: size, bias }, generator);
  const parameters: Parameters = { in_proj_weight: draw(xavierUniform(), [3 * size, size], generator) };
  if (bias) parameters.in_proj_bias = draw(zeros(), [3 * size], generator);
  parameters['out_proj.weight'] = output.weight as Parameter;
  if (bias) parameters['out_proj.bias'] = draw(zeros(), [size], generator);
  return parameters;
}

/** `nn.BatchNorm1d`, ... and `nn.LayerNorm`: weight 1, bias 0 for each feature. Takes no words. */
export function norm(shape: Shape): Parameters {
  const values = new Float32Array(weightCount(shape, 'norm'));
  return { weight: { shape, values: values.slice().fill(1) }, bias: { shape, values } };
}

/** `nn.PReLU`: a slope of 1/4 for each feature. Takes no words. */
export function prelu(count = 1): Parameters {
  return { weight: { shape: [count], values: new Float32Array(weightCount([count], 'prelu')).fill(0.25) } };
}
