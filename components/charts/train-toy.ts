import {
  dot,
  frame as frameMark,
  gridY,
  line,
  type Markish,
  type PlotOptions,
  ruleY,
  type TextOptions,
  text,
} from '@observablehq/plot';
import type { ToyNetwork, TrainToyFrame } from '#experiments/train-toy.ts';
import { joinList } from '#i18n/format.ts';
import type { Translate } from '#i18n/translate.ts';
import type { MessageKey } from '#i18n/types.ts';
import { type Chart, type ChartContext, cell, given, type LegendEntry, percent, type Run } from './chart.ts';
import { contours } from './contour.ts';
import { chartFrame } from './frame.ts';
import { curve } from './lines.ts';
import { styleOf } from './series.ts';

export interface TrainToyValues {
  data: string;
  activation: string;
  learningRate: number;
  steps: number;
  seed: number;
}

export type TrainToyRun = Run<TrainToyFrame, TrainToyValues>;

const undecidedLoss = Math.log(2);
/** Losses above this are off the chart. */
const highestLoss = 1.2;
const margin = { side: 8, top: 30, bottom: 8 };
/** Above each small picture, in pixels, for its name. */
const titleRoom = 30;
const gap = 12;
/** Colors belong to the starts: the classes are told apart by their shapes. */
const classStyles = [
  { color: 'var(--muted)', symbol: 'circle', mark: 'ring' },
  { color: 'var(--ink)', symbol: 'triangle2', mark: 'triangle' },
] as const;

const columnsFor = (pictures: number) => (pictures < 2 ? 1 : pictures <= 4 ? 2 : 3);

/** How small pictures of the plane stand in rows in a drawing of this width. */
function layOut(pictures: number, width: number) {
  const columns = columnsFor(pictures);
  const rows = Math.ceil(pictures / columns);
  const side = Math.floor((width - 2 * margin.side - (columns - 1) * gap) / columns);
  return { columns, rows, side, height: margin.top + margin.bottom + rows * side + (rows - 1) * titleRoom };
}

/** The points, and where each network changes its mind: one small picture per start, all on the same axes. */
function picturesPanel({ frame }: TrainToyRun, width: number, t: Translate): PlotOptions {
  const { networks, grid } = frame;
  const { columns, rows, side, height } = layOut(networks.length, width);
  const axis = { axis: null, domain: [grid.low, grid.high] };
  return {
    ...chartFrame,
    width,
    height,
    marginTop: margin.top,
    marginBottom: margin.bottom,
    marginLeft: margin.side,
    marginRight: margin.side,
    x: axis,
    y: axis,
    fx: { axis: null, domain: range(columns), paddingInner: gap / (side + gap), paddingOuter: 0 },
    fy: { axis: null, domain: range(rows), paddingInner: titleRoom / (side + titleRoom), paddingOuter: 0 },
    marks: networks.flatMap((network, i) =>
      pictureMarks(frame, network, { fx: i % columns, fy: Math.floor(i / columns), side }, t),
    ),
  };
}

const range = (count: number) => Array.from({ length: count }, (_, i) => i);

interface Facet {
  fx: number;
  fy: number;
}

/** Words within a picture, on the points. */
const inside = { fontSize: 12, fill: 'var(--ink)', stroke: 'var(--plot-background)', strokeWidth: 4 };

/** The name of a start stands above its picture, smaller where many pictures are small. */
const nameStyle = (side: number) =>
  ({ frameAnchor: 'top-left', dy: -18, fontSize: side < 140 ? 11 : 13, fontWeight: 600, fill: 'var(--ink)' }) as const;

/** The share of points that it gets right stands beside the name, or within the picture, if that is too small for both. */
const shareStyle = (side: number): TextOptions =>
  side < 140
    ? { ...inside, frameAnchor: 'bottom-right', dx: -4, dy: -4 }
    : { frameAnchor: 'top-right', dy: -18, fontSize: 12, fill: 'var(--muted)' };

const label = (words: string, { fx, fy }: Facet, style: TextOptions): Markish =>
  text([words], { text: (word: string) => word, fx: [fx], fy: [fy], ...style });

function pictureMarks(
  frame: TrainToyFrame,
  network: ToyNetwork,
  { fx, fy, side }: Facet & { side: number },
  t: Translate,
) {
  const place = <Row>(rows: readonly Row[]) => ({ fx: rows.map(() => fx), fy: rows.map(() => fy) });
  const lines = contours(network.margins, frame.grid, 0).flatMap((corners, z) =>
    corners.map(([x, y]) => ({ x, y, z })),
  );
  const { color, dash } = styleOf(network.start);
  const isEmpty = lines.length === 0 && network.margins.length > 0;
  return [
    frameMark({ fx: [fx], fy: [fy], stroke: 'var(--control-rule)' }),
    ...classStyles.map((style, label) => pointMarks(frame, label, style, { fx, fy })),
    line(lines, { ...place(lines), x: 'x', y: 'y', z: 'z', stroke: 'var(--plot-background)', strokeWidth: 5 }),
    line(lines, {
      ...place(lines),
      x: 'x',
      y: 'y',
      z: 'z',
      stroke: color,
      strokeWidth: 2.5,
      ...(dash === 'none' ? {} : { strokeDasharray: dash }),
      className: `series series-boundary-${network.start}`,
    }),
    label(t(`short.${network.start}` as MessageKey), { fx, fy }, nameStyle(side)),
    label(percent(network.accuracy.at(-1)), { fx, fy }, shareStyle(side)),
    ...(isEmpty ? [label(t('train-toy.noBoundary'), { fx, fy }, { ...inside, frameAnchor: 'top', dy: 4 })] : []),
  ];
}

function pointMarks(
  { points }: TrainToyFrame,
  label: number,
  { color, symbol, mark }: (typeof classStyles)[number],
  { fx, fy }: Facet,
): Markish {
  const chosen = points.label.flatMap((other, i) => (other === label ? [{ x: points.x[i], y: points.y[i] }] : []));
  return dot(chosen, {
    x: 'x',
    y: 'y',
    fx: chosen.map(() => fx),
    fy: chosen.map(() => fy),
    symbol,
    r: 2.2,
    ...(mark === 'ring' ? { stroke: color, strokeWidth: 1 } : { fill: color, fillOpacity: 0.7 }),
    clip: true,
  });
}

function lossPanel({ frame, values }: TrainToyRun, width: number, height: number, t: Translate): PlotOptions {
  const curves = frame.networks.map(({ start, loss }) => {
    const shown = loss.map((y, x) => ({ x, y: Math.min(y, 2 * highestLoss) })).filter(({ y }) => Number.isFinite(y));
    return curve(shown, start, styleOf(start), 2, true);
  });
  return {
    ...chartFrame,
    width,
    height,
    marginLeft: 48,
    marginRight: 14,
    x: { label: t('chart.step'), labelAnchor: 'center', domain: [0, values.steps], ticks: 4, tickFormat: String },
    y: { label: t('chart.loss'), domain: [0, highestLoss], ticks: 6 },
    marks: [
      gridY({ ticks: 6 }),
      ruleY([0]),
      ruleY([undecidedLoss], { stroke: 'var(--theory)', strokeWidth: 1, strokeDasharray: '2 3' }),
      ...curves,
      text([undecidedLoss], {
        y: (value: number) => value,
        text: () => t('train-toy.undecided'),
        frameAnchor: 'right',
        dy: -9,
        fontSize: 12,
        fill: 'var(--muted)',
        stroke: 'var(--plot-background)',
        strokeWidth: 4,
      }),
    ],
  };
}

/** What does the start do to learning, where one can see it? A picture of the plane for each start, and the losses. */
export const chart: Chart<TrainToyRun> = {
  panels([run], { t, width }) {
    if (!run) return [];
    const wide = width >= 560;
    const half = wide ? Math.floor(width / 2) : width;
    const { height } = layOut(run.frame.networks.length, half);
    return [picturesPanel(run, half, t), lossPanel(run, half, wide ? Math.max(260, height) : 260, t)];
  },

  legend([run], { t }) {
    if (!run) return [];
    const classes = classStyles.map(
      ({ color, mark }, label): LegendEntry => ({
        label: t(`train-toy.class${label}` as MessageKey),
        color,
        dash: 'none',
        mark,
      }),
    );
    const starts = run.frame.networks.map((network) => ({
      ...styleOf(network.start),
      label: withFate(network, t),
    }));
    return [...starts, ...classes];
  },

  summary([run], context) {
    if (!run || run.frame.snapshotSteps.length === 0) return context.t('summary.nothing-yet');
    const { t } = context;
    const last = Math.min(...run.frame.networks.map(({ accuracy }) => accuracy.length)) - 1;
    if (last < 0) return t('summary.nothing-yet');
    return t('train-toy.summary', {
      data: t(`data.${run.values.data}` as MessageKey),
      steps: run.frame.step,
      activation: t(`activation.${run.values.activation}` as MessageKey),
      learningRate: given(run.values.learningRate),
      seed: run.values.seed,
      measured: run.frame.snapshotSteps[last] ?? 0,
      results: resultsAt(run.frame.networks, last, context),
    });
  },

  table([run], { t }) {
    if (!run) return { columns: [], rows: [] };
    const { snapshotSteps, networks } = run.frame;
    const columns = networks.flatMap(({ start }) => {
      const name = t(`short.${start}` as MessageKey);
      return [`${name}: ${t('table.loss')}`, `${name}: ${t('train-toy.accuracy')}`];
    });
    return {
      columns: [t('table.step'), ...columns],
      rows: snapshotSteps.map((step, index) => [
        String(step),
        ...networks.flatMap(({ loss, accuracy }) => [
          cell(loss[Math.min(step, loss.length - 1)]),
          percent(accuracy[index]),
        ]),
      ]),
    };
  },
};

function resultsAt(networks: readonly ToyNetwork[], index: number, { t, lang }: ChartContext): string {
  const results = networks.map(({ start, accuracy }) =>
    t('summary.result', { start: t(`short.${start}` as MessageKey), value: percent(accuracy[index]) }),
  );
  return joinList(results, lang);
}

/** A loss that diverged, or that is above the chart in the end, has no line there: the legend says so. */
function withFate({ start, loss }: ToyNetwork, t: Translate): string {
  const label = t(`start.${start}` as MessageKey);
  const step = loss.findIndex((value) => !Number.isFinite(value));
  if (step >= 0) return t('chart.lossFate', { label, step, value: cell(loss[step]) });
  return (loss.at(-1) ?? 0) > highestLoss ? t('chart.lossAbove', { label, value: highestLoss }) : label;
}
