import { areaY, dot, gridY, ruleY } from '@observablehq/plot';
import type { DepthSweepFrame } from '#experiments/depth-sweep.ts';
import { formatNumber } from '#i18n/format.ts';
import type { Translate } from '#i18n/translate.ts';
import type { MessageKey } from '#i18n/types.ts';
import { decades, decadeTicks, logAxis, onLogAxis } from './axes.ts';
import { type Chart, cell, type Run, type Shows } from './chart.ts';
import { type EndLabel, endLabels, labelRoom, legendOf } from './end-labels.ts';
import { chartFrame, frameRows } from './frame.ts';
import { curve, logPixel, type Point } from './lines.ts';
import { styleOf, theoryStyle } from './series.ts';

export interface DepthSweepValues {
  init: string;
  activation: string;
  /** Forward if nothing is said. */
  direction?: string;
  depth: number;
  seed: number;
  seeds: number;
}

export type DepthSweepRun = Run<DepthSweepFrame, DepthSweepValues>;

const height = 340;

/** Points of a curve that a log axis can show, in the order in which the signal meets the layers, from 0 on. */
export function pointsOf(frame: DepthSweepFrame, values: readonly number[]): Point[] {
  return frame.layers.map((_, x) => ({ x, y: values[x] ?? Number.NaN })).filter(({ y }) => onLogAxis(y));
}

function bandOf({ layers, low, high }: DepthSweepFrame) {
  return layers
    .map((_, x) => ({ x, low: low[x] ?? Number.NaN, high: high[x] ?? Number.NaN }))
    .filter((row) => onLogAxis(row.low) && onLogAxis(row.high));
}

const isBackward = ({ values }: DepthSweepRun) => values.direction === 'backward';

/**
 * Does the signal survive? From left to right as it travels, backward from the last layer to the input: one seed, the band of many
 * seeds, and the recursion of the theory, on a log axis.
 */
export const chart: Chart<DepthSweepRun> = {
  panels([run], { t, width }) {
    if (!run) return [];
    const { frame, values } = run;
    const style = styleOf(values.init);
    const curves = { measured: pointsOf(frame, frame.measured), theory: pointsOf(frame, frame.theory) };
    const band = bandOf(frame);
    const domain = decades([
      ...[...curves.measured, ...curves.theory].map(({ y }) => y),
      ...band.flatMap(({ low, high }) => [low, high]),
    ]);
    const box = frameRows(height);
    const ends = endsOf(run, t);
    return [
      {
        ...chartFrame,
        width,
        height,
        marginRight: labelRoom(ends, width),
        x: layerAxis(frame, t),
        y: logAxis(domain, t(isBackward(run) ? 'depth-sweep.delta' : 'chart.secondMoment')),
        marks: [
          gridY(decadeTicks(domain)),
          ruleY([domain[0]]),
          areaY(band, { x: 'x', y1: 'low', y2: 'high', fill: style.color, className: 'band' }),
          curve(curves.measured, 'measured', style),
          curve(curves.theory, 'theory', theoryStyle, 1.25),
          dot(lastOfBroken(curves.measured, values.depth), { x: 'x', y: 'y', r: 4, fill: style.color }),
          ...endLabels(ends, { width, toPixel: logPixel(domain, ...box), frame: box, edge: values.depth }),
        ],
      },
    ];
  },

  legend([run], { t, width }) {
    return run ? legendOf(endsOf(run, t), width) : [];
  },

  shows([run]) {
    const curves = '.series, .band, .y-axis-label';
    const forward: Shows = {
      secondMoment: curves,
      inputSecondMoment: curves,
      firstSecondMoment: curves,
      lastSecondMoment: curves,
    };
    const backward: Shows = { deltaMoment: curves, firstDeltaMoment: curves, lastDeltaMoment: curves };
    return { ...(run && isBackward(run) ? backward : forward), depth: '.x-axis-label' };
  },

  summary([run], { t }) {
    if (!run) return '';
    const { frame, values } = run;
    const reached = frame.measured.length - 1;
    if (reached < 1) return t('summary.nothing-yet');
    const theory = frame.theory[reached];
    const [withTheory, alone] = isBackward(run)
      ? (['depth-sweep.backward', 'depth-sweep.backward-measured'] as const)
      : (['summary.depth-sweep', 'summary.depth-sweep-measured'] as const);
    return t(theory === undefined ? alone : withTheory, {
      depth: values.depth,
      seed: values.seed,
      start: t(`start.${values.init}` as MessageKey),
      activation: t(`activation.${values.activation}` as MessageKey),
      first: cell(frame.measured[isBackward(run) ? 0 : 1]),
      reached: frame.layers[reached] ?? reached,
      last: cell(frame.measured[reached]),
      theory: cell(theory),
    });
  },

  table([run], { t }) {
    if (!run) return { columns: [], rows: [] };
    const { layers, measured, theory, low, median, high } = run.frame;
    const columns: [string, readonly number[]][] = [
      [t('table.measured', { seed: run.values.seed }), measured],
      [t('table.theory'), theory],
      [t('table.low'), low],
      [t('table.median'), median],
      [t('table.high'), high],
    ];
    const series = columns.filter(([, values]) => values.length > 0);
    return {
      columns: [t('table.layer'), ...series.map(([name]) => name)],
      rows: layers.map((layer, index) => [String(layer), ...series.map(([, values]) => cell(values[index]))]),
    };
  },
};

const layerAxis = ({ layers }: DepthSweepFrame, t: Translate) => ({
  label: t('chart.layer'),
  labelAnchor: 'center' as const,
  domain: [0, layers.length - 1],
  ticks: Math.min(6, layers.length - 1),
  tickFormat: (index: number) => String(layers[index] ?? ''),
});

/** A curve that ends before the last layer ends in a dot. */
const lastOfBroken = (points: readonly Point[], depth: number) => (points.length <= depth ? points.slice(-1) : []);

/** Labels of the curves that have anything to show. */
function endsOf({ frame, values }: DepthSweepRun, t: Translate): EndLabel[] {
  const style = styleOf(values.init);
  const name = t('chart.startAndSeed', { start: t(`short.${values.init}` as MessageKey), seed: values.seed });
  const ends: (Omit<EndLabel, 'at'> & { at: Point | undefined })[] = [
    { ...style, text: withFate(name, frame, frame.measured, t), at: pointsOf(frame, frame.measured).at(-1) },
    {
      ...theoryStyle,
      mark: 'thin',
      text: withFate(t('chart.theory'), frame, frame.theory, t),
      at: pointsOf(frame, frame.theory).at(-1),
    },
    { ...style, mark: 'band', text: t('chart.band'), at: bandEnd(frame) },
  ];
  return ends.flatMap(({ at, ...label }) => (at ? [{ ...label, at }] : []));
}

/** A curve may leave the log axis before the last layer: its label says where, and for what value. */
function withFate(label: string, { layers }: DepthSweepFrame, values: readonly number[], t: Translate): string {
  const index = values.findIndex((value) => !onLogAxis(value));
  if (index < 0) return label;
  return t('chart.fate', { label, layer: layers[index] ?? index, value: formatNumber(values[index] ?? Number.NaN) });
}

function bandEnd(frame: DepthSweepFrame): Point | undefined {
  const row = bandOf(frame).at(-1);
  return row && { x: row.x, y: row.high };
}
