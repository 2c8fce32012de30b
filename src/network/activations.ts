import { exp, tanh } from '#numerics/elementary.ts';

/** What a unit does to its pre-activation z: a = value(z), da/dz = derivative(z). NaN goes in and NaN comes out. */
export interface Activation {
  value(z: number): number;
  derivative(z: number): number;
}

export type ActivationId = 'linear' | 'relu' | 'tanh' | 'sigmoid';

export const activations: Readonly<Record<ActivationId, Activation>> = {
  linear: {
    value: (z) => z,
    derivative: (z) => (Number.isNaN(z) ? z : 1),
  },
  relu: {
    value: (z) => (z <= 0 ? 0 : z), // written so that NaN passes
    derivative: (z) => (z <= 0 ? 0 : Number.isNaN(z) ? z : 1), // at the kink 0, as PyTorch has it
  },
  tanh: {
    value: tanh,
    derivative: (z) => 4 * logisticDensity(2 * z), // tanh(z) = 2 sigmoid(2z) - 1
  },
  sigmoid: {
    value: sigmoid,
    derivative: logisticDensity,
  },
};

export const activationIds = Object.keys(activations) as ActivationId[];

/** 1 / (1 + e^-z), with an exponent that is never positive, so that nothing overflows. */
function sigmoid(z: number): number {
  const decay = exp(-Math.abs(z));
  return (z < 0 ? decay : 1) / (1 + decay);
}

/** sigmoid(z) (1 - sigmoid(z)) = e^-|z| / (1 + e^-|z|)^2; in this form it is exact in both tails too. */
function logisticDensity(z: number): number {
  const decay = exp(-Math.abs(z));
  return decay / ((1 + decay) * (1 + decay));
}
