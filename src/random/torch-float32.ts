import { engine } from '#kernels/simd.ts';
import { simdNormal, simdUniform } from '#kernels/torch-fills.ts';
import type { Mt19937 } from './mt19937.ts';
import { normalFromUniform } from './torch-normal.ts';
import { uniformFloat32 } from './torch-uniform-float32.ts';

/** PyTorch's float32 draws from a Mersenne Twister. */
export interface Float32Draws {
  /** U[low, low + width), rounded once; both are float32. One word each. */
  uniform(twister: Mt19937, out: Float32Array, low: number, width: number): void;
  /** N(mean, std^2) for 16 values and more; one word each, and 16 words more if their number is no multiple of 16. */
  normal(twister: Mt19937, out: Float32Array, mean: number, std: number): void;
}

/** The draws in TypeScript: what is computed, to be read, and to be run where there is no SIMD. */
export const plainDraws: Float32Draws = {
  uniform: uniformFloat32,
  normal(twister, out, mean, std) {
    uniformFloat32(twister, out, 0, 1);
    normalFromUniform(out, mean, std, (last16) => uniformFloat32(twister, last16, 0, 1));
  },
};

/** The same bits from the kernels, several times as fast. */
export const simdDraws: Float32Draws = {
  uniform: (twister, out, low, width) =>
    twister.lend((state, position) => simdUniform(state, position, out, low, width)),
  normal: (twister, out, mean, std) => twister.lend((state, position) => simdNormal(state, position, out, mean, std)),
};

/** Fewer values are drawn before the kernels have their copy of the twister's state. */
const WORTH_A_COPY = 128;

const fastest = ({ length }: Float32Array): Float32Draws =>
  length >= WORTH_A_COPY && engine() === 'simd' ? simdDraws : plainDraws;

/** The faster of both. */
export const fastestDraws: Float32Draws = {
  uniform: (twister, out, low, width) => fastest(out).uniform(twister, out, low, width),
  normal: (twister, out, mean, std) => fastest(out).normal(twister, out, mean, std),
};
