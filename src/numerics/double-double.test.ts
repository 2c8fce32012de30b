import { expect, test } from 'vitest';
import { atPrecision } from '../../tests/elementary-reference.ts';
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

const P = 400; // fixed-point: x stands as x 2^400, without any rounding for the numbers below
const ONE = 1n << 400n;
const value = (x: DoubleDouble): bigint => atPrecision(x.high, P) + atPrecision(x.low, P);
const magnitude = (x: bigint): bigint => (x < 0n ? -x : x);

/** U(0, 1) by the minimal standard generator of Park, Miller and Stockmeyer (1993). */
let state = 1;
function random(): number {
  state = (state * 48271) % 2147483647;
  return state / 2147483647;
}
/** A float64 of either sign with 53 random bits, between 2^-30 and 2^31 in size. */
function anyNumber(): number {
  const fraction = 1 + random() + random() / 2147483648;
  return (random() < 0.5 ? -1 : 1) * fraction * 2 ** Math.floor(61 * random() - 30);
}
const anyDoubleDouble = (): DoubleDouble => {
  const high = anyNumber();
  return sumOf(high, high * 2 ** -54 * random());
};
const times = (n: number, check: () => void) => {
  state = 1;
  for (let i = 0; i < n; i++) check();
};

/** Fails if `computed` is further than 2^-bits from `truth`, relatively. */
function expectClose(computed: DoubleDouble, truth: bigint, bits: number): void {
  expect(magnitude(value(computed) - truth) << BigInt(bits)).toBeLessThanOrEqual(magnitude(truth));
  expect(computed.high + computed.low).toBe(computed.high); // normalized: high is the nearest float64
}

test('sums and products of two float64 are exact (seed 1)', () => {
  times(5000, () => {
    const [a, b] = [anyNumber(), anyNumber()];
    expect(value(sumOf(a, b))).toBe(atPrecision(a, P) + atPrecision(b, P));
    expect(value(productOf(a, b)) << BigInt(P)).toBe(atPrecision(a, P) * atPrecision(b, P));
    expect(productOf(a, b).high).toBe(a * b);
  });
});

test('add, multiply and divide keep 103 and more bits (seed 1)', () => {
  times(5000, () => {
    const [x, y] = [anyDoubleDouble(), anyDoubleDouble()];
    expectClose(add(x, y), value(x) + value(y), 104);
    expectClose(multiply(x, y), (value(x) * value(y)) >> BigInt(P), 103);
    expectClose(divide(x, y), (value(x) * ONE) / value(y), 102);
  });
});

test('add keeps its bits where the numbers nearly cancel (seed 1)', () => {
  times(1000, () => {
    const x = anyDoubleDouble();
    const y = negative(add(x, scaled(x, 2 ** -Math.floor(40 + 60 * random()))));
    expectClose(add(x, y), value(x) + value(y), 104);
  });
});

test('one third has the digits of one third, and three times it is one', () => {
  const third = divide(exactly(1), exactly(3));
  expectClose(third, ONE / 3n, 106);
  expect(multiply(third, exactly(3))).toEqual(exactly(1));
});

test('a polynomial of shrinking terms keeps 102 bits: 1/(1 - x) as 1 + x + x^2 + ...', () => {
  const x = divide(exactly(1), exactly(-10));
  const ones = (n: number) => Array.from({ length: n }, () => 1);
  expectClose(polynomial(x, ones(17).map(exactly), ones(20)), (ONE * 10n) / 11n, 102); // 10^-17 < 2^-53, 10^-37 < 2^-106
});
