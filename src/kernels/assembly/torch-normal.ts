import { cosine, log, sine } from './cephes';
import { multiplyAdd } from './fused';
import { first, joined, last } from './rounding';
import { torchUniform } from './torch-uniform';

/** Values at work together: they are drawn, transformed and scaled while they are in the processor's nearest memory. */
const PART = 512;

/**
 * From this std on no product underflows to -0. So a -0 comes from an exact 0, which the mean of 0 makes +0, and the mean can
 * be added to the rounded product.
 */
const LEAST_FACTOR: f32 = 1e-20;

/**
 * Fills whole blocks of 16 with N(mean, std^2), and a rest of less than 16 with U[0, 1), which the caller replaces; one word
 * of the stream each. The steps are those of `src/random/torch-normal-float32.ts`, so the same bits. `position` words of the
 * state have been drawn already; returns how many have then.
 */
export function torchNormal(state: usize, position: i32, out: usize, length: i32, mean: f32, std: f32): i32 {
  const asFactor = mean === 0 && std >= LEAST_FACTOR;
  for (; length > 0; length -= PART) {
    const count = min(length, PART);
    position = torchUniform(state, position, out, count, 0, 1);
    boxMuller(out, count & ~15, asFactor ? std : 1);
    if (!asFactor) multiplyAdd(out, count & ~15, std, mean);
    out += PART * 4;
  }
  return position;
}

/** The first and the last 8 of a block make 8 pairs; four of them at a time. */
function boxMuller(block: usize, length: i32, std: f32): void {
  for (let half = 0; length > 0; length -= 8) {
    fourPairs(block + half, std);
    block += half << 2;
    half ^= 16;
  }
}

/** (u1, u2), 32 bytes apart, become sqrt(-2 ln(1 - u1)) times cos and sin of 2 pi u2, times std. */
function fourPairs(p: usize, std: f32): void {
  const logarithm = log(f32x4.sub(f32x4.splat(1), v128.load(p)));
  const radius = f32x4.sqrt(f32x4.mul(logarithm, f32x4.splat(-2)));

  const theta = f32x4.mul(v128.load(p, 32), f32x4.splat(6.283185307179586));
  const octants = f32x4.mul(theta, f32x4.splat(1.27323954473516)); // theta 4 / pi
  const octant = v128.and(i32x4.add(i32x4.trunc_sat_f32x4_s(octants), i32x4.splat(1)), i32x4.splat(~1));
  const x = rest(theta, f32x4.convert_i32x4_s(octant));
  const z = f32x4.mul(x, x);
  const sin = sine(x, z);
  const cos = cosine(z);

  // Bit 1 of the octant says whether an odd number of quarter turns is missing; each makes (cos, sin) into (-sin, cos).
  const odd = i32x4.shr_s(i32x4.shl(octant, 30), 31);
  const cosSign = v128.and(i32x4.shl(i32x4.add(octant, i32x4.splat(2)), 29), i32x4.splat(1 << 31));
  const sinSign = v128.and(i32x4.shl(octant, 29), i32x4.splat(1 << 31));
  v128.store(p, scaled(radius, v128.xor(v128.bitselect(sin, cos, odd), cosSign), std));
  v128.store(p, scaled(radius, v128.xor(v128.bitselect(cos, sin, odd), sinSign), std), 32);
}

/** theta - octant pi/4, by three parts of pi/4; only the product with the last one is not exact in float32. */
function rest(theta: v128, octant: v128): v128 {
  const y = f32x4.sub(theta, f32x4.mul(octant, f32x4.splat(0.78515625)));
  const x = f32x4.sub(y, f32x4.mul(octant, f32x4.splat(2.4187564849853516e-4)));
  const part = f64x2.splat(<f32>3.774894977445941e-8);
  return joined(f64x2.sub(first(x), f64x2.mul(first(octant), part)), f64x2.sub(last(x), f64x2.mul(last(octant), part)));
}

/** radius * direction * std, and +0 for -0: PyTorch adds the mean. */
function scaled(radius: v128, direction: v128, std: f32): v128 {
  return f32x4.add(f32x4.mul(f32x4.mul(radius, direction), f32x4.splat(std)), f32x4.splat(0));
}
