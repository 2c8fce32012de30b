import { describe, expect, test } from 'vitest';
import { type Big, exactly } from '../../tests/elementary-reference.ts';
import { float64FromBits, powerOfTwo } from './bits.ts';
import { fma, fmaFloat32 } from './fma.ts';

/** m 2^e rounded to the nearest float64, ties to even, by whole-number arithmetic; for normal results. */
function nearest({ m, e }: Big): number {
  const size = m < 0n ? -m : m;
  const excess = size.toString(2).length - 53;
  if (excess <= 0) return timesPower(Number(m), e);
  const cut = 1n << BigInt(excess);
  const [whole, rest] = [size / cut, 2n * (size % cut)];
  const rounded = rest > cut || (rest === cut && whole % 2n === 1n) ? whole + 1n : whole;
  return timesPower(Number(m < 0n ? -rounded : rounded), e + excess);
}

function timesPower(x: number, e: number): number {
  let product = x;
  for (let left = e; left !== 0; left -= Math.sign(left) * Math.min(Math.abs(left), 500)) {
    product *= powerOfTwo(Math.sign(left) * Math.min(Math.abs(left), 500));
  }
  return product;
}

/** a b + c without rounding. */
function exactResult(a: number, b: number, c: number): Big {
  const [x, y, z] = [exactly(a), exactly(b), exactly(c)];
  const product = { m: x.m * y.m, e: x.e + y.e };
  const e = Math.min(product.e, z.e);
  return { m: (product.m << BigInt(product.e - e)) + (z.m << BigInt(z.e - e)), e };
}

/** U(0, 1) to spread test points: the minimal standard generator of Park, Miller and Stockmeyer (1993), seed 1. */
let state = 1;
function random(): number {
  state = (state * 48271) % 2147483647;
  return state / 2147483647;
}

/** A float64 with a random sign, random fraction bits and an exponent from `low` to `high`. */
function float64(low: number, high: number): number {
  const word = () => BigInt(Math.floor(random() * 0x100000000));
  const fraction = float64FromBits(0x3ff0000000000000n | ((word() << 20n) ^ word()));
  const sign = random() < 0.5 ? -1 : 1;
  return sign * fraction * powerOfTwo(low + Math.floor((high - low + 1) * random()));
}

function mistakes(points: [number, number, number][]): unknown[] {
  return points
    .map(([a, b, c]) => ({ a, b, c, ours: fma(a, b, c), right: nearest(exactResult(a, b, c)) }))
    .filter(({ ours, right }) => !Object.is(ours, right));
}

const draws = (point: () => [number, number, number]) => Array.from({ length: 20_000 }, point);

describe('fma is a b + c, rounded once (seed 1)', () => {
  test('for numbers of every size whose result is neither too large nor subnormal', () => {
    state = 1;
    expect(mistakes(draws(() => [float64(-60, 60), float64(-60, 60), float64(-120, 120)]))).toEqual([]);
    expect(mistakes(draws(() => [float64(-1000, 500), float64(-20, 500), float64(-1000, 1000)]))).toEqual([]);
    expect(mistakes(draws(() => [float64(400, 1023), float64(-1022, -200), float64(-500, 500)]))).toEqual([]);
  });

  test('where c cancels all but the rounding error of a b', () => {
    state = 1;
    const points = draws(() => {
      const [a, b] = [float64(-2, 2), float64(-2, 2)];
      return [a, b, -a * b];
    });
    expect(mistakes(points)).toEqual([]);
    expect(points.filter(([a, b, c]) => fma(a, b, c) !== a * b + c).length).toBeGreaterThan(19_000);
  });

  test('where a b lies halfway between two float64 and c, far below, decides', () => {
    state = 1;
    const halfway = 1 + powerOfTwo(-27); // times 1 + 2^-26 = 1 + 2^-26 + 2^-27 + 2^-53
    const points = draws(() => [
      halfway,
      (1 + powerOfTwo(-26)) * powerOfTwo(Math.floor(9 * random())),
      float64(-900, -60),
    ]);
    expect(mistakes(points)).toEqual([]);
    expect(points.filter(([a, b, c]) => fma(a, b, c) !== a * b + c).length).toBeGreaterThan(5_000);
  });

  test('where operands leave the middle of the range but the result does not', () => {
    const [huge, tiny] = [Number.MAX_VALUE, 5e-324];
    expect(
      mistakes([
        [huge, 0.75, -huge],
        [huge, 2, -huge],
        [huge, tiny, 1],
        [huge, tiny, tiny],
        [tiny, tiny, 1.5],
        [tiny, tiny, huge],
        [-huge, powerOfTwo(-1000), powerOfTwo(-1000)],
        [0.1, huge, 0],
        [huge, 0.3, tiny],
      ]),
    ).toEqual([]);
  });
});

test('fma keeps zeros, infinities and NaN as a b + c does', () => {
  const special = [0, -0, 1, -2, Infinity, -Infinity, Number.NaN];
  for (const a of special) {
    for (const b of special) for (const c of special) expect(fma(a, b, c)).toBe(a * b + c);
  }
  expect(fma(Number.MAX_VALUE, 2, 1)).toBe(Infinity);
});

describe('fmaFloat32', () => {
  const ulp = powerOfTwo(-23);
  // 1 + ulp + ulp/2 - 2^-70: float64 rounds it up to the middle between two float32, and from there it would go further up
  const [value, factor, offset] = [1 + ulp, (1 - ulp) * powerOfTwo(-24), 1 + ulp];

  test('rounds a sum that float64 cannot hold only once', () => {
    const values = Float32Array.of(7, value, -value, 7);
    fmaFloat32(values, 1, 2, factor, offset);
    fmaFloat32(values, 2, 3, factor, -offset);
    expect(values).toEqual(Float32Array.of(7, 1 + ulp, -1 - ulp, 7));
    expect(Math.fround(value * factor + offset)).toBe(1 + 2 * ulp);
  });

  test('is plain arithmetic where float64 can hold the sum (seed 1)', () => {
    state = 1;
    const values = Float32Array.from({ length: 10_000 }, random);
    const expected = values.map((value) => value * 1.5 - 0.75);
    fmaFloat32(values, 0, 10_000, 1.5, -0.75);
    expect(values).toEqual(expected);
  });
});
