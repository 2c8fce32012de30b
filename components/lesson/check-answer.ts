import { plainNumber } from '#widgets/plain-number.ts';

/**
 * Judges a typed answer: `right` within the relative tolerance, `wrong` otherwise, `unreadable` if it is no number.
 * Readers type a comma, a true minus, full-width digits, a fraction such as 1/28 or a power such as 3.6 × 10^-5, with
 * superscripts where they have copied it from a table; all are understood.
 */
export function checkAnswer(typed: string, answer: number, tolerance: number): 'right' | 'wrong' | 'unreadable' {
  const value = readNumber(typed);
  if (Number.isNaN(value)) return 'unreadable';
  return Math.abs(value - answer) <= tolerance * Math.abs(answer) ? 'right' : 'wrong';
}

function readNumber(typed: string): number {
  const parts = plainNumber(typed, 'fraction')
    .split('/')
    .map((part) => part.trim());
  if (parts.length > 2 || parts.includes('')) return Number.NaN;
  const [numerator = Number.NaN, denominator = 1] = parts.map((part) => Number(withExponents(part)));
  return numerator / denominator;
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Powers of ten as programs write them: `3.6 × 10⁻⁵`, `3.6*10^-5` and `10^-5` become `3.6e-5` and `1e-5`. */
function withExponents(text: string): string {
  return text
    .replace(/10(⁻?)([⁰¹²³⁴-⁹]+)/g, (_, minus: string, digits: string) => {
      const exponent = [...digits].map((digit) => superscripts.indexOf(digit)).join('');
      return `10^${minus && '-'}${exponent}`;
    })
    .replace(/\s*[×x·*]\s*10\s*\^\s*(?=[-+\d])/gi, 'e')
    .replace(/^(-?)10\s*\^\s*(?=[-+\d])/, '$11e');
}
