import { activationHistograms } from './activation-histograms.ts';
import { clipping } from './clipping.ts';
import { correlation } from './correlation.ts';
import { depthSweep } from './depth-sweep.ts';
import type { Experiment } from './experiment.ts';
import { gradientFlow } from './gradient-flow.ts';
import { normalization } from './normalization.ts';
import { oneLayer } from './one-layer.ts';
import type { Parameters, Values } from './parameters.ts';
import { defaultValues } from './parse-parameters.ts';
import { pixelMoments } from './pixel-moments.ts';
import { precision } from './precision.ts';
import type { Resources } from './resources.ts';
import { symmetry } from './symmetry.ts';
import { trainDigits } from './train-digits.ts';
import { trainToy } from './train-toy.ts';
import { varianceMap } from './variance-map.ts';
import { weights } from './weights.ts';

/** One result that lessons and pages refer to by name: an experiment with all its values. */
export interface NamedRunRow {
  experiment: Experiment;
  values: Values;
}

/** An experiment with its default values, except for those given. */
function row<P extends Parameters, F extends { progress: number }>(
  experiment: Experiment<P, F>,
  changes: Partial<Values<P>> = {},
): NamedRunRow {
  return {
    experiment: experiment as unknown as Experiment,
    values: { ...defaultValues(experiment.params), ...changes },
  };
}

const linear = { activation: 'linear', init: 'lecunNormal' } as const;
const band = { ...linear, depth: 20, batch: 1, seeds: 30 } as const;
const heBand = { depth: 20, batch: 1, seeds: 30 } as const;
const lecunTanh = { activation: 'tanh', init: 'lecunNormal', depth: 200 } as const;
/** In a network of a tanh(b x), b z passes through a network of tanh whose weights are a b times as large; LeCun's a and b. */
const scaledTanhGain = (1.7159 * 2) / 3;
const xavierLinear = { activation: 'linear', init: 'xavierNormal' } as const;
const xavierTanh = { activation: 'tanh', init: 'xavierNormal' } as const;

const allStarts = {
  starts: ['zero', 'normal001', 'lecunNormal', 'xavierNormal', 'heNormal', 'torchDefault'],
  steps: 120,
} as const;
/** With N(0, 1) as well, which a bounded activation survives. */
const withLarge = {
  starts: ['normal1', 'lecunNormal', 'xavierNormal', 'heNormal', 'torchDefault'],
  steps: 120,
} as const;
const rate = (learningRate: number) =>
  ({ starts: ['lecunNormal', 'xavierNormal', 'heNormal'], steps: 90, learningRate }) as const;

const rows = {
  'activation-histograms': row(activationHistograms),
  'histograms-sigmoid-small': row(activationHistograms, { init: 'normal001' }),
  'histograms-tanh': row(activationHistograms, { activation: 'tanh' }),
  'histograms-tanh-small': row(activationHistograms, { activation: 'tanh', init: 'normal001' }),
  'histograms-relu': row(activationHistograms, { activation: 'relu' }),
  'histograms-relu-small': row(activationHistograms, { activation: 'relu', init: 'normal001' }),
  'histograms-he': row(activationHistograms, { activation: 'relu', init: 'heNormal' }),
  'histograms-he-deep': row(activationHistograms, { activation: 'relu', init: 'heNormal', depth: 50 }),
  'histograms-sigmoid-lecun': row(activationHistograms, { init: 'lecunNormal', depth: 20 }),
  'depth-sweep': row(depthSweep),
  'depth-linear': row(depthSweep, linear),
  'depth-linear-hot': row(depthSweep, { ...linear, gain: 1.1 }),
  'depth-linear-cold': row(depthSweep, { ...linear, gain: 0.9 }),
  'band-32': row(depthSweep, { ...band, width: 32 }),
  'band-128': row(depthSweep, { ...band, width: 128 }),
  'band-512': row(depthSweep, { ...band, width: 512 }),
  'depth-backward': row(depthSweep, { direction: 'backward', seeds: 10 }),
  'relu-lecun': row(depthSweep, { init: 'lecunNormal' }),
  'relu-two-over-root': row(depthSweep, { gain: Math.SQRT2 }),
  'he-band-32': row(depthSweep, { ...heBand, width: 32 }),
  'he-band-128': row(depthSweep, { ...heBand, width: 128 }),
  'he-band-512': row(depthSweep, { ...heBand, width: 512 }),
  'he-band-many': row(depthSweep, { ...heBand, batch: 256 }),
  'he-spread': row(depthSweep, { batch: 1, width: 100, seeds: 100 }),
  'tanh-lecun': row(depthSweep, { ...lecunTanh, seeds: 10 }),
  'he-uniform': row(depthSweep, { init: 'heUniform' }),
  'tanh-lecun-gain': row(depthSweep, { ...lecunTanh, gain: 1.1, seeds: 10 }),
  'torch-default': row(depthSweep, { init: 'torchDefault', depth: 30 }),
  'torch-without-bias': row(depthSweep, { init: 'lecunUniform', gain: 1 / Math.sqrt(3), depth: 30 }),
  'keras-default': row(depthSweep, { init: 'xavierUniform', depth: 30 }),
  'selu-lecun': row(depthSweep, { activation: 'selu', init: 'lecunNormal' }),
  'linear-xavier-backward': row(depthSweep, { ...xavierLinear, direction: 'backward' }),
  'tanh-xavier': row(depthSweep, xavierTanh),
  'tanh-xavier-backward': row(depthSweep, { ...xavierTanh, direction: 'backward' }),
  'tanh-xavier-gain': row(depthSweep, { ...xavierTanh, gain: 5 / 3 }),
  'tanh-xavier-gain-backward': row(depthSweep, { ...xavierTanh, gain: 5 / 3, direction: 'backward' }),
  'gradient-flow': row(gradientFlow),
  'gradients-tanh': row(gradientFlow, { activation: 'tanh' }),
  'gradients-relu': row(gradientFlow, { activation: 'relu', init: 'heNormal' }),
  'gradients-large': row(gradientFlow, { activation: 'tanh', init: 'normal1' }),
  'gradients-sigmoid-gain': row(gradientFlow, { gain: 4 }),
  'gradients-sigmoid-lecun': row(gradientFlow, { init: 'lecunNormal' }),
  'gradients-five-large': row(gradientFlow, { init: 'normal1', depth: 5 }),
  'gradients-five-small': row(gradientFlow, { init: 'normal001', depth: 5 }),
  'gradients-sigmoid-large': row(gradientFlow, { init: 'normal1' }),
  'gradients-relu-small': row(gradientFlow, { activation: 'relu', init: 'normal001' }),
  'gradients-relu-xavier': row(gradientFlow, { activation: 'relu' }),
  'gradients-relu-torch': row(gradientFlow, { activation: 'relu', init: 'torchDefault' }),
  'gradients-relu-narrow': row(gradientFlow, { activation: 'relu', init: 'heNormal', width: 4 }),
  'gradients-leaky-small': row(gradientFlow, { activation: 'leakyRelu', init: 'normal001' }),
  'one-layer': row(oneLayer),
  'one-layer-relu': row(oneLayer, { inputs: 'relu' }),
  'one-layer-weight-mean': row(oneLayer, { weightMean: 0.3, inputs: 'relu' }),
  'one-layer-input-mean': row(oneLayer, { inputMean: 1 }),
  'one-layer-dependent': row(oneLayer, { dependence: 0.3 }),
  'one-layer-lecun': row(oneLayer, { init: 'lecunNormal', inputs: 'constant' }),
  'one-layer-uniform': row(oneLayer, { init: 'lecunUniform', inputs: 'constant' }),
  'one-layer-lecun-means': row(oneLayer, { init: 'lecunNormal', weightMean: 0.1, inputMean: 1 }),
  'one-layer-uniform-means': row(oneLayer, { init: 'lecunUniform', weightMean: 0.1, inputMean: 1 }),
  'one-layer-he': row(oneLayer, { init: 'heNormal', inputs: 'relu' }),
  'one-layer-he-mean': row(oneLayer, { init: 'heNormal', inputs: 'relu', weightMean: 0.1 }),
  'pixel-moments': row(pixelMoments),
  precision: row(precision),
  'precision-overflow': row(precision, { sigma: 1 }),
  'precision-bfloat16': row(precision, { format: 'bfloat16', sigma: 1, depth: 50 }),
  'precision-float32': row(precision, { format: 'float32', sigma: 1, depth: 50 }),
  'precision-float32-small': row(precision, { format: 'float32', sigma: 0.01, depth: 60 }),
  weights: row(weights),
  'weights-truncated': row(weights, { init: 'heTruncatedNormal' }),
  'weights-he-uniform': row(weights, { init: 'heUniform' }),
  'weights-he-out': row(weights, { mode: 'fanOut' }),
  'weights-kernel': row(weights, { fanIn: 64, fanOut: 128, kernel: 3 }),
  'weights-lecun': row(weights, { init: 'lecunUniform' }),
  'weights-xavier': row(weights, { init: 'xavierUniform' }),
  symmetry: row(symmetry),
  'symmetry-zero': row(symmetry, { beginning: 'zero' }),
  'symmetry-zero-sigmoid': row(symmetry, { beginning: 'zero', activation: 'sigmoid' }),
  'symmetry-equal': row(symmetry, { beginning: 'equal' }),
  'symmetry-dropout': row(symmetry, { beginning: 'equal', dropout: 0.5 }),
  'symmetry-noise': row(symmetry, { beginning: 'almostEqual' }),
  'symmetry-random': row(symmetry, { beginning: 'random' }),
  'symmetry-noise-large': row(symmetry, { beginning: 'almostEqual', noise: 0.01 }),
  'symmetry-noise-tiny': row(symmetry, { beginning: 'almostEqual', noise: 0.000001 }),
  'symmetry-noise-long': row(symmetry, { beginning: 'almostEqual', noise: 0.000001, steps: 1500 }),
  'variance-map': row(varianceMap),
  'variance-map-lecun': row(varianceMap, { gain: 1, depth: 50 }),
  'variance-map-lecun-scaled': row(varianceMap, { gain: scaledTanhGain, depth: 50 }),
  'variance-map-relu': row(varianceMap, { activation: 'relu', gain: Math.SQRT2 }),
  'variance-map-gelu': row(varianceMap, { activation: 'gelu', gain: 1.5335, q0: 0.5, depth: 50 }),
  'variance-map-sigmoid': row(varianceMap, { activation: 'sigmoid', gain: 1 }),
  'variance-map-selu-torch': row(varianceMap, { activation: 'selu', gain: 3 / 4, q0: 1, depth: 100 }),
  'variance-map-selu': row(varianceMap, { activation: 'selu', gain: 1 }),
  correlation: row(correlation),
  'correlation-torch': row(correlation, { init: 'torchDefault' }),
  'correlation-sigmoid': row(correlation, { activation: 'sigmoid', init: 'lecunNormal', seeds: 10 }),
  'correlation-torch-linear': row(correlation, { init: 'torchDefault', activation: 'linear' }),
  'correlation-edge': row(correlation, { activation: 'tanh', init: 'lecunNormal', cosine: 0.9, seeds: 10 }),
  'correlation-mild': row(correlation, { activation: 'tanh', init: 'lecunNormal', gain: 1.5, cosine: 0.9, seeds: 10 }),
  'correlation-keras': row(correlation, { init: 'xavierUniform' }),
  'correlation-chaos': row(correlation, { activation: 'tanh', init: 'lecunNormal', gain: 2.5, cosine: 0.9, seeds: 10 }),
  'train-digits': row(trainDigits),
  'digits-first-loss': row(trainDigits, { starts: ['normal1', 'heNormal'], steps: 6 }),
  'digits-one-hidden': row(trainDigits, { starts: ['normal001'], hiddenLayers: 1, steps: 90 }),
  'digits-five': row(trainDigits, {
    starts: ['zero', 'normal1', 'normal001', 'xavierNormal', 'heNormal'],
    steps: 120,
  }),
  'digits-first-losses': row(trainDigits, { starts: ['normal001', 'xavierNormal', 'heNormal'], steps: 1, seeds: 10 }),
  'digits-relu': row(trainDigits, { ...allStarts, seeds: 3 }),
  'digits-pairs': row(trainDigits, { starts: ['xavierNormal', 'heNormal'], steps: 120, seeds: 3 }),
  'digits-tanh': row(trainDigits, { ...withLarge, activation: 'tanh' }),
  'digits-sigmoid': row(trainDigits, { ...withLarge, activation: 'sigmoid' }),
  'digits-sigmoid-wait': row(trainDigits, {
    starts: ['xavierNormal'],
    activation: 'sigmoid',
    learningRate: 1,
    steps: 2000,
  }),
  'digits-deep-defaults': row(trainDigits, {
    starts: ['xavierUniform', 'heNormal', 'torchDefault'],
    hiddenLayers: 8,
    steps: 180,
  }),
  'digits-lr-0.01': row(trainDigits, rate(0.01)),
  'digits-lr-0.03': row(trainDigits, rate(0.03)),
  'digits-lr-0.1': row(trainDigits, rate(0.1)),
  'digits-lr-0.3': row(trainDigits, rate(0.3)),
  'digits-lr-1': row(trainDigits, rate(1)),
  'train-toy': row(trainToy),
  'toy-spiral': row(trainToy, { data: 'spiral', steps: 400 }),
  'toy-tied': row(trainToy, {
    data: 'moons',
    activation: 'tanh',
    hiddenLayers: 1,
    starts: ['zero', 'constant', 'xavierNormal'],
    steps: 600,
  }),
  'toy-adam': row(trainToy, {
    data: 'spiral',
    optimizer: 'adam',
    learningRate: 0.01,
    starts: ['normal001', 'heNormal'],
  }),
  normalization: row(normalization),
  'normalization-other-seed': row(normalization, { seed: 8 }),
  'normalization-large': row(normalization, { sigma: 1, steps: 40 }),
  clipping: row(clipping),
  'clipping-gain': row(clipping, { gain: 3, learningRate: 0.1, steps: 90 }),
  'clipping-never': row(clipping, { limit: 10, learningRate: 0.1, steps: 30 }),
};

export type NamedRun = keyof typeof rows;

export const namedRuns: Readonly<Record<NamedRun, NamedRunRow>> = rows;

/** What the file of a named run holds: `results/<name>.json`, as `frame-json.ts` writes it. */
export interface NamedResult {
  experiment: string;
  values: Values;
  frame: unknown;
}

/** Runs it to the end. */
export function computeNamedRun(name: NamedRun, resources: Partial<Resources> = {}): NamedResult {
  const { experiment, values } = namedRuns[name];
  let frame: unknown;
  for (frame of experiment.run(values, resources));
  return { experiment: experiment.id, values, frame };
}
