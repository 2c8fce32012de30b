export interface HistogramOptions {
  bins: number;
  low: number;
  high: number;
}

/** `edges` has one value more than `counts`; bin i holds edges[i] <= x < edges[i + 1]. */
export interface Histogram {
  edges: Float64Array;
  counts: Uint32Array;
}

/** Counts the values in `bins` equal bins over [low, high]; `high` itself is in the last bin, values outside in none. */
export function histogram(values: ArrayLike<number>, { bins, low, high }: HistogramOptions): Histogram {
  if (!(Number.isSafeInteger(bins) && bins > 0)) {
    throw new RangeError(`histogram needs a whole number of bins of at least 1, got ${bins}`);
  }
  if (!(low < high && high - low < Infinity)) {
    throw new RangeError(`histogram needs finite low < high, got ${low} and ${high}`);
  }
  const edges = Float64Array.from({ length: bins + 1 }, (_, i) => low + ((high - low) * i) / bins);
  edges[bins] = high;
  const counts = new Uint32Array(bins);
  for (let i = 0; i < values.length; i++) {
    const x = values[i] as number;
    if (x >= low && x <= high) {
      const bin = binOf(x, edges);
      counts[bin] = (counts[bin] as number) + 1;
    }
  }
  return { edges, counts };
}

/** The bin of x in [low, high]. The division may round across an edge; the edges decide. */
function binOf(x: number, edges: Float64Array): number {
  const bins = edges.length - 1;
  const [low, high] = [edges[0] as number, edges[bins] as number];
  const bin = Math.min(Math.floor(((x - low) / (high - low)) * bins), bins - 1);
  if (x < (edges[bin] as number)) return bin - 1;
  return bin < bins - 1 && x >= (edges[bin + 1] as number) ? bin + 1 : bin;
}
