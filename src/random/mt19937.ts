const SIZE = 624;
const MIDDLE = 397;

/**
 * The Mersenne Twister MT19937: a stream of 32-bit words with period 2^19937 - 1.
 *
 * Source: Matsumoto and Nishimura, ACM TOMACS 8 (1998) 3-30; seeding by their initialization of 2002. PyTorch's CPU
 * generator and NumPy's RandomState both draw from it.
 */
export class Mt19937 {
  private readonly state = new Uint32Array(SIZE);
  private position = SIZE; // the first draw regenerates the state

  /** Starts the stream of a seed, or of one or more seeds together; only the low 32 bits of each count. */
  constructor(seed: number | readonly number[]) {
    if (typeof seed === 'number') this.seedWith(seed);
    else this.seedWithAll(seed);
  }

  /** The 624 words of the state, as a copy: NumPy calls them the key. They change once in 624 draws. */
  get words(): Uint32Array {
    return this.state.slice();
  }

  /** The next 32-bit word, as an unsigned integer. */
  nextWord(): number {
    if (this.position === SIZE) this.regenerate();
    return temper(this.state[this.position++] as number) >>> 0;
  }

  /** Writes the next `count` words to the beginning of `out`: the bulk of `nextWord`, for loops over many. */
  fillWords(out: Uint32Array, count: number): void {
    const s = this.state;
    for (let i = 0; i < count; ) {
      if (this.position === SIZE) this.regenerate();
      const offset = this.position - i;
      const end = Math.min(count, SIZE - offset);
      this.position = offset + end;
      for (; i < end; i++) out[i] = temper(s[offset + i] as number);
    }
  }

  /** Lets `draw` take words by itself: it may replace the state, all words at a time, and returns the new position in it. */
  lend(draw: (state: Uint32Array, position: number) => number): void {
    this.position = draw(this.state, this.position);
  }

  /** An independent generator that continues from the same point. */
  clone(): Mt19937 {
    const copy = new Mt19937(0);
    copy.state.set(this.state);
    copy.position = this.position;
    return copy;
  }

  private seedWith(seed: number): void {
    let word = seed >>> 0;
    this.state[0] = word;
    for (let j = 1; j < SIZE; j++) {
      word = (Math.imul(1812433253, word ^ (word >>> 30)) + j) >>> 0;
      this.state[j] = word;
    }
  }

  /**
   * `init_by_array` of the initialization of 2002: every seed is mixed into every word. The first pass adds seed and its
   * place j, the second subtracts the word's place i; word 0 is left out and copied from the last when a pass wraps.
   */
  private seedWithAll(seeds: readonly number[]): void {
    const s = this.state;
    this.seedWith(19650218);
    let i = 1;
    const mix = (factor: number, addend: number) => {
      const previous = s[i - 1] as number;
      s[i] = ((s[i] as number) ^ Math.imul(previous ^ (previous >>> 30), factor)) + addend;
      if (i === SIZE - 1) s[0] = s[i] as number;
      i = i === SIZE - 1 ? 1 : i + 1;
    };
    for (let step = 0; step < Math.max(SIZE, seeds.length); step++) {
      const j = step % seeds.length;
      mix(1664525, (seeds[j] as number) + j);
    }
    for (let step = 1; step < SIZE; step++) mix(1566083941, -i);
    s[0] = 0x80000000; // the state is never all zeros, from which no word could come
  }

  /** Replaces all 624 words, in place: word k becomes word k + 397 xor a twist of words k and k + 1, modulo 624. */
  private regenerate(): void {
    const s = this.state;
    const twisted = (k: number, following: number) => twist(s[k] as number, s[following] as number);
    for (let k = 0; k < SIZE - MIDDLE; k++) s[k] = (s[k + MIDDLE] as number) ^ twisted(k, k + 1);
    for (let k = SIZE - MIDDLE; k < SIZE - 1; k++) s[k] = (s[k + MIDDLE - SIZE] as number) ^ twisted(k, k + 1);
    s[SIZE - 1] = (s[MIDDLE - 1] as number) ^ twisted(SIZE - 1, 0);
    this.position = 0;
  }
}

/** y joins the top bit of a word to the other 31 of the following one; the twist is y times a fixed matrix over GF(2). */
function twist(word: number, following: number): number {
  const y = (word & 0x80000000) | (following & 0x7fffffff);
  return (y >>> 1) ^ (-(y & 1) & 0x9908b0df);
}

/** Turns a word of the state into one of the stream, signed: an invertible mix of its bits (tempering). */
function temper(word: number): number {
  let y = word;
  y ^= y >>> 11;
  y ^= (y << 7) & 0x9d2c5680;
  y ^= (y << 15) & 0xefc60000;
  return y ^ (y >>> 18);
}
