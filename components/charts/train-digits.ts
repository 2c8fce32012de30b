import { areaY, gridY, type Markish, ruleY, text } from '@observablehq/plot';
import type { TrainDigitsFrame } from '#experiments/train-digits.ts';
import { formatNumber, joinList } from '#i18n/format.ts';
import type { Translate } from '#i18n/translate.ts';
import type { MessageKey } from '#i18n/types.ts';
import { type Chart, type ChartContext, cell, given, percent, type Run } from './chart.ts';
import { chartFrame } from './frame.ts';
import { curve } from './lines.ts';
import { styleOf } from './series.ts';

export interface TrainDigitsValues {
  activation: string;
  learningRate: number;
  steps: number;
  seed: number;
  seeds: number;
}

export type TrainDigitsRun = Run<TrainDigitsFrame, TrainDigitsValues>;
type Curve = TrainDigitsFrame['curves'][number];

const height = 300;
const classes = 10;
const undecidedLoss = Math.log(classes);
/** Losses above this are off the chart: an undecided network stands at ln 10, a diverged one has no bounds. */
const highestLoss = 3;
/** The loss of one batch is noisy, so the chart shows the mean over this many steps. */
const smoothing = 10;

/** More points than a panel has pixels would only take time to draw. */
const mostPoints = 400;

/** The steps at which a loss is drawn: all of them, or of a long one every second, third ..., and the last. */
export function drawnSteps(count: number): number[] {
  const every = Math.max(1, Math.ceil(count / mostPoints));
  return Array.from({ length: count }, (_, step) => step).filter((step) => step % every === 0 || step === count - 1);
}

/** Trailing mean over `smoothing` steps; the first entries average what there is. */
export function trailingMean(values: readonly number[]): number[] {
  return values.map((_, index) => trailingMeanAt(values, index));
}

/** One entry of `trailingMean`, for a table that needs few of them. */
const trailingMeanAt = (values: readonly number[], index: number) =>
  mean(values.slice(Math.max(0, index + 1 - smoothing), index + 1));

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The mean over the members; nothing while one of them has no value yet. */
const meanOf = (values: readonly (number | undefined)[]) =>
  values.every((value) => value !== undefined) ? mean(values) : undefined;

const accuracyAt = ({ members }: Curve, index: number) => meanOf(members.map(({ accuracy }) => accuracy[index]));

/** Mean, lowest and highest of several members, position by position. */
function bandOver(members: readonly (readonly number[])[], xs: readonly number[]) {
  const length = Math.min(xs.length, ...members.map((values) => values.length));
  return xs.slice(0, length).map((x, index) => {
    const values = members.map((member) => member[index] ?? Number.NaN);
    return { x, y: mean(values), low: Math.min(...values), high: Math.max(...values) };
  });
}

/** Far above the chart one height is as good as another: a loss of 40,000 would make a drawing miles high. */
const belowCeiling = ({ x, y, low, high }: { x: number; y: number; low: number; high: number }) => {
  const ceiling = 2 * highestLoss;
  return { x, y: Math.min(y, ceiling), low: Math.min(low, ceiling), high: Math.min(high, ceiling) };
};

function bandMarks(start: string, rows: ReturnType<typeof bandOver>, members: number): Markish[] {
  const style = styleOf(start);
  const shown = rows.filter(({ y }) => Number.isFinite(y)).map(belowCeiling);
  const area = areaY(shown, { x: 'x', y1: 'low', y2: 'high', fill: style.color, className: 'band', clip: true });
  return [...(members > 1 ? [area] : []), curve(shown, start, style, 2, true)];
}

/**
 * A dashed level below the curves, such as the loss of an undecided network, and its name, `dy` pixels from it: on the
 * side where no curve runs along it. Starts that do not learn stand on the level or a little better.
 */
const withLevel = (y: number, label: string, dy: number, curves: readonly Markish[]): Markish[] => [
  ruleY([y], { stroke: 'var(--theory)', strokeWidth: 1, strokeDasharray: '2 3' }),
  ...curves,
  text([y], {
    y: (value: number) => value,
    text: () => label,
    frameAnchor: 'right',
    dy,
    fontSize: 12,
    fill: 'var(--muted)',
    stroke: 'var(--plot-background)',
    strokeWidth: 4,
  }),
];

/** What does the start do to learning? Training loss and test accuracy of every start, side by side. */
export const chart: Chart<TrainDigitsRun> = {
  panels([run], { t, width }) {
    if (!run) return [];
    const { frame, values } = run;
    const panelWidth = width < 560 ? width : Math.floor(width / 2);
    const shared = { ...chartFrame, width: panelWidth, height, marginRight: 14, marginLeft: 48 };
    const x = {
      label: t('chart.step'),
      labelAnchor: 'center' as const,
      domain: [0, values.steps],
      ticks: 5,
      tickFormat: String,
    };
    const lossMarks = frame.curves.flatMap(({ start, members }) => {
      const steps = drawnSteps(Math.min(...members.map(({ loss }) => loss.length)));
      const losses = members.map(({ loss }) => steps.map((step) => trailingMeanAt(loss, step)));
      return bandMarks(start, bandOver(losses, steps), members.length);
    });
    const accuracyMarks = frame.curves.flatMap(({ start, members }) => {
      const accuracies = members.map(({ accuracy }) => accuracy);
      return bandMarks(start, bandOver(accuracies, frame.accuracySteps), members.length);
    });
    return [
      {
        ...shared,
        x,
        y: { label: t('chart.loss'), domain: [0, highestLoss], ticks: 6 },
        marks: [gridY({ ticks: 6 }), ruleY([0]), ...withLevel(undecidedLoss, t('chart.undecided'), -9, lossMarks)],
      },
      {
        ...shared,
        x,
        y: {
          label: t('chart.accuracy'),
          domain: [0, 1],
          ticks: 5,
          tickFormat: (share: number) => formatNumber(share, { percentDecimals: 0 }),
        },
        marks: [gridY({ ticks: 5 }), ruleY([0]), ...withLevel(1 / classes, t('chart.chance'), 12, accuracyMarks)],
      },
    ];
  },

  legend([run], { t }) {
    return (run?.frame.curves ?? []).map((curve) => ({
      ...styleOf(curve.start),
      label: withFate(t(`start.${curve.start}` as MessageKey), curve, t),
    }));
  },

  summary([run], context) {
    if (!run) return '';
    const { t } = context;
    const { accuracySteps, curves } = run.frame;
    const last = lastMeasured(curves);
    return t(last < 0 ? 'summary.train-digits-early' : 'summary.train-digits', {
      steps: run.frame.step,
      activation: t(`activation.${run.values.activation}` as MessageKey),
      learningRate: given(run.values.learningRate),
      measured: accuracySteps[last] ?? 0,
      results: resultsAt(last, curves, context),
    });
  },

  table([run], { t }) {
    if (!run) return { columns: [], rows: [] };
    const { accuracySteps, curves } = run.frame;
    const columns = curves.flatMap(({ start }) => {
      const name = t(`short.${start}` as MessageKey);
      return [`${name}: ${t('table.loss')}`, `${name}: ${t('table.accuracy')}`];
    });
    return {
      columns: [t('table.step'), ...columns],
      rows: accuracySteps.map((step, index) => [String(step), ...curves.flatMap((curve) => rowOf(curve, step, index))]),
    };
  },
};

/** Loss and accuracy of one start after `step` steps, averaged over its members. */
function rowOf(curve: Curve, step: number, index: number): string[] {
  const losses = curve.members.map(({ loss }) =>
    loss.length === 0 ? undefined : trailingMeanAt(loss, Math.min(step, loss.length - 1)),
  );
  return [cell(meanOf(losses)), percent(accuracyAt(curve, index))];
}

/** The last entry of `accuracySteps` for which every network has its accuracy; -1 if there is none yet. */
const lastMeasured = (curves: readonly Curve[]) =>
  Math.min(...curves.flatMap(({ members }) => members.map(({ accuracy }) => accuracy.length))) - 1;

function resultsAt(index: number, curves: readonly Curve[], { t, lang }: ChartContext): string {
  const results = curves.map((curve) =>
    t('summary.result', {
      start: t(`short.${curve.start}` as MessageKey),
      value: percent(accuracyAt(curve, index)),
    }),
  );
  return joinList(results, lang);
}

/** A loss that diverged, or that is above the chart in the end, has no line there: the legend says so. */
function withFate(label: string, { members }: Curve, t: Translate): string {
  const steps = members.map(({ loss }) => loss.findIndex((value) => !Number.isFinite(value))).filter((at) => at >= 0);
  if (steps.length > 0) {
    const step = Math.min(...steps);
    const value = members.map(({ loss }) => loss[step] ?? 0).find((loss) => !Number.isFinite(loss));
    return t('chart.lossFate', { label, step, value: cell(value) });
  }
  const last = meanOf(members.map(({ loss }) => (loss.length > 0 ? trailingMeanAt(loss, loss.length - 1) : undefined)));
  return last !== undefined && last > highestLoss ? t('chart.lossAbove', { label, value: highestLoss }) : label;
}
