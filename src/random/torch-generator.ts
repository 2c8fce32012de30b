import { cos, log, sin } from '#numerics/elementary.ts';
import type { Generator } from './generator.ts';
import { Mt19937 } from './mt19937.ts';
import { parseSeed } from './seed.ts';
import { normalFromUniform } from './torch-normal.ts';

const TWO_TO_MINUS_24 = 1 / 0x1000000;
const TWO_TO_32 = 0x100000000;
const TWO_TO_MINUS_53 = 1 / 0x20000000000000;
const LARGEST_FLOAT32 = 3.4028234663852886e38;

/** The random stream that PyTorch has after `torch.manual_seed(seed)`. */
export function torchGenerator(seed: number | bigint | string): TorchGenerator {
  return new TorchGenerator(seed);
}

/**
 * PyTorch's CPU generator: the same float32 values, bit for bit, as `tensor.uniform_` and `tensor.normal_` on an x86
 * machine with AVX2 (PyTorch 1.13: ATen/native/cpu/DistributionTemplates.h, ATen/core/DistributionsHelper.h).
 */
export class TorchGenerator implements Generator {
  private twister: Mt19937;
  private drawn = 0;
  private spareNormal: number | undefined; // the second value of the last Box-Muller pair, for N(0, 1)

  /** A whole number from -2^63 to 2^64 - 1, 0 included; PyTorch uses its low 32 bits. */
  constructor(seed: number | bigint | string) {
    this.twister = new Mt19937(Number(parseSeed(seed) & 0xffffffffn));
  }

  get wordsDrawn(): number {
    return this.drawn;
  }

  /** The next 32-bit word of the stream, as an unsigned integer. */
  nextWord(): number {
    this.drawn++;
    return this.twister.nextWord();
  }

  /**
   * Fills `out` with U[low, high): one word each, of which 24 bits count, x in [0, 1), and x * (high - low) + low
   * rounded once, with float32 bounds. low = high is legal and gives a constant.
   */
  fillUniform(out: Float32Array, low: number, high: number): void {
    checkUniform(low, high);
    const low32 = Math.fround(low);
    const width = Math.fround(Math.fround(high) - low32);
    const twister = this.twister;
    for (let i = 0; i < out.length; i++) {
      const x = (twister.nextWord() & 0xffffff) * TWO_TO_MINUS_24;
      out[i] = x * width + low32;
    }
    this.drawn += out.length;
  }

  /**
   * Fills `out` with N(mean, std^2). Fewer than 16 values and 16 or more come from different algorithms (see
   * `torch-normal.ts` for the second), so `fillNormal` of 7 values is the beginning of one of 15, but not of 16.
   */
  fillNormal(out: Float32Array, mean: number, std: number): void {
    checkNormal(mean, std);
    if (out.length < 16) {
      for (let i = 0; i < out.length; i++) out[i] = this.nextNormal() * std + mean;
    } else {
      this.fillUniform(out, 0, 1);
      normalFromUniform(out, mean, std, (last16) => this.fillUniform(last16, 0, 1));
    }
  }

  clone(): TorchGenerator {
    const copy = new TorchGenerator(0);
    copy.twister = this.twister.clone();
    copy.drawn = this.drawn;
    copy.spareNormal = this.spareNormal;
    return copy;
  }

  /** One float64 draw from N(0, 1) by Box and Muller (1958); every second call returns the value kept by the first. */
  private nextNormal(): number {
    const spare = this.spareNormal;
    this.spareNormal = undefined;
    if (spare !== undefined) return spare;
    const angle = 2 * Math.PI * this.nextUniform53();
    const radius = Math.sqrt(-2 * log(1 - this.nextUniform53()));
    this.spareNormal = radius * sin(angle);
    return radius * cos(angle);
  }

  /** A float64 in [0, 1) with 53 random bits, from two words, the high one first. */
  private nextUniform53(): number {
    const high = this.nextWord() & 0x1fffff;
    return (high * TWO_TO_32 + this.nextWord()) * TWO_TO_MINUS_53;
  }
}

function checkUniform(low: number, high: number): void {
  if (!(Math.abs(low) <= LARGEST_FLOAT32 && Math.abs(high) <= LARGEST_FLOAT32)) {
    throw new RangeError(`uniform needs finite float32 bounds, got low ${low} and high ${high}`);
  }
  if (low > high) throw new RangeError(`uniform needs low <= high, got low ${low} and high ${high}: swap them`);
  if (high - low > LARGEST_FLOAT32) {
    throw new RangeError(`uniform needs high - low within float32, got low ${low} and high ${high}: narrow them`);
  }
}

function checkNormal(mean: number, std: number): void {
  if (!(Math.abs(mean) < Infinity)) throw new RangeError(`normal needs a finite mean, got ${mean}`);
  if (!(std >= 0 && std < Infinity)) {
    throw new RangeError(`normal needs a finite std >= 0, got ${std}: std is a standard deviation`);
  }
}
