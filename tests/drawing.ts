import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import type { Chart, Run } from '#charts/chart.ts';
import { drawPanel } from '#charts/draw.ts';
import type { Experiment } from '#experiments/experiment.ts';
import { decodeFrame } from '#experiments/frame-json.ts';
import type { Parameters, Values } from '#experiments/parameters.ts';
import { parseValues } from '#experiments/parse-parameters.ts';
import { translator } from '#i18n/messages.ts';

/** For tests of charts: runs an experiment, draws it, and reads the drawing back. */

export const context = { t: translator('en'), lang: 'en', width: 720 };

/** A run to its end, or until some progress. */
export function runOf<P extends Parameters, F extends { progress: number }>(
  experiment: Experiment<P, F>,
  settings: Readonly<Record<string, string>> = {},
  until = 1,
) {
  const { values } = parseValues(experiment.params, settings);
  let frame: F | undefined;
  for (const current of experiment.run(values)) {
    frame = structuredClone(current);
    if (current.progress >= until) break;
  }
  return { values: values as Values<P>, frame: frame as F };
}

/** A committed result. */
export const committed = <R extends Run<unknown, unknown>>(name: string) =>
  decodeFrame(readFileSync(`src/experiments/results/${name}.json`, 'utf8')) as R;

export interface Drawing extends Element {
  scale(name: string): { invert(pixel: number): number; apply(value: number): number };
}

/** The panels of a chart, of one run or of several. */
export function draw<R>(chart: Chart<R>, runs: R | readonly R[], width = context.width): Drawing[] {
  const { document } = parseHTML('<html><body></body></html>');
  return chart
    .panels([runs].flat() as R[], { ...context, width })
    .map((panel) => drawPanel(panel, document as unknown as Document) as Drawing);
}

/** A drawn line: its pixels, sent through the inverse of the axes. */
export function readBack(drawing: Drawing | undefined, series: string): { x: number; y: number }[] {
  const path = drawing?.querySelector(`.series-${series} path, path.series-${series}`)?.getAttribute('d') ?? '';
  const pixels = [...path.matchAll(/[ML]?(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
  return pixels.map(([x, y]) => ({
    x: drawing?.scale('x').invert(x) as number,
    y: drawing?.scale('y').invert(y) as number,
  }));
}
