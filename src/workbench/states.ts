import { experiments } from '#experiments/index.ts';
import type { NamedRun } from '#experiments/named-runs.ts';
import { parseValues } from '#experiments/parse-parameters.ts';
import { resultOf } from '#lesson/results.ts';

/** A chart in a named state: what the gallery shows, what is photographed, and what accessibility is checked on. */
export interface ChartState {
  name: string;
  chart: string;
  runs: readonly { values: unknown; frame: unknown }[];
}

const committed = (...runs: NamedRun[]) => runs.map((run) => resultOf(run));

/** The last frame of a small run that is made on the spot, or an earlier one: `until` is the progress to stop at. */
function computed(id: string, settings: Readonly<Record<string, string>>, until = 1) {
  const experiment = experiments[id];
  if (!experiment) throw new Error(`there is no experiment "${id}"`);
  const { values, notes } = parseValues(experiment.params, settings);
  if (notes.length > 0) throw new Error(`workbench: ${JSON.stringify(notes)}`);
  let frame: unknown;
  for (const current of experiment.run(values)) {
    frame = structuredClone(current);
    if (current.progress >= until) break;
  }
  return [{ values, frame }];
}

/** Every chart of the course in every state that a reader can bring it to. */
export const chartStates = (): readonly ChartState[] => [
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
  { name: 'train-digits: default', chart: 'train-digits', runs: committed('train-digits') },
  { name: 'train-digits: several seeds', chart: 'train-digits', runs: committed('digits-relu') },
  { name: 'train-digits: diverged', chart: 'train-digits', runs: committed('digits-lr-1') },
  { name: 'train-digits: sigmoid', chart: 'train-digits', runs: committed('digits-sigmoid') },
  {
    name: 'learning-rates: default',
    chart: 'learning-rates',
    runs: committed('digits-lr-0.01', 'digits-lr-0.03', 'digits-lr-0.1', 'digits-lr-0.3', 'digits-lr-1'),
  },
];
