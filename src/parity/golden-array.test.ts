import { expect, test } from 'vitest';
import { arrayOf } from './golden-array.ts';

const f32 = { dtype: 'f32', shape: [2], n: 2, bits: '3f80000080000000' };

test('reads float32 and float64 from their bits, most significant digit first', () => {
  expect(arrayOf(f32, 'out').values).toEqual(Float32Array.of(1, -0));
  expect(arrayOf({ dtype: 'f64', shape: [1], n: 1, bits: 'bff8000000000000' }, 'out').values).toEqual(
    Float64Array.of(-1.5),
  );
});

test('goes by the bits where the decimals say something else', () => {
  expect(arrayOf({ ...f32, values: [7, 7] }, 'out').values).toEqual(Float32Array.of(1, -0));
});

test('reads a long array as its digest and its ends', () => {
  const end = { bits: '3f800000'.repeat(24), values: new Array(24).fill(1) };
  expect(
    arrayOf({ dtype: 'f32', shape: [2, 600], n: 1200, sha256: 'A'.repeat(64), head: end, tail: end }, 'out'),
  ).toEqual({
    dtype: 'f32',
    shape: [2, 600],
    length: 1200,
    values: { sha256: 'a'.repeat(64), head: new Float32Array(24).fill(1), tail: new Float32Array(24).fill(1) },
  });
});

test.each([
  [{ ...f32, dtype: 'f16' }, 'out.dtype must be f32 or f64, got "f16"'],
  [{ ...f32, n: 3 }, 'out has the shape [2], which does not hold 3 values'],
  [{ ...f32, bits: '3f800000' }, 'out.bits must be 8 hexadecimal digits for each of 2 values'],
  [{ ...f32, bits: '3f80000g80000000' }, 'out.bits must be 8 hexadecimal digits'],
  [{ ...f32, bits: undefined }, 'out.bits or out.sha256 must be a text, got nothing'],
  [{ ...f32, bits: undefined, sha256: 'abc' }, 'out.sha256 must be 64 hexadecimal digits, got abc'],
  [
    { ...f32, bits: undefined, sha256: 'a'.repeat(64), head: { bits: '' }, tail: { bits: '3f800000' } },
    'out.head must hold 2 values, got 0',
  ],
  [
    {
      ...f32,
      shape: [100],
      n: 100,
      bits: undefined,
      sha256: 'a'.repeat(64),
      head: { bits: '0'.repeat(192) },
      tail: { bits: '00000000' },
    },
    'out.tail must hold 24 values, got 1',
  ],
  [{ ...f32, stride: 2 }, 'out has the unknown key "stride"'],
  [null, 'out must be an object, got null'],
])('refuses %j and says why', (value, message) => {
  expect(() => arrayOf(value, 'out')).toThrow(message);
});
