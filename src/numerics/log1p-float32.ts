import { float32Bits, powerOfTwo } from './bits.ts';

/**
 * ln(1 + x) in float32 arithmetic by the algorithm of fdlibm (Sun Microsystems 1993; s_log1pf.c of its float32 version), to its
 * last bit, for the tail of NumPy's float32 normals. The steps are those of `log1p.ts`, each rounded to float32.
 */

const f32 = Math.fround;

// ln 2 in two parts; the first ends after 16 bits, so its product with k is exact.
const LN2_HIGH = f32(6.9313812256e-1);
const LN2_LOW = f32(9.0580006145e-6);
const LP1 = f32(6.6666668653e-1);
const LP2 = f32(4.0000000596e-1);
const LP3 = f32(2.8571429849e-1);
const LP4 = f32(2.2222198546e-1);
const LP5 = f32(1.818357259e-1);
const LP6 = f32(1.5313838422e-1);
const LP7 = f32(1.479819864e-1);

// sqrt(1/2) - 1, sqrt(2) - 1 and sqrt(2), as fdlibm has them
const LOWEST_F = -0x95f61f / 0x2000000;
const HIGHEST_F = 0xd413d7 / 0x2000000;
const SQRT2 = 0xb504f7 / 0x800000;

/** z (LP1 + z (LP2 + ...)), the polynomial of `log1p.ts` in float32. */
function polynomial(z: number): number {
  let sum = f32(LP6 + f32(z * LP7));
  sum = f32(LP5 + f32(z * sum));
  sum = f32(LP4 + f32(z * sum));
  sum = f32(LP3 + f32(z * sum));
  sum = f32(LP2 + f32(z * sum));
  sum = f32(LP1 + f32(z * sum));
  return f32(z * sum);
}

/** k ln 2 + ln(1 + f) + correction; the correction is left out where k is 0. */
function logSum(k: number, f: number, correction: number): number {
  const halfSquare = f32(f32(0.5 * f) * f);
  const s = f32(f / f32(2 + f));
  const sum = f32(s * f32(halfSquare + polynomial(f32(s * s))));
  if (k === 0) return f32(f - f32(halfSquare - sum));
  const low = f32(f32(k * LN2_LOW) + correction);
  // Next to a power of two, three terms of the Taylor series are enough.
  const isNearPower = f > -1 / 0x400000 && f < 1 / 0x800000;
  const rest = isNearPower
    ? f32(f32(halfSquare * f32(1 - f32(f32(2 / 3) * f))) - low)
    : f32(halfSquare - f32(sum + low));
  return f32(f32(k * LN2_HIGH) - f32(rest - f));
}

/** ln(1 + x) for a float32 x > -1, within 1 ulp of float32. ln(1 - 1) = -Infinity; NaN below. */
export function log1pFloat32(x: number): number {
  if (x <= -1) return x === -1 ? -Infinity : NaN;
  const size = Math.abs(x);
  if (size < 1 / 0x20000000) return x; // below 2^-29
  if (x >= LOWEST_F && x < HIGHEST_F) return logSum(0, x, 0);
  const u = f32(1 + x);
  if (!(u < Infinity)) return u;
  const k = (float32Bits(u) >>> 23) - 127;
  const lost = k > 0 ? f32(1 - f32(u - x)) : f32(x - f32(u - 1)); // 1 + x = u + lost, and ln(u + lost) = ln u + lost/u
  const correction = f32(lost / u);
  const m = u * powerOfTwo(-k); // in [1, 2), exact
  return m < SQRT2 ? logSum(k, m - 1, correction) : logSum(k + 1, 0.5 * m - 1, correction);
}
