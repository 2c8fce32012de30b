import { expect, it } from 'vitest';
import { torchGenerator } from '#random/torch-generator.ts';
import { decodeFrame, encodeFrame } from './frame-json.ts';

const roundTrip = (value: unknown) => decodeFrame(encodeFrame(value));

it('keeps every bit of any float64, NaN, infinities and -0 included (seed 7)', () => {
  const generator = torchGenerator(7);
  const words = Uint32Array.from({ length: 20_000 }, () => generator.nextWord());
  const values = [...new Float64Array(words.buffer), 0, -0, Infinity, -Infinity, Number.NaN, 5e-324, 2 ** 1023, 0.1];
  expect(values.length).toBe(10_008);
  const back = roundTrip({ values }) as { values: number[] };
  expect(back.values.every((value, i) => Object.is(value, values[i]))).toBe(true);
});

it('writes the numbers that JSON lacks as words', () => {
  expect(encodeFrame({ a: [Number.NaN, Infinity, -Infinity, -0, 0.5], b: 'text', c: [true, null] })).toBe(
    '{"a":["nan","inf","-inf","-0",0.5],"b":"text","c":[true,null]}',
  );
});

it('refuses what would come back as something else', () => {
  for (const bad of [{ key: 'nan' }, { key: new Float32Array(2) }, { key: undefined }]) {
    expect(() => encodeFrame(bad)).toThrow('plain arrays and objects; "key" is none of them');
  }
});
