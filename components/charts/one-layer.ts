import { dot, gridY, ruleX, ruleY } from '@observablehq/plot';
import type { OneLayerFrame } from '#experiments/one-layer.ts';
import { formatNumber } from '#i18n/format.ts';
import type { Translate } from '#i18n/translate.ts';
import { decades, decadeTicks, logAxis, onLogAxis } from './axes.ts';
import { type Chart, cell, type Run } from './chart.ts';
import { type EndLabel, endLabels, labelRoom, legendOf } from './end-labels.ts';
import { chartFrame, emptyNote, frameRows } from './frame.ts';
import { curve, logPixel, type Point } from './lines.ts';
import { type SeriesStyle, styleOf, theoryStyle } from './series.ts';

export type OneLayerRun = Run<OneLayerFrame, { init: string; seed: number }>;

const height = 320;
const naiveStyle: SeriesStyle = { color: 'var(--muted)', dash: '3 4' };

const points = (frame: OneLayerFrame, values: readonly number[]): Point[] =>
  frame.fanIn.map((x, index) => ({ x, y: values[index] ?? Number.NaN })).filter(({ y }) => onLogAxis(y));

/** Two standard errors up and down; the lower end stays on the log axis. */
function errorBars({ fanIn, secondMoment, secondMomentError }: OneLayerFrame) {
  return fanIn
    .map((x, index) => ({ x, y: secondMoment[index] ?? Number.NaN, twice: 2 * (secondMomentError[index] ?? 0) }))
    .filter(({ y }) => onLogAxis(y))
    .map(({ x, y, twice }) => ({ x, low: Math.max(y - twice, y / 10), high: y + twice }));
}

/** Does the law hold? Measured second moments with two standard errors, against n Var[w] E[x²], over the fan-in. */
export const chart: Chart<OneLayerRun> = {
  panels([run], { t, width }) {
    if (!run) return [];
    const { frame, values } = run;
    const style = styleOf(values.init);
    const curves = curvesOf(frame);
    const domain = decades(Object.values(curves).flatMap((drawn) => drawn.map(({ y }) => y)));
    const box = frameRows(height);
    const labels = endsOf(run, domain, t);
    const room = labelRoom(labels, width);
    return [
      {
        ...chartFrame,
        width,
        height,
        marginRight: room,
        x: fanInAxis(frame, t),
        y: logAxis(domain, t('chart.output')),
        marks: [
          gridY(decadeTicks(domain)),
          ruleY([domain[0]]),
          curve(curves.naive, 'naive', naiveStyle, 1.25),
          curve(curves.law, 'theory', theoryStyle, 1.25),
          ruleX(errorBars(frame), { x: 'x', y1: 'low', y2: 'high', stroke: style.color, strokeWidth: 1.5 }),
          dot(curves.measured, { x: 'x', y: 'y', r: 4, fill: style.color, className: 'series series-measured' }),
          ...(hasNothingToShow(frame) ? [emptyNote(t, width - chartFrame.marginLeft - room)] : []),
          ...endLabels(labels, { width, toPixel: logPixel(domain, ...box), frame: box, edge: lastFanIn(frame) }),
        ],
      },
    ];
  },

  legend([run], { t, width }) {
    return run ? legendOf(endsOf(run, [1, 1], t), width) : [];
  },

  shows() {
    const points = '.series-measured, .y-axis-label';
    return { fanIn: '.x-axis-label', outputMoment: points, outputVariance: points, inputMoment: '.series-theory' };
  },

  summary([run], { t }) {
    if (!run) return '';
    const { fanIn, secondMoment, theory } = run.frame;
    if (fanIn.length === 0) return t('summary.nothing-yet');
    return t('summary.one-layer', {
      fanIn: fanIn.at(-1) ?? 0,
      measured: cell(secondMoment.at(-1)),
      theory: cell(theory.at(-1)),
    });
  },

  table([run], { t }) {
    if (!run) return { columns: [], rows: [] };
    const { fanIn, secondMoment, secondMomentError, theory, naive } = run.frame;
    const series: [string, readonly number[]][] = [
      [t('table.measured', { seed: run.values.seed }), secondMoment],
      [t('table.error'), secondMomentError],
      [t('chart.law'), theory],
      [t('chart.naive'), naive],
    ];
    return {
      columns: [t('chart.fanIn'), ...series.map(([name]) => name)],
      rows: fanIn.map((n, index) => [String(n), ...series.map(([, values]) => cell(values[index]))]),
    };
  },
};

/** The naive law is drawn only where it says something else than the law. */
const naiveDiffers = ({ naive, theory }: OneLayerFrame) =>
  naive.some((value, index) => Math.abs(value - (theory[index] ?? value)) > 1e-9 * Math.abs(value));

const curvesOf = (frame: OneLayerFrame) => ({
  measured: points(frame, frame.secondMoment),
  law: points(frame, frame.theory),
  naive: naiveDiffers(frame) ? points(frame, frame.naive) : [],
});

/** A run that has measured something, but nothing that a log axis can show. */
const hasNothingToShow = (frame: OneLayerFrame) => frame.fanIn.length > 0 && !frame.secondMoment.some(onLogAxis);

const lastFanIn = ({ fanIn }: Pick<OneLayerFrame, 'fanIn'>) => Math.max(2, fanIn.at(-1) ?? 2);

const fanInAxis = ({ fanIn }: OneLayerFrame, t: Translate) => ({
  type: 'log' as const,
  base: 2,
  domain: [1, lastFanIn({ fanIn })],
  label: t('chart.fanIn'),
  labelAnchor: 'center' as const,
  ticks: fanIn.filter((_, index) => index % 2 === 0),
  tickFormat: (n: number) => String(n),
});

function endsOf({ frame, values }: OneLayerRun, domain: [number, number], t: Translate): EndLabel[] {
  const series = [
    { ...styleOf(values.init), mark: 'dot', name: t('chart.measured'), values: frame.secondMoment },
    { ...theoryStyle, mark: 'thin', name: t('chart.law'), values: frame.theory },
    { ...naiveStyle, mark: 'thin', name: t('chart.naive'), values: naiveDiffers(frame) ? frame.naive : [] },
  ] as const;
  return series.flatMap(({ name, values, ...style }) => {
    const [x, y] = [frame.fanIn.at(-1) ?? 1, values.at(-1)];
    if (y === undefined) return [];
    if (onLogAxis(y)) return [{ ...style, text: name, at: { x, y } }];
    // No place on the axis: the label stands at the edge that is next to the value, and says it.
    const text = t('chart.withValue', { label: name, value: formatNumber(y) });
    return [{ ...style, text, at: { x, y: y > 1 ? domain[1] : domain[0] } }];
  });
}
