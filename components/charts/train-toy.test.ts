import { expect, it } from 'vitest';
import { context, type Drawing, draw as drawOf, committed as resultOf } from '../../tests/drawing.ts';
import { contours } from './contour.ts';
import { chart, type TrainToyRun } from './train-toy.ts';

const committed = (name: string) => resultOf<TrainToyRun>(name);
const draw = (run: TrainToyRun, width?: number) => drawOf(chart, run, width);

const pixelsOf = (drawing: Drawing | undefined, series: string) =>
  [...(drawing?.querySelectorAll(`.series-${series} path, path.series-${series}`) ?? [])]
    .flatMap((path) => [...(path.getAttribute('d') ?? '').matchAll(/[ML]?(-?[\d.]+),(-?[\d.]+)/g)])
    .map(([, x, y]) => [Number(x), Number(y)] as const);

it('draws the boundary of every network that has one, where its margin is 0 (seed 7)', () => {
  const run = committed('train-toy');
  const [pictures] = draw(run);
  for (const { start, margins } of run.frame.networks) {
    const corners = contours(margins, run.frame.grid, 0).flat();
    const drawn = pixelsOf(pictures, `boundary-${start}`);
    expect(drawn, start).toHaveLength(corners.length);
    drawn.forEach(([x, y], i) => {
      expect(pictures?.scale('x').invert(x)).toBeCloseTo(corners[i]?.[0] ?? Number.NaN, 1);
      expect(pictures?.scale('y').invert(y)).toBeCloseTo(corners[i]?.[1] ?? Number.NaN, 1);
    });
  }
  expect(pixelsOf(pictures, 'boundary-heNormal').length).toBeGreaterThan(20);
  expect(pixelsOf(pictures, 'boundary-zero')).toEqual([]);
  expect(pictures?.textContent).toContain('no boundary');
  for (const words of ['He', '100.0%', 'N(0, 0.01²)']) expect(pictures?.textContent).toContain(words);
});

it('draws every point in every picture, its class by its shape (seed 7)', () => {
  const run = committed('train-toy');
  const [pictures] = draw(run);
  const dots = [...(pictures?.querySelectorAll('circle') ?? [])].length;
  const shapes = [...(pictures?.querySelectorAll('path') ?? [])].filter((path) =>
    path.getAttribute('transform'),
  ).length;
  expect(dots + shapes).toBe(run.frame.points.x.length * run.frame.networks.length);
});

it('draws the loss of every network (seed 7)', () => {
  const run = committed('train-toy');
  const [, losses] = draw(run);
  for (const { start, loss } of run.frame.networks) {
    const drawn = pixelsOf(losses, start);
    expect(drawn).toHaveLength(loss.length);
    drawn.forEach(([, y], i) => {
      expect(Math.abs((losses?.scale('y').invert(y) ?? Number.NaN) - (loss[i] as number))).toBeLessThan(0.005);
    });
  }
});

it('says what was reached and when, and which loss is no number', () => {
  const run = committed('toy-spiral');
  expect(chart.summary([run], context)).toMatch(/spiral, ReLU.* at step 400: zero 50.0%, .*He 9\d/);
  const [first, ...rest] = run.frame.networks;
  const diverged = { ...run.frame, networks: [{ ...(first as never as object), loss: [1, Number.NaN] }, ...rest] };
  expect(chart.legend?.([{ ...run, frame: diverged as never }], context)[0]?.label).toBe('zero: loss NaN from step 1');
  expect(chart.table([run], context).rows).toHaveLength(run.frame.snapshotSteps.length);
});

it('stands a run that has not begun, on a phone, too', () => {
  const { values, frame } = committed('train-toy');
  const networks = frame.networks.map(({ start }) => ({ start, loss: [], accuracy: [], margins: [] }));
  const empty = { values, frame: { ...frame, step: 0, snapshotSteps: [], networks } };
  expect(chart.summary([empty], context)).toBe('Nothing has been computed yet.');
  expect(draw(empty, 300)).toHaveLength(2);
});
