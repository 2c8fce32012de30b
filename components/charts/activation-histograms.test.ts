import { expect, it } from 'vitest';
import { activationHistograms } from '#experiments/activation-histograms.ts';
import { context, type Drawing, draw as drawOf, runOf } from '../../tests/drawing.ts';
import { chart } from './activation-histograms.ts';

/** A run with seed 7, to its end or until some progress. */
const run = (settings: Record<string, string> = {}, until = 1) => runOf(activationHistograms, settings, until);

const draw = (drawn: ReturnType<typeof run>) => drawOf(chart, drawn)[0] as Drawing;

/** The heights of a layer's bars over the base of its row, in rows. */
function barsOf(drawing: Drawing, layer: number, row: number): number[] {
  const found = drawing.querySelectorAll(`.series-measured-${layer} rect, rect.series-measured-${layer}`);
  return [...found].map((bar) => row - drawing.scale('y').invert(Number(bar.getAttribute('y'))));
}

it('draws the counted shares of every layer, all by one scale within its row (tanh, seed 7)', () => {
  const drawn = run({ activation: 'tanh', init: 'xavierNormal' });
  const drawing = draw(drawn);
  for (const [l, { bins }] of drawn.frame.measured.entries()) {
    const heights = barsOf(drawing, l + 1, l + 1);
    expect(heights).toHaveLength(41);
    const perShare = Math.max(...heights) / Math.max(...bins);
    for (const [i, height] of heights.entries()) expect(height).toBeCloseTo((bins[i] ?? 0) * perShare, 2);
  }
});

it('draws the theory by the scale of the bars (tanh, seed 7)', () => {
  const drawn = run({ activation: 'tanh', init: 'xavierNormal' });
  const drawing = draw(drawn);
  const path = drawing.querySelector('.series-theory-5 path, path.series-theory-5')?.getAttribute('d') ?? '';
  const heights = [...path.matchAll(/,(-?[\d.]+)/g)].map(([, y]) => 5 - drawing.scale('y').invert(Number(y)));
  const [measured, theory] = [drawn.frame.measured[4]?.bins ?? [], drawn.frame.theory[4]?.bins ?? []];
  const perShare = Math.max(...barsOf(drawing, 5, 5)) / Math.max(...measured);
  expect(heights).toHaveLength(2 * 41);
  for (const [i, height] of heights.entries())
    expect(height).toBeCloseTo((theory[Math.floor(i / 2)] ?? 0) * perShare, 2);
});

it('says saturation, silent and dead units beside the rows, with the theory', () => {
  expect(draw(run()).textContent).toMatch(/saturated: 63\.8%, theory 64\.4%/);
  const relu = draw(run({ activation: 'relu', init: 'zero' }));
  expect(relu.textContent).toContain('exactly 0: 100.0%, theory 100.0%');
  expect(relu.textContent).toContain('dead units: 100.0%');
  expect(relu.querySelectorAll('.series-atom-1 line, line.series-atom-1')).toHaveLength(1);
});

it('shows at most six layers, the first and the last among them (depth 50, seed 7)', () => {
  const text = draw(run({ activation: 'relu', depth: '50' })).textContent ?? '';
  expect(text.match(/layer \d{1,2}/g)).toEqual(['layer 1', 'layer 11', 'layer 21', 'layer 30', 'layer 40', 'layer 50']);
  expect(text).toContain('NaN: 100.0%');
});

it('says in words and in the table what was measured, and that a stopped run has not come to a layer (seed 7)', () => {
  expect(chart.summary([run()], context)).toMatch(
    /^Histograms of the activations of 5 layers, N\(0, 1\), sigmoid, seed 7\. Layer 1: mean 0\.506/,
  );
  const early = run({}, 0.5);
  const { columns, rows } = chart.table([early], context);
  expect(columns.slice(0, 3)).toEqual(['Layer', 'Mean', 'Mean, theory']);
  expect(rows[4]?.slice(0, 3)).toEqual(['5', '–', '0.500']);
  expect(chart.summary([run({}, 0)], context)).toBe('Nothing has been computed yet.');
  expect(new Set(columns).size).toBe(columns.length);
});

it('has no theory for a constant start, in the drawing, the legend or the table (seed 7)', () => {
  const drawn = run({ init: 'constant' });
  expect(chart.legend?.([drawn], context).map(({ label }) => label)).toEqual(['constant, seed 7']);
  expect(draw(drawn).querySelector('[class*=theory]')).toBeNull();
  expect(chart.table([drawn], context).columns.join()).not.toContain('theory');
});
