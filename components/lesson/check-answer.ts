import { plainNumber } from '#widgets/plain-number.ts';

/**
 * Judges a typed answer: `right` within the relative tolerance, `wrong` otherwise, `unreadable` if it is no number.
 * Readers type a comma, a true minus, full-width digits or a fraction such as 1/28; all are understood.
 */
export function checkAnswer(typed: string, answer: number, tolerance: number): 'right' | 'wrong' | 'unreadable' {
  const value = readNumber(typed);
  if (Number.isNaN(value)) return 'unreadable';
  return Math.abs(value - answer) <= tolerance * Math.abs(answer) ? 'right' : 'wrong';
}

function readNumber(typed: string): number {
  const parts = plainNumber(typed, 'fraction').split('/');
  if (parts.length > 2 || parts.some((part) => part.trim() === '')) return Number.NaN;
  const [numerator = Number.NaN, denominator = 1] = parts.map(Number);
  return numerator / denominator;
}
