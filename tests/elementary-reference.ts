import { float64Bits, powerOfTwo } from '#numerics/bits.ts';

/**
 * Elementary functions to 140 and more bits, from whole-number arithmetic only: the judge of src/numerics/elementary.ts.
 *
 * A fixed-point number X with precision P stands for X / 2^P. A `Big` is m * 2^e.
 */
export interface Big {
  m: bigint;
  e: number;
}

const P = 180; // working precision of everything that has no reason for another
const SMALL = powerOfTwo(-20); // below it the first few terms of the Taylor series are enough

/** A float64 as m * 2^e, exactly. */
export function exactly(x: number): Big {
  const bits = float64Bits(x);
  const exponent = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const m = exponent === 0 ? fraction : fraction | 0x10000000000000n;
  return { m: bits >> 63n ? -m : m, e: Math.max(exponent, 1) - 1075 };
}

/** a / 2^fromP in precision toP. */
const shift = (a: bigint, bits: number): bigint => (bits >= 0 ? a << BigInt(bits) : a >> BigInt(-bits));
const fixed = (x: Big, precision: number): bigint => shift(x.m, x.e + precision);
/** A float64 in fixed-point. */
export const atPrecision = (x: number, precision: number): bigint => fixed(exactly(x), precision);
const one = (precision: number): bigint => 1n << BigInt(precision);

/** The precision that keeps P bits of a number as small as x. */
const precisionFor = (x: number): number => P + Math.max(0, 1023 - Number((float64Bits(x) >> 52n) & 0x7ffn)) + 60;

/** Square root rounded down, by Newton's method from above. */
function squareRoot(n: bigint): bigint {
  let root = 1n << BigInt(Math.ceil(n.toString(2).length / 2));
  for (;;) {
    const next = (root + n / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** atan(1/n) or atanh(1/n) by their series. */
function inverseSeries(n: bigint, precision: number, sign: 1n | -1n): bigint {
  let [sum, power, factor] = [0n, one(precision) / n, 1n];
  for (let odd = 1n; power !== 0n; odd += 2n) {
    sum += (factor * power) / odd;
    power /= n * n;
    factor *= sign;
  }
  return sum;
}

const CONSTANT_P = 400;
const PI = 4n * (4n * inverseSeries(5n, CONSTANT_P, -1n) - inverseSeries(239n, CONSTANT_P, -1n)); // Machin 1706
const LN2 = 2n * inverseSeries(3n, CONSTANT_P, 1n);
const TWO_OVER_SQRT_PI = (2n * one(2 * CONSTANT_P)) / squareRoot(PI << BigInt(CONSTANT_P));

/** e^r for a fixed-point r, |r| < 1: the Taylor series at r/256, squared eight times. */
function expFixed(r: bigint, precision: number): bigint {
  const reduced = r >> 8n;
  let [sum, term] = [one(precision), one(precision)];
  for (let n = 1n; term !== 0n && term !== -1n; n++) {
    term = ((term * reduced) >> BigInt(precision)) / n;
    sum += term;
  }
  for (let i = 0; i < 8; i++) sum = (sum * sum) >> BigInt(precision);
  return sum;
}

export function exp(x: number): Big {
  const k = Math.round(x / Math.LN2);
  const r = atPrecision(x, P) - shift(BigInt(k) * LN2, P - CONSTANT_P);
  return { m: expFixed(r, P), e: k - P };
}

/** sum of c_n x^n for |x| < 2^-20; `coefficients` are [numerator, denominator] of x, x^2, ... */
function taylor(x: number, coefficients: readonly (readonly [bigint, bigint])[]): Big {
  const precision = precisionFor(x);
  const X = atPrecision(x, precision);
  let [sum, power] = [0n, one(precision)];
  for (const [numerator, denominator] of coefficients) {
    power = (power * X) >> BigInt(precision);
    sum += (numerator * power) / denominator;
  }
  return { m: sum, e: -precision };
}

export function expm1(x: number): Big {
  if (Math.abs(x) < SMALL)
    return taylor(x, [
      [1n, 1n],
      [1n, 2n],
      [1n, 6n],
      [1n, 24n],
      [1n, 120n],
      [1n, 720n],
      [1n, 5040n],
    ]);
  const { m, e } = exp(x);
  return e < 0 ? { m: m - one(-e), e } : { m, e }; // e >= 0: 1 is below the last bit
}

export function tanh(x: number): Big {
  if (Math.abs(x) < SMALL) {
    return taylor(x, [
      [1n, 1n],
      [0n, 1n],
      [-1n, 3n],
      [0n, 1n],
      [2n, 15n],
      [0n, 1n],
      [-17n, 315n],
    ]);
  }
  const { m, e } = exp(2 * Math.min(Math.max(x, -50), 50));
  return { m: ((m - one(-e)) << BigInt(P)) / (m + one(-e)), e: -P };
}

/** ln(m 2^e): Halley's step y + 2 (M - e^y) / (M + e^y) triples the right digits of a float64 guess y. */
function logOf({ m, e }: Big): Big {
  const length = m.toString(2).length;
  const k = length + e;
  const M = shift(m, P - length); // in [1/2, 1)
  const guess = fixed(exactly(Math.log(Number(M >> BigInt(P - 60)) * powerOfTwo(-60))), P);
  const power = expFixed(guess, P);
  const y = guess + ((2n * (M - power)) << BigInt(P)) / (M + power);
  return { m: y + shift(BigInt(k) * LN2, P - CONSTANT_P), e: -P };
}

export function log(x: number): Big {
  return logOf(exactly(x));
}

export function log1p(x: number): Big {
  if (Math.abs(x) < SMALL)
    return taylor(
      x,
      [1n, -2n, 3n, -4n, 5n, -6n, 7n].map((n) => [1n, n] as const),
    );
  const { m, e } = exactly(x);
  return logOf(e < 0 ? { m: m + one(-e), e } : { m, e }); // e >= 0: 1 is below the last bit
}

/** sin(x + quarterTurns pi/2), by Taylor's series after the reduction modulo pi/2. */
function sinTurned(x: number, quarterTurns: number): Big {
  const precision = precisionFor(x);
  const k = Math.round(x / (Math.PI / 2));
  const r =
    atPrecision(x, precision) - (precision <= CONSTANT_P + 1 ? shift(BigInt(k) * PI, precision - CONSTANT_P - 1) : 0n);
  const square = (r * r) >> BigInt(precision);
  const quadrant = (k + quarterTurns) & 3;
  let n = quadrant & 1 ? 0n : 1n;
  let term = quadrant & 1 ? one(precision) : r;
  let sum = 0n;
  while (term !== 0n && term !== -1n) {
    sum += term;
    term = -((term * square) >> BigInt(precision)) / ((n + 1n) * (n + 2n));
    n += 2n;
  }
  return { m: quadrant & 2 ? -sum : sum, e: -precision };
}

export const sin = (x: number): Big => sinTurned(x, 0);
export const cos = (x: number): Big => sinTurned(x, 1);

/** 2/sqrt(pi) sum (-1)^n x^(2n+1) / (n! (2n+1)); the terms grow to e^(x^2) first, 52 bits at |x| = 6, before they cancel. */
export function erf(x: number): Big {
  const precision = precisionFor(x);
  const X = fixed(exactly(Math.min(Math.max(x, -7), 7)), precision);
  const square = (X * X) >> BigInt(precision);
  let [sum, term] = [0n, X];
  for (let n = 0n; term !== 0n && term !== -1n; n++) {
    sum += term / (2n * n + 1n);
    term = -((term * square) >> BigInt(precision)) / (n + 1n);
  }
  return { m: (sum * TWO_OVER_SQRT_PI) >> BigInt(CONSTANT_P), e: -precision };
}

/**
 * |computed - reference| in units in the last place of the reference: the distance of neighboring float64 there. Infinity
 * counts as 2^1024, where the next float64 would be.
 */
export function ulpError(computed: number, reference: Big): number {
  if (Number.isNaN(computed)) return Infinity;
  const { m, e } = Number.isFinite(computed) ? exactly(computed) : { m: computed > 0 ? 1n : -1n, e: 1024 };
  const size = (reference.m < 0n ? -reference.m : reference.m).toString(2).length + reference.e;
  const ulpExponent = Math.min(Math.max(size - 53, -1074), 971);
  const common = Math.min(e, reference.e);
  const difference = shift(m, e - common) - shift(reference.m, reference.e - common);
  const scaled = shift(difference < 0n ? -difference : difference, common - ulpExponent + 40);
  return Number(scaled) * powerOfTwo(-40);
}
