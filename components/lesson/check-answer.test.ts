import { expect, it } from 'vitest';
import { checkAnswer } from './check-answer.ts';

it('accepts a decimal, a comma, a fraction, scientific notation and full-width digits within the tolerance', () => {
  for (const typed of ['0.0357', '0,0357', '1/28', '3.57e-2', ' 0.0357 ', '０．０３５７', '１／２８']) {
    expect(checkAnswer(typed, 1 / 28, 0.01)).toBe('right');
  }
});

it('refuses an answer outside the tolerance, of the wrong sign, or zero', () => {
  for (const typed of ['0.0371', '-0.0357', '−0.0357', '0', '28'])
    expect(checkAnswer(typed, 1 / 28, 0.01)).toBe('wrong');
});

it('says when the input is no number', () => {
  for (const typed of ['', 'a lot', '1/2/3', '1/', '0.0.3', '10²'])
    expect(checkAnswer(typed, 1 / 28, 0.01)).toBe('unreadable');
});
