import type { MessageKey } from '#i18n/types.ts';
import type { NamedRun } from '#lab/settings.ts';
import type { LiveChart } from './load-drawer.ts';

/** An interactive figure: an experiment, the chart that shows it, the settings it offers, and the result it starts with. */
export interface WidgetRow {
  experiment: string;
  chart: LiveChart;
  /** Keys of the experiment's parameters, in the order of the controls; the others keep their defaults. */
  controls: readonly string[];
  run: NamedRun;
  /** Below the controls it tells in words and code what a run found; see `load-drawer.ts`. */
  hasReport?: true;
  /** Texts that stand here in place of others: what lessons call a start is an initializer where nothing starts. */
  texts?: Readonly<Partial<Record<MessageKey, MessageKey>>>;
}

export const widgets: Readonly<Record<string, WidgetRow>> = {
  'activation-histograms': {
    experiment: 'activation-histograms',
    chart: 'activation-histograms',
    controls: ['init', 'activation', 'gain', 'depth', 'width', 'batch', 'seed'],
    run: 'activation-histograms',
  },
  correlation: {
    experiment: 'correlation',
    chart: 'correlation',
    controls: ['init', 'gain', 'activation', 'biasStd', 'cosine', 'depth', 'width', 'seeds', 'seed'],
    run: 'correlation',
  },
  chaos: {
    experiment: 'correlation',
    chart: 'correlation',
    controls: ['init', 'gain', 'activation', 'biasStd', 'cosine', 'depth', 'width', 'seeds', 'seed'],
    run: 'correlation-chaos',
  },
  'torch-correlation': {
    experiment: 'correlation',
    chart: 'correlation',
    controls: ['init', 'gain', 'activation', 'cosine', 'depth', 'width', 'seed'],
    run: 'correlation-torch',
  },
  'depth-sweep': {
    experiment: 'depth-sweep',
    chart: 'depth-sweep',
    controls: ['init', 'activation', 'gain', 'direction', 'depth', 'width', 'batch', 'seeds', 'seed'],
    run: 'depth-sweep',
  },
  'many-inputs': {
    experiment: 'depth-sweep',
    chart: 'depth-sweep',
    controls: ['batch', 'width', 'seeds', 'depth', 'init', 'activation', 'gain', 'direction', 'seed'],
    run: 'he-band-many',
  },
  'lecun-depth': {
    experiment: 'depth-sweep',
    chart: 'depth-sweep',
    controls: ['init', 'activation', 'gain', 'direction', 'depth', 'width', 'batch', 'seeds', 'seed'],
    run: 'tanh-lecun',
  },
  'xavier-depth': {
    experiment: 'depth-sweep',
    chart: 'depth-sweep',
    controls: ['init', 'activation', 'gain', 'direction', 'depth', 'width', 'batch', 'seeds', 'seed'],
    run: 'tanh-xavier-gain-backward',
  },
  home: {
    experiment: 'depth-sweep',
    chart: 'depth-sweep',
    controls: ['init', 'activation', 'gain'],
    run: 'depth-sweep',
  },
  'gradient-flow': {
    experiment: 'gradient-flow',
    chart: 'gradient-flow',
    controls: ['init', 'activation', 'gain', 'depth', 'width', 'batch', 'seeds', 'seed'],
    run: 'gradient-flow',
  },
  'five-layers-back': {
    experiment: 'gradient-flow',
    chart: 'gradient-flow',
    controls: ['init', 'activation', 'gain', 'depth', 'width', 'batch', 'seeds', 'seed'],
    run: 'gradients-five-small',
  },
  'one-layer': {
    experiment: 'one-layer',
    chart: 'one-layer',
    controls: ['init', 'gain', 'inputs', 'weightMean', 'inputMean', 'dependence', 'fanIn', 'seed'],
    run: 'one-layer',
  },
  'he-one-layer': {
    experiment: 'one-layer',
    chart: 'one-layer',
    controls: ['init', 'gain', 'inputs', 'weightMean', 'inputMean', 'dependence', 'fanIn', 'seed'],
    run: 'one-layer-he',
  },
  symmetry: {
    experiment: 'symmetry',
    chart: 'symmetry',
    controls: ['beginning', 'noise', 'activation', 'units', 'biases', 'dropout', 'learningRate', 'steps', 'seed'],
    run: 'symmetry',
  },
  'symmetry-breaking': {
    experiment: 'symmetry',
    chart: 'symmetry',
    controls: ['beginning', 'noise', 'dropout', 'biases', 'activation', 'units', 'learningRate', 'steps', 'seed'],
    run: 'symmetry-equal',
  },
  precision: {
    experiment: 'precision',
    chart: 'precision',
    controls: ['format', 'sigma', 'activation', 'depth', 'width', 'batch', 'seed'],
    run: 'precision',
    texts: { 'param.sigma': 'precision.sigma' },
  },
  'train-digits': {
    experiment: 'train-digits',
    chart: 'train-digits',
    controls: [
      'starts',
      'activation',
      'learningRate',
      'optimizer',
      'clip',
      'hiddenLayers',
      'width',
      'batch',
      'steps',
      'seeds',
      'seed',
    ],
    run: 'train-digits',
  },
  'paired-seeds': {
    experiment: 'train-digits',
    chart: 'train-digits',
    controls: ['starts', 'activation', 'learningRate', 'hiddenLayers', 'steps', 'seeds', 'seed'],
    run: 'digits-pairs',
  },
  'deep-defaults': {
    experiment: 'train-digits',
    chart: 'train-digits',
    controls: ['starts', 'activation', 'learningRate', 'optimizer', 'hiddenLayers', 'steps', 'seed'],
    run: 'digits-deep-defaults',
  },
  'sigmoid-wait': {
    experiment: 'train-digits',
    chart: 'train-digits',
    controls: ['starts', 'activation', 'learningRate', 'optimizer', 'hiddenLayers', 'steps', 'seed'],
    run: 'digits-sigmoid-wait',
  },
  'five-starts': {
    experiment: 'train-digits',
    chart: 'train-digits',
    controls: ['starts', 'activation', 'learningRate', 'hiddenLayers', 'steps', 'seed'],
    run: 'digits-five',
  },
  clipping: {
    experiment: 'clipping',
    chart: 'clipping',
    controls: [
      'init',
      'gain',
      'limit',
      'learningRate',
      'activation',
      'hiddenLayers',
      'width',
      'batch',
      'steps',
      'seed',
    ],
    run: 'clipping',
  },
  normalization: {
    experiment: 'normalization',
    chart: 'normalization',
    controls: ['sigma', 'activation', 'learningRate', 'hiddenLayers', 'width', 'batch', 'steps', 'seed'],
    run: 'normalization',
  },
  'variance-map': {
    experiment: 'variance-map',
    chart: 'variance-map',
    controls: ['activation', 'gain', 'biasStd', 'q0', 'depth', 'width', 'seed'],
    run: 'variance-map',
  },
  'train-toy': {
    experiment: 'train-toy',
    chart: 'train-toy',
    controls: [
      'data',
      'starts',
      'activation',
      'learningRate',
      'optimizer',
      'hiddenLayers',
      'width',
      'steps',
      'points',
      'noise',
      'seed',
    ],
    run: 'train-toy',
  },
  weights: {
    experiment: 'weights',
    chart: 'weights',
    controls: ['init', 'stream', 'fanOut', 'fanIn', 'kernel', 'gain', 'mode', 'seed'],
    run: 'weights',
    hasReport: true,
    texts: { 'param.init': 'param.initializer' },
  },
  'weights-kernel': {
    experiment: 'weights',
    chart: 'weights',
    controls: ['init', 'fanOut', 'fanIn', 'kernel', 'mode', 'gain', 'seed'],
    run: 'weights-kernel',
    hasReport: true,
    texts: { 'param.init': 'param.initializer' },
  },
  'lecun-weights': {
    experiment: 'weights',
    chart: 'weights',
    controls: ['init', 'stream', 'fanOut', 'fanIn', 'kernel', 'gain', 'mode', 'seed'],
    run: 'weights-lecun',
    hasReport: true,
    texts: { 'param.init': 'param.initializer' },
  },
  'xavier-weights': {
    experiment: 'weights',
    chart: 'weights',
    controls: ['init', 'stream', 'fanOut', 'fanIn', 'kernel', 'gain', 'mode', 'seed'],
    run: 'weights-xavier',
    hasReport: true,
    texts: { 'param.init': 'param.initializer' },
  },
};
