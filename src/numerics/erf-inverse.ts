import { log } from './elementary.ts';

/** c_0 + c_1 r + c_2 r^2 + ... */
function polynomial(coefficients: readonly number[], r: number): number {
  let sum = 0;
  for (let n = coefficients.length - 1; n >= 0; n--) sum = (coefficients[n] as number) + r * sum;
  return sum;
}

// Wichura's rational functions for the quantile of N(0, 1), numerator over denominator, rounded to float64.
const CENTER = [
  [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
    33430.57558358813, 2509.0809287301227,
  ],
  [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852854,
  ],
] as const;
const TAIL = [
  [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 7.745450142783414e-4,
  ],
  [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    5.475938084995345e-4, 1.0507500716444169e-9,
  ],
] as const;
const FAR_TAIL = [
  [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
  ],
  [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 7.868691311456133e-4, 1.8463183175100548e-5,
    1.421511758316446e-7, 2.0442631033899397e-15,
  ],
] as const;

/** The rational function at r. */
function ratio([top, bottom]: readonly [readonly number[], readonly number[]], r: number): number {
  return polynomial(top, r) / polynomial(bottom, r);
}

/**
 * The y with erf(y) = x, to a few units in the last place for every float64 between -1 and 1; odd to the last bit.
 * erfInverse(+-1) = +-Infinity; NaN outside.
 *
 * erfInverse(x) = quantile((1 + x) / 2) / sqrt(2), with the quantile of N(0, 1) by Wichura's AS 241 (Applied Statistics 37,
 * 1988, function PPND16). Beside 0 it is a function of q = x/2; in the tail one of sqrt(-ln p), where p = (1 - |x|) / 2, the
 * probability beyond y, is exact. So nothing is lost near +-1, where a Newton step on erf would lose every digit.
 */
export function erfInverse(x: number): number {
  const q = x / 2;
  if (Math.abs(q) <= 0.425) return q * ratio(CENTER, 0.180625 - q * q) * Math.SQRT1_2;
  const p = (1 - Math.abs(x)) / 2;
  if (!(p > 0)) return p === 0 ? (x > 0 ? Infinity : -Infinity) : NaN;
  const r = Math.sqrt(-log(p));
  const y = (r <= 5 ? ratio(TAIL, r - 1.6) : ratio(FAR_TAIL, r - 5)) * Math.SQRT1_2;
  return x < 0 ? -y : y;
}
