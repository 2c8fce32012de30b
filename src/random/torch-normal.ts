import { float32Bits, float32FromBits } from '#numerics/bits.ts';

/**
 * PyTorch's transform of uniform into normal draws for float32 tensors of 16 and more values, bit for bit.
 *
 * PyTorch runs it eight values at a time on AVX2 machines (ATen/native/cpu/DistributionTemplates.h, `normal_fill_AVX2`),
 * with the float32 polynomials of Moshier's Cephes library for log, sin and cos. In the comments fma(a, b, c) is a*b + c
 * rounded once to float32. For float32 a, b, c the product is exact in float64, so `f(a * b + c)` is that, but for double
 * roundings with a chance of about 2^-29.
 */
const f = Math.fround;

const SQRT_HALF = f(0.7071067811865475);
const LN2_HIGH = f(0.693359375);
const LN2_LOW = f(-2.1219444e-4);
// ln(1 + t) = t - t^2/2 + t^3 (L0 t^8 + L1 t^7 + ... + L8)
const L0 = f(7.0376836292e-2);
const L1 = f(-1.151461031e-1);
const L2 = f(1.167699874e-1);
const L3 = f(-1.2420140846e-1);
const L4 = f(1.4249322787e-1);
const L5 = f(-1.6668057665e-1);
const L6 = f(2.0000714765e-1);
const L7 = f(-2.4999993993e-1);
const L8 = f(3.3333331174e-1);

/** ln u for float32 u in (0, 1], as Cephes' logf with fused multiply-adds. */
function logFloat32(u: number): number {
  const bits = float32Bits(u);
  let e = (bits >>> 23) - 126;
  const m = float32FromBits((bits & 0x7fffff) | 0x3f000000); // u = m 2^e, m in [1/2, 1)
  let t = f(m - 1);
  if (m < SQRT_HALF) {
    e -= 1;
    t = f(t + m);
  }
  const z = f(t * t);
  let y = f(L0 * t + L1);
  y = f(y * t + L2);
  y = f(y * t + L3);
  y = f(y * t + L4);
  y = f(y * t + L5);
  y = f(y * t + L6);
  y = f(y * t + L7);
  y = f(y * t + L8);
  y = f(y * t);
  y = f(y * z + f(e * LN2_LOW));
  y = f(y - z * 0.5);
  return f(e * LN2_HIGH + f(t + y));
}

const FOUR_OVER_PI = f(1.27323954473516);
// pi/4 in three parts, so that j * part loses little (Cody and Waite 1980)
const PI_4_1 = f(0.78515625);
const PI_4_2 = f(2.4187564849853516e-4);
const PI_4_3 = f(3.774894977445941e-8);

/** theta - j pi/4 for the even j next to theta * 4/pi. */
function reduce(theta: number, j: number): number {
  return f(f(f(theta - j * PI_4_1) - j * PI_4_2) - j * PI_4_3);
}

const S0 = f(-1.9515295891e-4);
const S1 = f(8.3321608736e-3);
const S2 = f(-1.6666654611e-1);

/** sin x for |x| <= pi/4. */
function sinFloat32(x: number): number {
  const z = f(x * x);
  const p = f(f(S0 * z + S1) * z + S2);
  return f(f(p * z) * x + x);
}

const C0 = f(2.443315711809948e-5);
const C1 = f(-1.388731625493765e-3);
const C2 = f(4.166664568298827e-2);

/** cos x for |x| <= pi/4. */
function cosFloat32(x: number): number {
  const z = f(x * x);
  const p = f(f(f(C0 * z + C1) * z + C2) * z);
  return f(f(p * z - f(z * 0.5)) + 1);
}

const TWO_PI = f(6.283185307179586);

/**
 * Turns the 16 uniforms of U[0, 1) at `out[start...start + 15]` into normals: the first 8 and the last 8 make 8 pairs,
 * and each pair (u1, u2) becomes sqrt(-2 ln(1 - u1)) times cos and sin of 2 pi u2 (Box and Muller 1958).
 */
function transformBlock(out: Float32Array, start: number, mean: number, std: number): void {
  for (let j = start; j < start + 8; j++) {
    const u1 = 1 - (out[j] as number); // in (0, 1], exact
    const theta = f(TWO_PI * (out[j + 8] as number));
    const radius = f(Math.sqrt(f(-2 * logFloat32(u1))));
    const octant = (Math.trunc(f(theta * FOUR_OVER_PI)) + 1) & ~1;
    const x = reduce(theta, octant);
    const s = sinFloat32(x);
    const c = cosFloat32(x);
    const swap = (octant & 2) !== 0;
    const sine = (octant & 4) === 0 ? (swap ? c : s) : swap ? -c : -s;
    const cosine = ((octant - 2) & 4) === 0 ? (swap ? -s : -c) : swap ? s : c;
    out[j] = f(f(radius * cosine) * std + mean);
    out[j + 8] = f(f(radius * sine) * std + mean);
  }
}

/**
 * Turns `out`, 16 or more uniforms of U[0, 1), into float32 draws from N(mean, std^2), block of 16 by block of 16.
 *
 * When the length is not a multiple of 16, `redraw` is asked to fill the last 16 places with new uniforms, and that block
 * replaces values that were finished already: PyTorch's rule, kept for the sake of equal bits.
 */
export function normalFromUniform(
  out: Float32Array,
  mean: number,
  std: number,
  redraw: (last16: Float32Array) => void,
): void {
  const [mean32, std32] = [f(mean), f(std)];
  const blocks = out.length - (out.length % 16);
  for (let start = 0; start < blocks; start += 16) transformBlock(out, start, mean32, std32);
  if (blocks === out.length) return;
  redraw(out.subarray(out.length - 16));
  transformBlock(out, out.length - 16, mean32, std32);
}
