/** values = values * factor + offset, rounded once: `fmaFloat32` of `src/numerics/fma.ts`, two values at a time. */
export function multiplyAdd(values: usize, length: i32, factor: f32, offset: f32): void {
  const factors = f64x2.splat(factor);
  const offsets = f64x2.splat(offset);
  for (let n = length >> 1; n > 0; n--) {
    v128.store64_lane(values, fused(v128.load64_zero(values), factors, offsets), 0);
    values += 8;
  }
  if (length & 1) v128.store32_lane(values, fused(v128.load32_zero(values), factors, offsets), 0);
}

/** The product of two float32 is exact in float64. */
function fused(values: v128, factors: v128, offsets: v128): v128 {
  return f32x4.demote_f64x2_zero(sumToOdd(f64x2.mul(f64x2.promote_low_f32x4(values), factors), offsets));
}

/**
 * a + b if that is a float64, else the one of its two neighbors whose last bit is 1, so that rounding to float32 sees what
 * was cut off. The bits of a float64, read as an integer, plus 1 are the next float64 away from 0.
 */
function sumToOdd(a: v128, b: v128): v128 {
  const high = f64x2.add(a, b);
  const bRounded = f64x2.sub(high, a);
  const low = f64x2.add(f64x2.sub(a, f64x2.sub(high, bRounded)), f64x2.sub(b, bRounded));
  const towardsLow = v128.or(i64x2.shr_s(v128.xor(low, high), 63), i64x2.splat(1)); // -1 if the signs differ, else 1
  const ifEven = i64x2.sub(v128.and(high, i64x2.splat(1)), i64x2.splat(1)); // all bits set, or none
  const ifInexact = f64x2.ne(low, f64x2.splat(0));
  return i64x2.add(high, v128.and(towardsLow, v128.and(ifEven, ifInexact)));
}
