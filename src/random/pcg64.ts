import { joinWords, pcg64Step, splitWords } from './pcg64-step.ts';

const TWO_TO_MINUS_24 = 1 / 0x1000000;
const TWO_TO_MINUS_53 = 1 / 0x20000000000000;

/**
 * PCG64 (XSL-RR 128/64): the 64-bit numbers under `numpy.random.default_rng`, with period 2^128.
 *
 * Each step turns the state of 128 bits into state * multiplier + increment, and folds it to an output of 64 bits. All of them
 * are made of 32-bit words here, the lowest first.
 *
 * Source: O'Neill, "PCG: A Family of Simple Fast Space-Efficient Statistically Good Algorithms for Random Number
 * Generation", Harvey Mudd College HMC-CS-2014-0905, section 6.3.3; numpy/random/src/pcg64.
 */
export class Pcg64 {
  private readonly stateWords: Uint32Array;
  private readonly incrementWords: Uint32Array;
  private readonly output = new Int32Array(2);
  private readonly steps = new Float64Array(1); // in an array, because a field would make a new object when it grows large
  private spareWord = 0; // the high half of a number whose low half nextWord has given out
  private hasSpareWord = false;

  /** Starts from eight words of a seed sequence, for the state and for the increment, which is made odd. */
  constructor(seedWords: Uint32Array) {
    // Four words make 128 bits; of NumPy's two halves of 64 bits the high one comes first.
    const number128 = (order: number[]) => joinWords(order.map((i) => seedWords[i] as number));
    const increment = 2n * number128([6, 7, 4, 5]) + 1n;
    this.incrementWords = splitWords(increment);
    this.stateWords = splitWords(increment + number128([2, 3, 0, 1]));
    pcg64Step(this.stateWords, this.incrementWords);
  }

  /** How many 32-bit words have been taken so far: a 64-bit number counts 2, half of one counts 1. */
  get wordsDrawn(): number {
    return 2 * (this.steps[0] as number) - (this.hasSpareWord ? 1 : 0);
  }

  /** The state, 128 bits; for tests. */
  get state(): bigint {
    return joinWords(this.stateWords);
  }

  /** The increment, 128 bits, always odd; for tests. */
  get increment(): bigint {
    return joinWords(this.incrementWords);
  }

  /** Low half of the number that `next` has drawn, as a signed 32-bit integer. */
  get low(): number {
    return this.output[0] as number;
  }

  /** High half of the number that `next` has drawn, as a signed 32-bit integer. */
  get high(): number {
    return this.output[1] as number;
  }

  /** Draws the next 64-bit number; `low` and `high` hold it until the next draw. */
  next(): void {
    const s = this.stateWords;
    pcg64Step(s, this.incrementWords);
    this.steps[0] = (this.steps[0] as number) + 1;
    const top = s[3] as number;
    const low = (s[0] as number) ^ (s[2] as number);
    const high = (s[1] as number) ^ top;
    // Rotated right by the top six bits of the state: 32 of them swap the halves.
    const swap = top >>> 31 !== 0;
    const first = swap ? high : low;
    const second = swap ? low : high;
    const shift = (top >>> 26) & 31;
    this.output[0] = (first >>> shift) | ((second << 1) << (31 - shift));
    this.output[1] = (second >>> shift) | ((first << 1) << (31 - shift));
  }

  /** The next 32-bit word: the low half of a 64-bit number, then its high half, even if `next` was called in between. */
  nextWord(): number {
    if (this.hasSpareWord) {
      this.hasSpareWord = false;
      return this.spareWord >>> 0;
    }
    this.next();
    this.spareWord = this.high;
    this.hasSpareWord = true;
    return this.low >>> 0;
  }

  /** Writes the next `count` words to the beginning of `out`. */
  fillWords(out: Uint32Array, count: number): void {
    for (let i = 0; i < count; i++) out[i] = this.nextWord();
  }

  /** A float64 of U[0, 1): the upper 53 bits of a 64-bit number. */
  nextFloat64(): number {
    this.next();
    return ((this.high >>> 0) * 0x200000 + (this.low >>> 11)) * TWO_TO_MINUS_53;
  }

  /** A float32 of U[0, 1): the upper 24 bits of a word. */
  nextFloat32(): number {
    return (this.nextWord() >>> 8) * TWO_TO_MINUS_24;
  }

  /** An independent stream that continues from the same point. */
  clone(): Pcg64 {
    const copy = new Pcg64(new Uint32Array(8));
    copy.stateWords.set(this.stateWords);
    copy.incrementWords.set(this.incrementWords);
    copy.spareWord = this.spareWord;
    copy.hasSpareWord = this.hasSpareWord;
    copy.steps.set(this.steps);
    return copy;
  }
}
