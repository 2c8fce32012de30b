/**
 * exp and tanh of two float64 at a time: the steps of `src/numerics/exp.ts` and `tanh.ts` one by one, so the same bits.
 * See there for the formulas and why each step is as it is.
 */
const LN2_HIGH: f64 = <f64>0x2c5c85fdf47 / <f64>0x40000000000;
const LN2_LOW: f64 = 5.497923018708371e-14;

/** c + r * p */
function horner(c: f64, r: v128, p: v128): v128 {
  return f64x2.add(f64x2.splat(c), f64x2.mul(r, p));
}

/** e^r - 1 - r for |r| <= ln(2)/2. */
function expTail(r: v128): v128 {
  let p = horner(1 / 479001600.0, r, f64x2.splat(1 / 6227020800.0));
  p = horner(1 / 39916800.0, r, p);
  p = horner(1 / 3628800.0, r, p);
  p = horner(1 / 362880.0, r, p);
  p = horner(1 / 40320.0, r, p);
  p = horner(1 / 5040.0, r, p);
  p = horner(1 / 720.0, r, p);
  p = horner(1 / 120.0, r, p);
  p = horner(1 / 24.0, r, p);
  p = horner(1 / 6.0, r, p);
  return f64x2.mul(f64x2.mul(r, r), horner(0.5, r, p));
}

/** 2^k for whole numbers k from -1022 to 1023 in the first two lanes: k becomes the exponent. */
function powerOfTwo(k: v128): v128 {
  return i64x2.shl(i64x2.add(i64x2.extend_low_i32x4_s(k), i64x2.splat(1023)), 52);
}

/** The whole number nearest to x / ln 2. */
function nearestMultiple(x: v128): v128 {
  return f64x2.floor(f64x2.add(f64x2.mul(x, f64x2.splat(Math.LOG2E)), f64x2.splat(0.5)));
}

/** e^x */
export function exp(x: v128): v128 {
  const clamped = f64x2.min(f64x2.max(x, f64x2.splat(-746)), f64x2.splat(710));
  const k = nearestMultiple(clamped);
  const high = f64x2.sub(clamped, f64x2.mul(k, f64x2.splat(LN2_HIGH)));
  const low = f64x2.mul(k, f64x2.splat(LN2_LOW));
  const rest = f64x2.add(high, f64x2.sub(expTail(f64x2.sub(high, low)), low));
  const whole = i32x4.trunc_sat_f64x2_s_zero(k);
  const half = i32x4.shr_s(whole, 1);
  const scaled = f64x2.mul(f64x2.add(f64x2.splat(1), rest), powerOfTwo(half));
  return f64x2.mul(scaled, powerOfTwo(i32x4.sub(whole, half)));
}

/** e^x - 1 for x <= 0, and whatever else for other x. */
export function expm1OfNegative(x: v128): v128 {
  const clamped = f64x2.min(f64x2.max(x, f64x2.splat(-40)), f64x2.splat(710));
  const k = nearestMultiple(clamped);
  const high = f64x2.sub(clamped, f64x2.mul(k, f64x2.splat(LN2_HIGH)));
  const low = f64x2.mul(k, f64x2.splat(LN2_LOW));
  const whole = i32x4.trunc_sat_f64x2_s_zero(k);
  const inverse = powerOfTwo(i32x4.neg(whole));
  const one = f64x2.splat(1);
  const offset = f64x2.sub(one, inverse);
  const offsetError = f64x2.sub(f64x2.sub(one, offset), inverse);
  const sum = f64x2.add(offset, high);
  const error = f64x2.add(f64x2.add(f64x2.sub(offset, sum), high), offsetError);
  const r = f64x2.sub(high, low);
  const lost = f64x2.sub(f64x2.sub(high, r), low);
  const bend = f64x2.sub(f64x2.add(expTail(r), f64x2.mul(r, lost)), low);
  const scaled = f64x2.add(sum, f64x2.add(error, bend));
  const half = i32x4.shr_s(whole, 1);
  const value = f64x2.mul(f64x2.mul(scaled, powerOfTwo(half)), powerOfTwo(i32x4.sub(whole, half)));
  return v128.bitselect(x, value, f64x2.eq(x, f64x2.splat(0))); // keeps -0
}

/** Rounded to float32. */
function fround(x: v128): v128 {
  return f64x2.promote_low_f32x4(f32x4.demote_f64x2_zero(x));
}

/** tanh x */
export function tanh(x: v128): v128 {
  const one = f64x2.splat(1);
  const twice = f64x2.min(f64x2.mul(f64x2.splat(2), f64x2.abs(x)), f64x2.splat(44));
  const k = nearestMultiple(twice);
  const high = f64x2.sub(twice, f64x2.mul(k, f64x2.splat(LN2_HIGH)));
  const low = f64x2.mul(k, f64x2.splat(LN2_LOW));
  const tail = f64x2.sub(expTail(f64x2.sub(high, low)), low);
  const inverse = powerOfTwo(i32x4.neg(i32x4.trunc_sat_f64x2_s_zero(k)));

  const minus = f64x2.sub(one, inverse);
  const plus = f64x2.add(one, inverse);
  const top0 = f64x2.add(minus, high);
  const bottom0 = f64x2.add(plus, high);
  const topRest0 = f64x2.add(
    f64x2.sub(f64x2.sub(one, minus), inverse),
    f64x2.add(f64x2.add(f64x2.sub(minus, top0), high), tail),
  );
  const bottomRest0 = f64x2.add(
    f64x2.add(f64x2.sub(one, plus), inverse),
    f64x2.add(f64x2.add(f64x2.sub(plus, bottom0), high), tail),
  );
  const top = f64x2.add(top0, topRest0);
  const bottom = f64x2.add(bottom0, bottomRest0);
  const topRest = f64x2.add(f64x2.sub(top0, top), topRest0);
  const bottomRest = f64x2.add(f64x2.sub(bottom0, bottom), bottomRest0);

  const reciprocal = f64x2.div(one, bottom);
  const quotient = fround(f64x2.mul(top, reciprocal));
  const bottomHigh = fround(bottom);
  const remainder = f64x2.sub(
    f64x2.sub(top, f64x2.mul(quotient, bottomHigh)),
    f64x2.mul(quotient, f64x2.sub(bottom, bottomHigh)),
  );
  const correction = f64x2.mul(f64x2.add(remainder, f64x2.sub(topRest, f64x2.mul(quotient, bottomRest))), reciprocal);
  // the sign of x, -0 included
  return v128.bitselect(x, f64x2.add(quotient, correction), i64x2.splat(i64.MIN_VALUE));
}
