import { dot, gridY, ruleX, ruleY } from '@observablehq/plot';
import type { OneLayerFrame } from '#experiments/one-layer.ts';
import { formatNumber } from '#i18n/format.ts';
import { decades, decadeTicks, logAxis, onLogAxis } from './axes.ts';
import type { Chart, Run } from './chart.ts';
import { chartFrame, emptyNote, frameRows, labelRoom } from './frame.ts';
import { curve, endLabels, logPixel, type Point } from './lines.ts';
import { styleOf, theoryStyle } from './series.ts';

export type OneLayerRun = Run<OneLayerFrame, { init: string; seed: number }>;

const height = 320;

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
    const measured = points(frame, frame.secondMoment);
    const law = points(frame, frame.theory);
    const naive = points(frame, frame.naive);
    const differs = naive.some(({ y }, index) => Math.abs(y / (law[index]?.y ?? y) - 1) > 1e-9);
    const domain = decades([...measured, ...law, ...(differs ? naive : [])].map(({ y }) => y));
    const [top, bottom] = frameRows(height);
    const labels = [
      { text: t('chart.measured'), color: style.color, at: measured.at(-1) },
      { text: t('chart.law'), color: theoryStyle.color, at: law.at(-1) },
      ...(differs ? [{ text: t('chart.naive'), color: 'var(--muted)', at: naive.at(-1) }] : []),
    ].flatMap(({ at, ...label }) => (at ? [{ ...label, at }] : []));
    return [
      {
        ...chartFrame,
        width,
        height,
        marginRight: labelRoom(labels.map(({ text }) => text)),
        x: {
          type: 'log',
          base: 2,
          domain: [1, Math.max(2, frame.fanIn.at(-1) ?? 2)],
          label: t('chart.fanIn'),
          ticks: frame.fanIn.filter((_, index) => index % 2 === 0),
          tickFormat: (n: number) => String(n),
        },
        y: logAxis(domain, t('chart.output')),
        marks: [
          gridY(decadeTicks(domain)),
          ruleY([domain[0]]),
          ...(differs ? [curve(naive, 'naive', { color: 'var(--muted)', dash: '3 4' }, 1.25)] : []),
          curve(law, 'theory', theoryStyle, 1.25),
          ruleX(errorBars(frame), { x: 'x', y1: 'low', y2: 'high', stroke: style.color, strokeWidth: 1.5 }),
          dot(measured, { x: 'x', y: 'y', r: 4, fill: style.color, className: 'series series-measured' }),
          ...(measured.length === 0 ? [emptyNote(t)] : []),
          ...endLabels(labels, logPixel(domain, top, bottom), [top, bottom]),
        ],
      },
    ];
  },

  summary([run], { t }) {
    if (!run) return '';
    const { fanIn, secondMoment, theory } = run.frame;
    const last = (values: readonly number[]) => formatNumber(values.at(-1) ?? Number.NaN);
    return t('summary.one-layer', { fanIn: fanIn.at(-1) ?? 0, measured: last(secondMoment), theory: last(theory) });
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
      rows: fanIn.map((n, index) => [
        String(n),
        ...series.map(([, values]) => formatNumber(values[index] ?? Number.NaN)),
      ]),
    };
  },
};
