import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { decodeFrame } from '#experiments/frame-json.ts';
import { translator } from '#i18n/messages.ts';
import type { Chart } from './chart.ts';
import { chart as depthSweep } from './depth-sweep.ts';
import { drawPanel } from './draw.ts';
import { chart as learningRates } from './learning-rates.ts';
import { chart as oneLayer } from './one-layer.ts';
import { drawnSteps, trailingMean, chart as trainDigits } from './train-digits.ts';

const context = { t: translator('en'), lang: 'en', width: 720 };

function committed(name: string) {
  return decodeFrame(readFileSync(`src/experiments/results/${name}.json`, 'utf8')) as never;
}

interface Drawing extends Element {
  scale(name: 'x' | 'y'): { invert(pixel: number): number };
}

function draw<R>(chart: Chart<R>, runs: readonly R[]): Drawing[] {
  const { document } = parseHTML('<html><body></body></html>');
  return chart.panels(runs, context).map((panel) => drawPanel(panel, document as unknown as Document) as Drawing);
}

/** Reads a drawn line back: its pixels, sent through the inverse of the axes. */
function readBack(drawing: Drawing, series: string): { x: number; y: number }[] {
  const path = drawing.querySelector(`.series-${series} path, path.series-${series}`)?.getAttribute('d') ?? '';
  const pixels = [...path.matchAll(/[ML]?(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
  return pixels.map(([x, y]) => ({ x: drawing.scale('x').invert(x), y: drawing.scale('y').invert(y) }));
}

function expectCurve(drawn: { x: number; y: number }[], xs: readonly number[], ys: readonly number[]) {
  expect(drawn).toHaveLength(ys.length);
  for (const [index, { x, y }] of drawn.entries()) {
    expect(x).toBeCloseTo(xs[index] as number, 1);
    expect(Math.abs(y / (ys[index] as number) - 1)).toBeLessThan(1e-3);
  }
}

it('depth-sweep draws the measured second moments and the theory, layer by layer (seed 7)', () => {
  const run = committed('depth-sweep') as { frame: { layers: number[]; measured: number[]; theory: number[] } };
  const [drawing] = draw(depthSweep, [run as never]);
  expectCurve(readBack(drawing as Drawing, 'measured'), run.frame.layers, run.frame.measured);
  expectCurve(readBack(drawing as Drawing, 'theory'), run.frame.layers, run.frame.theory);
});

it('depth-sweep leaves out what a log axis cannot show and says so in the label', () => {
  const run = {
    values: { init: 'normal1', activation: 'relu', depth: 3, seed: 1, seeds: 0 },
    frame: {
      progress: 1,
      layers: [0, 1, 2, 3],
      measured: [1, 50, Infinity, Number.NaN],
      theory: [1, 50, 2500, 125000],
      low: [],
      median: [],
      high: [],
      members: 1,
    },
  };
  const [drawing] = draw(depthSweep, [run]);
  expectCurve(readBack(drawing as Drawing, 'measured'), [0, 1], [1, 50]);
  expect(drawing?.textContent).toContain('N(0, 1), seed 1: ∞ from layer 2');
  expect(depthSweep.table([run], context).rows[3]).toEqual(['3', 'NaN', '125000']);
});

it('train-digits draws every step up to 400, of 2,000 every fifth, and always the last', () => {
  expect(drawnSteps(400)).toEqual(Array.from({ length: 400 }, (_, step) => step));
  expect(drawnSteps(2000).slice(0, 3)).toEqual([0, 5, 10]);
  expect(drawnSteps(2000).slice(-2)).toEqual([1995, 1999]);
  expect(drawnSteps(2000)).toHaveLength(401);
  expect(drawnSteps(0)).toEqual([]);
});

it('train-digits draws the smoothed loss and the accuracy of every start (seed 7)', () => {
  const run = committed('train-digits') as {
    frame: { accuracySteps: number[]; curves: { start: string; members: { loss: number[]; accuracy: number[] }[] }[] };
  };
  const [losses, accuracies] = draw(trainDigits, [run as never]);
  for (const { start, members } of run.frame.curves) {
    const [{ loss, accuracy } = { loss: [], accuracy: [] }] = members;
    expectCurve(readBack(losses as Drawing, start), [...loss.keys()], trailingMean(loss));
    expectCurve(readBack(accuracies as Drawing, start), run.frame.accuracySteps, accuracy);
  }
});

it('learning-rates draws the final accuracy at each rate, in order of the rate', () => {
  const names = ['digits-lr-1', 'digits-lr-0.01', 'digits-lr-0.1'];
  const runs = names.map(committed) as {
    values: { learningRate: number };
    frame: { curves: { start: string; members: { accuracy: number[] }[] }[] };
  }[];
  const [drawing] = draw(learningRates, runs as never);
  const he = ({ frame }: (typeof runs)[number]) =>
    frame.curves.find(({ start }) => start === 'heNormal')?.members[0]?.accuracy.at(-1) ?? 0;
  const sorted = runs.toSorted((a, b) => a.values.learningRate - b.values.learningRate);
  expectCurve(
    readBack(drawing as Drawing, 'heNormal'),
    sorted.map(({ values }) => values.learningRate),
    sorted.map(he),
  );
});

it('one-layer draws the law as a line and says when nothing can be shown', () => {
  const run = committed('one-layer') as { values: object; frame: { fanIn: number[]; theory: number[] } };
  const [drawing] = draw(oneLayer, [run as never]);
  expectCurve(readBack(drawing as Drawing, 'theory'), run.frame.fanIn, run.frame.theory);
  const nothing = {
    ...run,
    frame: { ...run.frame, secondMoment: run.frame.fanIn.map(() => 0), theory: run.frame.fanIn.map(() => 0) },
  };
  expect(draw(oneLayer, [nothing as never])[0]?.textContent).toContain('Every value is zero');
});
