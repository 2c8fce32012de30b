import type { ChartContext, Run, Shows } from '#charts/chart.ts';
import { charts } from '#charts/index.ts';
import { experiments } from '#experiments/index.ts';
import type { NamedRun } from '#experiments/named-runs.ts';
import { type LinkedFigure, linkedFigure } from '#widgets/linked-data.ts';
import type { WidgetRow } from '#widgets/widgets.ts';
import type { Lesson } from '../lesson.ts';
import { resultOf } from '../results.ts';
import { linkedOf } from './symbols.ts';

const chartOf = (id: string) => {
  const chart = charts[id];
  if (!chart) throw new Error(`no chart "${id}"`);
  return chart;
};

/** Of a record by quantity, what the lesson links. */
const only = <T>(lesson: Lesson, record: Readonly<Partial<Record<string, T>>>) =>
  Object.fromEntries(Object.entries(record).filter(([id]) => linkedOf(lesson).includes(id as never)));

/** What a widget's committed run tells the formulas of a lesson; undefined where there is nothing to tell. */
export function linkedAtBuild(lesson: Lesson | undefined, row: WidgetRow, context: ChartContext): string | undefined {
  const experiment = experiments[row.experiment];
  if (!lesson?.linked || !experiment) return undefined;
  const run = resultOf(row.run) as Run<unknown>;
  const { params } = experiment;
  const told = linkedFigure({ experiment: row.experiment, params, chart: chartOf(row.chart), run }, context);
  return withinLesson(lesson, told);
}

/** What of a still figure shows a quantity of the lesson's formulas. */
export function shownAtBuild(lesson: Lesson, chart: string, runs: readonly NamedRun[]): string | undefined {
  const shows = chartOf(chart).shows?.(runs.map(resultOf) as never[]) ?? {};
  return withinLesson(lesson, { shows, values: {}, source: '' });
}

function withinLesson(lesson: Lesson, { shows, values, source }: LinkedFigure): string | undefined {
  const told = { shows: only(lesson, shows) as Shows, values: only(lesson, values), source };
  const isEmpty = Object.keys({ ...told.shows, ...told.values }).length === 0;
  return isEmpty ? undefined : JSON.stringify(told);
}
