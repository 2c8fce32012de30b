import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { exp } from '#numerics/correctly-rounded.ts';
import { erf } from '#numerics/elementary.ts';
import { TAIL, zigguratFloat32, zigguratFloat64 } from './ziggurat-tables.ts';

const sha256 = (values: ArrayBufferView) => createHash('sha256').update(new Uint8Array(values.buffer)).digest('hex');
const { w, k, f } = zigguratFloat64();
const x = w.map((each) => each * 2 ** 52);
const AREA = 0.0049286732339746519;

test('all six tables have the bytes of those compiled into NumPy 1.24.2 (x86-64)', () => {
  const narrow = zigguratFloat32();
  expect({
    wi_double: sha256(w),
    ki_double: sha256(BigUint64Array.from(k, BigInt)),
    fi_double: sha256(f),
    wi_float: sha256(narrow.w),
    ki_float: sha256(Uint32Array.from(narrow.k)),
    fi_float: sha256(narrow.f),
  }).toEqual({
    wi_double: '33c6472209e1d09ea3548f0291e5e1ad67fb4f1d0305e9f1086689584b7bb7fa',
    ki_double: '565295797825931547a1036f5b012a247be54abbe077c39fe06c8ed1e9d0a5a9',
    fi_double: 'acd898d9d87e212f657755ba43b21e40958090a7ff2103c9e79f4ea1b0fe2bc5',
    wi_float: '7e876b6f831f031c494d3f21c00f1845928d7ba8984b207e08b3fcba766a67fd',
    ki_float: 'b00c1701b8ee9b5e5bb285bef552e979942af25328141d131b0ad8183643fd39',
    fi_float: '3ec75aef4fc5308b6f948d1fd8d0eef691a752eebbaa91914fc111948aea6ad8',
  });
});

test('all 256 pieces have the same area', () => {
  for (let i = 2; i < 256; i++) expect((x[i]! * (f[i - 1]! - f[i]!)) / AREA).toBeCloseTo(1, 10);
  expect((x[1]! * (1 - f[1]!)) / AREA).toBeCloseTo(1, 4); // what is left at the top: TAIL has been chosen for it
  const beyond = Math.sqrt(Math.PI / 2) * (1 - erf(TAIL / Math.SQRT2));
  expect((TAIL * f[255]! + beyond) / AREA).toBeCloseTo(1, 10);
});

test('k is where the curve crosses from one strip into the next', () => {
  for (let i = 2; i < 256; i++) expect(k[i]! * w[i]!).toBeCloseTo(x[i - 1]!, 14);
  expect([k[1], k[0]! * w[0]!]).toEqual([0, expect.closeTo(TAIL, 14)]);
});

test('the heights are the nearest float64 to e^(-x^2/2), but for number 38, which is the next above', () => {
  const others = Array.from(f.keys()).filter((i) => i > 0 && f[i] !== exp(-0.5 * x[i]! * x[i]!));
  expect(others).toEqual([38]);
  expect(f[38]! - exp(-0.5 * x[38]! * x[38]!)).toBe(2 ** -53);
});

test('they are computed once', () => {
  expect(zigguratFloat64()).toBe(zigguratFloat64());
  expect(zigguratFloat32()).toBe(zigguratFloat32());
});
