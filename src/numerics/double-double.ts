/**
 * Numbers of about 106 bits, from float64 arithmetic alone: an unrounded sum high + low, where low is at most half a unit
 * in the last place of high.
 *
 * Sources: Dekker, Numerische Mathematik 18 (1971) 224-242; Knuth, TAOCP 2, 4.2.2; error bounds in Joldes, Muller and
 * Popescu, ACM TOMS 44 (2017) 15res. The numbers must stay within 2^-900 and 2^900 and away from NaN and Infinity, or parts
 * of them overflow or vanish.
 */
export interface DoubleDouble {
  readonly high: number;
  readonly low: number;
}

/** A float64 as a double-double. */
export const exactly = (x: number): DoubleDouble => ({ high: x, low: 0 });

/** a + b, exactly (Knuth's TwoSum). */
export function sumOf(a: number, b: number): DoubleDouble {
  const high = a + b;
  const bRounded = high - a;
  return { high, low: a - (high - bRounded) + (b - bRounded) };
}

/** a + b, exactly, for |a| >= |b| or a = 0 (Dekker's FastTwoSum). */
function normalized(a: number, b: number): DoubleDouble {
  const high = a + b;
  return { high, low: a - high + b };
}

const SPLITTER = 134217729; // 2^27 + 1

/** The upper 26 bits of a float64; what is left has 26 bits as well, so that products of such halves are exact. */
function upperHalf(a: number): number {
  const c = SPLITTER * a;
  return c - (c - a);
}

/** a b, exactly (Dekker's product). */
export function productOf(a: number, b: number): DoubleDouble {
  const high = a * b;
  const aHigh = upperHalf(a);
  const bHigh = upperHalf(b);
  const aLow = a - aHigh;
  const bLow = b - bHigh;
  return { high, low: aLow * bLow - (high - aHigh * bHigh - aLow * bHigh - aHigh * bLow) };
}

/** x + y, with a relative error of at most 3 * 2^-106, also when x and y nearly cancel. */
export function add(x: DoubleDouble, y: DoubleDouble): DoubleDouble {
  const high = sumOf(x.high, y.high);
  const low = sumOf(x.low, y.low);
  const first = normalized(high.high, high.low + low.high);
  return normalized(first.high, first.low + low.low);
}

/** -x, exactly. */
export const negative = (x: DoubleDouble): DoubleDouble => ({ high: -x.high, low: -x.low });

/** x times a power of two, exactly. */
export const scaled = (x: DoubleDouble, power: number): DoubleDouble => ({ high: x.high * power, low: x.low * power });

/** x y, with a relative error of at most 5 * 2^-106. */
export function multiply(x: DoubleDouble, y: DoubleDouble): DoubleDouble {
  const product = productOf(x.high, y.high);
  return normalized(product.high, product.low + (x.high * y.low + x.low * y.high));
}

/** x / y, with a relative error of at most 10 * 2^-106: a float64 quotient, corrected twice by what it leaves. */
export function divide(x: DoubleDouble, y: DoubleDouble): DoubleDouble {
  const first = x.high / y.high;
  const rest = add(x, negative(multiply(y, exactly(first))));
  const second = rest.high / y.high;
  const third = add(rest, negative(multiply(y, exactly(second)))).high / y.high;
  return add(normalized(first, second), exactly(third));
}

/**
 * c_0 + c_1 x + c_2 x^2 + ... by Horner's rule, for terms that shrink: |x| times each partial sum must stay below the next
 * coefficient. The first coefficients are double-doubles; `tail` holds the float64 that follow, whose terms are so small that
 * their rounding falls below the last bits of the sum.
 *
 * The steps are `multiply` and `add` written out: as function calls they would allocate, and take twice as long.
 */
export function polynomial(
  x: DoubleDouble,
  coefficients: readonly DoubleDouble[],
  tail: readonly number[],
): DoubleDouble {
  let high = 0;
  let low = 0;
  for (let n = tail.length - 1; n >= 0; n--) high = (tail[n] as number) + x.high * high;
  const xUpper = upperHalf(x.high);
  const xLower = x.high - xUpper;
  for (let n = coefficients.length - 1; n >= 0; n--) {
    const c = coefficients[n] as DoubleDouble;
    const product = x.high * high;
    const upper = upperHalf(high);
    const lower = high - upper;
    const error = xLower * lower - (product - xUpper * upper - xLower * upper - xUpper * lower);
    const productLow = error + (x.high * low + x.low * high);
    high = c.high + product;
    low = c.high - high + product + (productLow + c.low);
  }
  return normalized(high, low);
}
