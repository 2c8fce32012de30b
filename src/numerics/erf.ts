/**
 * erf at the whole numbers: erf(c) = HIGH[c] + LOW[c], and its slope there, 2/sqrt(pi) e^(-c^2).
 * The test recomputes all of them with big integers.
 */
export const HIGH = [
  0, 0.8427007929497149, 0.9953222650189527, 0.9999779095030014, 0.9999999845827421, 0.9999999999984626, 1,
];
export const LOW = [
  0, -2.4801011789118602e-17, 2.20719858329765e-17, 5.363397058636269e-17, 1.44826531920025e-17, -2.294992711807301e-17,
  -2.1519736712498913e-17,
];
export const SLOPE = [
  1.1283791670955126, 0.4151074974205947, 0.020666985354092053, 0.00013925305194674786, 1.2698234671866558e-7,
  1.5670866531017336e-11, 2.617301239249265e-16,
];
const SLOPE_AT_0_MINUS_1 = 0.1283791670955126;
const TERMS = 32;

/**
 * Taylor coefficients a_n of (erf(c + d) - erf(c)) / erf'(c) = d + a_2 d^2 + a_3 d^3 + ...
 *
 * erf' = g obeys g' = -2 x g, so the coefficients b_n of g(c + d)/g(c) follow (n + 1) b_(n+1) = -2 (c b_n + b_(n-1)),
 * and a_(n+1) = b_n / (n + 1).
 */
function taylor(c: number): Float64Array {
  const a = new Float64Array(TERMS);
  let [previous, b] = [0, 1];
  for (let n = 0; n + 1 < TERMS; n++) {
    a[n + 1] = b / (n + 1);
    [previous, b] = [b, (-2 * (c * b + previous)) / (n + 1)];
  }
  return a;
}

// About 0 only the odd powers remain: d + a_3 d^3 + a_5 d^5 + ..., a polynomial in d^2.
const ABOUT_0 = taylor(0)
  .filter((_, n) => n % 2 === 1)
  .subarray(1);
const ABOUT = HIGH.map((_, c) => taylor(c).subarray(2));

/** c_0 v + c_1 v^2 + ... */
function polynomial(coefficients: Float64Array, v: number): number {
  let sum = 0;
  for (let n = coefficients.length - 1; n >= 0; n--) sum = (coefficients[n] as number) + v * sum;
  return v * sum;
}

/**
 * erf x for every float64, within 1 ulp, odd to the last bit: Taylor's series about a whole number close to |x|.
 *
 * Definition and series: Abramowitz and Stegun 1964, 7.1.1 and 7.1.19.
 */
export function erf(x: number): number {
  const distance = Math.abs(x);
  if (distance >= 6) return x > 0 ? 1 : -1; // 1 - erf(6) < 2^-55
  const node = Math.floor(distance + 0.375);
  if (!(node > 0)) {
    // The slope 1.128... is split as 1 + 0.128..., so that the exact x carries the result. NaN comes here too.
    return x + x * (SLOPE_AT_0_MINUS_1 + (SLOPE[0] as number) * polynomial(ABOUT_0, x * x));
  }
  const d = distance - node;
  const slope = SLOPE[node] as number;
  const high = HIGH[node] as number;
  // high + slope d, with slope and d cut to 24 bits so that `rise` is exact; sum + error = high + rise (Dekker 1971).
  const slope24 = Math.fround(slope);
  const d24 = Math.fround(d);
  const rise = slope24 * d24;
  const sum = high + rise;
  const error = high - sum + rise;
  const cut = slope24 * (d - d24) + (slope - slope24) * d;
  const bend = slope * d * polynomial(ABOUT[node] as Float64Array, d);
  const value = sum + (error + (bend + (cut + (LOW[node] as number))));
  return x < 0 ? -value : value;
}
