import { dot, gridY, ruleY } from '@observablehq/plot';
import { formatNumber, joinList } from '#i18n/format.ts';
import type { MessageKey } from '#i18n/types.ts';
import { type Chart, type ChartContext, cell } from './chart.ts';
import { type EndLabel, endLabels, labelRoom, legendOf } from './end-labels.ts';
import { chartFrame, frameRows } from './frame.ts';
import { curve, linearPixel } from './lines.ts';
import { styleOf } from './series.ts';
import type { TrainDigitsRun } from './train-digits.ts';

const height = 320;
const percent = (share: number) => formatNumber(share, { percentDecimals: 0 });

/** For each start, its final test accuracy at each learning rate. */
function seriesOf(runs: readonly TrainDigitsRun[]) {
  const sorted = [...runs].sort((a, b) => a.values.learningRate - b.values.learningRate);
  const starts = sorted[0]?.frame.curves.map(({ start }) => start) ?? [];
  return starts.map((start) => ({
    start,
    points: sorted.map(({ values, frame }) => ({
      x: values.learningRate,
      y: frame.curves.find((curve) => curve.start === start)?.members[0]?.accuracy.at(-1) ?? Number.NaN,
    })),
  }));
}

const endsOf = (runs: readonly TrainDigitsRun[], { t }: ChartContext): EndLabel[] =>
  seriesOf(runs).flatMap(({ start, points }) => {
    const at = points.at(-1);
    return at ? [{ ...styleOf(start), text: t(`short.${start}` as MessageKey), at }] : [];
  });

/** Which start reaches what, at which learning rate? The window in which training works is the point. */
export const chart: Chart<TrainDigitsRun> = {
  panels(runs, context) {
    const { t, width } = context;
    const series = seriesOf(runs);
    const box = frameRows(height);
    const rates = series[0]?.points.map(({ x }) => x) ?? [];
    const labels = endsOf(runs, context);
    return [
      {
        ...chartFrame,
        width,
        height,
        marginRight: labelRoom(labels, width),
        x: {
          type: 'log',
          label: t('chart.learningRate'),
          labelAnchor: 'center',
          ticks: rates,
          tickFormat: (rate: number) => String(rate),
        },
        y: { label: t('chart.accuracy'), domain: [0, 1], ticks: 5, tickFormat: percent },
        marks: [
          gridY({ ticks: 5 }),
          ruleY([0]),
          ...series.flatMap(({ start, points }) => [
            curve(points, start, styleOf(start)),
            dot(points, { x: 'x', y: 'y', r: 3.5, fill: styleOf(start).color }),
          ]),
          ...endLabels(labels, {
            width,
            toPixel: linearPixel([0, 1], ...box),
            frame: box,
            edge: Math.max(...rates),
          }),
        ],
      },
    ];
  },

  legend(runs, context) {
    return legendOf(endsOf(runs, context), context.width);
  },

  summary(runs, { t, lang }) {
    const results = seriesOf(runs).map(({ start, points }) =>
      t('summary.result', {
        start: t(`short.${start}` as MessageKey),
        value: percent(Math.max(...points.map(({ y }) => y))),
      }),
    );
    return t('summary.learning-rates', { results: joinList(results, lang) });
  },

  table(runs, { t }) {
    const series = seriesOf(runs);
    return {
      columns: [t('chart.learningRate'), ...series.map(({ start }) => t(`short.${start}` as MessageKey))],
      rows: (series[0]?.points ?? []).map(({ x }, index) => [
        String(x),
        ...series.map(({ points }) => cell(points[index]?.y, { percentDecimals: 1 })),
      ]),
    };
  },
};
