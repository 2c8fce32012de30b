import { describe, expect, test } from 'vitest';
import * as reference from '../../tests/elementary-reference.ts';
import { powerOfTwo } from './bits.ts';
import { cos, erf, exp, expm1, log, log1p, sin, tanh } from './elementary.ts';
import { HIGH, LOW, SLOPE } from './erf.ts';

const POINTS = 100_000;

/** U(0, 1) to spread test points: the minimal standard generator of Park, Miller and Stockmeyer (1993), seed 1. */
let state = 1;
function random(): number {
  state = (state * 48271) % 2147483647;
  return state / 2147483647;
}

const between = (low: number, high: number) => () => low + (high - low) * random();
const anySign = (positive: () => number) => () => (random() < 0.5 ? -1 : 1) * positive();
/** m 2^k with k from `low` to `high` and m in [1, 2): every size of number equally often. */
const magnitude = (low: number, high: number) => () =>
  (1 + random()) * powerOfTwo(Math.floor(low + (high - low + 1) * random()));
/** The float64 next to a multiple of pi/2, where sin or cos nearly vanishes. */
const nearQuarterTurn = () => Math.floor(667_000 * random()) * (Math.PI / 2);

const cases: [
  name: string,
  ours: (x: number) => number,
  truth: (x: number) => reference.Big,
  points: (() => number)[],
][] = [
  ['exp', exp, reference.exp, [between(-745.2, 709.78), between(-20, 20), between(-1, 1), anySign(magnitude(-60, 0))]],
  [
    'expm1',
    expm1,
    reference.expm1,
    [between(-45, 709.78), between(-2, 2), between(-0.8, 0.8), anySign(magnitude(-300, 0))],
  ],
  ['log', log, reference.log, [magnitude(-1074, 1023), between(0.5, 2), between(0.99, 1.01), between(0, 100)]],
  [
    'log1p',
    log1p,
    reference.log1p,
    [between(-1, 0), between(-0.5, 1), magnitude(-1, 1023), anySign(magnitude(-300, -2))],
  ],
  ['tanh', tanh, reference.tanh, [between(-3, 3), between(-0.5, 0.5), between(-22, 22), anySign(magnitude(-300, 4))]],
  ['erf', erf, reference.erf, [between(-1, 1), between(-2, 2), between(-6.5, 6.5), anySign(magnitude(-300, 1))]],
  [
    'sin',
    sin,
    reference.sin,
    [between(-7, 7), between(-1048576, 1048576), nearQuarterTurn, anySign(magnitude(-100, 19))],
  ],
  [
    'cos',
    cos,
    reference.cos,
    [between(-7, 7), between(-1048576, 1048576), nearQuarterTurn, anySign(magnitude(-100, 19))],
  ],
];

describe('within 1 ulp of the true value at 100,000 points (seed 1)', () => {
  test.each(cases)('%s', (name, ours, truth, points) => {
    state = 1;
    let [worst, at] = [0, 0];
    for (let i = 0; i < POINTS; i++) {
      const x = (points[i % points.length] as () => number)();
      const error = reference.ulpError(ours(x), truth(x));
      if (error > worst) [worst, at] = [error, x];
    }
    console.log(`${name}: largest error ${worst.toFixed(4)} ulp, at ${at}`);
    expect(worst).toBeLessThanOrEqual(1);
    expect(worst).toBeGreaterThan(0.3); // an error of 0 would mean that the reference follows the function
  });
});

describe('the reference', () => {
  /** The first 35 decimals of |m 2^e|, by integer arithmetic. */
  const decimals = ({ m, e }: reference.Big) => ((m * 10n ** 35n) >> BigInt(-e)).toString().padStart(36, '0');

  // digits of mpmath 1.2.1 at 50 digits
  test.each([
    ['exp 1', reference.exp(1), '271828182845904523536028747135266249'],
    ['expm1 1', reference.expm1(1), '171828182845904523536028747135266249'],
    ['log 2', reference.log(2), '069314718055994530941723212145817656'],
    ['log1p 1', reference.log1p(1), '069314718055994530941723212145817656'],
    ['tanh 1', reference.tanh(1), '076159415595576488811945828260479359'],
    ['erf 1', reference.erf(1), '084270079294971486934122063508260925'],
    ['sin 1', reference.sin(1), '084147098480789650665250232163029899'],
    ['cos 1', reference.cos(1), '054030230586813971740093660744297660'],
  ])('agrees with the known digits of %s', (_, big, digits) => {
    expect(decimals(big)).toBe(digits);
  });

  test('sees an error of one unit in the last place, also where numbers are subnormal', () => {
    expect(reference.ulpError(Math.E + 2 * Number.EPSILON, reference.exp(1))).toBeGreaterThan(0.5);
    expect(reference.ulpError(1 + Number.EPSILON, reference.exactly(1))).toBe(1);
    expect(reference.ulpError(1e-323, reference.exactly(5e-324))).toBe(1);
    expect(reference.ulpError(Number.NaN, reference.exactly(1))).toBe(Infinity);
  });

  test('confirms the table of erf at whole numbers', () => {
    HIGH.forEach((high, c) => {
      if (c === 0) return;
      const value = reference.erf(c);
      const rest = { m: value.m - reference.atPrecision(high, -value.e), e: value.e };
      expect(reference.ulpError(high, value)).toBeLessThanOrEqual(0.5);
      expect(reference.ulpError(LOW[c] as number, rest)).toBeLessThanOrEqual(0.5);
      expect(SLOPE[c]).toBeCloseTo((2 / Math.sqrt(Math.PI)) * Math.exp(-c * c), 15);
    });
  });
});

describe('special values', () => {
  test.each([
    [
      'exp',
      exp,
      [
        [0, 1],
        [-0, 1],
        [Infinity, Infinity],
        [-Infinity, 0],
        [Number.NaN, Number.NaN],
      ],
    ],
    [
      'exp at its edges',
      exp,
      [
        [709.7827128933841, Infinity],
        [-745.1332191019411, 5e-324],
        [-745.1332191019412, 0],
        [-1e308, 0],
        [1e308, Infinity],
      ],
    ],
    [
      'expm1',
      expm1,
      [
        [0, 0],
        [-0, -0],
        [Infinity, Infinity],
        [-Infinity, -1],
        [-50, -1],
        [710, Infinity],
        [5e-324, 5e-324],
        [Number.NaN, Number.NaN],
      ],
    ],
    [
      'log',
      log,
      [
        [0, -Infinity],
        [-0, -Infinity],
        [1, 0],
        [Infinity, Infinity],
        [-1, Number.NaN],
        [-Infinity, Number.NaN],
        [Number.NaN, Number.NaN],
      ],
    ],
    [
      'log1p',
      log1p,
      [
        [0, 0],
        [-0, -0],
        [-1, -Infinity],
        [Infinity, Infinity],
        [-1.5, Number.NaN],
        [-Infinity, Number.NaN],
        [5e-324, 5e-324],
        [Number.NaN, Number.NaN],
      ],
    ],
    [
      'tanh',
      tanh,
      [
        [0, 0],
        [-0, -0],
        [Infinity, 1],
        [-Infinity, -1],
        [30, 1],
        [-1e300, -1],
        [5e-324, 5e-324],
        [Number.NaN, Number.NaN],
      ],
    ],
    [
      'erf',
      erf,
      [
        [0, 0],
        [-0, -0],
        [Infinity, 1],
        [-Infinity, -1],
        [6.5, 1],
        [-27, -1],
        [Number.NaN, Number.NaN],
      ],
    ],
    [
      'sin',
      sin,
      [
        [0, 0],
        [-0, -0],
        [Infinity, Number.NaN],
        [-Infinity, Number.NaN],
        [Number.NaN, Number.NaN],
      ],
    ],
    [
      'cos',
      cos,
      [
        [0, 1],
        [-0, 1],
        [Infinity, Number.NaN],
        [-Infinity, Number.NaN],
        [Number.NaN, Number.NaN],
      ],
    ],
  ] as [string, (x: number) => number, [number, number][]][])('%s', (_, f, pairs) => {
    for (const [x, y] of pairs) expect([x, f(x)]).toStrictEqual([x, y]);
  });

  test('exp stays finite up to the last argument that allows it', () => {
    expect(reference.ulpError(exp(709.782712893384), reference.exp(709.782712893384))).toBeLessThanOrEqual(1);
  });

  test('sin and cos refuse what they cannot reduce exactly', () => {
    expect(() => sin(1048577)).toThrow('sin is built for |x| <= 2^20, got 1048577: reduce it first');
    expect(() => cos(-1e300)).toThrow('cos is built for |x| <= 2^20, got -1e+300: reduce it first');
    expect(sin(1048576)).toBeCloseTo(Math.sin(1048576), 12);
  });

  test('tanh and erf are odd to the last bit', () => {
    for (let i = 0; i < 1000; i++) {
      const x = between(0, 5)();
      expect(tanh(-x)).toBe(-tanh(x));
      expect(erf(-x)).toBe(-erf(x));
    }
  });
});
