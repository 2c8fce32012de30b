import { expect, it } from 'vitest';
import { plainNumber } from './plain-number.ts';

it('reads a decimal comma, a true minus and the full-width characters of an input method', () => {
  for (const typed of ['-0.5', '−0,5', ' −0.5 ', '－０．５', '－０，５']) {
    expect(plainNumber(typed, 'fraction')).toBe('-0.5');
  }
  expect(plainNumber('１／２８', 'fraction')).toBe('1/28');
});

it('does not take the comma of a whole number for a decimal point: 1,000 is not 1', () => {
  expect(plainNumber('1,000', 'whole')).toBe('1,000');
  expect(plainNumber('１２', 'whole')).toBe('12');
});

it('leaves what it does not know as it is, so that a superscript never becomes a digit', () => {
  for (const typed of ['10²', 'many', '½', '1.5.2']) expect(plainNumber(typed, 'fraction')).toBe(typed);
});
