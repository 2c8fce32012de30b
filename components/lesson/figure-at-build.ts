import { parseHTML } from 'linkedom';
import type { ChartContext, LegendEntry, Table } from '#charts/chart.ts';
import { drawAtBuild } from '#charts/draw-at-build.ts';
import { type DrawnAxes, drawnAxes } from '#charts/drawn-axes.ts';
import { charts } from '#charts/index.ts';
import type { NamedRun } from '#experiments/named-runs.ts';
import { resultOf } from './results.ts';

/** Near the widths of the columns that drawings fill: between 736 and 872 pixels on a desk, 300 to 400 on a phone. */
const wideWidth = 800;
const narrowWidth = 344;

export interface BuiltFigure {
  summary: string;
  table: Table;
  legend: { wide: readonly LegendEntry[]; narrow: readonly LegendEntry[] };
  panels: { wide: string[]; narrow: string[] };
}

/** Draws a chart of committed results for a page; `place` is where it stands there. */
export function figureAtBuild(
  id: string,
  runs: readonly NamedRun[],
  context: ChartContext,
  place: string,
): BuiltFigure {
  return figureOf(id, runs.map(resultOf), context, place);
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

/** The axes of a figure of one panel, as they are drawn for wide and for narrow screens. @throws if it has more panels */
export function axesAtBuild(
  id: string,
  runs: readonly NamedRun[],
  context: ChartContext,
): { wide: DrawnAxes; narrow: DrawnAxes } {
  const { document } = parseHTML('<html><body></body></html>');
  const data = runs.map(resultOf) as readonly unknown[] as readonly never[];
  const at = (width: number) => {
    const panels = charts[id]?.panels(data, { ...context, width }) ?? [];
    const [panel] = panels;
    if (!panel || panels.length > 1)
      throw new Error(`a curve is drawn over one panel; chart ${id} has ${panels.length}`);
    return drawnAxes(panel, document as unknown as Document);
  };
  return { wide: at(wideWidth), narrow: at(narrowWidth) };
}
