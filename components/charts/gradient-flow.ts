import { areaY, dot, gridX, gridY, type Markish, type PlotOptions, rectY, ruleY, text } from '@observablehq/plot';
import type { GradientFlowFrame } from '#experiments/gradient-flow.ts';
import type { Magnitudes } from '#experiments/magnitudes.ts';
import { formatNumber, formatPowerOfTen } from '#i18n/format.ts';
import type { Translate } from '#i18n/translate.ts';
import type { MessageKey } from '#i18n/types.ts';
import { decades, decadeTicks, logAxis, onLogAxis } from './axes.ts';
import { type Chart, cell, type LegendEntry, percent, type Run } from './chart.ts';
import { chartFrame, emptyNote } from './frame.ts';
import { curve, type Point } from './lines.ts';
import { styleOf, theoryStyle } from './series.ts';

export interface GradientFlowValues {
  init: string;
  activation: string;
  depth: number;
  seed: number;
}

export type GradientFlowRun = Run<GradientFlowFrame, GradientFlowValues>;

const height = 320;
const marginRight = 16;
/** The share of a row's height that is for its bars. */
const highestBar = 0.82;

/** Does the error signal reach layer 1? The gradient's norm from the last layer to the first, and how large delta is there. */
export const chart: Chart<GradientFlowRun> = {
  panels([run], { t, width }) {
    if (!run) return [];
    const isWide = width >= 640;
    const left = isWide ? Math.floor(0.56 * width) : width;
    return [normPanel(run, t, left), magnitudePanel(run, t, isWide ? width - left : width)];
  },

  legend([run], { t }) {
    if (!run) return [];
    const { frame, values } = run;
    const style = styleOf(values.init);
    const start = t(`short.${values.init}` as MessageKey);
    const name = t('chart.startAndSeed', { start, seed: values.seed });
    const entries: (LegendEntry | false)[] = [
      { ...style, label: withFate(name, frame, frame.gradientNorm, t) },
      frame.theory.gradientNorm.length > 0 && { ...theoryStyle, mark: 'thin', label: t('chart.theory') },
      frame.low.length > 0 && { ...style, mark: 'band', label: t('chart.band') },
    ];
    return entries.filter((entry) => entry !== false);
  },

  shows() {
    return { deltaMoment: '.series-magnitudes', depth: '.x-axis-label' };
  },

  summary([run], { t }) {
    if (!run) return '';
    const { frame, values } = run;
    const reached = frame.gradientNorm.length - 1;
    if (reached < 0) return t('summary.nothing-yet');
    const theory = frame.theory.gradientNorm[reached];
    return t(theory === undefined ? 'gradient-flow.summary-measured' : 'gradient-flow.summary', {
      depth: values.depth,
      seed: values.seed,
      start: t(`start.${values.init}` as MessageKey),
      activation: t(`activation.${values.activation}` as MessageKey),
      last: cell(frame.gradientNorm[0]),
      reached: frame.layers[reached] ?? '',
      first: cell(frame.gradientNorm[reached]),
      theory: cell(theory),
    });
  },

  table([run], { t }) {
    if (!run) return { columns: [], rows: [] };
    const { frame, values } = run;
    const series: [string, readonly number[]][] = [
      [t('table.measured', { seed: values.seed }), frame.gradientNorm],
      [t('table.theory'), frame.theory.gradientNorm],
      [t('table.low'), frame.low],
      [t('table.median'), frame.median],
      [t('table.high'), frame.high],
      ['E[δ²]', frame.deltaMoment],
      [t('gradient-flow.theoryOf', { label: 'E[δ²]' }), frame.theory.delta],
    ];
    const shown = series.filter(([, column]) => column.length > 0);
    return {
      columns: [t('table.layer'), ...shown.map(([name]) => name), `δ: ${t('gradient-flow.zero')}`],
      rows: frame.layers.map((layer, i) => [
        String(layer),
        ...shown.map(([, column]) => cell(column[i])),
        percent(frame.zeroShare[i]),
      ]),
    };
  },
};

/** Points that a log axis can show; x counts the layers that the signal has met. */
const pointsOf = (values: readonly number[]): Point[] =>
  values.map((y, x) => ({ x, y })).filter(({ y }) => onLogAxis(y));

const bandOf = ({ low, high }: GradientFlowFrame) =>
  low
    .map((value, x) => ({ x, low: value, high: high[x] ?? Number.NaN }))
    .filter((row) => onLogAxis(row.low) && onLogAxis(row.high));

function normPanel(run: GradientFlowRun, t: Translate, width: number): PlotOptions {
  const { frame, values } = run;
  const style = styleOf(values.init);
  const [measured, theory, band] = [pointsOf(frame.gradientNorm), pointsOf(frame.theory.gradientNorm), bandOf(frame)];
  const domain = decades(
    [...measured, ...theory].map(({ y }) => y).concat(band.flatMap(({ low, high }) => [low, high])),
  );
  const last = Math.max(1, frame.layers.length - 1);
  const isBroken = measured.length < frame.gradientNorm.length || frame.layers.length === 1;
  const isEmpty = frame.gradientNorm.length > 0 && measured.length === 0;
  return {
    ...chartFrame,
    style: { ...chartFrame.style, flexGrow: String(width) },
    width,
    height,
    marginRight,
    x: {
      label: t('chart.layer'),
      labelAnchor: 'center',
      domain: [0, last],
      ticks: layerTicks(frame),
      tickFormat: (index: number) => String(frame.layers[index] ?? ''),
    },
    y: logAxis(domain, t('gradient-flow.norm')),
    marks: [
      gridY(decadeTicks(domain)),
      ruleY([domain[0]]),
      areaY(band, { x: 'x', y1: 'low', y2: 'high', fill: style.color, className: 'band' }),
      curve(measured, 'measured', style),
      curve(theory, 'theory', theoryStyle, 1.25),
      dot(isBroken ? measured.slice(-1) : [], { x: 'x', y: 'y', r: 4, fill: style.color }),
      ...(isEmpty ? [emptyNote(t, width - chartFrame.marginLeft - marginRight)] : []),
      ...ratioNote(run, t),
    ],
  };
}

/** Every layer of a few, else about five, the last layer and the first among them. */
function layerTicks({ layers }: GradientFlowFrame): number[] {
  const depth = layers.length;
  const step = depth <= 8 ? 1 : Math.ceil(depth / 5);
  const even = layers.flatMap((layer, index) => (index % step === 0 && layer > step / 2 ? [index] : []));
  return [...new Set([...even, depth - 1])];
}

/** How much of the gradient reaches layer 1, in the corner at the right that the curve leaves free. */
function ratioNote({ frame: { ratio }, values }: GradientFlowRun, t: Translate): Markish[] {
  if (!ratio || values.depth === 1) return [];
  const said = (value: number) => cell(value, { significant: 2 });
  const lines = [t('gradient-flow.ratio', { depth: values.depth, measured: said(ratio.measured) })];
  if (ratio.theory !== null) lines.push(t('chart.withValue', { label: t('chart.theory'), value: said(ratio.theory) }));
  const rises = ratio.measured > 1;
  const place = { frameAnchor: rises ? 'bottom-right' : 'top-right', dy: rises ? -8 : 4, dx: -4 } as const;
  return [
    text([lines.join('\n')], {
      ...place,
      textAnchor: 'end',
      lineHeight: 1.35,
      fontSize: 12,
      fill: 'var(--ink)',
      stroke: 'var(--plot-background)',
      strokeWidth: 4,
    }),
  ];
}

/** One histogram over powers of two for the last, the middle and the first layer, over one log axis, each as high as its row. */
function magnitudePanel({ frame, values }: GradientFlowRun, t: Translate, width: number): PlotOptions {
  const layers = [values.depth, Math.floor((values.depth + 1) / 2), 1].filter(
    (layer, i, all) => all.indexOf(layer) === i,
  );
  const notes = layers.map((layer) => notesOf(frame, layer, t));
  const rows = layers.map((layer) => frame.histograms.find((each) => each.layer === layer)?.magnitudes);
  const bars = rows.flatMap((magnitudes, row) => {
    const top = Math.max(0, ...(magnitudes?.shares ?? []));
    return (magnitudes?.shares ?? []).map((share, i) => {
      const x1 = 2 ** ((magnitudes?.lowest ?? 0) + i);
      return { x1, x2: 2 * x1, y1: row + 1, y2: row + 1 - (highestBar * share) / top };
    });
  });
  const domain = decades(bars.flatMap(({ x1, x2 }) => [x1, x2]));
  const ticks = decadeTicks(domain, 4);
  return {
    ...chartFrame,
    style: { ...chartFrame.style, flexGrow: String(width) },
    width,
    height,
    marginLeft: 76,
    marginRight,
    x: {
      type: 'log',
      domain,
      ticks,
      tickFormat: formatPowerOfTen,
      label: t('gradient-flow.magnitudes'),
      labelAnchor: 'center',
    },
    y: {
      label: null,
      domain: [layers.length, 0],
      ticks: layers.map((_, row) => row + 1),
      tickSize: 0,
      tickFormat: (row: number) => t('gradient-flow.layer', { layer: layers[row - 1] ?? '' }),
    },
    marks: [
      gridX(ticks),
      rectY(bars, {
        ...{ x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', inset: 0, insetRight: 0.5, fillOpacity: 0.6 },
        fill: styleOf(values.init).color,
        className: 'series series-magnitudes',
      }),
      ruleY(
        layers.map((_, row) => row + 1),
        { stroke: 'var(--control-rule)' },
      ),
      ...notes.map((words, row) => zeroNote(words, row, endsLow(rows[row], domain) ? 'right' : 'left')),
    ] satisfies Markish[],
  };
}

/** Whether the highest bar of a row stands in the left half of the axis. */
function endsLow(row: Magnitudes | undefined, [low, high]: readonly [number, number]): boolean {
  if (!row) return false;
  const peak = row.lowest + row.shares.indexOf(Math.max(...row.shares));
  return peak < (Math.log2(low) + Math.log2(high)) / 2;
}

/** At the end of a row's line that its bars leave free: how many values have no magnitude to show. */
const zeroNote = (words: readonly string[], row: number, side: 'left' | 'right'): Markish =>
  text(words, {
    y: () => row + 1,
    text: (word: string) => word,
    frameAnchor: side,
    textAnchor: side === 'left' ? 'start' : 'end',
    lineAnchor: 'bottom',
    dx: side === 'left' ? 4 : -4,
    dy: -6,
    fontSize: 12,
    fill: 'var(--ink)',
    stroke: 'var(--plot-background)',
    strokeWidth: 4,
  });

/** How many values of a row have no magnitude to show. */
function notesOf(frame: GradientFlowFrame, layer: number, t: Translate): string[] {
  const zeros = frame.zeroShare[frame.layers.indexOf(layer)] ?? 0;
  const isSilent = zeros >= 0.0005;
  return isSilent ? [t('chart.withValue', { label: t('gradient-flow.zero'), value: percent(zeros) })] : [];
}

/** A curve may leave the log axis before layer 1: its label says where, and for what value. */
function withFate(label: string, { layers }: GradientFlowFrame, values: readonly number[], t: Translate): string {
  const index = values.findIndex((value) => !onLogAxis(value));
  if (index < 0) return label;
  return t('chart.fate', { label, layer: layers[index] ?? '', value: formatNumber(values[index] ?? Number.NaN) });
}
