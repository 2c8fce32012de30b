import { expect, it } from 'vitest';
import { committed, context, draw, readBack } from '../../tests/drawing.ts';
import { type DepthSweepRun, chart as depthSweep } from './depth-sweep.ts';
import { chart as learningRates } from './learning-rates.ts';
import { type OneLayerRun, chart as oneLayer } from './one-layer.ts';
import { drawnSteps, type TrainDigitsRun, trailingMean, chart as trainDigits } from './train-digits.ts';

function expectCurve(drawn: { x: number; y: number }[], xs: readonly number[], ys: readonly number[]) {
  expect(drawn).toHaveLength(ys.length);
  for (const [index, { x, y }] of drawn.entries()) {
    expect(x).toBeCloseTo(xs[index] as number, 1);
    expect(Math.abs(y / (ys[index] as number) - 1)).toBeLessThan(1e-3);
  }
}

it('depth-sweep draws the measured second moments and the theory, layer by layer (seed 7)', () => {
  const run = committed<DepthSweepRun>('depth-sweep');
  const [drawing] = draw(depthSweep, run);
  expectCurve(readBack(drawing, 'measured'), run.frame.layers, run.frame.measured);
  expectCurve(readBack(drawing, 'theory'), run.frame.layers, run.frame.theory);
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
  const [drawing] = draw(depthSweep, run);
  expectCurve(readBack(drawing, 'measured'), [0, 1], [1, 50]);
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
  const run = committed<TrainDigitsRun>('train-digits');
  const [losses, accuracies] = draw(trainDigits, run);
  for (const { start, members } of run.frame.curves) {
    const [{ loss, accuracy } = { loss: [], accuracy: [] }] = members;
    expectCurve(readBack(losses, start), [...loss.keys()], trailingMean(loss));
    expectCurve(readBack(accuracies, start), run.frame.accuracySteps, accuracy);
  }
});

it('train-digits groups no digits of its steps: in half of Europe 2,000 is two (seed 7)', () => {
  const run = committed<TrainDigitsRun>('train-digits');
  for (const drawing of draw(trainDigits, { ...run, values: { ...run.values, steps: 2000 } })) {
    expect(drawing.textContent).toContain('2000');
    expect(drawing.textContent).not.toMatch(/\d,\d/);
  }
});

it('learning-rates draws the final accuracy at each rate, in order of the rate', () => {
  const names = ['digits-lr-1', 'digits-lr-0.01', 'digits-lr-0.1'];
  const runs = names.map((name) => committed<TrainDigitsRun>(name));
  const [drawing] = draw(learningRates, runs);
  const he = ({ frame }: TrainDigitsRun) =>
    frame.curves.find(({ start }) => start === 'heNormal')?.members[0]?.accuracy.at(-1) ?? 0;
  const sorted = runs.toSorted((a, b) => a.values.learningRate - b.values.learningRate);
  expectCurve(
    readBack(drawing, 'heNormal'),
    sorted.map(({ values }) => values.learningRate),
    sorted.map(he),
  );
});

it('one-layer draws the law as a line and says when nothing can be shown', () => {
  const run = committed<OneLayerRun>('one-layer');
  const [drawing] = draw(oneLayer, run);
  expectCurve(readBack(drawing, 'theory'), run.frame.fanIn, run.frame.theory);
  const nothing = {
    ...run,
    frame: { ...run.frame, secondMoment: run.frame.fanIn.map(() => 0), theory: run.frame.fanIn.map(() => 0) },
  };
  expect(draw(oneLayer, nothing)[0]?.textContent).toContain('Every value is zero');
});
