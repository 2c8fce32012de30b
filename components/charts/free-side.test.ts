import { expect, it } from 'vitest';
import { dense, freeSide } from './free-side.ts';

const at = { x: 100, y: 100 };
const size = { width: 40, height: 14 };

it('puts a label above what it names, if all sides are free', () => {
  expect(freeSide(at, size, [])).toEqual({ dx: 0, dy: -13 });
});

it('puts a label below a path that comes from above, and beside one that comes from above and below', () => {
  const fromAbove = dense([{ x: 100, y: 20 }, at]);
  expect(freeSide(at, size, fromAbove)).toEqual({ dx: 0, dy: 13 });
  const through = dense([{ x: 100, y: 20 }, at, { x: 100, y: 180 }]);
  expect(freeSide(at, size, through)).toEqual({ dx: 28, dy: 0 });
});

it('puts a label where the fewest points are, if no side is free', () => {
  const drawn = [90, 110]
    .flatMap((y) => [
      { x: 100, y },
      { x: 95, y },
    ])
    .concat({ x: 128, y: 100 }, { x: 72, y: 100 }, { x: 70, y: 100 });
  expect(freeSide(at, size, drawn)).toEqual({ dx: 28, dy: 0 });
});

it('finds points at most three pixels apart between the corners of a path', () => {
  const points = dense([
    { x: 0, y: 0 },
    { x: 30, y: -10 },
  ]);
  const steps = points
    .slice(1)
    .map(({ x }) => x)
    .sort((a, b) => a - b);
  expect(points).toHaveLength(11);
  for (const [i, x] of steps.slice(1).entries()) expect(x - (steps[i] as number)).toBeCloseTo(3, 9);
});
