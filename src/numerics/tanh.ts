import { powerOfTwo } from './bits.ts';
import { expTail, LN2_HIGH, LN2_LOW } from './exp.ts';

/**
 * tanh x for every float64, within 1 ulp; odd to the last bit: tanh(-x) = -tanh(x).
 *
 * With e^(2x) = 2^k e^r as in `exp`, tanh x = (e^(2x) - 1) / (e^(2x) + 1)
 *   = (1 - 2^-k + e^r - 1) / (1 + 2^-k + e^r - 1).
 * Numerator and denominator are kept as unrounded sums of two float64, so that the only rounding that counts is the last.
 */
export function tanh(x: number): number {
  if (x === 0) return x; // keeps -0
  const twice = Math.min(2 * Math.abs(x), 44); // tanh 22 rounds to 1
  const k = Math.floor(twice * Math.LOG2E + 0.5);
  const high = twice - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const tail = expTail(high - low) - low;
  const inverse = powerOfTwo(-k);

  // Numerator and denominator as top + topRest and bottom + bottomRest. In each step the rest takes what the rounded sum
  // lost: a + b = sum + (a - sum + b) exactly when |a| >= |b| or a = 0 (Dekker 1971).
  const minus = 1 - inverse;
  const plus = 1 + inverse;
  const top0 = minus + high;
  const bottom0 = plus + high;
  const topRest0 = 1 - minus - inverse + (minus - top0 + high + tail);
  const bottomRest0 = 1 - plus + inverse + (plus - bottom0 + high + tail);
  const top = top0 + topRest0;
  const bottom = bottom0 + bottomRest0;
  const topRest = top0 - top + topRest0;
  const bottomRest = bottom0 - bottom + bottomRest0;

  // First quotient with 24 bits: its products with the two parts of `bottom` are exact, and so is the remainder.
  const reciprocal = 1 / bottom;
  const quotient = Math.fround(top * reciprocal);
  const bottomHigh = Math.fround(bottom);
  const remainder = top - quotient * bottomHigh - quotient * (bottom - bottomHigh);
  const correction = (remainder + (topRest - quotient * bottomRest)) * reciprocal;
  return x < 0 ? -(quotient + correction) : quotient + correction;
}
