import { expect, test } from 'vitest';
import * as reference from '../../tests/elementary-reference.ts';
import { powerOfTwo } from './bits.ts';
import { type DoubleDouble, exactly } from './double-double.ts';
import { cos, exp, log, sin } from './elementary-double-double.ts';

const POINTS = 5000;

/** U(0, 1) by the minimal standard generator of Park, Miller and Stockmeyer (1993). */
let state = 1;
function random(): number {
  state = (state * 48271) % 2147483647;
  return state / 2147483647;
}
const between = (low: number, high: number) => () => low + (high - low) * random();
const magnitude = (low: number, high: number) => () =>
  (1 + random()) * powerOfTwo(Math.floor(low + (high - low + 1) * random()));

/** The float64 next to a multiple of pi/2, where sin or cos nearly vanishes. */
const nearQuarterTurn = () => Math.floor(1 + 667_000 * random()) * (Math.PI / 2);
/** The float64 next to 1, where log nearly vanishes. */
const nearOne = () => 1 + Math.ceil(1000 * random()) * 2 ** -52;

const length = (m: bigint): number => (m < 0n ? -m : m).toString(2).length;

/** How many leading bits of value * 2^k agree with the truth. */
function rightBits(value: DoubleDouble, k: number, truth: reference.Big): number {
  const e = Math.min(-300 + k, truth.e);
  const ours = (reference.atPrecision(value.high, 300) + reference.atPrecision(value.low, 300)) << BigInt(-300 + k - e);
  const theirs = truth.m << BigInt(truth.e - e);
  return length(theirs) - length(ours - theirs);
}

const plain = (f: (x: number) => DoubleDouble) => (x: number) => ({ k: 0, value: f(x) });

test.each([
  ['exp', exp, reference.exp, [between(-745, 709), between(-1, 1), magnitude(-60, -1)]],
  ['log', plain(log), reference.log, [magnitude(-1074, 1023), between(0.5, 2), nearOne]],
  ['sin', plain(sin), reference.sin, [between(-7, 7), between(-1048576, 1048576), nearQuarterTurn, magnitude(-60, 2)]],
  ['cos', plain(cos), reference.cos, [between(-7, 7), between(-1048576, 1048576), nearQuarterTurn, magnitude(-60, 2)]],
] as const)('%s has 104 and more right bits at 5,000 points (seed 1)', (name, ours, truth, points) => {
  state = 1;
  let [fewest, at] = [Infinity, 0];
  for (let i = 0; i < POINTS; i++) {
    const x = (points[i % points.length] as () => number)();
    const { k, value } = ours(x);
    const bits = rightBits(value, k, truth(x));
    if (bits < fewest) [fewest, at] = [bits, x];
  }
  console.log(`${name}: ${fewest} right bits at ${at}`);
  expect(fewest).toBeGreaterThanOrEqual(104);
  expect(fewest).toBeLessThan(120); // more would mean that the reference follows the function
});

test('exact results are exact', () => {
  expect([exp(0).value, log(1), sin(0), cos(0)]).toEqual([exactly(1), exactly(0), exactly(0), exactly(1)]);
});
