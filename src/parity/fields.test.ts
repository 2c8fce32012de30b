import { expect, test } from 'vitest';
import {
  FieldError,
  fieldsOf,
  notEmpty,
  numberOf,
  optional,
  refuseUnknown,
  seedOf,
  seedsOf,
  shapeOf,
  wholeOf,
} from './fields.ts';

test('a seed is a decimal string of any size, or a number that JSON cannot have rounded', () => {
  expect(['18446744073709551615', '-1', 7].map((seed) => seedOf(seed, 'seed'))).toEqual([
    '18446744073709551615',
    '-1',
    '7',
  ]);
  expect(seedsOf(['1', 2], 'seed')).toEqual(['1', '2']);
  for (const seed of [2 ** 53, 1.5, '1e3', 'seven', undefined, null]) {
    expect(() => seedOf(seed, 'seed')).toThrow('seed must be a whole number in decimal digits, got');
  }
});

test('numbers that JSON does not know are named', () => {
  expect(['nan', 'inf', '-inf', 0.5].map((value) => numberOf(value, 'a'))).toEqual([NaN, Infinity, -Infinity, 0.5]);
  expect(() => numberOf('0.5', 'a')).toThrow('a must be a number, got "0.5"');
});

test('what is no such value is a FieldError, which tells it from an error of the library', () => {
  expect(() => numberOf(true, 'a')).toThrow(FieldError);
  expect(() => fieldsOf([], 'a')).toThrow(FieldError);
});

test('what is empty has nothing to compare', () => {
  expect(notEmpty([0], 'words')).toEqual([0]);
  expect(() => notEmpty([], 'words')).toThrow('words is empty: there is nothing to compare');
});

test('a shape is a list of whole numbers, or one of them', () => {
  expect([shapeOf([2, 0], 'shape'), shapeOf(3, 'shape'), shapeOf([], 'shape')]).toEqual([[2, 0], [3], []]);
  expect(() => shapeOf([2, 1.5], 'shape')).toThrow('shape[1] must be a whole number of at least 0, got 1.5');
});

test('null counts as left out, and every other value is read', () => {
  expect(optional(null, 'n', wholeOf, 4)).toBe(4);
  expect(optional(0, 'n', wholeOf, 4)).toBe(0);
  expect(() => optional('', 'n', wholeOf, 4)).toThrow('n must be a whole number of at least 0, got ""');
});

test('an unknown key is refused, a remark is not', () => {
  const fields = fieldsOf({ id: 'a', note: 'b', seed: '1', layout: 'x' }, 'a case');
  expect(() => refuseUnknown(fields, ['seed'], 'the case')).toThrow(
    'the case has the unknown key "layout"; known are seed',
  );
  expect(() => refuseUnknown(fields, ['seed', 'layout'], 'the case')).not.toThrow();
});
