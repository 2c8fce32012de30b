import { gridY, ruleY } from '@observablehq/plot';
import { formatNumber } from '#i18n/format.ts';
import { decades, decadeTicks, logAxis } from './axes.ts';
import { type Chart, cell } from './chart.ts';
import { type DepthSweepRun, pointsOf } from './depth-sweep.ts';
import { endLabels, labelRoom } from './end-labels.ts';
import { chartFrame, frameRows } from './frame.ts';
import { curve, logPixel } from './lines.ts';
import { styleOf, theoryStyle } from './series.ts';

type CompareRun = DepthSweepRun & { values: { gain: number } };

const height = 320;

const byGain = (runs: readonly CompareRun[]) => [...runs].sort((a, b) => a.values.gain - b.values.gain);

/** LeCun weights have n Var[w] = 1, and a gain multiplies the standard deviation: n Var[w] = gain². */
const layerGain = ({ values }: CompareRun) => formatNumber(values.gain * values.gain, { decimals: 2 });

/** How large must weights be? A little more or less than n Var[w] = 1, and the signal grows or dies exponentially. */
export const chart: Chart<CompareRun> = {
  panels(runs, { t, width }) {
    const series = byGain(runs).map((run) => ({
      points: pointsOf(run.frame, run.frame.measured),
      theory: pointsOf(run.frame, run.frame.theory),
      style: styleOf(run.values.init),
      label: t('chart.gainLine', { value: layerGain(run) }),
    }));
    const domain = decades(series.flatMap(({ points, theory }) => [...points, ...theory].map(({ y }) => y)));
    const rows = frameRows(height);
    const ends = series.flatMap(({ points, style, label }) => {
      const at = points.at(-1);
      return at ? [{ text: label, color: style.color, at }] : [];
    });
    const room = labelRoom(ends, width);
    return [
      {
        ...chartFrame,
        width,
        height,
        marginRight: room,
        x: { label: t('chart.layer'), labelAnchor: 'center', ticks: 6, tickFormat: (layer: number) => String(layer) },
        y: logAxis(domain, t('chart.secondMoment')),
        marks: [
          gridY(decadeTicks(domain)),
          ruleY([domain[0]]),
          ...series.map(({ theory }, index) => curve(theory, `theory-${index}`, theoryStyle, 1)),
          ...series.map(({ points, style }, index) => curve(points, `measured-${index}`, style)),
          ...endLabels(ends, room, logPixel(domain, ...rows), rows),
        ],
      },
    ];
  },

  summary(runs, { t }) {
    const [low = '', middle = '', high = ''] = byGain(runs).map((run) => cell(run.frame.measured.at(-1)));
    return t('summary.depth-compare', { depth: runs[0]?.values.depth ?? 0, low, middle, high });
  },

  table(runs, { t }) {
    const sorted = byGain(runs);
    return {
      columns: [t('table.layer'), ...sorted.map((run) => t('chart.gainLine', { value: layerGain(run) }))],
      rows: (sorted[0]?.frame.layers ?? []).map((layer, index) => [
        String(layer),
        ...sorted.map((run) => cell(run.frame.measured[index])),
      ]),
    };
  },
};
