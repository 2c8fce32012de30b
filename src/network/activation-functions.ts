import { erf, exp, expm1, log1p } from '#numerics/elementary.ts';

/** The formulas behind `activations.ts`, in float64. */

/** 1 / (1 + e^-z), with an exponent that is never positive, so that nothing overflows. */
export function sigmoid(z: number): number {
  const decay = exp(-Math.abs(z));
  return (z < 0 ? decay : 1) / (1 + decay);
}

/** sigmoid(z) (1 - sigmoid(z)) = e^-|z| / (1 + e^-|z|)^2; in this form it is exact in both tails too. */
export function logisticDensity(z: number): number {
  const decay = exp(-Math.abs(z));
  return decay / ((1 + decay) * (1 + decay));
}

/** log(1 + e^z) = max(z, 0) + log(1 + e^-|z|) */
export const softplus = (z: number): number => Math.max(z, 0) + log1p(exp(-Math.abs(z)));

/** z for z > 0, e^z - 1 below (Clevert, Unterthiner and Hochreiter 2016, with alpha = 1). */
export const elu = (z: number): number => (z > 0 ? z : expm1(z));

/** At 0 the slope of the left side, 1: both agree. */
export const eluSlope = (z: number): number => (z > 0 ? 1 : exp(z));

/** For these two numbers mean 0 and variance 1 are a fixed point (Klambauer et al. 2017, eq. 14). */
const SELU_ALPHA = 1.6732632423543772;
const SELU_SCALE = 1.0507009873554805;

export const selu = (z: number): number => SELU_SCALE * (z > 0 ? z : SELU_ALPHA * expm1(z));
export const seluSlope = (z: number): number => SELU_SCALE * (z > 0 ? 1 : SELU_ALPHA * exp(z));

/** Beyond +-1000 the limits hold; there a product of infinity and 0 would be NaN. */
const bounded = (z: number): number => Math.min(Math.max(z, -1000), 1000);

/** z sigmoid(z) (Elfwing, Uchibe and Doya 2018; Hendrycks and Gimpel 2016). */
export const silu = (z: number): number => Math.max(z, -1000) * sigmoid(z);
export const siluSlope = (z: number): number => sigmoid(z) + bounded(z) * logisticDensity(z);

const INVERSE_SQRT_2PI = 0.3989422804014327;

/** The probability that a standard normal number is below z. */
const normalShare = (z: number): number => 0.5 * (1 + erf(z * Math.SQRT1_2));

/** z P(N < z) for a standard normal N, the exact form (Hendrycks and Gimpel 2016). */
export const gelu = (z: number): number => Math.max(z, -1000) * normalShare(z);

export function geluSlope(z: number): number {
  const x = bounded(z);
  return normalShare(x) + x * INVERSE_SQRT_2PI * exp(-0.5 * x * x);
}
