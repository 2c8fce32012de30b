import { expect, test } from 'vitest';
import { checkNormal, checkPermutation, checkUniform } from './generator-checks.ts';

const single = new Float32Array(4);
const double = new Float64Array(4);

test('what fits into the floats of the array is accepted, with low = high and std = 0', () => {
  for (const out of [single, double]) {
    expect(() => checkUniform(out, -0.5, -0.5)).not.toThrow();
    expect(() => checkNormal(out, -3, 0)).not.toThrow();
  }
  expect(() => checkUniform(double, 0, Number.MAX_VALUE)).not.toThrow();
  expect(() => checkNormal(double, 1e300, 1e300)).not.toThrow();
});

test.each([
  [single, 1, 0, 'uniform needs low <= high, got low 1 and high 0: swap them'],
  [double, Number.NaN, 1, 'uniform needs a finite low, got NaN'],
  [double, 0, Infinity, 'uniform needs a finite high, got Infinity'],
  [single, 0, 1e39, 'uniform needs bounds within float32, got low 0 and high 1e+39'],
  [single, -3e38, 3e38, 'uniform needs high - low within float32, got low -3e+38 and high 3e+38: narrow them'],
  [double, -1e308, 1e308, 'uniform needs high - low within float64, got low -1e+308 and high 1e+308: narrow them'],
  [single, '0' as never, 1, 'uniform needs a finite low, got "0"'],
  [double, 0, null as never, 'uniform needs a finite high, got null'],
])('into %s does not go U[%d, %d)', (out, low, high, message) => {
  expect(() => checkUniform(out, low, high)).toThrow(new RangeError(message));
});

test.each([
  [double, Number.NaN, 1, 'normal needs a finite mean, got NaN'],
  [single, 0, -1, 'normal needs a finite std >= 0, got -1'],
  [double, 0, Infinity, 'normal needs a finite std >= 0, got Infinity'],
  [single, 1e39, 1, 'normal needs a mean within float32, got 1e+39'],
  [single, 0, 1e39, 'normal needs a std within float32, got 1e+39'],
  [single, [0] as never, 1, 'normal needs a finite mean, got [0]'],
  [double, 0, true as never, 'normal needs a finite std >= 0, got true'],
])('into %s does not go N(%d, %d^2)', (out, mean, std, message) => {
  expect(() => checkNormal(out, mean, std)).toThrow(new RangeError(message));
});

test.each([
  [new Int32Array(3), 'Int32Array'],
  [[0, 0], 'Array'],
  [{ length: 3 }, 'Object'],
  [undefined, 'Undefined'],
  [16, 'Number'],
])('an array of another kind is refused by its name: %s', (out, kind) => {
  const message = `a Float32Array or a Float64Array, got ${kind}`;
  expect(() => checkUniform(out as never, 0, 1)).toThrow(new TypeError(`fillUniform fills ${message}`));
  expect(() => checkNormal(out as never, 0, 1)).toThrow(new TypeError(`fillNormal fills ${message}`));
});

test('a permutation has a whole number of things, 0 and 1 included', () => {
  for (const n of [0, 1, 4294967295]) expect(() => checkPermutation(n)).not.toThrow();
  for (const n of [-1, 1.5, Number.NaN, 4294967296]) {
    const message = `permutation needs a whole number from 0 to 4294967295, got ${n}`;
    expect(() => checkPermutation(n)).toThrow(new RangeError(message));
  }
});
