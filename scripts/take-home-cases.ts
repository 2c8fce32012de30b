import type { Experiment } from '#experiments/experiment.ts';
import { experiments } from '#experiments/index.ts';
import type { Values } from '#experiments/parameters.ts';
import { defaultValues } from '#experiments/parse-parameters.ts';

/**
 * From N(0, 0.01^2) the network for the toy data says 1/2 everywhere, up to a few 1e-8: losses agree within 3e-7, but what counts as
 * right is decided by the last bit.
 */
export const undecided = 'normal001';

/** What is read from a program after it has run: Python expressions. */
interface Probe {
  /** A list of float32 tensors that were drawn, compared to the bit. */
  weights: string;
  /** Numbers, in lists of lists as deep as need be: what the program printed. */
  results: string;
}

const squareNetwork = ({ seed, depth }: Values) =>
  `[p for _ in [torch.manual_seed(${seed})] for _ in range(${depth}) for p in draw_layer(width, width).parameters()]`;

/**
 * Gradient descent with a learning rate of 1 magnifies each rounding: PyTorch in float32 and in float64 part by 1e-3 at step 28 with
 * clipping, and by 1e-4 at step 10 without, where the loss is 1e14. Only the steps before are compared.
 */
export const calmSteps = { without: 9, clipped: 28 };
export const isChaotic = (learningRate: unknown): boolean => Number(learningRate) >= 1;

/**
 * Batch norm does, too, once a rounding has turned a ReLU on or off: from He, PyTorch in float32 is off its own float64 by 2e-4 at step
 * 30, and from N(0, 0.01^2) we are off it by 1e-4 at step 55. Until then all three agree within 1e-6.
 */
export const calmStepsWithNorm = 26;

const probes: Readonly<Record<string, (values: Values) => Probe>> = {
  'activation-histograms': (values) => ({
    weights: `[inputs] + ${squareNetwork(values)}`,
    results: '[moments, bins]',
  }),
  clipping: ({ seed, learningRate }) => ({
    weights: `draw_network(${seed}).parameters()`,
    results: isChaotic(learningRate)
      ? `[[x[:${calmSteps.without}] for x in without[:2]], [x[:${calmSteps.clipped}] for x in clipped[:2]]]`
      : '[without, clipped]',
  }),
  correlation: (values) => ({
    weights: `[inputs] + ${squareNetwork(values)}`,
    results:
      Number(values.seeds) > 1
        ? '[x.tolist() for x in (q, cosine, low, median, high)]'
        : '[q.tolist(), cosine.tolist()]',
  }),
  'depth-sweep': (values) => ({
    weights: `[inputs] + ${squareNetwork(values)}`,
    results: Number(values.seeds) > 1 ? '[q.tolist(), low.tolist(), median.tolist(), high.tolist()]' : '[q.tolist()]',
  }),
  'gradient-flow': (values) => ({
    weights: `[inputs] + ${squareNetwork(values)}`,
    results: `[x.tolist() for x in [delta_moment, gradient_norm${Number(values.seeds) > 1 ? ', low, median, high' : ''}]]`,
  }),
  normalization: ({ steps }) => ({
    weights: '[p for fill in (normal(sigma), he) for p in draw_network("none", fill).parameters()]',
    results:
      Number(steps) < calmStepsWithNorm
        ? '[moments, slopes, curves]'
        : `[moments, slopes, [losses[:${calmStepsWithNorm}] for losses, _ in curves]]`,
  }),
  'one-layer': ({ seed }) => ({
    weights: `[part for _ in [torch.manual_seed(${seed}), stream.manual_seed(-1)] for part in draw(16, 3)][:2]`,
    results: 'moments',
  }),
  'pixel-moments': () => ({ weights: '[images[:2]]', results: 'moments' }),
  precision: ({ seed }) => ({
    weights: `[inputs] + [nn.init.normal_(torch.empty(width, width), std=sigma) for _ in [torch.manual_seed(${seed})]]`,
    results: '[[row[0] for row in rows], [row[1:] for row in rows]]',
  }),
  symmetry: () => ({ weights: '[points, targets]', results: '[losses, differences, lengths]' }),
  'train-digits': ({ seed }) => ({
    weights: `[p for start in starts for p in draw_network(start, ${seed}).parameters()]`,
    results: '[[part[i] for part in history.values()] for i in range(3)]',
  }),
  'train-toy': ({ seed }) => ({
    weights: `[points] + [p for start in starts for p in draw_network(start, ${seed}).parameters()]`,
    results: `[[x[0] for x in history.values()], [x[1] for start, x in history.items() if start != "${undecided}"]]`,
  }),
  'variance-map': (values) => ({ weights: squareNetwork(values), results: 'measured' }),
  weights: () => ({ weights: '[w]', results: 'moments' }),
};

/** Settings that differ from the defaults; the first row of each experiment is its default run. */
const settings: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
  'activation-histograms': [
    {},
    { init: 'xavierNormal', activation: 'tanh', depth: 3, width: 60, seed: 8 },
    { init: 'torchDefault', activation: 'relu', gain: 1.7, depth: 4, width: 50, batch: 20 },
    { init: 'zero', activation: 'relu', depth: 2, width: 5, batch: 3 },
  ],
  clipping: [
    {},
    {
      init: 'xavierNormal',
      gain: 1.5,
      activation: 'tanh',
      limit: 0.3,
      learningRate: 0.2,
      hiddenLayers: 2,
      width: 30,
      steps: 60,
    },
  ],
  correlation: [
    {},
    {
      init: 'torchDefault',
      activation: 'tanh',
      gain: 2,
      biasStd: 0.4,
      cosine: 0.6,
      depth: 8,
      width: 40,
      seeds: 3,
      seed: 2,
    },
    { init: 'xavierUniform', activation: 'elu', biasStd: 0.1, cosine: -0.3, depth: 5, width: 9, seeds: 0 },
  ],
  'depth-sweep': [
    {},
    { direction: 'backward', depth: 20, width: 64, seeds: 4 },
    {
      init: 'torchDefault',
      activation: 'silu',
      direction: 'backward',
      depth: 6,
      width: 5,
      batch: 3,
      seeds: 1,
      gain: 2.2,
    },
    { init: 'torchDefault', activation: 'tanh', gain: 1.1, depth: 12, width: 50, batch: 7, seeds: 5, seed: 42 },
    { init: 'normal1', activation: 'relu', depth: 60, width: 64, seeds: 0 },
    { init: 'xavierUniform', activation: 'gelu', depth: 8, width: 33, batch: 5, seeds: 1, seed: 2147483647 },
    { init: 'heUniform', activation: 'leakyRelu', depth: 9, width: 3, batch: 2, seeds: 3, seed: 0 },
  ],
  'gradient-flow': [
    {},
    { init: 'heNormal', activation: 'relu', depth: 10, width: 40, batch: 8, seeds: 1, gain: 1.1, seed: 12 },
    { init: 'torchDefault', activation: 'softplus', depth: 4, width: 7, batch: 3, seeds: 3 },
  ],
  normalization: [
    {},
    { sigma: 0.3, activation: 'tanh', learningRate: 0.3, hiddenLayers: 2, width: 20, batch: 30, steps: 25, seed: 9 },
  ],
  'one-layer': [
    {},
    { init: 'xavierUniform', inputs: 'relu', gain: 1.3, weightMean: 0.3, dependence: 0.4, fanIn: 100, seed: 8 },
    { init: 'heNormal', inputs: 'uniform', inputMean: 1.5, fanIn: 20 },
    { init: 'constant', inputs: 'constant', dependence: 0.5, weightMean: 0.1, fanIn: 5 },
  ],
  'pixel-moments': [{}],
  precision: [
    {},
    { format: 'bfloat16', sigma: 1, activation: 'relu', depth: 40, width: 64, batch: 8, seed: 2 },
    { format: 'float32', sigma: 0.02, depth: 60, width: 100, batch: 4 },
    { format: 'float16', sigma: 0.6, depth: 12, width: 40, batch: 16 },
  ],
  symmetry: [
    {},
    { beginning: 'equal', steps: 60 },
    { beginning: 'random', activation: 'relu', units: 6, dropout: 0.3, steps: 250, seed: 3 },
    {
      beginning: 'almostEqual',
      noise: 0.01,
      activation: 'sigmoid',
      biases: 'none',
      units: 3,
      steps: 100,
      learningRate: 0.5,
    },
    { beginning: 'zero', steps: 30 },
  ],
  'train-digits': [
    {},
    { starts: ['zero', 'normal001'], activation: 'sigmoid', hiddenLayers: 1, width: 20, steps: 31 },
    {
      starts: ['torchDefault', 'xavierNormal'],
      activation: 'tanh',
      optimizer: 'adam',
      learningRate: 0.002,
      hiddenLayers: 2,
      width: 30,
      batch: 64,
      steps: 40,
      clip: 0.5,
      seeds: 2,
      seed: 3,
    },
    {
      starts: ['heNormal'],
      activation: 'silu',
      optimizer: 'momentum',
      learningRate: 0.03,
      hiddenLayers: 1,
      width: 40,
      steps: 150,
    },
  ],
  'train-toy': [
    {},
    {
      data: 'spiral',
      activation: 'tanh',
      optimizer: 'momentum',
      learningRate: 0.05,
      width: 8,
      steps: 120,
      points: 100,
      noise: 0.05,
    },
    {
      data: 'moons',
      starts: ['torchDefault', 'lecunUniform'],
      activation: 'gelu',
      hiddenLayers: 1,
      steps: 60,
      seed: 4,
    },
    {
      data: 'xor',
      starts: ['heUniform'],
      optimizer: 'adam',
      learningRate: 0.01,
      steps: 101,
      points: 41,
      noise: 0,
    },
  ],
  'variance-map': [
    {},
    { activation: 'relu', gain: 1.2, biasStd: 0.3, q0: 2, depth: 6, width: 40, seed: 5 },
    { width: 1, depth: 4, biasStd: 1, seed: 1 },
  ],
  weights: [
    {},
    { init: 'truncatedNormal', fanOut: 12, fanIn: 9 },
    { init: 'constant', fanOut: 4, fanIn: 4 },
    { init: 'heUniform', mode: 'fanAvg', fanOut: 6, fanIn: 5, kernel: 3, gain: 1.2, seed: 11 },
    { init: 'xavierNormal', stream: 'numpyLegacy', fanOut: 20, fanIn: 10 },
  ],
};

/** One program that is run, and what is read from it. */
export interface TakeHomeCase extends Probe {
  experiment: string;
  values: Values;
}

/** Every case, with all its values. */
export const takeHomeCases: readonly TakeHomeCase[] = Object.entries(settings).flatMap(([experiment, rows]) =>
  rows.map((changes) => {
    const { params } = experiments[experiment] as Experiment;
    const values = { ...defaultValues(params), ...changes } as Values;
    return { experiment, values, ...(probes[experiment] as (values: Values) => Probe)(values) };
  }),
);
