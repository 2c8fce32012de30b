import { exp, log1p } from '#numerics/elementary.ts';
import { log1pFloat32 } from '#numerics/log1p-float32.ts';
import type { Pcg64 } from './pcg64.ts';
import { TAIL, type ZigguratTables } from './ziggurat-tables.ts';

/**
 * NumPy's normal numbers (numpy/random/src/distributions/distributions.c, `random_standard_normal`): a strip, a sign and a
 * whole number from one draw. In 99 of 100 cases the point lies in a part of the strip that is all under the curve, and is the
 * result. Otherwise a height in the strip decides, or, in strip 0, the tail is drawn.
 */

const INVERSE_TAIL = 0.2736612373297583; // 1 / TAIL
const float32 = Math.fround;
const TAIL_32 = float32(TAIL);
const INVERSE_TAIL_32 = float32(INVERSE_TAIL);

/** The next float64 draw from N(0, 1). `tables` are those of `zigguratFloat64`. */
export function standardNormal(stream: Pcg64, tables: ZigguratTables<Float64Array>): number {
  for (;;) {
    stream.next();
    const low = stream.low;
    const strip = low & 0xff;
    const whole = (stream.high & 0x1fffffff) * 0x800000 + (low >>> 9); // 52 bits
    const size = whole * (tables.w[strip] as number);
    const x = (low & 0x100) === 0 ? size : -size;
    if (whole < (tables.k[strip] as number)) return x;
    if (strip === 0) return (low & 0x20000) === 0 ? tail(stream) : -tail(stream); // bit 8 of `whole` is the sign here
    const lower = tables.f[strip] as number;
    const upper = tables.f[strip - 1] as number;
    const y = (upper - lower) * stream.nextFloat64() + lower;
    if (y < exp(-0.5 * x * x)) return x;
  }
}

/** A draw from the tail x > TAIL (Marsaglia 1964): exponential steps beyond TAIL, some of them refused. */
function tail(stream: Pcg64): number {
  for (;;) {
    const beyond = -INVERSE_TAIL * log1p(-stream.nextFloat64());
    const bound = -log1p(-stream.nextFloat64());
    if (bound + bound > beyond * beyond) return TAIL + beyond;
  }
}

/** The next float32 draw from N(0, 1), in float32 arithmetic. `tables` are those of `zigguratFloat32`. */
export function standardNormal32(stream: Pcg64, tables: ZigguratTables<Float32Array>): number {
  for (;;) {
    const word = stream.nextWord();
    const strip = word & 0xff;
    const whole = word >>> 9; // 23 bits
    const size = float32(whole * (tables.w[strip] as number));
    const x = (word & 0x100) === 0 ? size : -size;
    if (whole < (tables.k[strip] as number)) return x;
    if (strip === 0) return (word & 0x20000) === 0 ? tail32(stream) : -tail32(stream);
    const lower = tables.f[strip] as number;
    const upper = tables.f[strip - 1] as number;
    const y = float32(float32(float32(upper - lower) * stream.nextFloat32()) + lower);
    if (y < exp(-0.5 * x * x)) return x; // the curve in float64
  }
}

/** As `tail`, in float32. */
function tail32(stream: Pcg64): number {
  for (;;) {
    const beyond = float32(-INVERSE_TAIL_32 * log1pFloat32(-stream.nextFloat32()));
    const bound = -log1pFloat32(-stream.nextFloat32());
    if (float32(bound + bound) > float32(beyond * beyond)) return float32(TAIL_32 + beyond);
  }
}
