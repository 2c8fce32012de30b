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

  /** Starts the stream of a seed; only its low 32 bits count. */
  constructor(seed: number) {
    let word = seed >>> 0;
    this.state[0] = word;
    for (let j = 1; j < SIZE; j++) {
      word = (Math.imul(1812433253, word ^ (word >>> 30)) + j) >>> 0;
      this.state[j] = word;
    }
  }

  /** The next 32-bit word, as an unsigned integer. */
  nextWord(): number {
    if (this.position === SIZE) this.regenerate();
    let y = this.state[this.position++] as number;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    y ^= y >>> 18;
    return y >>> 0;
  }

  /** An independent generator that continues from the same point. */
  clone(): Mt19937 {
    const copy = new Mt19937(0);
    copy.state.set(this.state);
    copy.position = this.position;
    return copy;
  }

  /**
   * Replaces all 624 words, in place: word k becomes word k + 397 xor the twist of y, which joins the top bit of word k
   * to the other 31 of word k + 1 (indices modulo 624). The twist is y times a fixed matrix over GF(2).
   */
  private regenerate(): void {
    const s = this.state;
    let current = s[0] as number;
    for (let k = 0; k < SIZE; k++) {
      const next = s[k + 1 < SIZE ? k + 1 : 0] as number;
      const middle = s[k + MIDDLE < SIZE ? k + MIDDLE : k + MIDDLE - SIZE] as number;
      const y = (current & 0x80000000) | (next & 0x7fffffff);
      s[k] = middle ^ (y >>> 1) ^ (-(y & 1) & 0x9908b0df);
      current = next;
    }
    this.position = 0;
  }
}
