import { dot, gridY, type Markish, rectY, ruleY, text } from '@observablehq/plot';
import type { PrecisionFrame } from '#experiments/precision.ts';
import { formatNumber, formatPowerOfTen } from '#i18n/format.ts';
import type { Translate } from '#i18n/translate.ts';
import type { MessageKey } from '#i18n/types.ts';
import { decadeStep, onLogAxis } from './axes.ts';
import { type Chart, cell, given, type Run } from './chart.ts';
import { type EndLabel, endLabels, labelRoom, legendOf } from './end-labels.ts';
import { chartFrame, frameRows } from './frame.ts';
import { curve, linearPixel, type Point } from './lines.ts';
import { styleOf, theoryStyle } from './series.ts';
import { displayWidth } from './wrap-label.ts';

export interface PrecisionValues {
  format: string;
  sigma: number;
  activation: string;
  depth: number;
  seed: number;
}

export type PrecisionRun = Run<PrecisionFrame, PrecisionValues>;

const height = 340;
const style = styleOf('normal');
/** Beyond the range of the format, on either side, as a share of it. */
const margin = 0.1;

/**
 * When do numbers run out? The size of z over the layers, on a log axis whose shaded part is the range of the format, with
 * exact arithmetic as a thin line. The axis counts decades, since exact arithmetic leaves what a float64 can hold.
 */
export const chart: Chart<PrecisionRun> = {
  panels([run], { t, width }) {
    if (!run) return [];
    const { frame, values } = run;
    const domain = domainOf(run);
    const box = frameRows(height);
    const ends = endsOf(run, t);
    const ticks = decadesIn(domain);
    const [measured, theory] = [pointsOf(frame), theoryPoints(frame)];
    return [
      {
        ...chartFrame,
        width,
        height,
        marginRight: labelRoom(ends, width),
        x: {
          label: t('chart.layer'),
          labelAnchor: 'center',
          domain: [0, values.depth],
          ticks: Math.min(6, values.depth),
          tickFormat: (layer: number) => String(layer),
        },
        y: {
          label: t('precision.size'),
          domain,
          ticks,
          tickFormat: (decade: number) => formatPowerOfTen(10 ** decade),
        },
        marks: [
          ...rangeMarks(run),
          gridY(ticks),
          ...limitNames(run, t),
          curve(theory, 'theory', theoryStyle, 1.25, true),
          curve(measured, 'measured', style),
          dot(measured.length <= values.depth ? measured.slice(-1) : [], { x: 'x', y: 'y', r: 4, fill: style.color }),
          ...milestoneNote(run, t, width - chartFrame.marginLeft - labelRoom(ends, width)),
          ...endLabels(ends, { width, toPixel: linearPixel(domain, ...box), frame: box, edge: values.depth }),
        ],
      },
    ];
  },

  legend([run], { t, width }) {
    return run ? legendOf(endsOf(run, t), width) : [];
  },

  summary([run], { t }) {
    if (!run) return '';
    const { frame, values } = run;
    const reached = frame.size.length - 1;
    if (reached < 1) return t('summary.nothing-yet');
    return t('precision.summary', {
      format: values.format,
      depth: values.depth,
      sigma: given(values.sigma),
      activation: t(`activation.${values.activation}` as MessageKey),
      seed: values.seed,
      first: cell(frame.size[1]),
      reached,
      last: cell(frame.size[reached]),
      infinite: frame.observed.infinite ?? '–',
      zero: frame.observed.zero ?? '–',
    });
  },

  table([run], { t }) {
    if (!run) return { columns: [], rows: [] };
    const { frame, values } = run;
    const share = (shares: readonly number[], layer: number) => cell(shares[layer], { percentDecimals: 1 });
    return {
      columns: [
        t('table.layer'),
        t('table.measured', { seed: values.seed }),
        t('precision.power'),
        t('precision.subnormals'),
        t('precision.zeros'),
        t('precision.infinities'),
        'NaN',
      ],
      rows: frame.theory.map((decade, layer) => [
        String(layer),
        cell(frame.size[layer]),
        cell(decade, { decimals: 2 }),
        ...[frame.subnormal, frame.zero, frame.infinite, frame.nan].map((shares) => share(shares, layer)),
      ]),
    };
  },
};

const limitsOf = ({ frame, values }: PrecisionRun) => {
  const found = frame.limits.find(({ format }) => format === values.format);
  if (!found) throw new Error(`the run has no limits of the format "${values.format}"`);
  return found;
};

/** The decades of the format, and some beyond on either side. */
function domainOf(run: PrecisionRun): [number, number] {
  const { largest, smallest } = limitsOf(run);
  const [low, high] = [Math.log10(smallest), Math.log10(largest)];
  const room = margin * (high - low);
  return [low - room, high + room];
}

function decadesIn([low, high]: readonly [number, number]): number[] {
  const step = decadeStep(high - low, 8);
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, i) => (first + i) * step);
}

const pointsOf = ({ size }: PrecisionFrame): Point[] =>
  size.map((y, x) => ({ x, y })).flatMap(({ x, y }) => (onLogAxis(y) ? [{ x, y: Math.log10(y) }] : []));

const theoryPoints = ({ theory }: PrecisionFrame): Point[] =>
  theory.map((y, x) => ({ x, y })).filter(({ y }) => Number.isFinite(y));

/** Normal numbers are shaded, subnormal ones half as much. */
function rangeMarks(run: PrecisionRun): Markish[] {
  const { smallest, smallestNormal, largest } = limitsOf(run);
  const shade = (low: number, high: number, fillOpacity: number) =>
    rectY([{ x1: 0, x2: run.values.depth, y1: Math.log10(low), y2: Math.log10(high) }], {
      ...{ x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', inset: 0, fillOpacity },
      fill: 'var(--theory)',
      className: 'range',
    });
  return [
    shade(smallestNormal, largest, 0.07),
    shade(smallest, smallestNormal, 0.035),
    ruleY([smallest, largest].map(Math.log10), { stroke: 'var(--control-rule)' }),
  ];
}

/** The limits of the format by name at the left; those of the others, dotted, at the right, where they fall in between. */
function limitNames(run: PrecisionRun, t: Translate): Markish[] {
  const own = limitsOf(run);
  const [low, high] = domainOf(run);
  const near = 0.06 * (high - low);
  const limits = (['largest', 'smallestNormal', 'smallest'] as const).map((kind) => ({
    decade: Math.log10(own[kind]),
    name: t(`precision.${kind}`, { format: own.format }),
  }));
  const isFree = (decade: number) => limits.every((limit) => Math.abs(limit.decade - decade) > near);
  const [, normal, last] = limits;
  const shown = limits.filter((limit) => limit !== normal || normal.decade - (last?.decade ?? 0) > near);
  const others = run.frame.limits
    .filter(({ format }) => format !== own.format)
    .flatMap(({ format, largest, smallest }) => [
      { decade: Math.log10(largest), name: t('precision.largest', { format }) },
      { decade: Math.log10(smallest), name: t('precision.smallest', { format }) },
    ])
    .filter(({ decade }) => decade > low && decade < high && isFree(decade));
  return [
    ...shown.map(({ decade, name }) => named(decade, name, 'left')),
    ...others.flatMap(({ decade, name }) => [
      ruleY([decade], { stroke: 'var(--muted)', strokeDasharray: '2 3' }),
      named(decade, name, 'right'),
    ]),
  ];
}

/** A name just below its height, at one side of the frame. */
const named = (decade: number, name: string, side: 'left' | 'right'): Markish =>
  text([decade], {
    y: (at: number) => at,
    text: () => name,
    frameAnchor: side,
    textAnchor: side === 'left' ? 'start' : 'end',
    dx: side === 'left' ? 5 : -5,
    dy: 10,
    fontSize: 11.5,
    fill: 'var(--muted)',
    stroke: 'var(--plot-background)',
    strokeWidth: 3,
    strokeOpacity: 0.6,
  });

const afterColon = /(?<=[:：])\s*/;

/** When what happened and was expected, in the corner that the curve leaves free; long lines break after their label. */
function milestoneNote({ frame, values }: PrecisionRun, t: Translate, room: number): Markish[] {
  const kinds = ['subnormal', 'zero', 'infinite'] as const;
  const lines = kinds
    .filter((kind) => frame.observed[kind] !== null || frame.predicted[kind] !== null)
    .map((kind) =>
      t('precision.milestone', {
        label: t(`precision.${kind}`),
        layer: frame.observed[kind] ?? '–',
        predicted: frame.predicted[kind] ?? '–',
      }),
    );
  if (lines.length === 0) return [];
  const rises = (frame.theory[values.depth] ?? 0) > 0;
  return [
    text([lines.flatMap((line) => (displayWidth(line) > 1.2 * room ? line.split(afterColon) : [line])).join('\n')], {
      frameAnchor: rises ? 'bottom-right' : 'top-right',
      textAnchor: 'end',
      dx: -6,
      dy: rises ? -40 : 40,
      fontSize: 12,
      lineHeight: 1.35,
      fill: 'var(--ink)',
      stroke: 'var(--plot-background)',
      strokeWidth: 3,
    }),
  ];
}

function endsOf(run: PrecisionRun, t: Translate): EndLabel[] {
  const { frame, values } = run;
  const [low, high] = domainOf(run);
  const name = t('precision.name', { format: values.format, seed: values.seed });
  const lost = frame.size.findIndex((size) => !onLogAxis(size));
  const fate = { label: name, layer: lost, value: formatNumber(frame.size[lost] ?? Number.NaN) };
  const ends = [
    { ...style, text: lost < 0 ? name : t('chart.fate', fate), at: pointsOf(frame).at(-1) },
    {
      ...theoryStyle,
      mark: 'thin' as const,
      text: t('precision.exact'),
      at: theoryPoints(frame).findLast(({ y }) => y > low && y < high),
    },
  ];
  return ends.flatMap(({ at, ...label }) => (at ? [{ ...label, at }] : []));
}
