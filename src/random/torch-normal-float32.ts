import { fmaFloat32 } from '#numerics/fma.ts';

/**
 * Float32 normals from float32 uniforms as PyTorch makes them on AVX2 machines, bit for bit (ATen/native/cpu/
 * DistributionTemplates.h, `normal_fill_AVX2`), with log, sin and cos of Moshier's Cephes library in float32.
 *
 * Every operation is rounded to float32, a multiply-add once: f(a * b + c), because float64 holds the product exactly. The
 * sum is rounded to float64 first, but to the same float32 for every u1 and u2 of 24 bits that can occur here. Roundings
 * of exact results are left out.
 */
const f = Math.fround;

/**
 * Pairs of uniforms at work together. One pair is a long chain, each operation waiting for the last; several loops over
 * many pairs keep a processor busier than one loop over all the operations, which takes about 40% longer.
 */
const PAIRS = 128;
const mantissas = new Float32Array(PAIRS);
const mantissaBits = new Int32Array(mantissas.buffer);
const radii = new Float32Array(PAIRS);
const quarters = new Int8Array(PAIRS);
const angles = new Float32Array(PAIRS);
const sines = new Float32Array(PAIRS);
const cosines = new Float32Array(PAIRS);

/**
 * Turns the uniforms of U[0, 1) at `start` to `end - 1`, whole blocks of 16, into N(mean, std^2). The first and the last 8
 * of a block make 8 pairs, and a pair (u1, u2) becomes sqrt(-2 ln(1 - u1)) times cos and sin of 2 pi u2 (Box, Muller 1958).
 */
export function normalFloat32(out: Float32Array, start: number, end: number, mean: number, std: number): void {
  for (let first = start; first < end; first += 2 * PAIRS) {
    const pairs = Math.min(PAIRS, (end - first) / 2);
    findRadii(out, first, pairs);
    findAngles(out, first, pairs);
    findSinesAndCosines(pairs);
    combine(out, first, pairs, mean === 0 ? f(std) : 1);
    if (mean !== 0) fmaFloat32(out, first, first + 2 * pairs, f(std), f(mean));
  }
}

/** Where u1 of pair i lies behind the first one's; u2 is 8 places further. */
const place = (i: number) => 2 * i - (i & 7);

const SQRT_HALF_BITS = 0x3f3504f3;
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

/** sqrt(-2 ln(1 - u1)), with 1 - u1 = 2^e (1 + t), sqrt(1/2) <= 1 + t < sqrt(2). */
function findRadii(out: Float32Array, first: number, pairs: number): void {
  for (let i = 0; i < pairs; i++) mantissas[i] = 1 - (out[first + place(i)] as number);
  for (let i = 0; i < pairs; i++) {
    const bits = mantissaBits[i] as number;
    const e = (bits - SQRT_HALF_BITS) >> 23; // the difference of the exponents, less 1 if that of the fractions is negative
    mantissaBits[i] = bits - (e << 23);
    const t = (mantissas[i] as number) - 1;
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
    radii[i] = Math.sqrt(-2 * f(e * LN2_HIGH + f(t + y)));
  }
}

const TWO_PI = f(6.283185307179586);
const FOUR_OVER_PI = f(1.27323954473516);
// pi/4 in three parts, so that a multiple of each loses little (Cody and Waite 1980)
const PI_4_1 = f(0.78515625);
const PI_4_2 = f(2.4187564849853516e-4);
const PI_4_3 = f(3.774894977445941e-8);

/** 2 pi u2 = quarter pi/2 + angle, -pi/4 <= angle <= pi/4. */
function findAngles(out: Float32Array, first: number, pairs: number): void {
  for (let i = 0; i < pairs; i++) {
    const theta = f(TWO_PI * (out[first + place(i) + 8] as number));
    const octant = (f(theta * FOUR_OVER_PI) + 1) & ~1;
    quarters[i] = octant >> 1;
    angles[i] = f(theta - octant * PI_4_1 - octant * PI_4_2) - octant * PI_4_3;
  }
}

const S0 = f(-1.9515295891e-4);
const S1 = f(8.3321608736e-3);
const S2 = f(-1.6666654611e-1);
const C0 = f(2.443315711809948e-5);
const C1 = f(-1.388731625493765e-3);
const C2 = f(4.166664568298827e-2);

/** sin x = x + x^3 (S0 z^2 + S1 z + S2) and cos x = 1 - z/2 + z^2 (C0 z^2 + C1 z + C2), z = x^2, for each angle x. */
function findSinesAndCosines(pairs: number): void {
  for (let i = 0; i < pairs; i++) {
    const x = angles[i] as number;
    const z = f(x * x);
    sines[i] = f(f(f(S0 * z + S1) * z + S2) * z) * x + x;
    cosines[i] = f(f(f(f(C0 * z + C1) * z + C2) * z) * z - z * 0.5) + 1;
  }
}

/** N(0, std^2): radius times cos and sin of the whole angle, as each quarter turn makes (cos, sin) into (-sin, cos). */
function combine(out: Float32Array, first: number, pairs: number, std: number): void {
  for (let i = 0; i < pairs; i++) {
    const radius = radii[i] as number;
    const sin = sines[i] as number;
    const cos = cosines[i] as number;
    const quarter = quarters[i] as number;
    const odd = quarter & 1; // factors 0 and 1 in place of branches, which random quarters would make unpredictable
    const cosine = (odd * sin + (1 - odd) * cos) * (1 - ((quarter + 1) & 2));
    const sine = (odd * cos + (1 - odd) * sin) * (1 - (quarter & 2));
    const at = first + place(i);
    out[at] = f(radius * cosine) * std + 0; // PyTorch adds the mean, which makes -0 into 0
    out[at + 8] = f(radius * sine) * std + 0;
  }
}
