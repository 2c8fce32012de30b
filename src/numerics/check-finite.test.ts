import { expect, test } from 'vitest';
import { checkFinite, shown } from './check-finite.ts';

test('finite numbers pass, down to the bound', () => {
  for (const value of [-2, -0, 0, 1e-300, Number.MAX_VALUE]) {
    expect(() => checkFinite('x', 'gain', value)).not.toThrow();
  }
  for (const value of [-0, 0, 3]) expect(() => checkFinite('x', 'std', value, '>= 0')).not.toThrow();
  expect(() => checkFinite('x', 'std', 5e-324, '> 0')).not.toThrow();
});

test.each([
  [Number.NaN, 'NaN'],
  [Infinity, 'Infinity'],
  ['2', '"2"'],
  [true, 'true'],
  [null, 'null'],
  [undefined, 'undefined'],
  [[1], '[1]'],
  [{ a: 1 }, '{"a":1}'],
  [2n, '2n'],
])('%s is refused, and shown as what it is', (value, text) => {
  expect(shown(value)).toBe(text);
  expect(() => checkFinite('x', 'gain', value)).toThrow(new RangeError(`x needs a finite gain, got ${text}`));
  expect(() => checkFinite('x', 'std', value, '> 0')).toThrow(new RangeError(`x needs a finite std > 0, got ${text}`));
});

test('what lies below the bound is refused', () => {
  expect(() => checkFinite('x', 'std', -1, '>= 0')).toThrow(new RangeError('x needs a finite std >= 0, got -1'));
  for (const value of [0, -0, -1]) {
    expect(() => checkFinite('x', 'std', value, '> 0')).toThrow('x needs a finite std > 0, got ');
  }
});
