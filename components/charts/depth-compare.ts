import { gridY, ruleY } from '@observablehq/plot';
import { formatNumber } from '#i18n/format.ts';
import { decades, decadeTicks, logAxis } from './axes.ts';
import type { Chart } from './chart.ts';
import { type DepthSweepRun, pointsOf } from './depth-sweep.ts';
import { chartFrame, frameRows, labelRoom } from './frame.ts';
import { curve, endLabels, logPixel } from './lines.ts';
import { styleOf, theoryStyle } from './series.ts';

type CompareRun = DepthSweepRun & { values: { gain: number } };

const height = 320;

const byGain = (runs: readonly CompareRun[]) => [...runs].sort((a, b) => a.values.gain - b.values.gain);

/** LeCun weights have n Var[w] = 1, and a gain multiplies the standard deviation: n Var[w] = gain². */
const layerGain = ({ values }: CompareRun) => formatNumber(values.gain * values.gain, { decimals: 2 });

export const chart: Chart<CompareRun> = {
  panels(runs, { t, width }) {
    const series = byGain(runs).map((run) => ({
      points: pointsOf(run.frame, run.frame.measured),
      theory: pointsOf(run.frame, run.frame.theory),
      style: styleOf(run.values.init),
      label: t('chart.gainLine', { value: layerGain(run) }),
    }));
    const domain = decades(series.flatMap(({ points, theory }) => [...points, ...theory].map(({ y }) => y)));
    const [top, bottom] = frameRows(height);
    const ends = series.flatMap(({ points, style, label }) => {
      const at = points.at(-1);
      return at ? [{ text: label, color: style.color, at }] : [];
    });
    return [
      {
        ...chartFrame,
        width,
        height,
        marginRight: labelRoom(ends.map(({ text }) => text)),
        x: { label: t('chart.layer'), ticks: 6, tickFormat: (layer: number) => String(layer) },
        y: logAxis(domain, t('chart.secondMoment')),
        marks: [
          gridY(decadeTicks(domain)),
          ruleY([domain[0]]),
          ...series.map(({ theory }, index) => curve(theory, `theory-${index}`, theoryStyle, 1)),
          ...series.map(({ points, style }, index) => curve(points, `measured-${index}`, style)),
          ...endLabels(ends, logPixel(domain, top, bottom), [top, bottom]),
        ],
      },
    ];
  },

  summary(runs, { t }) {
    const [low = '', middle = '', high = ''] = byGain(runs).map((run) =>
      formatNumber(run.frame.measured.at(-1) ?? Number.NaN),
    );
    return t('summary.depth-compare', { depth: runs[0]?.values.depth ?? 0, low, middle, high });
  },

  table(runs, { t }) {
    const sorted = byGain(runs);
    return {
      columns: [t('table.layer'), ...sorted.map((run) => t('chart.gainLine', { value: layerGain(run) }))],
      rows: (sorted[0]?.frame.layers ?? []).map((layer, index) => [
        String(layer),
        ...sorted.map((run) => formatNumber(run.frame.measured[index] ?? Number.NaN)),
      ]),
    };
  },
};
