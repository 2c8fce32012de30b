const POOL_SIZE = 4;

/** One step of a hash: v mixed with a constant that changes from step to step, so that equal words hash differently. */
function hasher(start: number, factor: number): (v: number) => number {
  let constant = start;
  return (v) => {
    const mixed = v ^ constant;
    constant = Math.imul(constant, factor);
    const product = Math.imul(mixed, constant);
    return product ^ (product >>> 16);
  };
}

/** Joins two words into one that depends on every bit of both. */
function mix(x: number, y: number): number {
  const difference = Math.imul(0xca01f9dd, x) - Math.imul(0x4973f715, y);
  return difference ^ (difference >>> 16);
}

/** Spreads the entropy over a pool of four words: each of its words changes all of them. */
function mixedPool(entropy: readonly number[]): number[] {
  const hash = hasher(0x43b0d7e5, 0x931e8875);
  const pool = Array.from({ length: POOL_SIZE }, (_, i) => hash(entropy[i] ?? 0));
  const absorb = (word: number, except?: number) => {
    for (let i = 0; i < POOL_SIZE; i++) if (i !== except) pool[i] = mix(pool[i] as number, hash(word));
  };
  for (let source = 0; source < POOL_SIZE; source++) absorb(pool[source] as number, source);
  for (const word of entropy.slice(POOL_SIZE)) absorb(word);
  return pool;
}

/**
 * NumPy's SeedSequence: `count` 32-bit words for the state of a generator, from any number of words of entropy. Seeds that
 * differ in a single bit give words that have nothing in common.
 *
 * Source: O'Neill, "Developing a seed_seq alternative", pcg-random.org 2015; numpy/random/bit_generator.pyx.
 */
export function seedSequence(entropy: readonly number[], count: number): Uint32Array {
  const pool = mixedPool(entropy);
  const hash = hasher(0x8b51f9dd, 0x58f38ded);
  return Uint32Array.from({ length: count }, (_, i) => hash(pool[i % POOL_SIZE] as number));
}
