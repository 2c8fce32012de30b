import { expect, it } from 'vitest';
import { context, type Drawing, draw as drawOf, readBack, committed as resultOf } from '../../tests/drawing.ts';
import { chart, type NormalizationRun } from './normalization.ts';
import { trailingMean } from './train-digits.ts';

const committed = (name: string) => resultOf<NormalizationRun>(name);
const draw = (run: NormalizationRun) => drawOf(chart, run);

function expectCurve(drawing: Drawing | undefined, series: string, xs: readonly number[], ys: readonly number[]) {
  const points = readBack(drawing, series);
  expect(points, series).toHaveLength(ys.length);
  points.forEach(({ x, y }, i) => {
    expect(Math.abs(x - (xs[i] as number))).toBeLessThan(0.02 + 0.01 * (xs[i] as number));
    expect(Math.abs(y / (ys[i] as number) - 1)).toBeLessThan(0.01);
  });
}

it('draws moments and theory by layer, the first step and its law by sigma, and the losses (seed 7)', () => {
  const run = committed('normalization');
  const { layers, moments, sigmas, gradients, curves } = run.frame;
  const [byLayer, bySigma, fromSigma, fromHe] = draw(run);
  for (const { norm, measured, theory } of moments) {
    expectCurve(byLayer, `before-${norm}`, layers, measured.before);
    expectCurve(byLayer, `theory-${norm}`, layers, theory.before);
  }
  for (const { norm, relativeSteps, stepTheory } of gradients) {
    expectCurve(bySigma, `step-${norm}`, sigmas, relativeSteps[0] ?? []);
    if (norm !== 'none') expectCurve(bySigma, `step-theory-${norm}`, sigmas, stepTheory);
  }
  for (const { norm, start, loss } of curves) {
    expectCurve(start === 'sigma' ? fromSigma : fromHe, `${start}-${norm}`, [...loss.keys()], trailingMean(loss));
  }
});

it('names both starts, says what each norm reached, and which loss is no number (seed 7)', () => {
  const run = committed('normalization-large');
  expect(chart.summary([run], context)).toMatch(/from N\(0, 1²\): no normalization \d.*batch norm \d.*from He: /);
  expect(chart.legend?.([run], context)[0]?.label).toMatch(/^no normalization: loss NaN from step \d+$/);
  expect(draw(run)[2]?.textContent).toContain('training loss from N(0, 1²)');
});

it('has the norms of the gradients in its table, at the scanned sigma next to the chosen one (seed 7)', () => {
  const run = committed('normalization');
  const { columns, rows } = chart.table([run], context);
  expect(new Set(columns).size).toBe(12);
  expect(rows).toHaveLength(run.frame.layers.length);
  const atChosen = run.frame.gradients[1]?.norms[0]?.[run.frame.sigmas.indexOf(0.01)] ?? 0;
  expect(Number(rows[0]?.[columns.indexOf('Batch norm, gradient norm')])).toBeCloseTo(atChosen, 0);
});

it('waits for the first step', () => {
  const run = committed('normalization');
  const early = { ...run.frame, step: 0, moments: [], curves: [] };
  expect(chart.summary([{ ...run, frame: early }], context)).toBe('Nothing has been computed yet.');
  expect(draw({ ...run, frame: early })).toHaveLength(4);
});
