import { expect, it } from 'vitest';
import { symmetry } from '#experiments/symmetry.ts';
import { context, draw, readBack, runOf } from '../../tests/drawing.ts';
import { chart, distancesOf } from './symmetry.ts';

it('draws the path of every unit in the plane of its incoming weights (seed 7)', () => {
  const run = runOf(symmetry, { beginning: 'random', steps: '90' });
  const [plane] = draw(chart, run);
  expect(run.frame.hidden.units).toHaveLength(4);
  for (const [k, { first, second }] of run.frame.hidden.units.entries()) {
    const drawn = readBack(plane, `unit-${k + 1}`);
    expect(drawn).toHaveLength(first.length);
    for (const [i, { x, y }] of drawn.entries()) {
      expect(x).toBeCloseTo(first[i] as number, 2);
      expect(y).toBeCloseTo(second[i] as number, 2);
    }
  }
});

it('draws the difference over the size of the weights from the step on at which it is not zero (seed 7)', () => {
  const run = runOf(symmetry, { steps: '50' });
  const [, distance] = draw(chart, run);
  const expected = distancesOf(run.frame).slice(1); // equal at step 0
  const drawn = readBack(distance, 'distance');
  expect(drawn).toHaveLength(expected.length);
  for (const [i, { x, y }] of drawn.entries()) {
    expect(x).toBeCloseTo(expected[i]?.x as number, 1);
    expect(Math.abs(y / (expected[i]?.y as number) - 1)).toBeLessThan(1e-3);
  }
});

it('says that equal units are equal, names them together, and counts what moved', () => {
  const run = runOf(symmetry, { beginning: 'zero', steps: '30' });
  const [plane, distance] = draw(chart, run);
  expect(plane?.textContent).toContain('1, 2, 3, 4');
  expect(distance?.textContent).toContain('equal, bit for bit');
  expect(chart.summary([run], context)).toContain('0% of the incoming and 0% of the outgoing weights');
  expect(chart.table([run], context).rows[30]).toEqual(['30', expect.any(String), '0', '0', '0']);
});

it('does not call units equal whose outgoing weights dropout has made different, one step before they split', () => {
  const run = runOf(symmetry, { beginning: 'zero', activation: 'sigmoid', dropout: '0.5', steps: '1' });
  expect(run.frame.splitStep).toBeNull();
  const [, distance] = draw(chart, run);
  expect(distance?.textContent).not.toContain('all units are equal');
  expect(chart.summary([run], context)).toContain('only their outgoing weights differ');
});

it('leaves weights that fly away out of the plane', () => {
  const run = runOf(symmetry, { activation: 'linear', learningRate: '10', steps: '200' });
  const [plane] = draw(chart, run);
  const drawn = readBack(plane, 'unit-1');
  expect(drawn.length).toBeGreaterThan(0);
  expect(drawn.every(({ x, y }) => Math.abs(x) <= 100 && Math.abs(y) <= 100)).toBe(true);
});
