import type { PlotOptions } from '@observablehq/plot';
import type { QuantityId } from '#experiments/quantities.ts';
import { formatNumber, type NumberFormat } from '#i18n/format.ts';
import type { Translate } from '#i18n/translate.ts';

/** A run as a chart sees it: the parameters it ran with and what it computed. */
export interface Run<Frame, Values = Readonly<Record<string, unknown>>> {
  values: Values;
  frame: Frame;
}

export interface ChartContext {
  t: Translate;
  /** BCP 47 tag of the page, for lists. */
  lang: string;
}

export interface Table {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

/**
 * A chart is a set of pure functions of computed runs. The same functions draw the figure at build, redraw it on the
 * page, say it in one sentence and lay it out as a table.
 */
export interface Chart<R> {
  /** One Plot specification per panel, `width` CSS pixels wide in all. */
  panels(runs: readonly R[], context: ChartContext & { width: number }): PlotOptions[];
  summary(runs: readonly R[], context: ChartContext): string;
  table(runs: readonly R[], context: ChartContext): Table;
  /** Series of a legend, where lines are too close for labels of their own, or a drawing is too narrow for them. */
  legend?(runs: readonly R[], context: ChartContext & { width: number }): LegendEntry[];
  /** What in the drawing shows a quantity of the formulas, as a CSS selector. */
  shows?(runs: readonly R[]): Shows;
}

export type Shows = Partial<Record<QuantityId, string>>;

export interface LegendEntry {
  label: string;
  color: string;
  dash: string;
  /** What is drawn: a line of full weight if nothing else is said. */
  mark?: 'thin' | 'band' | 'bar' | 'dot' | 'ring' | 'triangle';
}

/** The name of a column, from a label that stands elsewhere in the middle of a line. */
export const heading = (label: string) => label.charAt(0).toUpperCase() + label.slice(1);

/** A share beside a drawing or in a table, in percent; a dash where there is none. */
export const percent = (share: number | null | undefined) => cell(share ?? undefined, { percentDecimals: 1 });

/** A number that was given and not measured, with as many digits as it has, up to four: 1, 0.04 and 1.667. */
export function given(value: number): string {
  const significant = [1, 2, 3].find((count) => Number(value.toPrecision(count)) === value) ?? 4;
  return formatNumber(value, { significant });
}

/** A cell of a table: what a run has not come to yet is a dash, and not the result NaN. */
export const cell = (value: number | undefined, format?: NumberFormat) =>
  value === undefined ? '–' : formatNumber(value, format);
