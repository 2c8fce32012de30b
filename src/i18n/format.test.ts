import { expect, it } from 'vitest';
import { formatNumber, formatPowerOfTen, joinList, numbersInFull, printNumber } from './format.ts';

it('prints three significant digits with a decimal point', () => {
  expect(formatNumber(0.050511)).toBe('0.0505');
  expect(formatNumber(12.345)).toBe('12.3');
  expect(formatNumber(1234.5)).toBe('1230');
});

it('prints very small and very large numbers with a power of ten and a true minus', () => {
  expect(formatNumber(-1.3e-18, { significant: 2 })).toBe('−1.3\u00A0×\u00A010⁻¹⁸');
  expect(printNumber(2.5e21)).toEqual({ digits: '2.50', exponent: 21 });
});

it('carries a rounding into the next power of ten', () => {
  expect(formatNumber(0.9999)).toBe('1.00');
  expect(formatNumber(999999)).toBe('1.00\u00A0×\u00A010⁶');
});

it('prints NaN, infinities, zero and percentages', () => {
  expect([Number.NaN, Infinity, -Infinity, 0].map((value) => formatNumber(value))).toEqual(['NaN', '∞', '−∞', '0']);
  expect(formatNumber(0.9731, { percentDecimals: 1 })).toBe('97.3%');
});

it('prints no sign before a number that rounds to zero', () => {
  expect(formatNumber(-0.001, { decimals: 2 })).toBe('0.00');
  expect(formatNumber(-0.0001, { percentDecimals: 1 })).toBe('0.0%');
  expect(formatNumber(-0.4, 'integer')).toBe('0');
  expect(formatNumber(-0)).toBe('0');
  expect(formatNumber(-0.006, { decimals: 2 })).toBe('−0.01');
  expect(formatNumber(-10, 'integer')).toBe('−10');
});

it('falls back to significant digits where fixed ones would run on', () => {
  const formats = ['integer', { decimals: 2 }, { percentDecimals: 1 }] as const;
  for (const format of formats) expect(formatNumber(-1e30, format)).toBe('−1.00\u00A0×\u00A010³⁰');
  expect(formatNumber(1e15, 'integer')).toBe('1000000000000000');
});

it('joins a list as the language does', () => {
  expect(joinList(['zero', 'Xavier', 'He'], 'en')).toBe('zero, Xavier, and He');
  expect(joinList(['ноль', 'Xavier', 'He'], 'ru')).toBe('ноль, Xavier и He');
});

it('labels axis ticks by powers of ten', () => {
  expect([1e-6, 0.1, 1, 100, 1e4, 1e12].map(formatPowerOfTen)).toEqual(['10⁻⁶', '0.1', '1', '100', '10⁴', '10¹²']);
});

it('prints numbers for a file in full, as a program reads them, and only as long as it is asked to', () => {
  const values = [0.1 + 0.2, -1.5e-320, 1e21, -0, Number.NaN, Infinity, -Infinity];
  const full = numbersInFull(() => values.map((value) => formatNumber(value, { percentDecimals: 1 })));
  expect(full).toEqual(['0.30000000000000004', '-1.5e-320', '1e+21', '-0', 'nan', 'inf', '-inf']);
  const wrong = () => numbersInFull(() => expect.unreachable());
  expect(wrong).toThrow();
  expect(formatNumber(0.1 + 0.2)).toBe('0.300');
});
