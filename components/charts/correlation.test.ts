import { expect, it } from 'vitest';
import { correlation } from '#experiments/correlation.ts';
import { context, draw, readBack, runOf } from '../../tests/drawing.ts';
import { chart, pointsOf } from './correlation.ts';

const small = { width: '32', depth: '8', seeds: '3' };

it('draws the measured cosine and the theory, layer by layer (seed 7)', () => {
  const run = runOf(correlation, small);
  const [drawing] = draw(chart, run);
  for (const series of ['measured', 'theory'] as const) {
    const drawn = readBack(drawing, series);
    const expected = run.frame[series].cosine;
    expect(drawn).toHaveLength(9);
    for (const [layer, { x, y }] of drawn.entries()) {
      expect(x).toBeCloseTo(layer, 1);
      expect(y).toBeCloseTo(expected[layer] as number, 2);
    }
  }
  expect(drawing?.querySelectorAll('.band path, path.band')).toHaveLength(1);
});

it('has room for negative cosines', () => {
  const [drawing] = draw(chart, runOf(correlation, { ...small, cosine: '-0.9' }));
  expect(readBack(drawing, 'theory')[0]?.y).toBeCloseTo(-0.9, 2);
});

it('leaves out what is NaN, and says so in the label and in the table', () => {
  const run = runOf(correlation, { ...small, init: 'zero' });
  const [drawing] = draw(chart, run);
  expect(pointsOf(run.frame, run.frame.measured.cosine)).toHaveLength(1);
  expect(drawing?.textContent).toContain('zero, seed 7: NaN from layer 1');
  expect(chart.table([run], context).rows[1]?.slice(0, 3)).toEqual(['1', 'NaN', 'NaN']);
  expect(chart.summary([run], context)).toContain('NaN in layer 8');
});

it('names the layer that a stopped run reached', () => {
  const run = runOf(correlation, { ...small, seeds: '0' }, 0.5);
  expect(chart.summary([run], context)).toMatch(/ in layer 4, where theory says 0\.\d{3}\.$/);
  expect(chart.table([run], context).rows[6]?.[1]).toBe('–');
  const constant = runOf(correlation, { ...small, init: 'constant' });
  expect(chart.summary([constant], context)).not.toContain('theory');
});
