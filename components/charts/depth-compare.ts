import { gridY, type Markish, ruleY } from '@observablehq/plot';
import { formatNumber } from '#i18n/format.ts';
import { decades, decadeTicks, logAxis } from './axes.ts';
import { type Chart, cell } from './chart.ts';
import { type DepthSweepRun, pointsOf } from './depth-sweep.ts';
import { endLabels, fitsLabels, labelAt, labelRoom } from './end-labels.ts';
import { chartFrame, frameRows } from './frame.ts';
import { curve, logPixel, type Point } from './lines.ts';
import { type SeriesStyle, styleOf, theoryStyle } from './series.ts';

type CompareRun = DepthSweepRun & { values: { gain: number } };

interface Series {
  points: readonly Point[];
  style: SeriesStyle;
  label: string;
}

const height = 320;

const byGain = (runs: readonly CompareRun[]) => [...runs].sort((a, b) => a.values.gain - b.values.gain);

/** n Var[w]: without biases the theory multiplies the second moment of the input by it, since no activation comes before. */
const layerGain = ({ frame: { theory } }: CompareRun) =>
  formatNumber((theory[1] ?? Number.NaN) / (theory[0] ?? Number.NaN), { decimals: 2 });

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
    const box = frameRows(height);
    const ends = series.flatMap(({ points, style, label }) => {
      const at = points.at(-1);
      return at ? [{ ...style, text: label, at }] : [];
    });
    return [
      {
        ...chartFrame,
        width,
        height,
        marginRight: labelRoom(ends, width),
        x: { label: t('chart.layer'), labelAnchor: 'center', ticks: 6, tickFormat: (layer: number) => String(layer) },
        y: logAxis(domain, t('chart.secondMoment')),
        marks: [
          gridY(decadeTicks(domain)),
          ruleY([domain[0]]),
          ...series.map(({ theory }, index) => curve(theory, `theory-${index}`, theoryStyle, 1)),
          ...series.map(({ points, style }, index) => curve(points, `measured-${index}`, style)),
          ...(fitsLabels(width)
            ? endLabels(ends, { width, toPixel: logPixel(domain, ...box), frame: box, edge: ends[0]?.at.x ?? 0 })
            : series.flatMap(labelWithin)),
        ],
      },
    ];
  },

  shows() {
    const curves = '.series, .y-axis-label';
    return { secondMoment: curves, inputSecondMoment: curves, lastSecondMoment: curves, depth: '.x-axis-label' };
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

/**
 * The three lines look alike, so a legend could not tell them apart: in a narrow drawing the labels stand inside the
 * frame. Above the end of a line that rises or stays, and below the middle of one that falls, there is nothing.
 */
function labelWithin({ points, style, label }: Series): Markish[] {
  const [first, middle, last] = [points[0], points[Math.floor(points.length / 2)], points.at(-1)];
  if (!first || !middle || !last) return [];
  const falls = last.y < 0.1 * first.y;
  const place = { textAnchor: 'end', dx: -2, dy: falls ? 14 : -14 } as const;
  return [labelAt({ ...style, text: label, at: falls ? middle : last }, place)];
}
