import { dot, gridY, type Markish, type PlotOptions, rectY, ruleX, ruleY, text } from '@observablehq/plot';
import type { WeightsFrame } from '#experiments/weights.ts';
import { formatNumber, joinList } from '#i18n/format.ts';
import type { Translate } from '#i18n/translate.ts';
import type { MessageKey } from '#i18n/types.ts';
import { type Chart, type ChartContext, cell, given, type Run } from './chart.ts';
import { chartFrame } from './frame.ts';
import { curve } from './lines.ts';
import { type SeriesStyle, styleOf, theoryStyle } from './series.ts';
import { wrapLabel } from './wrap-label.ts';

export type WeightsRun = Run<WeightsFrame, { init: string; seed: number }>;

const height = 320;
const marginRight = 16;
/** So few weights are shown one by one. */
const fewWeights = 16;
const exact = { significant: 4 } as const;

/** What does the initializer draw? A histogram beside the density of its law; single values as bars of their share. */
export const chart: Chart<WeightsRun> = {
  panels([run], { t, width }) {
    if (!run) return [];
    const { frame } = run;
    const shared = { ...chartFrame, width, height, marginRight };
    if (frame.bins) return [{ ...shared, ...smoothPanel(run, frame.bins, t, width) }];
    if (frame.spikes.length > 0) return [{ ...shared, ...spikesPanel(run, t, width) }];
    return [{ ...shared, axis: null, marks: [said(whyEmpty(frame, t), width)] }];
  },

  shows() {
    return { weightVariance: '.series-measured, .landmark-std', bound: '.landmark-bound' };
  },

  summary([run], context) {
    if (!run) return '';
    const { frame, values } = run;
    const { t } = context;
    const start = t(`start.${values.init}` as MessageKey);
    if (!frame.moments) return whyEmpty(frame, t);
    if (!frame.bins)
      return t('summary.weights-spikes', { count: frame.count, start, shares: sharesOf(frame, context) });
    return t('summary.weights', {
      count: frame.count,
      start,
      seed: values.seed,
      mean: cell(frame.moments.mean.measured),
      variance: cell(frame.moments.variance.measured, exact),
      theory: cell(frame.moments.variance.theory, exact),
    });
  },

  table([run], { t }) {
    if (!run) return { columns: [], rows: [] };
    const columns = [t('table.quantity'), t('table.measured', { seed: run.values.seed }), t('table.theory')];
    return {
      columns: [...columns, t('table.error')],
      rows: [...momentRows(run.frame, t), ...heightRows(run.frame, t)],
    };
  },
};

/** Why there is nothing to draw. */
const whyEmpty = ({ refusal }: WeightsFrame, t: Translate) => t(refusal ? `refusal.${refusal}` : 'summary.nothing-yet');

const said = (words: string, width: number): Markish =>
  text([wrapLabel(words, Math.min(420, width - chartFrame.marginLeft - marginRight)).join('\n')], {
    frameAnchor: 'middle',
    fontSize: 14,
    lineHeight: 1.4,
    fill: 'var(--ink)',
  });

type Bins = NonNullable<WeightsFrame['bins']>;

/** Histogram, density and what marks the law: its standard deviation, its bounds, and values that many weights share. */
function smoothPanel(run: WeightsRun, bins: Bins, t: Translate, width: number): PlotOptions {
  const { frame, values } = run;
  const style = styleOf(values.init);
  const top = 1.2 * Math.max(...bins.expected, ...(frame.count > fewWeights ? bins.heights : []));
  const [low = 0, high = 1] = [bins.edges[0], bins.edges.at(-1)];
  const { x = [], y = [] } = frame.density ?? {};
  const points = x.map((at, i) => ({ x: at, y: Math.min(y[i] ?? 0, 2 * top) }));
  return {
    x: { ...weightAxis(t, width), domain: withRoom(low, high, 0.03) },
    y: { label: t('chart.density'), domain: [0, top], ticks: 5 },
    marks: [
      gridY({ ticks: 5 }),
      ...landmarks(frame, t),
      ...(frame.count > fewWeights ? bars(bins, style) : singles(frame, style)),
      ruleY([0]),
      curve(points, 'theory', theoryStyle, 1.5, true),
      theoryLabel(points, top, t),
      ...frame.spikes.flatMap((spike) => spikeToTheTop(spike, style, t)),
    ],
  };
}

function bars({ edges, heights }: Bins, { color }: SeriesStyle): Markish[] {
  const rows = heights.map((y, i) => ({ x1: edges[i], x2: edges[i + 1], y }));
  return [
    rectY(rows, {
      x1: 'x1',
      x2: 'x2',
      y: 'y',
      fill: color,
      fillOpacity: 0.55,
      inset: 0,
      insetRight: 0.5,
      className: 'series series-measured',
    }),
  ];
}

/** A handful of weights has no histogram worth the name: each is a dot on the axis. */
const singles = ({ first }: WeightsFrame, { color }: SeriesStyle): Markish[] => [
  dot(first, { x: (weight) => Number(weight.decimal), y: 0, r: 4.5, fill: color, className: 'series series-measured' }),
];

/** Where the law has its bounds, and one standard deviation on either side of its mean; spikes leave no room for these. */
function landmarks({ law, theory, spikes }: WeightsFrame, t: Translate): Markish[] {
  if (!law || !theory || spikes.length > 0) return [];
  const bounds =
    'low' in law
      ? ([
          [law.low, 'start'],
          [law.high, 'end'],
        ] as const)
      : [];
  return [
    ...bounds.flatMap(([bound, textAnchor]) => markedAt(bound, t('chart.bound'), { textAnchor, strokeDasharray: '' })),
    ...markedAt(theory.mean - theory.std, '−σ', sigmaStyle),
    ...markedAt(theory.mean + theory.std, 'σ', sigmaStyle),
  ];
}

const sigmaStyle = { textAnchor: 'middle', strokeDasharray: '2 3' } as const;

/** A thin line with a name above its upper end, centered or beginning at the line, toward the inner side. */
const markedAt = (
  place: number,
  name: string,
  { textAnchor, strokeDasharray }: { textAnchor: 'start' | 'middle' | 'end'; strokeDasharray: string },
): Markish[] => [
  ruleX([place], {
    stroke: 'var(--control-rule)',
    strokeWidth: 1,
    strokeDasharray,
    className: landmarkClass(textAnchor),
  }),
  text([place], {
    x: (at: number) => at,
    text: () => name,
    textAnchor,
    frameAnchor: 'top',
    dy: -15,
    fontSize: 12,
    fill: 'var(--muted)',
    className: landmarkClass(textAnchor),
  }),
];

/** Names of standard deviations are centered above their lines, those of bounds begin there. */
const landmarkClass = (textAnchor: string) => `landmark-${textAnchor === 'middle' ? 'std' : 'bound'}`;

/** The name of the thin line, above it, where it has come down a little from its top. */
function theoryLabel(points: readonly { x: number; y: number }[], top: number, t: Translate): Markish {
  const at = points[Math.floor(0.66 * points.length)] ?? { x: 0, y: 0 };
  return text([{ x: at.x, y: Math.min(at.y, top) }], {
    x: 'x',
    y: 'y',
    text: () => t('chart.theory'),
    dx: 8,
    dy: -10,
    textAnchor: 'start',
    fontSize: 13,
    fontWeight: 600,
    fill: 'var(--theory)',
    stroke: 'var(--plot-background)',
    strokeWidth: 4,
  });
}

type Spike = WeightsFrame['spikes'][number];

/** A value that a share of the weights has exactly is an infinitely high, infinitely thin bar: a line to the top. */
const spikeToTheTop = ({ value, drawn }: Spike, { color }: SeriesStyle, t: Translate): Markish[] => [
  ruleX([value], { stroke: color, strokeWidth: 3, className: 'series series-spike' }),
  text([value], {
    x: (place: number) => place,
    text: () => t('chart.spike', { percent: percent(drawn), value: given(value) }),
    frameAnchor: 'top',
    dy: 12,
    dx: 8,
    textAnchor: 'start',
    fontSize: 13,
    fontWeight: 600,
    fill: 'var(--ink)',
    stroke: 'var(--plot-background)',
    strokeWidth: 4,
  }),
];

/** Weights that take a few values only: bars of the drawn shares, with the law's share as a thin line across. */
function spikesPanel({ frame: { spikes }, values: { init } }: WeightsRun, t: Translate, width: number): PlotOptions {
  const style = styleOf(init);
  const values = spikes.map(({ value }) => value);
  const [low, high] = withRoom(Math.min(0, ...values), Math.max(0, ...values), 0.6);
  const half = 0.035 * (high - low);
  const rows = spikes.map((spike) => ({ ...spike, x1: spike.value - half, x2: spike.value + half }));
  return {
    x: { ...weightAxis(t, width), domain: [low, high] },
    y: { label: t('chart.share'), domain: [0, 1.12], ticks: [0, 0.25, 0.5, 0.75, 1], tickFormat: wholePercent },
    marks: [
      gridY([0.25, 0.5, 0.75, 1]),
      rectY(rows, {
        x1: 'x1',
        x2: 'x2',
        y: 'drawn',
        fill: style.color,
        fillOpacity: 0.6,
        className: 'series series-spike',
      }),
      ruleY(rows, { x1: 'x1', x2: 'x2', y: 'share', stroke: 'var(--theory)', strokeWidth: 1.5 }),
      ruleY([0]),
      text(rows, {
        x: 'value',
        y: 'drawn',
        text: ({ drawn, value }: Spike) => t('chart.spike', { percent: percent(drawn), value: given(value) }),
        dy: -10,
        fontSize: 13,
        fontWeight: 600,
        fill: 'var(--ink)',
      }),
    ],
  };
}

/** The interval and a share of its width on either side; around a single value, as if it were 1 wide. */
function withRoom(low: number, high: number, share: number): [number, number] {
  const room = share * (high > low ? high - low : 1);
  return [low - room, high + room];
}

const percent = (share: number) =>
  formatNumber(share, { percentDecimals: share === 0 || share === 1 ? 0 : share < 0.01 ? 2 : 1 });

const wholePercent = (share: number) => formatNumber(share, { percentDecimals: 0 });

const weightAxis = (t: Translate, width: number) => ({
  label: t('chart.weight'),
  labelAnchor: 'center' as const,
  ticks: width < 500 ? 4 : 6,
});

const sharesOf = ({ spikes }: WeightsFrame, { t, lang }: ChartContext) =>
  joinList(
    spikes.map(({ value, drawn }) => t('chart.spike', { percent: percent(drawn), value: given(value) })),
    lang,
  );

function momentRows({ law, moments, distance, spikes }: WeightsFrame, t: Translate): string[][] {
  if (!moments) return [];
  // Of a constant there is nothing to say but its rounding error.
  const hasMoments = law?.kind !== 'constant';
  const row = (name: string, { measured, theory, error }: (typeof moments)['mean']) => [
    name,
    cell(measured, exact),
    cell(theory, exact),
    cell(error),
  ];
  return [
    ...(hasMoments ? [row(t('table.mean'), moments.mean), row(t('table.variance'), moments.variance)] : []),
    ...(distance ? [[t('table.distance'), cell(distance.statistic), '0', '–']] : []),
    ...spikes.map(({ value, share, drawn }) => [
      t('table.shareOf', { value: given(value) }),
      percent(drawn),
      percent(share),
      '–',
    ]),
  ];
}

function heightRows({ bins }: WeightsFrame, t: Translate): string[][] {
  return (bins?.heights ?? []).map((measured, i) => [
    t('table.densityFrom', { from: cell(bins?.edges[i]), to: cell(bins?.edges[i + 1]) }),
    cell(measured),
    cell(bins?.expected[i]),
    '–',
  ]);
}
