/** How a computed number is printed. */
export type NumberFormat = { significant: number } | { decimals: number } | { percentDecimals: number } | 'integer';

/** A printed number: `digits`, or `digits × 10^exponent`. */
export interface PrintedNumber {
  digits: string;
  exponent?: number;
}

/** `toFixed` writes a power of ten from here on, and digits that no float64 has just below. */
const longestFixed = 1e21;

/** With a true minus, and without one before a number that was rounded to zero. */
const minus = (text: string) => (/^-[0.]+$/.test(text) ? text.slice(1) : text.replace('-', '−'));

/**
 * The one number format of the course, the same in text, tables and charts of all five languages: decimal point, true
 * minus, `1.3 × 10^−18` for very small and very large numbers, no digit groups, `∞` and `NaN` as results like any other.
 */
export function printNumber(value: number, format: NumberFormat = { significant: 3 }): PrintedNumber {
  if (Number.isNaN(value)) return { digits: 'NaN' };
  if (!Number.isFinite(value)) return { digits: value > 0 ? '∞' : '−∞' };
  if (format !== 'integer' && 'significant' in format) return printSignificant(value, format.significant);
  if (Math.abs(value) * 100 >= longestFixed) return printSignificant(value, 3);
  if (format === 'integer') return { digits: minus(value.toFixed(0)) };
  if ('decimals' in format) return { digits: minus(value.toFixed(format.decimals)) };
  return { digits: `${minus((value * 100).toFixed(format.percentDecimals))}%` };
}

function printSignificant(value: number, significant: number): PrintedNumber {
  if (value === 0) return { digits: '0' };
  const [mantissa = '', power = '0'] = value.toExponential(significant - 1).split('e');
  const exponent = Number(power);
  if (exponent < -4 || exponent > 5) return { digits: minus(mantissa), exponent };
  return { digits: minus(Number(`${mantissa}e${power}`).toFixed(Math.max(0, significant - 1 - exponent))) };
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A whole number as superscript. */
const raise = (exponent: number) =>
  [...String(exponent)].map((character) => (character === '-' ? '⁻' : superscripts[Number(character)])).join('');

let inFull = false;

/**
 * What `make` returns when every number in it is printed as a program reads it: in the shortest form that gives back the
 * same float64, ASCII, shares as they are and not as percent, and `nan`, `inf`, `-inf`, `-0` as words. So a table can be
 * made for a file by the function that makes it for the eye.
 */
export function numbersInFull<T>(make: () => T): T {
  inFull = true;
  try {
    return make();
  } finally {
    inFull = false;
  }
}

function fullNumber(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  return Object.is(value, -0) ? '-0' : String(value);
}

/** A number as plain text, for charts, tables and spoken summaries; no line breaks within it. */
export function formatNumber(value: number, format?: NumberFormat): string {
  if (inFull) return fullNumber(value);
  const { digits, exponent } = printNumber(value, format);
  if (exponent === undefined) return digits;
  return `${digits}\u00A0×\u00A010${raise(exponent)}`;
}

/** `A, B, and C`, in the language of the page. */
export const joinList = (items: readonly string[], lang: string): string =>
  new Intl.ListFormat(lang, { type: 'conjunction' }).format(items);

/** A power of ten as an axis tick: `10⁻³`, but plain `0.1`, `1`, `10` and `100`, where a power would only slow the eye. */
export function formatPowerOfTen(value: number): string {
  const exponent = Math.round(Math.log10(value));
  if (exponent >= -1 && exponent <= 2) return formatNumber(value, { significant: 1 });
  return `10${raise(exponent)}`;
}
