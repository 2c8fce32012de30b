import { exp, expm1OfNegative, tanh } from './exp';

/**
 * Activations and their derivatives in float64, two lanes at a time, in the order of operations of
 * `src/network/activations.ts`; rounded to float32 once, when they are stored.
 */
type Function = (z: v128) => v128;

/** Where the last one to three values of an array are worked on. */
const ENDS = memory.data(32, 16);

/** out = f(z) */
function map(z: usize, out: usize, length: i32, f: Function): void {
  for (let n = length >> 2; n > 0; n--) {
    v128.store(out, apply(f, v128.load(z)));
    z += 16;
    out += 16;
  }
  const rest = (<usize>(length & 3)) << 2;
  memory.copy(ENDS, z, rest);
  v128.store(ENDS, apply(f, v128.load(ENDS)));
  memory.copy(out, ENDS, rest);
}

function apply(f: Function, z: v128): v128 {
  const low = f32x4.demote_f64x2_zero(f(f64x2.promote_low_f32x4(z)));
  const high = f32x4.demote_f64x2_zero(f(f64x2.promote_low_f32x4(v128.shuffle<f64>(z, z, 1, 1))));
  return v128.shuffle<f64>(low, high, 0, 2);
}

/** delta = delta * f(z), rounded once */
function mapSlope(z: usize, delta: usize, length: i32, f: Function): void {
  for (let n = length >> 2; n > 0; n--) {
    v128.store(delta, applySlope(f, v128.load(z), v128.load(delta)));
    z += 16;
    delta += 16;
  }
  const rest = (<usize>(length & 3)) << 2;
  memory.copy(ENDS, z, rest);
  memory.copy(ENDS + 16, delta, rest);
  v128.store(ENDS + 16, applySlope(f, v128.load(ENDS), v128.load(ENDS + 16)));
  memory.copy(delta, ENDS + 16, rest);
}

function applySlope(f: Function, z: v128, delta: v128): v128 {
  const low = f64x2.mul(f64x2.promote_low_f32x4(delta), f(f64x2.promote_low_f32x4(z)));
  const highDelta = f64x2.promote_low_f32x4(v128.shuffle<f64>(delta, delta, 1, 1));
  const high = f64x2.mul(highDelta, f(f64x2.promote_low_f32x4(v128.shuffle<f64>(z, z, 1, 1))));
  return v128.shuffle<f64>(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 2);
}

function choose(condition: v128, yes: v128, no: v128): v128 {
  return v128.bitselect(yes, no, condition);
}

function decayOf(z: v128): v128 {
  return exp(f64x2.neg(f64x2.abs(z)));
}

function sigmoidOf(z: v128): v128 {
  const decay = decayOf(z);
  const one = f64x2.splat(1);
  return f64x2.div(choose(f64x2.lt(z, f64x2.splat(0)), decay, one), f64x2.add(one, decay));
}

function logisticDensity(z: v128): v128 {
  const decay = decayOf(z);
  const sum = f64x2.add(f64x2.splat(1), decay);
  return f64x2.div(decay, f64x2.mul(sum, sum));
}

function tanhSlopeOf(z: v128): v128 {
  return f64x2.mul(f64x2.splat(4), logisticDensity(f64x2.mul(f64x2.splat(2), z)));
}

export function sigmoid(z: usize, out: usize, length: i32): void {
  map(z, out, length, sigmoidOf);
}

export function sigmoidSlope(z: usize, delta: usize, length: i32): void {
  mapSlope(z, delta, length, logisticDensity);
}

export function tanhOf(z: usize, out: usize, length: i32): void {
  map(z, out, length, tanh);
}

export function tanhSlope(z: usize, delta: usize, length: i32): void {
  mapSlope(z, delta, length, tanhSlopeOf);
}

/** 1 where z > 0, e^z where z <= 0; NaN passes. */
function eluSlopeOf(z: v128): v128 {
  const positive = f64x2.gt(z, f64x2.splat(0));
  return choose(positive, f64x2.splat(1), exp(z));
}

function eluOf(z: v128): v128 {
  return choose(f64x2.gt(z, f64x2.splat(0)), z, expm1OfNegative(z));
}

export function elu(z: usize, out: usize, length: i32): void {
  map(z, out, length, eluOf);
}

export function eluSlope(z: usize, delta: usize, length: i32): void {
  mapSlope(z, delta, length, eluSlopeOf);
}

/** The two constants of Klambauer et al. 2017, as in `src/network/activations.ts`. */
const SELU_ALPHA: f64 = 1.6732632423543772;
const SELU_SCALE: f64 = 1.0507009873554805;

function seluOf(z: v128): v128 {
  const negative = f64x2.mul(f64x2.splat(SELU_ALPHA), expm1OfNegative(z));
  return f64x2.mul(f64x2.splat(SELU_SCALE), choose(f64x2.gt(z, f64x2.splat(0)), z, negative));
}

function seluSlopeOf(z: v128): v128 {
  const negative = f64x2.mul(f64x2.splat(SELU_ALPHA), exp(z));
  return f64x2.mul(f64x2.splat(SELU_SCALE), choose(f64x2.gt(z, f64x2.splat(0)), f64x2.splat(1), negative));
}

export function selu(z: usize, out: usize, length: i32): void {
  map(z, out, length, seluOf);
}

export function seluSlope(z: usize, delta: usize, length: i32): void {
  mapSlope(z, delta, length, seluSlopeOf);
}

/** Beyond +-1000 SiLU is its limit; there z e^-|z| would be infinity times 0. */
function bounded(z: v128): v128 {
  return f64x2.min(f64x2.max(z, f64x2.splat(-1000)), f64x2.splat(1000));
}

function siluOf(z: v128): v128 {
  return f64x2.mul(f64x2.max(z, f64x2.splat(-1000)), sigmoidOf(z));
}

function siluSlopeOf(z: v128): v128 {
  return f64x2.add(sigmoidOf(z), f64x2.mul(bounded(z), logisticDensity(z)));
}

export function silu(z: usize, out: usize, length: i32): void {
  map(z, out, length, siluOf);
}

export function siluSlope(z: usize, delta: usize, length: i32): void {
  mapSlope(z, delta, length, siluSlopeOf);
}
