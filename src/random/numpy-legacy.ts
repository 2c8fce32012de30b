import { log } from '#numerics/correctly-rounded.ts';
import type { Floats, Generator } from './generator.ts';
import { checkNormal, checkPermutation, checkUniform } from './generator-checks.ts';
import { Mt19937 } from './mt19937.ts';
import { numpyPermutation } from './numpy-permutation.ts';
import { legacySeed, type NumpySeed } from './numpy-seed.ts';

const TWO_TO_26 = 0x4000000;
const TWO_TO_MINUS_53 = 1 / 0x20000000000000;

/** Words on their way from the twister into an array, many at a time. */
const words = new Uint32Array(624);

/**
 * The random stream that NumPy has after `numpy.random.seed(seed)`. The seed is a whole number from 0 to 2^32 - 1, or an array
 * of them.
 */
export function numpyLegacyGenerator(seed: NumpySeed): NumpyLegacyGenerator {
  return new NumpyLegacyGenerator(new Mt19937(legacySeed(seed)));
}

/**
 * NumPy's RandomState (numpy/random/src/legacy/legacy-distributions.c). It draws float64; a Float32Array gets the same values
 * rounded, as `.astype(np.float32)` does.
 *
 * Uniform values are equal to NumPy's bit for bit. Normal ones are too, where the C library under NumPy returns the logarithm
 * that is nearest to the true one; with glibc 2.36 one value in 2,600 differs, mostly by 1 ulp (of three million, one by 3).
 */
export class NumpyLegacyGenerator implements Generator {
  private readonly twister: Mt19937;
  private drawn = 0;
  private spareNormal: number | undefined; // the second value of the last pair, for N(0, 1)

  constructor(twister: Mt19937) {
    this.twister = twister;
  }

  get wordsDrawn(): number {
    return this.drawn;
  }

  /** The 624 words of the state: `get_state()[1]`. */
  get key(): Uint32Array {
    return this.twister.words;
  }

  /** The next 32-bit word, as an unsigned integer. */
  nextWord(): number {
    this.drawn++;
    return this.twister.nextWord();
  }

  /** Writes the next `count` words to the beginning of `out`. */
  fillWords(out: Uint32Array, count: number): void {
    this.twister.fillWords(out, count);
    this.drawn += count;
  }

  /** Fills `out` with U[low, high), as `uniform(low, high, n)`. */
  fillUniform(out: Floats, low: number, high: number): void {
    checkUniform(out, low, high);
    const width = high - low;
    for (let start = 0; start < out.length; start += words.length / 2) {
      const count = Math.min(out.length - start, words.length / 2);
      this.fillWords(words, 2 * count);
      for (let i = 0; i < count; i++) {
        out[start + i] = low + width * uniform53(words[2 * i] as number, words[2 * i + 1] as number);
      }
    }
  }

  /** Fills `out` with N(mean, std^2), as `normal(mean, std, n)`. */
  fillNormal(out: Floats, mean: number, std: number): void {
    checkNormal(out, mean, std);
    for (let i = 0; i < out.length; i++) out[i] = mean + std * this.nextNormal();
  }

  /** `permutation(n)`. */
  permutation(n: number): Uint32Array {
    checkPermutation(n);
    return numpyPermutation(this, n);
  }

  clone(): NumpyLegacyGenerator {
    const copy = new NumpyLegacyGenerator(this.twister.clone());
    copy.drawn = this.drawn;
    copy.spareNormal = this.spareNormal;
    return copy;
  }

  /**
   * A draw from N(0, 1) by the polar method (Marsaglia and Bray, SIAM Review 6, 1964, 260-264): a random point inside the unit
   * circle makes two values. NumPy returns that of the second coordinate and keeps the other.
   */
  private nextNormal(): number {
    const spare = this.spareNormal;
    this.spareNormal = undefined;
    if (spare !== undefined) return spare;
    for (;;) {
      this.fillWords(words, 4);
      const x1 = 2 * uniform53(words[0] as number, words[1] as number) - 1;
      const x2 = 2 * uniform53(words[2] as number, words[3] as number) - 1;
      const square = x1 * x1 + x2 * x2;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * log(square)) / square);
      this.spareNormal = factor * x1;
      return factor * x2;
    }
  }
}

/** A float64 of U[0, 1) from the upper 27 bits of one word and the upper 26 of the next. */
function uniform53(first: number, second: number): number {
  return ((first >>> 5) * TWO_TO_26 + (second >>> 6)) * TWO_TO_MINUS_53;
}
