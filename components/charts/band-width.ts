import { areaY, gridY, ruleY, text } from '@observablehq/plot';
import { decades, decadeTicks, logAxis } from './axes.ts';
import { type Chart, cell } from './chart.ts';
import { type DepthSweepRun, pointsOf } from './depth-sweep.ts';
import { chartFrame } from './frame.ts';
import { curve } from './lines.ts';
import { styleOf, theoryStyle } from './series.ts';

type BandRun = DepthSweepRun & { values: { width: number } };

const height = 280;
/** Room for the marks of an axis whose name stands at the first panel. */
const marginLeft = 34;

const byWidth = (runs: readonly BandRun[]) => [...runs].sort((a, b) => a.values.width - b.values.width);

const bandRows = ({ frame }: BandRun) =>
  frame.layers.map((x, index) => ({ x, low: frame.low[index], high: frame.high[index] }));

/**
 * How far may one network stray from the theory? Small multiples over width: the law of large n as a narrowing band. All panels
 * share one vertical scale.
 */
export const chart: Chart<BandRun> = {
  panels(runs, { t, width }) {
    const sorted = byWidth(runs);
    const domain = decades(sorted.flatMap(({ frame }) => [...frame.low, ...frame.high]));
    const columns = width < 500 ? 1 : sorted.length;
    // The first panel of a row has the names of the axis; the frames inside are equally wide.
    const inner = Math.floor((width - chartFrame.marginLeft - (columns - 1) * marginLeft) / columns);
    return sorted.map((run, index) => {
      const style = styleOf(run.values.init);
      const first = index % columns === 0;
      const margin = first ? chartFrame.marginLeft : marginLeft;
      return {
        ...chartFrame,
        // What a panel is to grow by in a wider column is in proportion to its width, so that all keep one scale.
        style: { ...chartFrame.style, flexGrow: String(margin + inner) },
        width: margin + inner,
        height,
        marginLeft: margin,
        marginRight: 10,
        x: { label: t('chart.layer'), labelAnchor: 'center', ticks: 4, tickFormat: (layer: number) => String(layer) },
        y: { ...logAxis(domain, t('chart.secondMoment')), label: first ? t('chart.secondMoment') : null },
        marks: [
          gridY(decadeTicks(domain)),
          ruleY([domain[0]]),
          areaY(bandRows(run), { x: 'x', y1: 'low', y2: 'high', fill: style.color, className: 'band' }),
          curve(pointsOf(run.frame, run.frame.measured), `measured-${run.values.width}`, style),
          curve(pointsOf(run.frame, run.frame.theory), `theory-${run.values.width}`, theoryStyle, 1.25),
          text([t('chart.width', { n: run.values.width })], {
            frameAnchor: 'top-right',
            dy: 6,
            dx: -4,
            fontSize: 13,
            fontWeight: 600,
            fill: 'var(--ink)',
          }),
        ],
      };
    });
  },

  shows() {
    const curves = '.series, .band, .y-axis-label';
    return { secondMoment: curves, inputSecondMoment: curves, lastSecondMoment: curves, depth: '.x-axis-label' };
  },

  summary(runs, { t }) {
    const widths = byWidth(runs).map(({ values }) => values.width);
    return t('summary.band-width', {
      depth: runs[0]?.values.depth ?? 0,
      narrow: widths[0] ?? 0,
      wide: widths.at(-1) ?? 0,
    });
  },

  table(runs, { t }) {
    const sorted = byWidth(runs);
    const columns = sorted.flatMap(({ values }) => [
      `${t('chart.width', { n: values.width })}: ${t('table.low')}`,
      `${t('chart.width', { n: values.width })}: ${t('table.high')}`,
    ]);
    return {
      columns: [t('table.layer'), ...columns],
      rows: (sorted[0]?.frame.layers ?? []).map((layer, index) => [
        String(layer),
        ...sorted.flatMap(({ frame }) => [frame.low[index], frame.high[index]].map((value) => cell(value))),
      ]),
    };
  },
};
