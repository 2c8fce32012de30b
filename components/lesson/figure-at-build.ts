import type { ChartContext, LegendEntry, Table } from '#charts/chart.ts';
import { drawAtBuild } from '#charts/draw-at-build.ts';
import { charts } from '#charts/index.ts';
import type { NamedRun } from '#experiments/named-runs.ts';
import { resultOf } from './results.ts';

/** Near the widths of the columns that drawings fill: between 736 and 872 pixels on a desk, 300 to 400 on a phone. */
export const wideWidth = 800;
export const narrowWidth = 344;

export interface BuiltFigure {
  summary: string;
  table: Table;
  legend: { wide: readonly LegendEntry[]; narrow: readonly LegendEntry[] };
  panels: { wide: string[]; narrow: string[] };
}

/** Draws a chart of committed results for a page. */
export function figureAtBuild(id: string, runs: readonly NamedRun[], context: ChartContext): BuiltFigure {
  return figureOf(id, runs.map(resultOf), context);
}

/**
 * Draws a chart of any runs: once for wide and once for narrow screens. A page that draws the same runs twice gives each
 * drawing a `name`.
 */
export function figureOf(id: string, runs: readonly unknown[], context: ChartContext, name = ''): BuiltFigure {
  const chart = charts[id];
  if (!chart) throw new Error(`no chart "${id}"; there are ${Object.keys(charts).join(', ')}`);
  const data = runs as readonly never[];
  const wide = { ...context, width: wideWidth };
  const narrow = { ...context, width: narrowWidth };
  return {
    summary: chart.summary(data, context),
    table: chart.table(data, context),
    legend: { wide: chart.legend?.(data, wide) ?? [], narrow: chart.legend?.(data, narrow) ?? [] },
    panels: {
      wide: drawAtBuild(chart.panels(data, wide), name),
      narrow: drawAtBuild(chart.panels(data, narrow), name),
    },
  };
}
