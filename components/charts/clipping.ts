import { gridY, type Markish, type PlotOptions, ruleY } from '@observablehq/plot';
import type { ClippingFrame } from '#experiments/clipping.ts';
import type { Translate } from '#i18n/translate.ts';
import type { MessageKey } from '#i18n/types.ts';
import { decades, decadeTicks, logAxis, onLogAxis } from './axes.ts';
import { type Chart, cell, given, type LegendEntry, percent, type Run } from './chart.ts';
import { chartFrame } from './frame.ts';
import { curve } from './lines.ts';
import { type SeriesStyle, styleOf } from './series.ts';
import { trailingMean } from './train-digits.ts';

export interface ClippingValues {
  init: string;
  gain: number;
  limit: number;
  learningRate: number;
  activation: string;
  steps: number;
  seed: number;
}

export type ClippingRun = Run<ClippingFrame, ClippingValues>;

const height = 300;
/** Not a start: the same start without clipping, told from it by its dots. */
const plainStyle: SeriesStyle = { color: 'var(--other)', dash: '2 3' };
const limitStyle: SeriesStyle = { color: 'var(--theory)', dash: '6 3' };
/** The axis ends so many times above the run with clipping; what diverges leaves it. */
const headroom = 1000;

const pointsOf = (values: readonly number[]) =>
  values.map((y, x) => ({ x, y })).filter(({ y }) => onLogAxis(y) && y < 1e30);

/** One quantity over the steps, of both runs, on a log axis. */
function panelOf([without, clipped]: readonly [readonly number[], readonly number[]], init: string, limit?: number) {
  const ceiling = headroom * Math.max(...clipped.filter(onLogAxis), 1e-3);
  const inside = [...without, ...clipped].filter((y) => y <= ceiling);
  if (limit !== undefined) inside.push(0.99 * limit); // not on the axis itself
  const domain = decades(inside);
  return {
    domain,
    marks: [
      gridY(decadeTicks(domain)),
      ruleY([domain[0]]),
      ...(limit === undefined ? [] : [limitMark(limit)]),
      curve(pointsOf(clipped), 'with', styleOf(init), 2.25, true),
      curve(pointsOf(without), 'without', plainStyle, 2, true),
    ],
  };
}

const limitMark = (limit: number): Markish =>
  ruleY([limit], { stroke: limitStyle.color, strokeWidth: 1.25, strokeDasharray: limitStyle.dash });

/** What does clipping change? Loss and gradient norm with and without, from the same weights. */
export const chart: Chart<ClippingRun> = {
  panels([run], { t, width }) {
    if (!run) return [];
    const { frame, values } = run;
    const shared = {
      ...chartFrame,
      width: width < 560 ? width : Math.floor(width / 2),
      height,
      marginRight: 14,
      x: { label: t('chart.step'), labelAnchor: 'center', domain: [0, values.steps], ticks: 5, tickFormat: String },
    } satisfies PlotOptions;
    const loss = panelOf([trailingMean(frame.lossWithout), trailingMean(frame.lossWith)], values.init);
    const norm = panelOf([frame.normWithout, frame.normWith], values.init, values.limit);
    return [
      { ...shared, y: logAxis(loss.domain, t('chart.loss')), marks: loss.marks },
      { ...shared, y: logAxis(norm.domain, t('clipping.normAxis')), marks: norm.marks },
    ];
  },

  legend([run], { t }) {
    if (!run) return [];
    const { frame, values } = run;
    const entries: LegendEntry[] = [
      {
        ...styleOf(values.init),
        label: withFate(t('clipping.with', { limit: given(values.limit) }), frame.lossWith, frame.divergedWith, t),
      },
      {
        ...plainStyle,
        label: withFate(t('clipping.without'), frame.lossWithout, frame.divergedWithout, t),
      },
      { ...limitStyle, mark: 'thin', label: t('clipping.limit') },
    ];
    return entries;
  },

  summary([run], { t }) {
    if (!run || run.frame.step === 0) return t('summary.nothing-yet');
    const { frame, values } = run;
    const shared = {
      steps: frame.step,
      limit: given(values.limit),
      start: t(`start.${values.init}` as MessageKey),
      activation: t(`activation.${values.activation}` as MessageKey),
      gain: given(values.gain),
      learningRate: given(values.learningRate),
      seed: values.seed,
    };
    if (frame.firstClipped === null) return t('clipping.summaryNever', shared);
    return t('clipping.summary', {
      ...shared,
      first: frame.firstClipped,
      lossWith: cell(frame.lossWith.at(-1)),
      lossWithout: cell(frame.lossWithout.at(-1)),
      accuracyWith: percent(frame.accuracyWith),
      accuracyWithout: percent(frame.accuracyWithout),
    });
  },

  table([run], { t }) {
    if (!run) return { columns: [], rows: [] };
    const { frame } = run;
    const every = Math.max(1, Math.ceil(frame.step / 20));
    const steps = frame.lossWith.map((_, step) => step).filter((step) => step % every === 0 || step === frame.step - 1);
    const series = [
      [t('clipping.lossWithout'), frame.lossWithout],
      [t('clipping.lossWith'), frame.lossWith],
      [t('clipping.normWithout'), frame.normWithout],
      [t('clipping.normWith'), frame.normWith],
      [t('clipping.normAfter'), frame.normAfter],
    ] as const;
    return {
      columns: [t('table.step'), ...series.map(([name]) => name)],
      rows: steps.map((step) => [String(step), ...series.map(([, values]) => cell(values[step]))]),
    };
  },
};

/** A loss that is no number any more has no line: the legend says from which step on. */
function withFate(label: string, loss: readonly number[], diverged: number | null, t: Translate): string {
  return diverged === null ? label : t('chart.lossFate', { label, step: diverged, value: cell(loss[diverged]) });
}
