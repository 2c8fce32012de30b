import { dot, gridX, gridY, type Markish, type PlotOptions, ruleX, ruleY, text } from '@observablehq/plot';
import type { NormalizationFrame, NormalizedCurve } from '#experiments/normalization.ts';
import { formatPowerOfTen, joinList } from '#i18n/format.ts';
import type { Translate } from '#i18n/translate.ts';
import type { MessageKey } from '#i18n/types.ts';
import { decades, decadeTicks, logAxis, onLogAxis } from './axes.ts';
import { type Chart, type ChartContext, cell, given, heading, type LegendEntry, type Run } from './chart.ts';
import { chartFrame } from './frame.ts';
import { curve, type Point } from './lines.ts';
import { type SeriesStyle, theoryStyle } from './series.ts';
import { trailingMean } from './train-digits.ts';

export interface NormalizationValues {
  sigma: number;
  activation: string;
  learningRate: number;
  hiddenLayers: number;
  steps: number;
  seed: number;
}

export type NormalizationRun = Run<NormalizationFrame, NormalizationValues>;

type Column = [name: string, values: readonly number[]];

const height = 270;
/** Losses above this are off the chart. */
const highestLoss = 3;
/** Norms are no starts: they have colors of their own. */
const styles: Readonly<Record<string, SeriesStyle>> = {
  none: { color: 'var(--other)', dash: '2 3' },
  batch: { color: 'var(--batch-norm)', dash: 'none' },
  layer: { color: 'var(--layer-norm)', dash: '7 4' },
};
const styleOfNorm = (norm: string) => styles[norm] as SeriesStyle;

const points = (xs: readonly number[], ys: readonly number[]): Point[] =>
  ys.map((y, i) => ({ x: xs[i] as number, y })).filter(({ y }) => onLogAxis(y));

/** Second moments layer by layer: lines before the norm, hollow dots after it, theory thin. */
function momentsPanel({ frame }: NormalizationRun, t: Translate): PlotOptions {
  const { layers, moments } = frame;
  const all = moments.flatMap(({ measured, theory }) => [...measured.before, ...measured.after, ...theory.before]);
  const domain = decades(all);
  const last = layers.length;
  const marks = moments.flatMap(({ norm, measured, theory }): Markish[] => {
    const before = points(layers, measured.before);
    const after = norm === 'none' ? [] : points(layers, measured.after);
    const style = styleOfNorm(norm);
    return [
      curve(before, `before-${norm}`, style),
      dot(before, { x: 'x', y: 'y', r: 3, fill: style.color }),
      curve(points(layers, theory.before), `theory-${norm}`, theoryStyle, 1),
      dot(after, {
        x: 'x',
        y: 'y',
        r: 4,
        stroke: style.color,
        strokeWidth: 1.75,
        symbol: norm === 'batch' ? 'circle' : 'diamond2',
      }),
    ];
  });
  return {
    x: {
      label: t('normalization.axis'),
      labelAnchor: 'center',
      domain: [Math.min(1, last - 1), last],
      ticks: layers,
      tickFormat: String,
    },
    y: logAxis(domain, t('chart.secondMoment')),
    marks: [gridY(decadeTicks(domain)), ruleY([domain[0]]), ...marks],
  };
}

/** The chosen sigma by its name, at the side of its line where there is room. */
function sigmaName({ sigma }: NormalizationValues): Markish {
  const side = sigma > 1 ? -1 : 1;
  return text([sigma], {
    x: (value: number) => value,
    text: () => `σ = ${given(sigma)}`,
    frameAnchor: 'top',
    textAnchor: side < 0 ? 'end' : 'start',
    dx: 6 * side,
    dy: 6,
    fontSize: 12,
    fill: 'var(--ink)',
    stroke: 'var(--plot-background)',
    strokeWidth: 4,
  });
}

/** By what share of its size the first step changes the first layer's weights, over sigma. */
function stepPanel({ frame, values }: NormalizationRun, t: Translate): PlotOptions {
  const { sigmas, gradients } = frame;
  const all = gradients.flatMap(({ relativeSteps, stepTheory }) => [...(relativeSteps[0] ?? []), ...stepTheory]);
  const domain = decades(all);
  const ticks = decadeTicks([0.001, 10], 5);
  const marks = gradients.flatMap(({ norm, relativeSteps, stepTheory }): Markish[] => [
    curve(points(sigmas, relativeSteps[0] ?? []), `step-${norm}`, styleOfNorm(norm)),
    curve(points(sigmas, stepTheory), `step-theory-${norm}`, theoryStyle, 1),
  ]);
  return {
    x: {
      type: 'log',
      label: t('normalization.sigma'),
      labelAnchor: 'center',
      domain: [0.001, 10],
      ticks,
      tickFormat: formatPowerOfTen,
    },
    y: logAxis(domain, t('normalization.step')),
    marks: [
      gridY(decadeTicks(domain)),
      gridX(ticks),
      ruleY([domain[0]]),
      ruleX([values.sigma], { stroke: 'var(--theory)', strokeDasharray: '2 3' }),
      ...marks,
      sigmaName(values),
    ],
  };
}

function lossPanel({ frame, values }: NormalizationRun, start: NormalizedCurve['start'], t: Translate): PlotOptions {
  const label = t('normalization.loss', { start: startName(start, values, t) });
  const marks = frame.curves
    .filter((row) => row.start === start)
    .map(({ norm, loss }) => {
      const shown = trailingMean(loss).map((y, x) => ({ x, y: Math.min(y, 2 * highestLoss) }));
      return curve(
        shown.filter(({ y }) => Number.isFinite(y)),
        `${start}-${norm}`,
        styleOfNorm(norm),
        2.25,
        true,
      );
    });
  return {
    x: { label: t('chart.step'), labelAnchor: 'center', domain: [0, values.steps], ticks: 5, tickFormat: String },
    y: { label, domain: [0, highestLoss], ticks: 4 },
    marks: [gridY({ ticks: 4 }), ruleY([0]), ...marks],
  };
}

/** Does batch norm excuse a bad start? Second moments, size of the first step, and loss from the bad start and from He. */
export const chart: Chart<NormalizationRun> = {
  panels([run], { t, width }) {
    if (!run) return [];
    const shared = { ...chartFrame, width: width < 560 ? width : Math.floor(width / 2), height, marginRight: 14 };
    const panels = [momentsPanel(run, t), stepPanel(run, t), lossPanel(run, 'sigma', t), lossPanel(run, 'heNormal', t)];
    return panels.map((panel) => ({ ...shared, ...panel }));
  },

  legend([run], { t }) {
    if (!run) return [];
    const norms = run.frame.gradients.map(
      ({ norm }): LegendEntry => ({ ...styleOfNorm(norm), label: withFate(norm, run.frame, t) }),
    );
    return [
      ...norms,
      { label: t('chart.theory'), ...theoryStyle, mark: 'thin' },
      { label: t('normalization.hollow'), color: 'var(--muted)', dash: 'none', mark: 'ring' },
    ];
  },

  summary([run], context) {
    if (!run || run.frame.step === 0) return context.t('summary.nothing-yet');
    const { t } = context;
    const { frame, values } = run;
    return t('normalization.summary', {
      layers: values.hiddenLayers,
      activation: t(`activation.${values.activation}` as MessageKey),
      learningRate: given(values.learningRate),
      seed: values.seed,
      steps: frame.step,
      first: startName('sigma', values, t),
      results: resultsOf(frame, 'sigma', context),
      second: startName('heNormal', values, t),
      others: resultsOf(frame, 'heNormal', context),
    });
  },

  table([run], { t }) {
    if (!run) return { columns: [], rows: [] };
    const { layers, moments, gradients } = run.frame;
    const named = moments.flatMap(({ norm, measured, theory }) => {
      const name = t(`normalization.${norm}` as MessageKey);
      const after: Column = [t('normalization.after', { norm: name }), measured.after];
      const before: Column[] = [
        [name, measured.before],
        [t('normalization.theory', { norm: name }), theory.before],
      ];
      return norm === 'none' ? before : [...before, after];
    });
    const slopes = gradients.map(
      ({ norm, norms }): Column => [
        t('normalization.gradient', { norm: t(`normalization.${norm}` as MessageKey) }),
        norms.map((row) => row[nearest(run)] as number),
      ],
    );
    const series = [...named, ...slopes];
    return {
      columns: [t('table.layer'), ...series.map(([name]) => heading(name))],
      rows: layers.map((layer, l) => [String(layer), ...series.map(([, values]) => cell(values[l]))]),
    };
  },
};

/** The scanned sigma that is nearest to the chosen one, in ratio. */
function nearest({ frame, values }: NormalizationRun): number {
  const distance = (sigma: number) => Math.abs(Math.log(sigma / values.sigma));
  const best = Math.min(...frame.sigmas.map(distance));
  return frame.sigmas.findIndex((sigma) => distance(sigma) === best);
}

const startName = (start: NormalizedCurve['start'], { sigma }: NormalizationValues, t: Translate) =>
  start === 'sigma' ? `N(0, ${given(sigma)}²)` : t('short.heNormal');

function resultsOf({ curves }: NormalizationFrame, start: NormalizedCurve['start'], { t, lang }: ChartContext) {
  const results = curves
    .filter((row) => row.start === start)
    .map(({ norm, accuracy }) =>
      t('summary.result', {
        start: t(`normalization.${norm}` as MessageKey),
        value: cell(accuracy ?? undefined, { percentDecimals: 1 }),
      }),
    );
  return joinList(results, lang);
}

/** A loss from the bad start that has no line, because it is no number or far above the chart: the legend says so. */
function withFate(norm: string, { curves }: NormalizationFrame, t: Translate): string {
  const label = t(`normalization.${norm}` as MessageKey);
  const { loss = [] } = curves.find((row) => row.start === 'sigma' && row.norm === norm) ?? {};
  const step = loss.findIndex((value) => !Number.isFinite(value));
  if (step >= 0) return t('chart.lossFate', { label, step, value: cell(loss[step]) });
  const last = trailingMean(loss).at(-1) ?? 0;
  return last > highestLoss ? t('chart.lossAbove', { label, value: highestLoss }) : label;
}
