import type { ActivationKernel } from '#kernels/simd.ts';
import { placeOf } from '#kernels/workspace.ts';
import { tanh } from '#numerics/elementary.ts';
import {
  elu,
  eluSlope,
  gelu,
  geluSlope,
  logisticDensity,
  selu,
  seluSlope,
  sigmoid,
  silu,
  siluSlope,
  softplus,
} from './activation-functions.ts';

/** What a unit does to its pre-activation z: a = value(z), da/dz = derivative(z). NaN goes in and NaN comes out. */
export interface Activation {
  value(z: number): number;
  derivative(z: number): number;
  /** The SIMD kernel that gives the same bits for arrays, if there is one. */
  kernel?: ActivationKernel;
}

export type ActivationId =
  | 'linear'
  | 'relu'
  | 'tanh'
  | 'sigmoid'
  | 'hardTanh'
  | 'leakyRelu'
  | 'elu'
  | 'selu'
  | 'gelu'
  | 'silu'
  | 'softplus';

/** NaN if z is, else what it should be: comparisons alone would lose a NaN. */
const unlessNaN = (z: number, slope: number): number => (Number.isNaN(z) ? z : slope);

const LEAK = 0.01;

/** At a kink the derivative is the one that PyTorch has. */
export const activations: Readonly<Record<ActivationId, Activation>> = {
  linear: {
    value: (z) => z,
    derivative: (z) => unlessNaN(z, 1),
  },
  relu: {
    value: (z) => (z <= 0 ? 0 : z), // written so that NaN passes
    derivative: (z) => unlessNaN(z, z <= 0 ? 0 : 1),
    kernel: 'relu',
  },
  tanh: {
    value: tanh,
    derivative: (z) => 4 * logisticDensity(2 * z), // tanh(z) = 2 sigmoid(2z) - 1
    kernel: 'tanh',
  },
  sigmoid: { value: sigmoid, derivative: logisticDensity, kernel: 'sigmoid' },
  hardTanh: {
    value: (z) => Math.min(Math.max(z, -1), 1),
    derivative: (z) => unlessNaN(z, z <= -1 || z >= 1 ? 0 : 1),
  },
  leakyRelu: {
    value: (z) => (z > 0 ? z : LEAK * z),
    derivative: (z) => unlessNaN(z, z > 0 ? 1 : LEAK),
  },
  elu: { value: elu, derivative: eluSlope, kernel: 'elu' },
  selu: { value: selu, derivative: seluSlope, kernel: 'selu' },
  gelu: { value: gelu, derivative: geluSlope },
  silu: { value: silu, derivative: siluSlope, kernel: 'silu' },
  softplus: { value: softplus, derivative: sigmoid },
};

/** The activations' names, in the order in which the course meets them. */
export const activationIds = Object.keys(activations) as ActivationId[];

/** out = value(z), element by element, each rounded to float32 once. */
export function activate({ value, kernel }: Activation, z: Float32Array, out: Float32Array): void {
  const place = kernel && placeOf(z, out);
  if (place) {
    place.kernels[kernel](z.byteOffset, out.byteOffset, z.length);
    return;
  }
  for (let i = 0; i < z.length; i++) out[i] = value(z[i] as number);
}

/** delta = delta * derivative(z), element by element, each rounded to float32 once. */
export function multiplyByDerivative({ derivative, kernel }: Activation, z: Float32Array, delta: Float32Array): void {
  const place = kernel && placeOf(z, delta);
  if (place) {
    place.kernels[`${kernel}Slope`](z.byteOffset, delta.byteOffset, z.length);
    return;
  }
  for (let i = 0; i < z.length; i++) delta[i] = (delta[i] as number) * derivative(z[i] as number);
}
