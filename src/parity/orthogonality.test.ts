import { expect, test } from 'vitest';
import { checkOrthogonal } from './orthogonality.ts';

const turn = Float32Array.of(0.6, 0.8, -0.8, 0.6); // a rotation

test('accepts a rotation, its multiple, and one column or row of it', () => {
  checkOrthogonal(turn, [2, 2], 1);
  checkOrthogonal(
    turn.map((x) => -3 * x),
    [2, 2],
    -3,
  );
  checkOrthogonal(Float32Array.of(0.6, 0.8), [2, 1], 1);
  checkOrthogonal(Float32Array.of(0.6, 0.8), [1, 2], 1);
});

test('refuses vectors that are too long, or not at right angles', () => {
  expect(() => checkOrthogonal(turn.with(0, 0.60001), [2, 2], 1)).toThrow(
    'ours is not orthogonal: vector 0 times vector 0',
  );
  expect(() => checkOrthogonal(Float32Array.of(0.6, 0.8, 0.8, 0.6), [2, 2], 1)).toThrow('vector 1 times vector 0 is');
  expect(() => checkOrthogonal(turn, [2, 2], 1.1)).toThrow('not 1.21');
  expect(() =>
    checkOrthogonal(
      turn.map(() => Number.NaN),
      [2, 2],
      1,
    ),
  ).toThrow('is NaN');
});
