import type { Floats, Generator } from './generator.ts';
import { checkNormal, checkPermutation, checkUniform } from './generator-checks.ts';
import { numpyPermutation } from './numpy-permutation.ts';
import { entropyWords, type NumpySeed } from './numpy-seed.ts';
import { Pcg64 } from './pcg64.ts';
import { seedSequence } from './seed-sequence.ts';
import { standardNormal, standardNormal32 } from './ziggurat.ts';
import { zigguratFloat32, zigguratFloat64 } from './ziggurat-tables.ts';

const TWO_TO_MINUS_24 = 1 / 0x1000000;

/** Words on their way from the stream into an array, many at a time. */
const words = new Uint32Array(512);

/**
 * The random stream of `numpy.random.default_rng(seed)`. The seed is a whole number from 0 on, of any size (a bigint or a
 * decimal string beyond 2^53), or an array of them.
 */
export function numpyGenerator(seed: NumpySeed): NumpyGenerator {
  return new NumpyGenerator(new Pcg64(seedSequence(entropyWords(seed), 8)));
}

/**
 * NumPy's Generator on PCG64: the same values, bit for bit, as its methods give on x86-64 Linux (NumPy 1.17 and later).
 *
 * A draw from the tail, one normal in 4,000, has the last bit of the C library's log1p. It is fdlibm's here, and in glibc 2.36
 * nearly so: no value differed in 50 million float64 and 100 million float32 normals. Another C library may differ there.
 */
export class NumpyGenerator implements Generator {
  private readonly stream: Pcg64;

  constructor(stream: Pcg64) {
    this.stream = stream;
  }

  get wordsDrawn(): number {
    return this.stream.wordsDrawn;
  }

  /** The next 32-bit word, as an unsigned integer: `rng.integers(2**32, dtype=np.uint32)`. */
  nextWord(): number {
    return this.stream.nextWord();
  }

  /**
   * Fills `out` with U[low, high). A Float64Array gets `rng.uniform(low, high, n)`, a Float32Array
   * `rng.random(n, dtype=np.float32) * np.float32(high - low) + np.float32(low)`, which may round up to `high`.
   */
  fillUniform(out: Floats, low: number, high: number): void {
    checkUniform(out, low, high);
    const stream = this.stream;
    const width = high - low;
    if (out instanceof Float64Array) {
      for (let i = 0; i < out.length; i++) out[i] = low + width * stream.nextFloat64();
    } else {
      const low32 = Math.fround(low);
      const width32 = Math.fround(width);
      for (let start = 0; start < out.length; start += words.length) {
        const count = Math.min(out.length - start, words.length);
        stream.fillWords(words, count);
        for (let i = 0; i < count; i++) {
          const x = ((words[i] as number) >>> 8) * TWO_TO_MINUS_24; // as `nextFloat32`
          out[start + i] = Math.fround(x * width32) + low32;
        }
      }
    }
  }

  /**
   * Fills `out` with N(mean, std^2). A Float64Array gets `rng.normal(mean, std, n)`, a Float32Array
   * `rng.standard_normal(n, dtype=np.float32) * np.float32(std) + np.float32(mean)`, without the sum where the mean is 0.
   */
  fillNormal(out: Floats, mean: number, std: number): void {
    checkNormal(out, mean, std);
    const stream = this.stream;
    if (out instanceof Float64Array) {
      const tables = zigguratFloat64();
      for (let i = 0; i < out.length; i++) out[i] = mean + std * standardNormal(stream, tables);
    } else {
      const tables = zigguratFloat32();
      const std32 = Math.fround(std);
      const mean32 = mean === 0 ? -0 : Math.fround(mean); // x + -0 = x, also for x = -0
      for (let i = 0; i < out.length; i++) out[i] = Math.fround(standardNormal32(stream, tables) * std32) + mean32;
    }
  }

  /** `rng.permutation(n)`. */
  permutation(n: number): Uint32Array {
    checkPermutation(n);
    return numpyPermutation(this.stream, n);
  }

  clone(): NumpyGenerator {
    return new NumpyGenerator(this.stream.clone());
  }
}
