import { expect, it } from 'vitest';
import { varianceMap } from '#experiments/variance-map.ts';
import { context, draw, readBack, runOf } from '../../tests/drawing.ts';
import { chart, cobwebOf } from './variance-map.ts';

const small = { width: '16', depth: '6' };

function expectPoints(
  drawn: readonly { x: number; y: number }[],
  expected: readonly { x: number; y: number }[],
  ratioOfX: boolean,
) {
  expect(drawn).toHaveLength(expected.length);
  for (const [i, { x, y }] of drawn.entries()) {
    const point = expected[i] as { x: number; y: number };
    if (ratioOfX) expect(Math.abs(x / point.x - 1)).toBeLessThan(2e-3);
    else expect(x).toBeCloseTo(point.x, 1);
    expect(Math.abs(y / point.y - 1)).toBeLessThan(2e-3);
  }
}

it('draws the map, the cobweb of the layers, and the theory layer by layer (tanh, gain 5/3)', () => {
  const run = runOf(varianceMap, small);
  const [map, layers] = draw(chart, run);
  const { q, next } = run.frame.map;
  expectPoints(
    readBack(map, 'map'),
    q.map((x, i) => ({ x, y: next[i] as number })),
    true,
  );
  expectPoints(readBack(map, 'cobweb'), cobwebOf(run.frame.theory), true);
  expectPoints(
    readBack(layers, 'theory'),
    run.frame.theory.map((y, x) => ({ x, y })),
    false,
  );
  expect(map?.textContent).toContain('q* = 1.18, χ₁ = 1.21');
});

it('a cobweb goes up to the map and across to the diagonal', () => {
  expect(cobwebOf([4, 2, 1])).toEqual([
    { x: 4, y: 4 },
    { x: 4, y: 2 },
    { x: 2, y: 2 },
    { x: 2, y: 1 },
    { x: 1, y: 1 },
  ]);
});

it.each([
  [{}, 'settles at 1.18'],
  [{ gain: '0.9' }, 'falls toward zero'],
  [{ activation: 'relu', gain: '2' }, 'grows without bound'],
  [{ activation: 'relu', gain: String(Math.SQRT2) }, 'every q is a fixed point'],
])('says where the layers go: %o', (settings, words) => {
  const run = runOf(varianceMap, { ...small, ...settings });
  expect(chart.summary([run], context)).toContain(words);
  expect(chart.table([run], context).rows).toHaveLength(7);
});

it('a run that was stopped before its theory says that there is nothing yet, and can be drawn', () => {
  const { values } = runOf(varianceMap, small);
  const [frame] = varianceMap.run(values);
  const run = { values, frame: { ...structuredClone(frame), theory: [], settlesAt: Number.NaN } } as never;
  expect(chart.summary([run], context)).toBe('Nothing has been computed yet.');
  expect(draw(chart, run)).toHaveLength(2);
});
