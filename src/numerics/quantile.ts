/**
 * The p-quantile of the values, 0 <= p <= 1: of the sorted values x_0 ... x_(n-1) the one at position p (n - 1), linear
 * between neighbors (type 7 of Hyndman and Fan 1996, the default of NumPy and R). Infinities are values like any other;
 * NaN sorts above them all. Between -infinity and infinity there is nothing to interpolate: NaN.
 */
export function quantile(values: ArrayLike<number>, p: number): number {
  if (values.length === 0) throw new RangeError('quantile needs at least one value, got none');
  if (!(p >= 0 && p <= 1)) throw new RangeError(`quantile needs 0 <= p <= 1, got ${p}: divide a percentage by 100`);
  const sorted = Float64Array.from(values).sort();
  const position = p * (sorted.length - 1);
  const below = Math.floor(position);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return between(low, high, position - below);
}

/** low + share (high - low), 0 <= share < 1, also where the difference is infinite: 0 times infinity would be NaN. */
function between(low: number, high: number, share: number): number {
  if (share === 0) return low;
  const difference = high - low;
  return Number.isFinite(difference) ? low + share * difference : (1 - share) * low + share * high;
}
