import { describe, expect, test } from 'vitest';
import * as reference from '../../tests/elementary-reference.ts';
import { powerOfTwo } from './bits.ts';
import { cos, exp, log, sin } from './correctly-rounded.ts';
import { cos as fastCos, exp as fastExp, log as fastLog, sin as fastSin } from './elementary.ts';

const POINTS = 20_000;

/** U(0, 1) by the minimal standard generator of Park, Miller and Stockmeyer (1993); two draws for 53 bits. */
let state = 1;
function random(): number {
  state = (state * 48271) % 2147483647;
  return state / 2147483647;
}
const fine = () => random() + random() / 2147483648;
const between = (low: number, high: number) => () => low + (high - low) * fine();
const magnitude = (low: number, high: number) => () =>
  (1 + fine()) * powerOfTwo(Math.floor(low + (high - low + 1) * random()));
/** The float64 next to 1: 1 - n 2^-53 and 1 + n 2^-52 for small n. */
const nearOne = () => 1 + Math.ceil(1000 * random()) * (random() < 0.5 ? -(2 ** -53) : 2 ** -52);
/** The float64 next to a multiple of pi/2, where sin or cos nearly vanishes. */
const nearQuarterTurn = () => Math.floor(667_000 * random()) * (Math.PI / 2);

const angles = [between(-7, 7), between(-1048576, 1048576), nearQuarterTurn, magnitude(-100, 19)];

describe('returns the float64 nearest to the true value at 20,000 points (seed 1)', () => {
  test.each([
    [
      'exp',
      exp,
      fastExp,
      reference.exp,
      [between(-20, 20), between(-745.2, 709.78), between(-745.2, -708), magnitude(-60, 0)],
    ],
    ['log', log, fastLog, reference.log, [magnitude(-1074, 1023), between(0.5, 2), nearOne, between(0, 1)]],
    ['sin', sin, fastSin, reference.sin, angles],
    ['cos', cos, fastCos, reference.cos, angles],
  ] as const)('%s', (name, ours, fast, truth, points) => {
    state = 1;
    let [worst, at, better] = [0, 0, 0];
    for (let i = 0; i < POINTS; i++) {
      const x = (points[i % points.length] as () => number)();
      const error = reference.ulpError(ours(x), truth(x));
      if (error > worst) [worst, at] = [error, x];
      if (ours(x) !== fast(x)) better++;
    }
    console.log(`${name}: largest error ${worst} ulp, at ${at}; elementary.ts differs ${better} times`);
    expect(worst).toBeLessThanOrEqual(0.5);
    expect(worst).toBeGreaterThan(0.499); // smaller would mean that the reference follows the function
    expect(better).toBeGreaterThan(100);
  });
});

test('rounds e^(2^-53), which lies 2^-107 above the middle of two float64, up', () => {
  expect(exp(2 ** -53)).toBe(1 + 2 ** -52);
  expect([exp(-(2 ** -53)), exp(-(2 ** -54)), exp(2 ** -54)]).toEqual([1 - 2 ** -53, 1, 1]);
});

describe('special values', () => {
  test.each([
    [
      'log',
      log,
      [
        [0, -Infinity],
        [-0, -Infinity],
        [1, 0],
        [Infinity, Infinity],
        [-1, NaN],
        [-Infinity, NaN],
        [NaN, NaN],
      ],
    ],
    [
      'exp',
      exp,
      [
        [0, 1],
        [-0, 1],
        [Infinity, Infinity],
        [-Infinity, 0],
        [NaN, NaN],
        [709.7827128933841, Infinity],
        [-745.1332191019411, 5e-324],
        [-745.1332191019412, 0],
        [-1e308, 0],
        [1e308, Infinity],
      ],
    ],
    [
      'sin',
      sin,
      [
        [0, 0],
        [-0, -0],
        [Infinity, NaN],
        [NaN, NaN],
        [5e-324, 5e-324],
      ],
    ],
    [
      'cos',
      cos,
      [
        [0, 1],
        [-0, 1],
        [-Infinity, NaN],
        [NaN, NaN],
      ],
    ],
  ] as [string, (x: number) => number, [number, number][]][])('%s', (_, f, pairs) => {
    for (const [x, y] of pairs) expect([x, f(x)]).toStrictEqual([x, y]);
  });

  test('sin and cos refuse what they cannot reduce exactly', () => {
    expect(() => sin(1048577)).toThrow('sin is built for |x| <= 2^20, got 1048577: reduce it first');
    expect(() => cos(-1e300)).toThrow('cos is built for |x| <= 2^20, got -1e+300: reduce it first');
  });
});
