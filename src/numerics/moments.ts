/** Statistics of float32 or float64 values, accumulated in float64. All are NaN for no values. */

/** (1/n) sum of x. */
export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return sum / values.length;
}

/** q = (1/n) sum of x^2: what the course follows from layer to layer. */
export function secondMoment(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i] as number) * (values[i] as number);
  return sum / values.length;
}

/** The Euclidean norm, sqrt(sum of x^2). */
export const norm = (values: ArrayLike<number>): number => Math.sqrt(secondMoment(values) * values.length);

/** (1/n) sum of (x - mean)^2, in two passes, so that a large mean does no harm. */
export function variance(values: ArrayLike<number>): number {
  const center = mean(values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const deviation = (values[i] as number) - center;
    sum += deviation * deviation;
  }
  return sum / values.length;
}
