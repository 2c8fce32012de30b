import { describe, expect, test } from 'vitest';
import {
  compareArray,
  exactly,
  exactlyBut,
  expectSame,
  expectSameList,
  ulp,
  weakest,
  withinAbsolute,
  withinUlp,
} from './compare.ts';
import type { GoldenArray } from './golden-array.ts';
import { sha256 } from './sha256.ts';

const golden = (...values: number[]): GoldenArray => ({
  dtype: 'f64',
  shape: [values.length],
  length: values.length,
  values: Float64Array.from(values),
});
const compare = (ours: number[], theirs: number[], tolerance = exactly) =>
  compareArray(Float64Array.from(ours), golden(...theirs), tolerance, 'out');

const EPSILON = 2 ** -52; // the ulp of 1

test('an ulp is the step to the next number, in float64 and in float32', () => {
  expect([1, 1.5, 2, 0.75].map((x) => ulp(x, 'f64') / EPSILON)).toEqual([1, 1, 2, 0.5]);
  expect([1, 2, 0.75].map((x) => ulp(x, 'f32') * 2 ** 23)).toEqual([1, 2, 0.5]);
  expect(ulp(0, 'f64')).toBe(5e-324);
});

describe('exactly', () => {
  test('accepts the same bits, NaN and signed zeros among them', () => {
    expect(compare([1, -0, Number.NaN, Infinity], [1, -0, Number.NaN, Infinity])).toBe('exact');
  });

  test('refuses the next number and the other zero, and shows both with their bits', () => {
    expect(() => compare([1, 1 + EPSILON], [1, 1])).toThrow(
      'out[1] is 1.0000000000000002 (3ff0000000000001), golden 1 (3ff0000000000000), allowed the same bits; 1 of 2 values are too far away',
    );
    expect(() => compare([0], [-0])).toThrow('out[0] is 0 (0000000000000000), golden 0 (8000000000000000)');
  });

  test('refuses another number of values', () => {
    expect(() => compare([1], [1, 2])).toThrow('out: ours has 1 values, golden 2');
  });
});

test('a tolerance in ulp is measured at the larger number: 2 ulp pass where 1 does not', () => {
  expect(compare([1 + 2 * EPSILON], [1], withinUlp(2))).toBe('close');
  expect(() => compare([1 + 2 * EPSILON], [1], withinUlp(1))).toThrow('allowed 1 ulp');
  expect(compare([2], [2 - EPSILON], withinUlp(1))).toBe('close'); // half an ulp of 2
  expect(compare([1], [1], withinUlp(1))).toBe('exact');
});

test('an absolute tolerance does not grow with the numbers, and refuses NaN', () => {
  expect(compare([100 + 0.9e-6], [100], withinAbsolute(1e-6))).toBe('close');
  expect(() => compare([100 + 1.1e-6], [100], withinAbsolute(1e-6))).toThrow('allowed 0.000001');
  expect(() => compare([Number.NaN], [0], withinAbsolute(1e-6))).toThrow('out[0] is NaN');
});

test('tail draws may be 1 ulp off, others may not', () => {
  const tail = exactlyBut((x) => Math.abs(x) > 3);
  expect(compare([4 + 4 * EPSILON, 2], [4, 2], tail)).toBe('close');
  expect(() => compare([4 + 8 * EPSILON], [4], tail)).toThrow('1 ulp in the tail');
  expect(() => compare([2 + 2 * EPSILON], [2], tail)).toThrow('out[0]');
});

describe('a long array, known by its ends and its digest,', () => {
  const ours = Float64Array.from({ length: 100 }, (_, i) => i / 7);
  const long = (values: Float64Array): GoldenArray => ({
    ...golden(...values),
    values: { sha256: sha256(values), head: values.slice(0, 24), tail: values.slice(-24) },
  });
  const changed = (index: number) => ours.with(index, (ours[index] as number) * (1 + EPSILON));

  test('is the same if all three are', () => {
    expect(compareArray(ours, long(ours), exactly, 'out')).toBe('exact');
  });

  test('differs if a bit in its middle does', () => {
    expect(() => compareArray(ours, long(changed(50)), exactly, 'out')).toThrow(
      'out: both ends agree, but the SHA-256 of all 100 values is',
    );
  });

  test('differs where an end does, with the place in the whole array', () => {
    expect(() => compareArray(ours, long(changed(99)), exactly, 'out')).toThrow('out[99] is');
    expect(() => compareArray(ours, long(changed(3)), exactly, 'out')).toThrow('out[3] is');
  });

  test('is known at its ends only where the bits need not be the same, and where they must but in the tail it differs', () => {
    expect(compareArray(ours, long(ours), withinUlp(2), 'out')).toBe('exact');
    expect(compareArray(ours, long(changed(50)), withinUlp(2), 'out')).toBe('endsOnly');
    expect(() =>
      compareArray(
        ours,
        long(changed(50)),
        exactlyBut(() => true),
        'out',
      ),
    ).toThrow('SHA-256');
  });
});

test('several agreements are as good as the weakest', () => {
  expect(weakest(['exact', 'close', 'exact'])).toBe('close');
  expect(weakest(['exact', 'exact'])).toBe('exact');
  expect(weakest(['endsOnly', 'close', 'exact'])).toBe('endsOnly');
  expect(weakest(['close', 'endsOnly', 'stricter'])).toBe('stricter');
});

test('single facts and lists are compared by value and by length', () => {
  expect(() => expectSame(1, 2, 'fan_in')).toThrow('fan_in is 1, golden 2');
  expect(() => expectSameList([1, 2], [1, 3], 'words')).toThrow('words[1] is 2, golden 3');
  expect(() => expectSameList([1, 2], [1], 'words')).toThrow('the length of words is 2, golden 1');
});
