import { entry, first, horner, joined, last, rounded } from './rounding';

/**
 * log, sin and cos of Moshier's Cephes library in float32, four at a time: the steps of `src/random/torch-normal-float32.ts`
 * one by one, so the same bits. See there for the formulas. Where a product or a sum is exact in float32, or is rounded by
 * itself, it is done in float32.
 */
const LOG = memory.data<f64>(
  [
    <f32>7.0376836292e-2,
    <f32>-1.151461031e-1,
    <f32>1.167699874e-1,
    <f32>-1.2420140846e-1,
    <f32>1.4249322787e-1,
    <f32>-1.6668057665e-1,
    <f32>2.0000714765e-1,
    <f32>-2.4999993993e-1,
    <f32>3.3333331174e-1,
  ],
  16,
);
const SINE = memory.data<f64>([<f32>-1.9515295891e-4, <f32>8.3321608736e-3, <f32>-1.6666654611e-1], 16);
const COSINE = memory.data<f64>([<f32>2.443315711809948e-5, <f32>-1.388731625493765e-3, <f32>4.166664568298827e-2], 16);
const SQRT_HALF_BITS = 0x3f3504f3;

/** ln x for positive float32, with x = 2^e (1 + t). */
export function log(x: v128): v128 {
  const exponent = i32x4.shr_s(i32x4.sub(x, i32x4.splat(SQRT_HALF_BITS)), 23);
  const e = f32x4.convert_i32x4_s(exponent);
  const t = f32x4.sub(i32x4.sub(x, i32x4.shl(exponent, 23)), f32x4.splat(1));
  const z = f32x4.mul(t, t);
  const eLow = f32x4.mul(e, f32x4.splat(-2.1219444e-4));
  const y = joined(
    f64x2.add(f64x2.mul(logSeries(first(t)), first(z)), first(eLow)),
    f64x2.add(f64x2.mul(logSeries(last(t)), last(z)), last(eLow)),
  );
  const tail = f32x4.sub(y, f32x4.mul(z, f32x4.splat(0.5)));
  return f32x4.add(f32x4.mul(e, f32x4.splat(0.693359375)), f32x4.add(t, tail));
}

function logSeries(t: v128): v128 {
  let y = horner(entry(LOG, 0), t, LOG, 1);
  for (let i = 2; i < 9; i++) y = horner(y, t, LOG, i);
  return rounded(f64x2.mul(y, t));
}

/** sin x for -pi/4 <= x <= pi/4, with z = x^2. */
export function sine(x: v128, z: v128): v128 {
  return joined(sineOfTwo(first(x), first(z)), sineOfTwo(last(x), last(z)));
}

function sineOfTwo(x: v128, z: v128): v128 {
  const y = horner(horner(entry(SINE, 0), z, SINE, 1), z, SINE, 2);
  return f64x2.add(f64x2.mul(rounded(f64x2.mul(y, z)), x), x);
}

/** cos x for -pi/4 <= x <= pi/4, with z = x^2. */
export function cosine(z: v128): v128 {
  return f32x4.add(joined(cosineOfTwo(first(z)), cosineOfTwo(last(z))), f32x4.splat(1));
}

function cosineOfTwo(z: v128): v128 {
  const y = horner(horner(entry(COSINE, 0), z, COSINE, 1), z, COSINE, 2);
  return f64x2.sub(f64x2.mul(rounded(f64x2.mul(y, z)), z), f64x2.mul(z, f64x2.splat(0.5)));
}
