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
  weights: {
    experiment: 'weights',
    chart: 'weights',
    controls: ['init', 'stream', 'fanOut', 'fanIn', 'kernel', 'gain', 'mode', 'seed'],
    run: 'weights',
    hasReport: true,
    texts: { 'param.init': 'param.initializer' },
  },
};
