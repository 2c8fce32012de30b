import { type ChartState, committed, computed } from './chart-state.ts';

/** The states of the charts that follow a signal or an error signal through untrained layers. */
export const signalStates = (): readonly ChartState[] => [
  { name: 'depth-sweep: default', chart: 'depth-sweep', runs: committed('depth-sweep') },
  {
    name: 'depth-sweep: one seed, no band',
    chart: 'depth-sweep',
    runs: computed('depth-sweep', { seeds: '0', depth: '12' }),
  },
  {
    name: 'depth-sweep: overflow',
    chart: 'depth-sweep',
    runs: computed('depth-sweep', { init: 'normal1', depth: '200', width: '32', seeds: '5' }),
  },
  {
    name: 'depth-sweep: zero',
    chart: 'depth-sweep',
    runs: computed('depth-sweep', { init: 'zero', depth: '10', seeds: '2' }),
  },
  {
    name: 'depth-sweep: dies out',
    chart: 'depth-sweep',
    runs: computed('depth-sweep', { init: 'normal001', depth: '60', width: '64', seeds: '5' }),
  },
  {
    name: 'depth-sweep: sigmoid',
    chart: 'depth-sweep',
    runs: computed('depth-sweep', { init: 'xavierNormal', activation: 'sigmoid', depth: '10', seeds: '5' }),
  },
  {
    name: 'depth-sweep: one layer',
    chart: 'depth-sweep',
    runs: computed('depth-sweep', { depth: '1', width: '1', seeds: '3' }),
  },
  {
    name: 'depth-sweep: stopped early',
    chart: 'depth-sweep',
    runs: computed('depth-sweep', { init: 'torchDefault' }, 0.3),
  },
  {
    name: 'depth-sweep: stopped at layer 2',
    chart: 'depth-sweep',
    runs: computed('depth-sweep', { depth: '6', seeds: '0' }, 0.3),
  },
  {
    name: 'depth-sweep: no theory',
    chart: 'depth-sweep',
    runs: computed('depth-sweep', { init: 'constant', depth: '6', seeds: '2' }),
  },
  { name: 'depth-sweep: backward', chart: 'depth-sweep', runs: committed('depth-backward') },
  {
    name: 'depth-sweep: backward, zero from the second layer on',
    chart: 'depth-sweep',
    runs: computed('depth-sweep', { direction: 'backward', init: 'normal001', seeds: '2' }),
  },
  {
    name: 'depth-sweep: backward, stopped early',
    chart: 'depth-sweep',
    runs: computed('depth-sweep', { direction: 'backward', depth: '10', seeds: '0' }, 0.7),
  },
  { name: 'activation-histograms: default', chart: 'activation-histograms', runs: committed('activation-histograms') },
  { name: 'activation-histograms: collapse', chart: 'activation-histograms', runs: committed('histograms-tanh-small') },
  { name: 'activation-histograms: ReLU, He', chart: 'activation-histograms', runs: committed('histograms-he') },
  {
    name: 'activation-histograms: overflow',
    chart: 'activation-histograms',
    runs: computed('activation-histograms', { activation: 'relu', depth: '50' }),
  },
  {
    name: 'activation-histograms: hard tanh',
    chart: 'activation-histograms',
    runs: computed('activation-histograms', { activation: 'hardTanh', init: 'heUniform', depth: '3' }),
  },
  {
    name: 'activation-histograms: zero',
    chart: 'activation-histograms',
    runs: computed('activation-histograms', { activation: 'relu', init: 'zero' }),
  },
  {
    name: 'activation-histograms: no theory',
    chart: 'activation-histograms',
    runs: computed('activation-histograms', { activation: 'silu', init: 'constant' }),
  },
  {
    name: 'activation-histograms: one unit, one layer, one example',
    chart: 'activation-histograms',
    runs: computed('activation-histograms', { depth: '1', width: '1', batch: '1' }),
  },
  {
    name: 'activation-histograms: stopped early',
    chart: 'activation-histograms',
    runs: computed('activation-histograms', {}, 0.5),
  },
  {
    name: 'activation-histograms: nothing yet',
    chart: 'activation-histograms',
    runs: computed('activation-histograms', {}, 0),
  },
  { name: 'gradient-flow: default', chart: 'gradient-flow', runs: committed('gradient-flow') },
  { name: 'gradient-flow: ReLU, He', chart: 'gradient-flow', runs: committed('gradients-relu') },
  { name: 'gradient-flow: large', chart: 'gradient-flow', runs: committed('gradients-large') },
  {
    name: 'gradient-flow: overflow',
    chart: 'gradient-flow',
    runs: computed('gradient-flow', { activation: 'linear', init: 'normal1', depth: '100', seeds: '2', batch: '2' }),
  },
  {
    name: 'gradient-flow: zero',
    chart: 'gradient-flow',
    runs: computed('gradient-flow', { init: 'zero', depth: '5', seeds: '2' }),
  },
  {
    name: 'gradient-flow: no theory, one seed',
    chart: 'gradient-flow',
    runs: computed('gradient-flow', { init: 'constant', depth: '8', seeds: '0' }),
  },
  {
    name: 'gradient-flow: one layer, one unit',
    chart: 'gradient-flow',
    runs: computed('gradient-flow', { depth: '1', width: '1', batch: '1', seeds: '2' }),
  },
  {
    name: 'gradient-flow: stopped early',
    chart: 'gradient-flow',
    runs: computed('gradient-flow', { activation: 'relu', init: 'heNormal', seeds: '0' }, 0.8),
  },
  { name: 'gradient-flow: nothing yet', chart: 'gradient-flow', runs: computed('gradient-flow', {}, 0) },
  { name: 'precision: default', chart: 'precision', runs: committed('precision') },
  { name: 'precision: overflow', chart: 'precision', runs: committed('precision-overflow') },
  { name: 'precision: bfloat16', chart: 'precision', runs: committed('precision-bfloat16') },
  { name: 'precision: float32, small', chart: 'precision', runs: committed('precision-float32-small') },
  {
    name: 'precision: nothing runs out',
    chart: 'precision',
    runs: computed('precision', { sigma: '0.088', activation: 'relu' }),
  },
  {
    name: 'precision: zero at once',
    chart: 'precision',
    runs: computed('precision', { sigma: '0.001', width: '1', batch: '1', depth: '200' }),
  },
  { name: 'precision: one layer', chart: 'precision', runs: computed('precision', { depth: '1' }) },
  { name: 'precision: stopped early', chart: 'precision', runs: computed('precision', {}, 0.4) },
  { name: 'precision: nothing yet', chart: 'precision', runs: computed('precision', {}, 0) },
];
