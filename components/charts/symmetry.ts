import { dot, gridX, gridY, type Markish, ruleY, text } from '@observablehq/plot';
import type { SymmetryFrame, UnitPath } from '#experiments/symmetry.ts';
import { formatNumber } from '#i18n/format.ts';
import type { Translate } from '#i18n/translate.ts';
import type { MessageKey } from '#i18n/types.ts';
import { decades, decadeTicks, logAxis, onLogAxis } from './axes.ts';
import { type Chart, cell, type Run } from './chart.ts';
import { chartFrame, emptyNote, frameRows } from './frame.ts';
import { dense, freeSide } from './free-side.ts';
import { curve, type Point } from './lines.ts';
import type { SeriesStyle } from './series.ts';
import { wrapLabel } from './wrap-label.ts';

export interface SymmetryValues {
  beginning: string;
  activation: string;
  units: number;
  steps: number;
  seed: number;
}

export type SymmetryRun = Run<SymmetryFrame, SymmetryValues>;

const height = 330;
const marginRight = 20;
/** Units are told apart by their numbers: colors belong to starts. */
const unitStyle: SeriesStyle = { color: 'var(--other)', dash: 'none' };
const differenceStyle: SeriesStyle = { color: 'var(--ink)', dash: 'none' };
/** Weights beyond this are those of a run that diverges; drawn, they would make all others one dot. */
const reach = 100;
/** Of the numbers at the ends, in pixels. */
const digitWidth = 6.5;
/** Ends nearer than this share of the drawing have one label. */
const together = 0.035;

/** Can equal units ever differ? The units' paths in the plane of their incoming weights, and how far they are apart. */
export const chart: Chart<SymmetryRun> = {
  panels([run], { t, width }) {
    if (!run) return [];
    const panelWidth = width < 560 ? width : Math.floor(width / 2);
    const shared = { ...chartFrame, width: panelWidth, height, marginRight };
    const room = panelWidth - chartFrame.marginLeft - marginRight;
    return [
      { ...shared, ...plane(run.frame, t, room) },
      { ...shared, ...distance(run, t, room) },
    ];
  },

  legend(runs, { t }) {
    if (runs.length === 0) return [];
    return [
      { ...unitStyle, mark: 'ring', label: t('symmetry.start') },
      { ...unitStyle, mark: 'dot', label: t('symmetry.end') },
    ];
  },

  summary([run], { t }) {
    if (!run) return '';
    const { frame, values } = run;
    const step = frame.points.at(-1);
    if (step === undefined) return t('summary.nothing-yet');
    return t(`symmetry.summary${stateOf(frame)}`, {
      units: values.units,
      beginning: t(`beginning.${values.beginning}` as MessageKey),
      activation: t(`activation.${values.activation}` as MessageKey),
      seed: values.seed,
      step,
      incoming: formatNumber(frame.moved.incoming, { percentDecimals: 0 }),
      outgoing: formatNumber(frame.moved.outgoing, { percentDecimals: 0 }),
      split: frame.splitStep ?? 0,
      apart: frame.apartStep ?? 0,
    });
  },

  table([run], { t }) {
    if (!run) return { columns: [], rows: [] };
    const { points, loss, incomingDifference, outgoingDifference, rank } = run.frame;
    const series = [loss, incomingDifference, outgoingDifference];
    return {
      columns: [
        t('table.step'),
        t('table.loss'),
        t('symmetry.incomingDifference'),
        t('symmetry.outgoingDifference'),
        t('symmetry.rank'),
      ],
      rows: points.map((step, i) => [
        String(step),
        ...series.map((values) => cell(values[i])),
        cell(rank[i], 'integer'),
      ]),
    };
  },
};

/** Before the incoming weights split, the outgoing ones may differ already. */
function stateOf({ splitStep, apartStep, outgoingDifference }: SymmetryFrame) {
  if (splitStep === null) return outgoingDifference.at(-1) === 0 ? 'Tied' : 'Incoming';
  return apartStep === null ? 'Split' : 'Apart';
}

/**
 * The path of each unit's incoming weights: a ring where it starts, a dot and its number where it ends. `room` is the
 * width of the frame inside, in pixels.
 */
function plane({ hidden }: SymmetryFrame, t: Translate, room: number) {
  const paths = hidden.units.map(pathOf);
  const points = paths.flat();
  const [x, y] = [extent(points.map((point) => point.x)), extent(points.map((point) => point.y))];
  const toPixels = pixels(x, y, room);
  const drawn = paths.flatMap((path) => dense(path.map(toPixels)));
  const ends = paths.flatMap((path, unit) => path.slice(-1).map((at) => ({ ...at, unit: unit + 1 })));
  return {
    x: { ...weightAxis(x, t('symmetry.first')), labelAnchor: 'center' as const },
    y: weightAxis(y, t('symmetry.second')),
    marks: [
      gridX({ ticks: weightTicks }),
      gridY({ ticks: weightTicks }),
      ...paths.map((path, unit) => curve(path, `unit-${unit + 1}`, unitStyle, 1.75)),
      dot(
        paths.flatMap((path) => path.slice(0, 1)),
        { x: 'x', y: 'y', r: 4.5, stroke: unitStyle.color, fill: 'var(--plot-background)', strokeWidth: 1.5 },
      ),
      dot(ends, { x: 'x', y: 'y', r: 4, fill: unitStyle.color }),
      ...grouped(ends, x, y).map((group) => numberLabel(group, drawn, toPixels)),
    ],
  };
}

const pathOf = ({ first, second }: UnitPath): Point[] =>
  first
    .map((x, i) => ({ x, y: second[i] ?? Number.NaN }))
    .filter(({ x, y }) => Math.abs(x) <= reach && Math.abs(y) <= reach);

/** With some air; at least 1 wide, so that weights that never move stand in the middle. */
function extent(values: readonly number[]): [number, number] {
  const [low, high] = values.length === 0 ? [0, 0] : [Math.min(...values), Math.max(...values)];
  const air = Math.max(0.08 * (high - low), (1 - (high - low)) / 2);
  return [low - air, high + air];
}

const weightTicks = 4;

const weightAxis = (domain: [number, number], label: string) => ({
  label,
  domain,
  ticks: weightTicks,
  tickFormat: (weight: number) => formatNumber(weight, { decimals: domain[1] - domain[0] > 5 ? 0 : 1 }),
});

interface End extends Point {
  unit: number;
}

/** Units that end at the same place, as far as the drawing shows. */
function grouped(ends: readonly End[], x: readonly [number, number], y: readonly [number, number]): End[][] {
  const groups: End[][] = [];
  for (const end of ends) {
    const near = groups.find(
      ([other]) =>
        other !== undefined &&
        Math.abs(other.x - end.x) < together * (x[1] - x[0]) &&
        Math.abs(other.y - end.y) < together * (y[1] - y[0]),
    );
    if (near) near.push(end);
    else groups.push([end]);
  }
  return groups;
}

/** From weights to pixels of the frame inside. */
const pixels = (x: readonly [number, number], y: readonly [number, number], room: number) => {
  const [top, bottom] = frameRows(height);
  return (at: Point): Point => ({
    x: (room * (at.x - x[0])) / (x[1] - x[0]),
    y: ((bottom - top) * (y[1] - at.y)) / (y[1] - y[0]),
  });
};

/** The numbers of units that end together, on the side of their end where they cover the least of what is drawn, in pixels. */
function numberLabel(group: readonly End[], drawn: readonly Point[], toPixels: (at: Point) => Point): Markish {
  const words = group.map(({ unit }) => unit).join(', ');
  const size = { width: digitWidth * words.length, height: 14 };
  const offset = group[0] ? freeSide(toPixels(group[0]), size, drawn) : {};
  return text(group.slice(0, 1), {
    x: 'x',
    y: 'y',
    text: () => words,
    ...offset,
    fontSize: 13,
    fontWeight: 600,
    fill: 'var(--ink)',
    stroke: 'var(--plot-background)',
    strokeWidth: 4,
  });
}

/** The largest difference over the size of the weights, on a log axis; where it is exactly 0 there is no line. */
function distance({ frame, values }: SymmetryRun, t: Translate, room: number) {
  const points = distancesOf(frame).filter(({ y }) => onLogAxis(y));
  const domain = decades(points.map(({ y }) => y));
  const tied = frame.points.length > 0 && stateOf(frame) === 'Tied';
  const lost = frame.points.length > 0 && !tied && points.length === 0;
  return {
    x: {
      label: t('chart.step'),
      labelAnchor: 'center' as const,
      domain: [0, values.steps],
      ticks: Math.min(4, values.steps),
      tickFormat: (step: number) => String(step),
    },
    y: logAxis(domain, t('symmetry.distance')),
    marks: [
      gridY(decadeTicks(domain)),
      ruleY([domain[0]]),
      curve(points, 'distance', differenceStyle, 2),
      ...(points.length === 1 ? [dot(points, { x: 'x', y: 'y', r: 4, fill: differenceStyle.color })] : []),
      ...(tied ? [note(t('symmetry.tied'), room)] : []),
      ...(lost ? [emptyNote(t, room)] : []),
    ],
  };
}

export const distancesOf = ({ points, incomingDifference, incomingNorm }: SymmetryFrame): Point[] =>
  points.map((x, i) => ({ x, y: (incomingDifference[i] ?? Number.NaN) / (incomingNorm[i] ?? Number.NaN) }));

const note = (words: string, room: number): Markish =>
  text([wrapLabel(words, Math.min(240, room - 20)).join('\n')], {
    frameAnchor: 'middle',
    fontSize: 13,
    lineHeight: 1.35,
    fill: 'var(--ink)',
    stroke: 'var(--plot-background)',
    strokeWidth: 6,
  });
