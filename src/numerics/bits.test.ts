import { expect, test } from 'vitest';
import {
  float32Bits,
  float32FromBits,
  float64Bits,
  float64FromBits,
  highWord,
  isOdd,
  neighbor,
  powerOfTwo,
} from './bits.ts';

test('shows the bits of known numbers', () => {
  expect(highWord(1)).toBe(0x3ff00000);
  expect(highWord(-2)).toBe(0xc0000000);
  expect(float64Bits(-0)).toBe(0x8000000000000000n);
  expect(float64Bits(Math.PI)).toBe(0x400921fb54442d18n);
  expect(float32Bits(Math.PI)).toBe(0x40490fdb);
  expect(float32Bits(-0)).toBe(0x80000000);
});

test('turns bits back into the same number', () => {
  for (const x of [0, -0, 1.5, -Math.PI, 5e-324, Number.MAX_VALUE, Infinity]) {
    expect(float64FromBits(float64Bits(x))).toBe(x);
    expect(float32FromBits(float32Bits(x))).toBe(Math.fround(x));
  }
  expect(float64FromBits(0x7ff8000000000000n)).toBeNaN();
});

test('knows every power of two', () => {
  for (let k = -1074; k <= 1023; k++) expect(powerOfTwo(k)).toBe(2 ** k);
});

test('finds the next float64 on both sides, and tells odd ones from even ones', () => {
  for (const x of [1, -1, 1.5, 2 ** 60, -Math.PI, 2 ** 32 + 1, 5e-324, 2 ** -1022, Number.MAX_VALUE]) {
    expect(isOdd(x)).toBe((float64Bits(x) & 1n) === 1n);
    expect(float64Bits(neighbor(x, false))).toBe(float64Bits(x) + 1n);
    expect(float64Bits(neighbor(x, true))).toBe(float64Bits(x) - 1n);
  }
  const carries = float64FromBits(0x3ff12345ffffffffn);
  expect(float64Bits(neighbor(carries, false))).toBe(0x3ff1234600000000n);
});
