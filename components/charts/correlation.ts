import { areaY, dot, gridY, type Markish, ruleY } from '@observablehq/plot';
import type { CorrelationFrame } from '#experiments/correlation.ts';
import { formatNumber } from '#i18n/format.ts';
import type { Translate } from '#i18n/translate.ts';
import type { MessageKey } from '#i18n/types.ts';
import { type Chart, cell, type Run } from './chart.ts';
import { type EndLabel, endLabels, labelRoom, legendOf } from './end-labels.ts';
import { chartFrame, frameRows } from './frame.ts';
import { curve, linearPixel, type Point } from './lines.ts';
import { type SeriesStyle, styleOf, theoryStyle } from './series.ts';

export interface CorrelationValues {
  init: string;
  activation: string;
  cosine: number;
  depth: number;
  seed: number;
}

export type CorrelationRun = Run<CorrelationFrame, CorrelationValues>;

const height = 340;
const restingStyle: SeriesStyle = { color: 'var(--muted)', dash: '2 3' };
const decimals = { decimals: 3 } as const;

/** Points of a curve over the layers; where a signal is zero or infinite there is no cosine. */
export const pointsOf = ({ layers }: CorrelationFrame, values: readonly number[]): Point[] =>
  layers.map((x, i) => ({ x, y: values[i] ?? Number.NaN })).filter(({ y }) => Number.isFinite(y));

/** Do two inputs stay different? The cosine of their pre-activations, layer by layer. */
export const chart: Chart<CorrelationRun> = {
  panels([run], { t, width }) {
    if (!run) return [];
    const { frame, values } = run;
    const style = styleOf(values.init);
    const measured = pointsOf(frame, frame.measured.cosine);
    const domain = domainOf(frame);
    const box = frameRows(height);
    const ends = endsOf(run, t);
    return [
      {
        ...chartFrame,
        width,
        height,
        marginRight: labelRoom(ends, width),
        x: {
          label: t('chart.layer'),
          labelAnchor: 'center' as const,
          domain: [0, values.depth],
          ticks: Math.min(6, values.depth),
          tickFormat: (layer: number) => String(layer),
        },
        y: {
          label: t('correlation.axis'),
          domain,
          ticks: 5,
          tickFormat: (y: number) => formatNumber(y, { decimals: 1 }),
        },
        marks: [
          gridY({ ticks: 5 }),
          ruleY([domain[0]]),
          ...restingPlace(frame),
          areaY(bandOf(frame), { x: 'x', y1: 'low', y2: 'high', fill: style.color, className: 'band' }),
          curve(measured, 'measured', style),
          curve(pointsOf(frame, frame.theory.cosine), 'theory', theoryStyle, 1.25),
          dot(measured.length <= values.depth ? measured.slice(-1) : [], { x: 'x', y: 'y', r: 4, fill: style.color }),
          ...endLabels(ends, { width, toPixel: linearPixel(domain, ...box), frame: box, edge: values.depth }),
        ],
      },
    ];
  },

  legend([run], { t, width }) {
    return run ? legendOf(endsOf(run, t), width) : [];
  },

  shows() {
    return { cosine: '.series, .band, .y-axis-label', depth: '.x-axis-label' };
  },

  summary([run], { t }) {
    if (!run) return '';
    const { frame, values } = run;
    const reached = frame.measured.cosine.length - 1;
    if (reached < 1) return t('summary.nothing-yet');
    const theory = frame.theory.cosine[reached];
    return t(theory === undefined ? 'correlation.summaryMeasured' : 'correlation.summary', {
      start: t(`start.${values.init}` as MessageKey),
      activation: t(`activation.${values.activation}` as MessageKey),
      seed: values.seed,
      first: cell(frame.measured.cosine[0], decimals),
      reached,
      last: cell(frame.measured.cosine[reached], decimals),
      theory: cell(theory, decimals),
    });
  },

  table([run], { t }) {
    if (!run) return { columns: [], rows: [] };
    const { layers, measured, theory, low, median, high } = run.frame;
    const columns: [string, readonly number[], 'moment'?][] = [
      [t('table.measured', { seed: run.values.seed }), measured.cosine],
      [t('table.theory'), theory.cosine],
      [t('table.low'), low],
      [t('table.median'), median],
      [t('table.high'), high],
      [t('correlation.moment'), measured.q, 'moment'],
    ];
    const series = columns.filter(([, values]) => values.length > 0);
    return {
      columns: [t('table.layer'), ...series.map(([name]) => name)],
      rows: layers.map((layer, i) => [
        String(layer),
        ...series.map(([, values, kind]) => cell(values[i], kind ? undefined : decimals)),
      ]),
    };
  },
};

/** Up to 1, from 0 or from as far below as there are cosines. */
function domainOf({ measured, theory, low }: CorrelationFrame): [number, number] {
  const lowest = Math.min(0, ...[...measured.cosine, ...theory.cosine, ...low].filter(Number.isFinite));
  return [[0, -0.25, -0.5].find((start) => lowest > start - 0.001) ?? -1, 1];
}

/** A dashed level where theory says that the cosine comes to rest. */
const restingPlace = ({ destination }: CorrelationFrame): Markish[] =>
  destination === null || destination.cosine === null
    ? []
    : [ruleY([destination.cosine], { stroke: restingStyle.color, strokeWidth: 1, strokeDasharray: restingStyle.dash })];

const bandOf = ({ layers, low, high }: CorrelationFrame) =>
  layers
    .map((x, i) => ({ x, low: low[i] ?? Number.NaN, high: high[i] ?? Number.NaN }))
    .filter((row) => Number.isFinite(row.low) && Number.isFinite(row.high));

/** Labels of the curves that have anything to show. */
function endsOf({ frame, values }: CorrelationRun, t: Translate): EndLabel[] {
  const style = styleOf(values.init);
  const name = t('chart.startAndSeed', { start: t(`short.${values.init}` as MessageKey), seed: values.seed });
  const high = bandOf(frame).at(-1);
  const rest = frame.destination?.cosine;
  const ends: (Omit<EndLabel, 'at'> & { at: Point | undefined })[] = [
    { ...style, text: withFate(name, frame.measured.cosine, t), at: pointsOf(frame, frame.measured.cosine).at(-1) },
    {
      ...theoryStyle,
      mark: 'thin',
      text: withFate(t('chart.theory'), frame.theory.cosine, t),
      at: pointsOf(frame, frame.theory.cosine).at(-1),
    },
    { ...style, mark: 'band', text: t('chart.band'), at: high && { x: high.x, y: high.high } },
    {
      ...restingStyle,
      mark: 'thin',
      text: t('correlation.rest'),
      at: typeof rest === 'number' ? { x: values.depth, y: rest } : undefined,
    },
  ];
  return ends.flatMap(({ at, ...label }) => (at ? [{ ...label, at }] : []));
}

/** From the layer on where the signal is zero or infinite the label says NaN. */
function withFate(label: string, values: readonly number[], t: Translate): string {
  const layer = values.findIndex(Number.isNaN);
  return layer < 0 ? label : t('chart.fate', { label, layer, value: formatNumber(Number.NaN) });
}
