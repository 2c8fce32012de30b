/**
 * Four float32 at work as two and two float64, which hold the product of two float32 exactly. So a multiply-add with one
 * rounding, for which strict SIMD has no instruction, is done in float64 and rounded to float32.
 */

/** The first two of four float32. */
export function first(x: v128): v128 {
  return f64x2.promote_low_f32x4(x);
}

/** The last two of four float32. */
export function last(x: v128): v128 {
  return f64x2.promote_low_f32x4(v128.shuffle<f64>(x, x, 1, 1));
}

/** Two and two float64, rounded to four float32. */
export function joined(first: v128, last: v128): v128 {
  return v128.shuffle<f64>(f32x4.demote_f64x2_zero(first), f32x4.demote_f64x2_zero(last), 0, 2);
}

/** Two float64, rounded to values of float32. */
export function rounded(x: v128): v128 {
  return f64x2.promote_low_f32x4(f32x4.demote_f64x2_zero(x));
}

/** A number of a table of float64, twice. V8 is a tenth faster with what it reads than with constants in the code. */
export function entry(table: usize, index: i32): v128 {
  return v128.load64_splat(table + ((<usize>index) << 3));
}

/** x y + the number of a table, rounded to values of float32. */
export function horner(x: v128, y: v128, table: usize, index: i32): v128 {
  return rounded(f64x2.add(f64x2.mul(x, y), entry(table, index)));
}
