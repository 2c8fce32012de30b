/**
 * What an initializer needs from a random stream.
 *
 * Values are drawn a whole array at a time: PyTorch's normal stream depends on how many values are asked for at once
 * (fewer than 16, or 16 and more), so a one-value-at-a-time interface could not reproduce it.
 */
export interface Generator {
  /** Fill `out` with float32 draws from U[low, high). */
  fillUniform(out: Float32Array, low: number, high: number): void;
  /** Fill `out` with float32 draws from N(mean, std^2); `std` is a standard deviation, 0 is legal. */
  fillNormal(out: Float32Array, mean: number, std: number): void;
  /** An independent generator that continues from the same point of the same stream. */
  clone(): Generator;
  /** How many 32-bit words of the stream have been consumed so far. */
  readonly wordsDrawn: number;
}
