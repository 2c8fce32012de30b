const LOWEST = -(1n << 63n);
const HIGHEST = (1n << 64n) - 1n;

/**
 * Reads a seed as PyTorch's `manual_seed` does: a whole number from -2^63 to 2^64 - 1.
 *
 * A bigint or a decimal string holds any of them; a number only up to 2^53 - 1, because larger ones may have been rounded
 * before they arrive here. PyTorch truncates 1.5 in silence; here it is an error.
 */
export function parseSeed(seed: number | bigint | string): bigint {
  const value = wholeNumber(seed);
  if (value < LOWEST || value > HIGHEST) {
    throw new RangeError(`seed ${seed} is out of range: choose a whole number from -2^63 to 2^64 - 1`);
  }
  return value;
}

/** Reads a whole number of any size. A number beyond 2^53 - 1 is refused, because it may have been rounded already. */
export function wholeNumber(seed: number | bigint | string): bigint {
  if (typeof seed === 'bigint') return seed;
  if (typeof seed === 'string' && /^\s*[+-]?\d+\s*$/.test(seed)) return BigInt(seed.trim().replace('+', ''));
  if (typeof seed === 'number' && Number.isSafeInteger(seed)) return BigInt(seed);
  if (typeof seed === 'number' && Number.isInteger(seed)) {
    throw new RangeError(
      `seed ${seed} is beyond 2^53, where a number may already be rounded: give it as a bigint or a string`,
    );
  }
  throw new TypeError(`seed must be a whole number, got ${typeof seed === 'string' ? `"${seed}"` : seed}: try 7`);
}
