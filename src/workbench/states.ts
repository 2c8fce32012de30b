import { startIds } from '#initializers/starts.ts';
import { type ChartState, committed, computed } from './chart-state.ts';
import { signalStates } from './signal-states.ts';

let states: readonly ChartState[] | undefined;

/** Every chart of the course in every state that a reader can bring it to; computed once. */
export function chartStates(): readonly ChartState[] {
  states ??= allStates();
  return states;
}

const allStates = (): readonly ChartState[] => [
  ...signalStates(),
  {
    name: 'depth-compare: default',
    chart: 'depth-compare',
    runs: committed('depth-linear-cold', 'depth-linear', 'depth-linear-hot'),
  },
  { name: 'band-width: default', chart: 'band-width', runs: committed('band-32', 'band-128', 'band-512') },
  { name: 'one-layer: default', chart: 'one-layer', runs: committed('one-layer') },
  {
    name: 'one-layer: all assumptions broken',
    chart: 'one-layer',
    runs: computed('one-layer', { inputMean: '1', weightMean: '0.5', dependence: '0.5', fanIn: '64' }),
  },
  { name: 'one-layer: zero', chart: 'one-layer', runs: computed('one-layer', { init: 'zero', fanIn: '8' }) },
  {
    name: 'one-layer: constant inputs',
    chart: 'one-layer',
    runs: computed('one-layer', { inputs: 'constant', fanIn: '64' }),
  },
  { name: 'weights: default', chart: 'weights', runs: committed('weights') },
  { name: 'weights: uniform', chart: 'weights', runs: computed('weights', { init: 'torchLinear', stream: 'numpy' }) },
  { name: 'weights: truncated', chart: 'weights', runs: computed('weights', { init: 'lecunTruncatedNormal' }) },
  { name: 'weights: orthogonal', chart: 'weights', runs: computed('weights', { init: 'orthogonal', fanIn: '3' }) },
  { name: 'weights: sparse', chart: 'weights', runs: computed('weights', { init: 'sparse' }) },
  {
    name: 'weights: mostly zero',
    chart: 'weights',
    runs: computed('weights', { init: 'deltaOrthogonal', fanIn: '50', kernel: '7' }),
  },
  { name: 'weights: zeros', chart: 'weights', runs: computed('weights', { init: 'zeros' }) },
  { name: 'weights: constant', chart: 'weights', runs: computed('weights', { init: 'constant', gain: '4' }) },
  { name: 'weights: identity', chart: 'weights', runs: computed('weights', { init: 'identity', fanIn: '10' }) },
  {
    name: 'weights: one weight, one or minus one',
    chart: 'weights',
    runs: computed('weights', { init: 'orthogonal', fanOut: '1', fanIn: '1' }),
  },
  { name: 'weights: one weight', chart: 'weights', runs: computed('weights', { fanOut: '1', fanIn: '1' }) },
  {
    name: 'weights: few weights',
    chart: 'weights',
    runs: computed('weights', { init: 'xavierUniform', fanOut: '3', fanIn: '4' }),
  },
  {
    name: 'weights: not so few',
    chart: 'weights',
    runs: computed('weights', { init: 'heTruncatedNormal', fanOut: '5', fanIn: '5' }),
  },
  { name: 'weights: refused', chart: 'weights', runs: computed('weights', { init: 'deltaOrthogonal' }) },
  { name: 'weights: not measured yet', chart: 'weights', runs: computed('weights', {}, 0.5) },
  { name: 'symmetry: default', chart: 'symmetry', runs: committed('symmetry') },
  { name: 'symmetry: zero', chart: 'symmetry', runs: committed('symmetry-zero') },
  { name: 'symmetry: equal', chart: 'symmetry', runs: committed('symmetry-equal') },
  { name: 'symmetry: dropout', chart: 'symmetry', runs: committed('symmetry-dropout') },
  { name: 'symmetry: noise', chart: 'symmetry', runs: committed('symmetry-noise') },
  {
    name: 'symmetry: eight units',
    chart: 'symmetry',
    runs: computed('symmetry', { beginning: 'random', units: '8', activation: 'relu' }),
  },
  {
    name: 'symmetry: one step',
    chart: 'symmetry',
    runs: computed('symmetry', { steps: '1', units: '2' }),
  },
  {
    name: 'symmetry: noise too small to see',
    chart: 'symmetry',
    runs: computed('symmetry', { beginning: 'almostEqual', noise: '0.000001', steps: '400' }),
  },
  {
    name: 'symmetry: diverged',
    chart: 'symmetry',
    runs: computed('symmetry', { activation: 'linear', learningRate: '10' }),
  },
  {
    name: 'symmetry: stopped early',
    chart: 'symmetry',
    runs: computed('symmetry', { beginning: 'random' }, 0.2),
  },
  { name: 'variance-map: default', chart: 'variance-map', runs: committed('variance-map') },
  { name: 'variance-map: dies out slowly', chart: 'variance-map', runs: committed('variance-map-lecun') },
  { name: 'variance-map: every point is fixed', chart: 'variance-map', runs: committed('variance-map-relu') },
  {
    name: 'variance-map: two fixed points',
    chart: 'variance-map',
    runs: computed('variance-map', { activation: 'gelu', gain: '1.5', q0: '0.4', width: '64' }),
  },
  {
    name: 'variance-map: grows without bound',
    chart: 'variance-map',
    runs: computed('variance-map', { activation: 'relu', gain: '4', width: '64' }),
  },
  {
    name: 'variance-map: dies out fast',
    chart: 'variance-map',
    runs: computed('variance-map', { gain: '0.1', width: '64', depth: '200' }),
  },
  {
    name: 'variance-map: biases',
    chart: 'variance-map',
    runs: computed('variance-map', { activation: 'sigmoid', gain: '3', biasStd: '1', q0: '0.001', width: '64' }),
  },
  {
    name: 'variance-map: one layer',
    chart: 'variance-map',
    runs: computed('variance-map', { depth: '1', width: '1' }),
  },
  {
    name: 'variance-map: stopped at once',
    chart: 'variance-map',
    runs: computed('variance-map', { width: '64' }, 0),
  },
  {
    name: 'variance-map: stopped early',
    chart: 'variance-map',
    runs: computed('variance-map', { width: '64' }, 0.3),
  },
  { name: 'correlation: default', chart: 'correlation', runs: committed('correlation') },
  { name: 'correlation: PyTorch', chart: 'correlation', runs: committed('correlation-torch') },
  { name: 'correlation: chaos', chart: 'correlation', runs: committed('correlation-chaos') },
  {
    name: 'correlation: opposite inputs',
    chart: 'correlation',
    runs: computed('correlation', { cosine: '-1', biasStd: '0.3', depth: '10', width: '32', seeds: '4' }),
  },
  {
    name: 'correlation: zero',
    chart: 'correlation',
    runs: computed('correlation', { init: 'zero', depth: '6', seeds: '2' }),
  },
  {
    name: 'correlation: overflow',
    chart: 'correlation',
    runs: computed('correlation', { init: 'normal1', depth: '120', width: '32', seeds: '4' }),
  },
  {
    name: 'correlation: no theory',
    chart: 'correlation',
    runs: computed('correlation', { init: 'constant', depth: '6', seeds: '0' }),
  },
  {
    name: 'correlation: one layer',
    chart: 'correlation',
    runs: computed('correlation', { depth: '1', width: '2', seeds: '3' }),
  },
  {
    name: 'correlation: stopped early',
    chart: 'correlation',
    runs: computed('correlation', { init: 'xavierNormal', activation: 'hardTanh', depth: '6', seeds: '0' }, 0.3),
  },
  { name: 'train-digits: default', chart: 'train-digits', runs: committed('train-digits') },
  { name: 'train-digits: several seeds', chart: 'train-digits', runs: committed('digits-relu') },
  { name: 'train-digits: diverged', chart: 'train-digits', runs: committed('digits-lr-1') },
  { name: 'train-digits: sigmoid', chart: 'train-digits', runs: committed('digits-sigmoid') },
  { name: 'clipping: default', chart: 'clipping', runs: committed('clipping') },
  { name: 'clipping: start too large', chart: 'clipping', runs: committed('clipping-gain') },
  { name: 'clipping: nothing to clip', chart: 'clipping', runs: committed('clipping-never') },
  { name: 'normalization: default', chart: 'normalization', runs: committed('normalization') },
  { name: 'normalization: too large', chart: 'normalization', runs: committed('normalization-large') },
  { name: 'train-toy: default', chart: 'train-toy', runs: committed('train-toy') },
  { name: 'train-toy: spiral', chart: 'train-toy', runs: committed('toy-spiral') },
  {
    name: 'train-toy: all starts',
    chart: 'train-toy',
    runs: computed('train-toy', { starts: startIds.join(','), data: 'xor', steps: '60' }),
  },
  {
    name: 'train-toy: one start, diverged',
    chart: 'train-toy',
    runs: computed('train-toy', { starts: 'normal1', activation: 'linear', learningRate: '10', steps: '100' }),
  },
  {
    name: 'train-toy: stopped early',
    chart: 'train-toy',
    runs: computed('train-toy', { data: 'moons', starts: 'heNormal,torchDefault', steps: '100' }, 0.3),
  },
  {
    name: 'learning-rates: default',
    chart: 'learning-rates',
    runs: committed('digits-lr-0.01', 'digits-lr-0.03', 'digits-lr-0.1', 'digits-lr-0.3', 'digits-lr-1'),
  },
];
