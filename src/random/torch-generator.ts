import { cos, sin } from '#numerics/correctly-rounded.ts';
import { fma } from '#numerics/fma.ts';
import type { Floats, Generator } from './generator.ts';
import { checkNormal, checkPermutation, checkUniform } from './generator-checks.ts';
import { Mt19937 } from './mt19937.ts';
import { parseSeed } from './seed.ts';
import { type Float32Draws, fastestDraws } from './torch-float32.ts';
import { normalFromUniform, normalRadius } from './torch-normal.ts';

const TWO_TO_32 = 0x100000000;
const TWO_TO_MINUS_53 = 1 / 0x20000000000000;

/** Words on their way from the twister into an array; as many as it makes at a time. */
const words = new Uint32Array(624);

/** The random stream that PyTorch has after `torch.manual_seed(seed)`. */
export function torchGenerator(seed: number | bigint | string): TorchGenerator {
  return new TorchGenerator(seed);
}

/**
 * PyTorch's CPU generator: the same float32 and float64 values, bit for bit, as `tensor.uniform_`, `tensor.normal_` and
 * `torch.randperm` on an x86 machine with AVX2 (PyTorch 1.13: ATen/native/cpu/DistributionTemplates.h,
 * ATen/core/DistributionsHelper.h). Multiply-adds are fused there, so they are rounded once here.
 */
export class TorchGenerator implements Generator {
  private twister: Mt19937;
  private drawn = 0;
  private readonly float32: Float32Draws;
  private spareNormal: number | undefined; // the second value of the last Box-Muller pair, for N(0, 1)

  /**
   * The seed is a whole number from -2^63 to 2^64 - 1, 0 included; PyTorch uses its low 32 bits. `float32` is for who wants
   * to compare: the bits are the same.
   */
  constructor(seed: number | bigint | string, float32: Float32Draws = fastestDraws) {
    this.float32 = float32;
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
   * Fills `out` with U[low, high): x * (high - low) + low rounded once, for x in [0, 1) of 24 bits from one word (float32,
   * with bounds rounded to float32) or of 53 bits from two words (float64). low = high is legal and gives a constant.
   */
  fillUniform(out: Floats, low: number, high: number): void {
    checkUniform(out, low, high);
    if (out instanceof Float32Array) this.fillUniformFloat32(out, low, high);
    else this.fillUniformFloat64(out, low, high);
  }

  /**
   * Fills `out` with N(mean, std^2). Fewer than 16 values and 16 or more come from different algorithms (see
   * `torch-normal.ts` for the second), so `fillNormal` of 7 values is the beginning of one of 15, but not of 16.
   */
  fillNormal(out: Floats, mean: number, std: number): void {
    checkNormal(out, mean, std);
    if (out.length < 16) {
      for (let i = 0; i < out.length; i++) out[i] = fma(this.nextNormal(), std, mean);
    } else if (out instanceof Float32Array) {
      this.float32.normal(this.twister, out, mean, std);
      this.drawn += out.length + (out.length % 16 === 0 ? 0 : 16);
    } else {
      this.fillUniform(out, 0, 1);
      normalFromUniform(out, mean, std, (last16) => this.fillUniform(last16, 0, 1));
    }
  }

  /** 0 ... n - 1, shuffled as `torch.randperm(n)`: place i changes with one of the places i ... n - 1 (Fisher and Yates). */
  permutation(n: number): Uint32Array {
    checkPermutation(n);
    const numbers = Uint32Array.from({ length: n }, (_, i) => i);
    for (let i = 0; i < n - 1; i++) {
      const other = i + (this.nextWord() % (n - i));
      const number = numbers[i] as number;
      numbers[i] = numbers[other] as number;
      numbers[other] = number;
    }
    return numbers;
  }

  clone(): TorchGenerator {
    const copy = new TorchGenerator(0, this.float32);
    copy.twister = this.twister.clone();
    copy.drawn = this.drawn;
    copy.spareNormal = this.spareNormal;
    return copy;
  }

  /** One word each, of which 24 bits count. */
  private fillUniformFloat32(out: Float32Array, low: number, high: number): void {
    const low32 = Math.fround(low);
    this.float32.uniform(this.twister, out, low32, Math.fround(Math.fround(high) - low32));
    this.drawn += out.length;
  }

  /** Two words each, the high one first, of which 53 bits count. */
  private fillUniformFloat64(out: Float64Array, low: number, high: number): void {
    const width = high - low;
    for (let start = 0; start < out.length; start += words.length / 2) {
      const count = Math.min(2 * (out.length - start), words.length);
      this.twister.fillWords(words, count);
      for (let i = 0; i < count; i += 2) {
        const x = uniform53(words[i] as number, words[i + 1] as number);
        out[start + i / 2] = fma(x, width, low);
      }
    }
    this.drawn += 2 * out.length;
  }

  /** One float64 draw from N(0, 1); every second call returns the value kept by the first. */
  private nextNormal(): number {
    const spare = this.spareNormal;
    this.spareNormal = undefined;
    if (spare !== undefined) return spare;
    const angle = 2 * Math.PI * uniform53(this.nextWord(), this.nextWord());
    const radius = normalRadius(uniform53(this.nextWord(), this.nextWord()));
    this.spareNormal = radius * sin(angle);
    return radius * cos(angle);
  }
}

/** A float64 in [0, 1) from the low 53 of 64 bits. */
function uniform53(high: number, low: number): number {
  return ((high & 0x1fffff) * TWO_TO_32 + low) * TWO_TO_MINUS_53;
}
