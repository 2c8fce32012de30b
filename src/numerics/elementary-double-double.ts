import { highWord, powerOfTwo } from './bits.ts';
import {
  add,
  type DoubleDouble,
  divide,
  exactly,
  multiply,
  negative,
  polynomial,
  productOf,
  scaled,
  sumOf,
} from './double-double.ts';
import { LN2_HIGH } from './exp.ts';
import { PI_HALF_1, PI_HALF_2, PI_HALF_3 } from './trigonometry.ts';

/**
 * exp, log, sin and cos with 104 right bits, from + - * / alone: the argument is reduced as in `exp.ts`, `log.ts` and
 * `trigonometry.ts`, and the same Taylor series goes on for longer.
 *
 * Terms below 2^-53 of a sum need only a float64 coefficient; those above have one of 106 bits.
 */

// ln 2 - LN2_HIGH, and pi/2 - PI_HALF_1 - PI_HALF_2 - PI_HALF_3: the next 106 bits of each
const LN2_REST: DoubleDouble = { high: 5.497923018708371e-14, low: 1.94704509238075e-31 };
const PI_HALF_REST: DoubleDouble = { high: 8.4784276603689e-32, low: 7.398504768267704e-49 };
const ONE = exactly(1);
const SMALLEST_NORMAL = 2.2250738585072014e-308; // 2^-1022

/** first, first + step, ..., last. */
const steps = (first: number, last: number, step: number): number[] =>
  Array.from({ length: (last - first) / step + 1 }, (_, i) => first + i * step);

const factorials = [1];
for (let n = 1; n <= 30; n++) factorials.push(n * (factorials[n - 1] as number)); // exact up to 22!
const inverseFactorial = (n: number): DoubleDouble => divide(ONE, exactly(factorials[n] as number));
/** 1/n! with the sign of i^n: what sin and cos are made of. */
const turned = (n: number): DoubleDouble => (n % 4 < 2 ? inverseFactorial(n) : negative(inverseFactorial(n)));
const high = (x: DoubleDouble): number => x.high;

const EXP = steps(2, 12, 1).map(inverseFactorial);
const EXP_TAIL = steps(13, 24, 1).map(inverseFactorial).map(high);
const SIN = steps(3, 15, 2).map(turned);
const SIN_TAIL = steps(17, 29, 2).map(turned).map(high);
const COS = steps(4, 16, 2).map(turned);
const COS_TAIL = steps(18, 30, 2).map(turned).map(high);
const LOG = steps(3, 19, 2).map((n) => divide(exactly(2), exactly(n)));
const LOG_TAIL = steps(21, 43, 2).map((n) => 2 / n);

/** e^x = 2^k value for |x| <= 746, with value between sqrt(1/2) and sqrt(2). */
export function exp(x: number): { k: number; value: DoubleDouble } {
  const k = Math.floor(x * Math.LOG2E + 0.5);
  const r = add(sumOf(x, -k * LN2_HIGH), multiply(LN2_REST, exactly(-k)));
  const tail = multiply(multiply(r, r), polynomial(r, EXP, EXP_TAIL)); // e^r - 1 - r = r^2/2! + r^3/3! + ...
  return { k, value: add(ONE, add(r, tail)) };
}

/** ln(1 + f) = f - f^2/2 + s (f^2/2 + R) for sqrt(1/2) - 1 <= f <= sqrt(2) - 1, with s and R as in `log.ts`. */
function logNear1(f: number): DoubleDouble {
  const s = divide(exactly(f), sumOf(2, f));
  const z = multiply(s, s);
  const series = multiply(z, polynomial(z, LOG, LOG_TAIL));
  const halfSquare = scaled(productOf(f, f), 0.5);
  return add(add(exactly(f), negative(halfSquare)), multiply(s, add(halfSquare, series)));
}

/** ln x = k ln 2 + ln m for a positive finite x = 2^k m, m in [sqrt(1/2), sqrt(2)]. */
export function log(x: number): DoubleDouble {
  const lift = x < SMALLEST_NORMAL ? 54 : 0;
  const normal = x * powerOfTwo(lift);
  const exponent = (highWord(normal) >>> 20) - 1023;
  const fraction = normal * powerOfTwo(-exponent); // in [1, 2), exact
  const isLower = fraction < Math.SQRT2;
  const k = (isLower ? exponent : exponent + 1) - lift;
  const multiple = add(exactly(k * LN2_HIGH), multiply(LN2_REST, exactly(k)));
  return add(multiple, logNear1(isLower ? fraction - 1 : 0.5 * fraction - 1));
}

function sinNear0(r: DoubleDouble): DoubleDouble {
  const z = multiply(r, r);
  return add(r, multiply(multiply(r, z), polynomial(z, SIN, SIN_TAIL)));
}

function cosNear0(r: DoubleDouble): DoubleDouble {
  const z = multiply(r, r);
  const tail = multiply(multiply(z, z), polynomial(z, COS, COS_TAIL));
  return add(add(ONE, scaled(z, -0.5)), tail);
}

/** sin(x + quarterTurns pi/2) for |x| <= 2^20: x = k pi/2 + r, and k modulo 4 picks the function and the sign. */
function sinTurned(x: number, quarterTurns: number): DoubleDouble {
  const k = Math.floor(x * (2 / Math.PI) + 0.5);
  const two = sumOf(x - k * PI_HALF_1, -k * PI_HALF_2); // the products of k and each part are exact
  const three = add(two, exactly(-k * PI_HALF_3));
  const r = add(three, multiply(PI_HALF_REST, exactly(-k)));
  const quadrant = (k + quarterTurns) & 3;
  const value = (quadrant & 1) === 0 ? sinNear0(r) : cosNear0(r);
  return (quadrant & 2) === 0 ? value : negative(value);
}

/** sin x for |x| <= 2^20. */
export const sin = (x: number): DoubleDouble => sinTurned(x, 0);
/** cos x for |x| <= 2^20. */
export const cos = (x: number): DoubleDouble => sinTurned(x, 1);
