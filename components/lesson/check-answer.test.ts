import { expect, it } from 'vitest';
import { checkAnswer } from './check-answer.ts';

it('accepts a decimal, a comma, a fraction, scientific notation and full-width digits within the tolerance', () => {
  for (const typed of ['0.0357', '0,0357', '1/28', '3.57e-2', ' 0.0357 ', '０．０３５７', '１／２８']) {
    expect(checkAnswer(typed, 1 / 28, 0.01)).toBe('right');
  }
});

it('accepts a power of ten as it is printed and as it is typed', () => {
  for (const typed of ['1.80 × 10⁻⁴⁴', '1.8 × 10^-44', '1.8*10^-44', '1,8x10^-44', '1.8·10⁻⁴⁴', '18 × 10^−45'])
    expect(checkAnswer(typed, 1.8e-44, 0.01), typed).toBe('right');
  for (const typed of ['10⁻⁵', '10^-5', '1/10^5']) expect(checkAnswer(typed, 1e-5, 0.01), typed).toBe('right');
  expect(checkAnswer('-10^-5', 1e-5, 0.01)).toBe('wrong');
  expect(checkAnswer('10²', 10, 0.01)).toBe('wrong');
});

it('refuses an answer outside the tolerance, of the wrong sign, or zero', () => {
  for (const typed of ['0.0371', '-0.0357', '−0.0357', '0', '28'])
    expect(checkAnswer(typed, 1 / 28, 0.01)).toBe('wrong');
});

it('says when the input is no number', () => {
  for (const typed of ['', 'a lot', '1/2/3', '1/', '0.0.3', '2²', '5 × 10', '3 × 10^', '10^x'])
    expect(checkAnswer(typed, 1 / 28, 0.01), typed).toBe('unreadable');
});
