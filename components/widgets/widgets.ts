import type { NamedRun } from '#lab/settings.ts';

/** An interactive figure: an experiment, the chart that shows it, the settings it offers, and the result it starts with. */
export interface WidgetRow {
  experiment: string;
  chart: 'depth-sweep' | 'one-layer' | 'train-digits';
  /** Keys of the experiment's parameters, in the order of the controls; the others keep their defaults. */
  controls: readonly string[];
  run: NamedRun;
}

export const widgets: Readonly<Record<string, WidgetRow>> = {
  'depth-sweep': {
    experiment: 'depth-sweep',
    chart: 'depth-sweep',
    controls: ['init', 'activation', 'gain', 'depth', 'width', 'batch', 'seeds', 'seed'],
    run: 'depth-sweep',
  },
  home: {
    experiment: 'depth-sweep',
    chart: 'depth-sweep',
    controls: ['init', 'activation', 'gain'],
    run: 'depth-sweep',
  },
  'one-layer': {
    experiment: 'one-layer',
    chart: 'one-layer',
    controls: ['init', 'gain', 'inputs', 'weightMean', 'inputMean', 'dependence', 'fanIn', 'seed'],
    run: 'one-layer',
  },
  'train-digits': {
    experiment: 'train-digits',
    chart: 'train-digits',
    controls: ['starts', 'activation', 'learningRate', 'hiddenLayers', 'width', 'batch', 'steps', 'seeds', 'seed'],
    run: 'train-digits',
  },
};
