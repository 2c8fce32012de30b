/**
 * The p-quantile of the values, 0 <= p <= 1: of the sorted values x_0 ... x_(n-1) the one at position p (n - 1), linear
 * between neighbors (type 7 of Hyndman and Fan 1996, the default of NumPy and R).
 */
export function quantile(values: ArrayLike<number>, p: number): number {
  if (values.length === 0) throw new RangeError('quantile needs at least one value, got none');
  if (!(p >= 0 && p <= 1)) throw new RangeError(`quantile needs 0 <= p <= 1, got ${p}: divide a percentage by 100`);
  const sorted = Float64Array.from(values).sort();
  const position = p * (sorted.length - 1);
  const below = Math.floor(position);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return low + (position - below) * (high - low);
}
