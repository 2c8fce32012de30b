/** Where draws go. The kind of array chooses the stream's float32 or its float64 algorithm: they take different words. */
export type Floats = Float32Array | Float64Array;

/**
 * What an initializer needs from a random stream.
 *
 * Values are drawn a whole array at a time: PyTorch's normal stream depends on how many values are asked for at once
 * (fewer than 16, or 16 and more), so a one-value-at-a-time interface could not reproduce it.
 */
export interface Generator {
  /** Fill `out` with draws from U[low, high). */
  fillUniform(out: Floats, low: number, high: number): void;
  /** Fill `out` with draws from N(mean, std^2); `std` is a standard deviation, 0 is legal. */
  fillNormal(out: Floats, mean: number, std: number): void;
  /** The numbers 0 ... n - 1 in random order, each order equally likely. */
  permutation(n: number): Uint32Array;
  /** An independent generator that continues from the same point of the same stream. */
  clone(): Generator;
  /** How many 32-bit words of the stream have been consumed so far. */
  readonly wordsDrawn: number;
}
