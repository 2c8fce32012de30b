import { dot, gridX, gridY, type Markish, ruleY, text } from '@observablehq/plot';
import type { VarianceMapFrame } from '#experiments/variance-map.ts';
import { formatNumber, formatPowerOfTen } from '#i18n/format.ts';
import type { Translate } from '#i18n/translate.ts';
import type { MessageKey } from '#i18n/types.ts';
import { decades, decadeTicks, logAxis, onLogAxis } from './axes.ts';
import { type Chart, cell, given, type Run } from './chart.ts';
import { chartFrame } from './frame.ts';
import { curve, type Point } from './lines.ts';
import { type SeriesStyle, theoryStyle } from './series.ts';

export interface VarianceMapValues {
  activation: string;
  gain: number;
  biasStd: number;
  q0: number;
  depth: number;
  seed: number;
}

export type VarianceMapRun = Run<VarianceMapFrame, VarianceMapValues>;

const height = 340;
const mapStyle: SeriesStyle = { color: 'var(--ink)', dash: 'none' };
const sameStyle: SeriesStyle = { color: 'var(--muted)', dash: '3 4' };
const measuredStyle: SeriesStyle = { color: 'var(--other)', dash: '2 3' };

/** Where does q settle? The map with the cobweb of its layers, and beside it a network's second moments. */
export const chart: Chart<VarianceMapRun> = {
  panels([run], { t, width }) {
    if (!run) return [];
    const panelWidth = width < 560 ? width : Math.floor(width / 2);
    const shared = { ...chartFrame, width: panelWidth, height, marginRight: 30 };
    return [
      { ...shared, ...mapPanel(run.frame, t) },
      { ...shared, ...layersPanel(run, t) },
    ];
  },

  legend([run], { t }) {
    if (!run) return [];
    return [
      { ...mapStyle, label: t('variance-map.map') },
      { ...sameStyle, mark: 'thin', label: t('variance-map.same') },
      { ...theoryStyle, mark: 'thin', label: t('variance-map.layers') },
      {
        ...measuredStyle,
        mark: 'dot',
        label: t('chart.startAndSeed', { start: t('chart.measured'), seed: run.values.seed }),
      },
    ];
  },

  shows() {
    const layers = '.series-measured, .series-theory, .series-cobweb, .y-axis-label';
    return { secondMoment: layers, inputSecondMoment: layers, lastSecondMoment: layers, factor: '.series-map' };
  },

  summary([run], { t }) {
    if (!run) return '';
    const { frame, values } = run;
    if (Number.isNaN(frame.settlesAt)) return t('summary.nothing-yet');
    const reached = frame.measured.length - 1;
    return t(`variance-map.summary${fateOf(frame)}`, {
      activation: t(`activation.${values.activation}` as MessageKey),
      gain: given(values.gain),
      biasStd: given(values.biasStd),
      q0: given(values.q0),
      q: formatNumber(frame.settlesAt),
      chi: cell(frame.chi ?? undefined),
      seed: values.seed,
      reached,
      measured: cell(frame.measured[reached]),
      theory: cell(frame.theory[reached]),
    });
  },

  table([run], { t }) {
    if (!run) return { columns: [], rows: [] };
    const { theory, measured } = run.frame;
    return {
      columns: [t('table.layer'), t('table.measured', { seed: run.values.seed }), t('table.theory')],
      rows: theory.map((q, layer) => [String(layer), cell(measured[layer]), cell(q)]),
    };
  },
};

const fateOf = ({ fixed, settlesAt }: VarianceMapFrame) => {
  if (fixed.everywhere) return 'Everywhere';
  if (settlesAt === Number.POSITIVE_INFINITY) return 'Infinite';
  return settlesAt === 0 ? 'Zero' : 'Settles';
};

/** Both axes are the same, so that the diagonal is where nothing changes. */
function mapPanel(frame: VarianceMapFrame, t: Translate) {
  const { q, next } = frame.map;
  const domain = decades([q[0] ?? Number.NaN, q.at(-1) ?? Number.NaN]);
  const inside = ({ x, y }: Point) => onLogAxis(x) && onLogAxis(y);
  const ticks = decadeTicks(domain);
  return {
    x: {
      type: 'log' as const,
      domain,
      ticks: decadeTicks(domain, 4),
      tickFormat: formatPowerOfTen,
      label: t('variance-map.q'),
      labelAnchor: 'center' as const,
    },
    y: logAxis(domain, t('variance-map.next')),
    marks: [
      gridX(decadeTicks(domain, 4)),
      gridY(ticks),
      curve(
        domain.map((x) => ({ x, y: x })),
        'same',
        sameStyle,
        1.25,
      ),
      curve(q.map((x, i) => ({ x, y: next[i] ?? Number.NaN })).filter(inside), 'map', mapStyle, 2.25, true),
      curve(cobwebOf(frame.theory).filter(inside), 'cobweb', theoryStyle, 1, true),
      ...frame.fixed.points.filter((point) => onLogAxis(point.q)).flatMap((point) => fixedPointMarks(point, domain, t)),
    ],
  };
}

/** Up to the map, across to the diagonal, and so on: (q0, q0), (q0, q1), (q1, q1), (q1, q2), ... */
export const cobwebOf = (moments: readonly number[]): Point[] =>
  moments.flatMap((q, l) => [
    { x: q, y: q },
    ...(l + 1 < moments.length ? [{ x: q, y: moments[l + 1] as number }] : []),
  ]);

/** A dot where the layers settle, a ring where they leave; its label stands inside the frame. */
function fixedPointMarks(
  { q, chi, stable }: VarianceMapFrame['fixed']['points'][number],
  [low, high]: readonly [number, number],
  t: Translate,
): Markish[] {
  if (q < low || q > high) return [];
  const name = t(stable ? 'variance-map.stable' : 'variance-map.unstable', {
    q: formatNumber(q),
    chi: formatNumber(chi),
  });
  const right = q * q > low * high;
  const above = q < 2.5 * low; // the axis
  return [
    dot([{ x: q, y: q }], {
      x: 'x',
      y: 'y',
      r: 5,
      stroke: mapStyle.color,
      strokeWidth: 2,
      fill: stable ? mapStyle.color : 'var(--plot-background)',
    }),
    text([{ x: q, y: q }], {
      x: 'x',
      y: 'y',
      text: () => name,
      textAnchor: right ? 'end' : 'start',
      dx: right ? -2 : above ? 10 : 2,
      dy: right ? -16 : above ? 4 : 18,
      fontSize: 13,
      fontWeight: 600,
      fill: 'var(--ink)',
      stroke: 'var(--plot-background)',
      strokeWidth: 4,
    }),
  ];
}

/** At the right of the frame, where its dashed level ends. */
const goalName = (goal: readonly number[]): Markish[] => [
  text(goal, {
    y: (q: number) => q,
    text: () => 'q*',
    frameAnchor: 'right',
    textAnchor: 'start',
    dx: 6,
    fontSize: 13,
    fontWeight: 600,
    fill: 'var(--ink)',
  }),
];

function layersPanel({ frame, values }: VarianceMapRun, t: Translate) {
  const [measured, theory] = [frame.measured, frame.theory].map((series) =>
    series.map((y, x) => ({ x, y })).filter(({ y }) => onLogAxis(y)),
  ) as [Point[], Point[]];
  const goal = onLogAxis(frame.settlesAt) && !frame.fixed.everywhere ? [frame.settlesAt] : [];
  const domain = decades([...measured.map(({ y }) => y), ...theory.map(({ y }) => y), ...goal]);
  return {
    x: {
      label: t('chart.layer'),
      labelAnchor: 'center' as const,
      domain: [0, values.depth],
      ticks: Math.min(5, values.depth),
      tickFormat: (layer: number) => String(layer),
    },
    y: logAxis(domain, t('chart.secondMoment')),
    marks: [
      gridY(decadeTicks(domain)),
      ruleY([domain[0]]),
      ruleY(goal, { stroke: mapStyle.color, strokeWidth: 1, strokeDasharray: '3 4' }),
      ...goalName(goal),
      curve(theory, 'theory', theoryStyle, 1.25),
      dot(measured, { x: 'x', y: 'y', r: 3.5, fill: measuredStyle.color, className: 'series series-measured' }),
    ],
  };
}
