import { areaY, dot, gridY, ruleY } from '@observablehq/plot';
import type { DepthSweepFrame } from '#experiments/depth-sweep.ts';
import { formatNumber } from '#i18n/format.ts';
import type { Translate } from '#i18n/translate.ts';
import type { MessageKey } from '#i18n/types.ts';
import { decades, decadeTicks, logAxis, onLogAxis } from './axes.ts';
import type { Chart, Run } from './chart.ts';
import { chartFrame, frameRows, labelRoom } from './frame.ts';
import { curve, endLabels, logPixel, type Point } from './lines.ts';
import { styleOf, theoryStyle } from './series.ts';

export interface DepthSweepValues {
  init: string;
  activation: string;
  depth: number;
  seed: number;
  seeds: number;
}

export type DepthSweepRun = Run<DepthSweepFrame, DepthSweepValues>;

const height = 340;

/** Points of a curve over layers that a log axis can show. */
export function pointsOf(frame: DepthSweepFrame, values: readonly number[]): Point[] {
  return frame.layers.map((x, index) => ({ x, y: values[index] ?? Number.NaN })).filter(({ y }) => onLogAxis(y));
}

function bandOf({ layers, low, high }: DepthSweepFrame) {
  return layers
    .map((x, index) => ({ x, low: low[index] ?? Number.NaN, high: high[index] ?? Number.NaN }))
    .filter((row) => onLogAxis(row.low) && onLogAxis(row.high));
}

/** Does the signal survive? One seed, the band of many seeds, and the exact recursion, on a log axis. */
export const chart: Chart<DepthSweepRun> = {
  panels([run], { t, width }) {
    if (!run) return [];
    const { frame, values } = run;
    const style = styleOf(values.init);
    const measured = pointsOf(frame, frame.measured);
    const theory = pointsOf(frame, frame.theory);
    const band = bandOf(frame);
    const domain = decades(
      [...measured, ...theory].map(({ y }) => y).concat(band.flatMap((row) => [row.low, row.high])),
    );
    const [top, bottom] = frameRows(height);
    const name = t('chart.startAndSeed', { start: t(`short.${values.init}` as MessageKey), seed: values.seed });
    const ends = [
      { text: withFate(name, frame.measured, t), color: style.color, at: measured.at(-1) },
      { text: withFate(t('chart.theory'), frame.theory, t), color: theoryStyle.color, at: theory.at(-1) },
      ...(band.length > 0 ? [{ text: t('chart.band'), color: style.color, at: bandEnd(band.at(-1)) }] : []),
    ].flatMap(({ at, ...label }) => (at ? [{ ...label, at }] : []));
    return [
      {
        ...chartFrame,
        width,
        height,
        marginRight: labelRoom(ends.map(({ text }) => text)),
        x: {
          label: t('chart.layer'),
          domain: [0, values.depth],
          ticks: Math.min(6, values.depth),
          tickFormat: (layer: number) => String(layer),
        },
        y: logAxis(domain, t('chart.secondMoment')),
        marks: [
          gridY(decadeTicks(domain)),
          ruleY([domain[0]]),
          areaY(band, { x: 'x', y1: 'low', y2: 'high', fill: style.color, fillOpacity: 0.16, className: 'band' }),
          curve(measured, 'measured', style),
          curve(theory, 'theory', theoryStyle, 1.25),
          dot(measured.length <= values.depth ? measured.slice(-1) : [], { x: 'x', y: 'y', r: 4, fill: style.color }),
          ...endLabels(ends, logPixel(domain, top, bottom), [top, bottom]),
        ],
      },
    ];
  },

  summary([run], { t }) {
    if (!run) return '';
    const { frame, values } = run;
    return t('summary.depth-sweep', {
      depth: values.depth,
      seed: values.seed,
      start: t(`start.${values.init}` as MessageKey),
      activation: t(`activation.${values.activation}` as MessageKey),
      first: formatNumber(frame.measured[1] ?? Number.NaN),
      last: formatNumber(frame.measured.at(-1) ?? Number.NaN),
      theory: formatNumber(frame.theory.at(-1) ?? Number.NaN),
    });
  },

  table([run], { t }) {
    if (!run) return { columns: [], rows: [] };
    const { layers, measured, theory, low, median, high } = run.frame;
    const band: [string, readonly number[]][] =
      low.length > 0
        ? [
            [t('table.low'), low],
            [t('table.median'), median],
            [t('table.high'), high],
          ]
        : [];
    const series: [string, readonly number[]][] = [
      [t('table.measured', { seed: run.values.seed }), measured],
      [t('table.theory'), theory],
      ...band,
    ];
    return {
      columns: [t('table.layer'), ...series.map(([name]) => name)],
      rows: layers.map((layer, index) => [
        String(layer),
        ...series.map(([, values]) => formatNumber(values[index] ?? Number.NaN)),
      ]),
    };
  },
};

/** A curve may leave the log axis before the last layer: its label says where, and for what value. */
function withFate(label: string, values: readonly number[], t: Translate): string {
  const layer = values.findIndex((value) => !onLogAxis(value));
  if (layer < 0) return label;
  return t('chart.fate', { label, layer, value: formatNumber(values[layer] ?? Number.NaN) });
}

function bandEnd(row: { x: number; low: number; high: number } | undefined): Point | undefined {
  return row && { x: row.x, y: row.high };
}
