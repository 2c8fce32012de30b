import { experiments } from '#experiments/index.ts';
import { takeHome } from '#take-home/index.ts';
import type { LaboratoryRow } from '#widgets/laboratory/rows.ts';
import { type WidgetRow, widgets } from '#widgets/widgets.ts';
import { experimentTexts } from './experiment-texts.ts';

/** Experiments that the laboratory does not offer, and why. */
export const notOffered: Readonly<Record<string, string>> = {
  parity: 'it has no settings and a page of its own',
  'pixel-moments': 'it measures the digits as they are: nothing to set, nothing to draw',
};

/**
 * From a signal to a trained network, as in the course. The first is on the page before anything is run; what is not named
 * here comes last.
 */
const order = [
  'depth-sweep',
  'one-layer',
  'weights',
  'activation-histograms',
  'symmetry',
  'variance-map',
  'correlation',
  'gradient-flow',
  'precision',
  'normalization',
  'clipping',
  'train-toy',
  'train-digits',
];

const placeOf = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);

/** The row of `widgets.ts` that shows an experiment: the one of its name, or else any. */
function widgetOf(id: string): WidgetRow | undefined {
  const own = widgets[id];
  return own?.experiment === id ? own : Object.values(widgets).find((row) => row.experiment === id);
}

/** Every experiment of the registry that a widget can show, with every parameter; a test says which one is missing. */
export function laboratoryRows(): LaboratoryRow[] {
  const offered = Object.values(experiments).filter(({ id }) => !Object.hasOwn(notOffered, id));
  offered.sort((a, b) => placeOf(a.id) - placeOf(b.id));
  return offered.flatMap(({ id, params }) => {
    const widget = widgetOf(id);
    if (!widget) return [];
    const { chart, hasReport = false, texts = {} } = widget;
    return [{ id, params, chart, hasReport, hasScript: Object.hasOwn(takeHome, id), texts }];
  });
}

/** The texts that these rows may need, by the beginnings of their keys. */
export function laboratoryTexts(rows: readonly LaboratoryRow[]): string[] {
  const ofRows = rows.flatMap(({ id, chart, params, hasReport, texts }) => [
    ...experimentTexts({ experiment: id, chart, controls: Object.keys(params), hasReport }),
    `question.${id}`,
    `${id}.`,
    ...Object.values(texts),
  ]);
  return [...new Set(['laboratory.', 'weights.copy', 'weights.copied', ...ofRows])];
}
