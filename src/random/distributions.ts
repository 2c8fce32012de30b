import { erf, exp } from '#numerics/elementary.ts';
import type { Generator } from './generator.ts';

/** What one weight can be drawn from. `std` is a standard deviation; `low` and `high` are the ends of an interval. */
export type Distribution =
  | { kind: 'constant'; value: number }
  | { kind: 'uniform'; low: number; high: number }
  | { kind: 'normal'; mean: number; std: number };

/** E[w]. */
export function distributionMean(distribution: Distribution): number {
  if (distribution.kind === 'constant') return distribution.value;
  if (distribution.kind === 'uniform') return (distribution.low + distribution.high) / 2;
  return distribution.mean;
}

/** Var[w] = E[(w - E[w])^2]; (high - low)^2 / 12 for the uniform distribution. */
export function distributionVariance(distribution: Distribution): number {
  if (distribution.kind === 'constant') return 0;
  if (distribution.kind === 'normal') return distribution.std * distribution.std;
  const width = distribution.high - distribution.low;
  return (width * width) / 12;
}

/** The standard deviation, sqrt(Var[w]). */
export function distributionStd(distribution: Distribution): number {
  return distribution.kind === 'normal' ? distribution.std : Math.sqrt(distributionVariance(distribution));
}

/** P(w <= x). A normal distribution with std 0 and a uniform one with low = high are steps, as the constant is. */
export function cdf(distribution: Distribution, x: number): number {
  if (distributionStd(distribution) === 0) return x >= distributionMean(distribution) ? 1 : 0;
  if (distribution.kind === 'normal') {
    return 0.5 + 0.5 * erf((x - distribution.mean) / (distribution.std * Math.SQRT2));
  }
  const { low, high } = distribution as Extract<Distribution, { kind: 'uniform' }>;
  return Math.min(Math.max((x - low) / (high - low), 0), 1);
}

/** The probability density at x; Infinity at the one value of a distribution without spread. */
export function density(distribution: Distribution, x: number): number {
  if (distributionStd(distribution) === 0) return x === distributionMean(distribution) ? Infinity : 0;
  if (distribution.kind === 'normal') {
    const z = (x - distribution.mean) / distribution.std;
    return exp(-0.5 * z * z) / (distribution.std * Math.sqrt(2 * Math.PI));
  }
  const { low, high } = distribution as Extract<Distribution, { kind: 'uniform' }>;
  return x >= low && x < high ? 1 / (high - low) : 0;
}

/** Fills `out` with independent draws. A constant takes no words from the generator. */
export function sample(distribution: Distribution, out: Float32Array, generator: Generator): void {
  if (distribution.kind === 'constant') out.fill(distribution.value);
  else if (distribution.kind === 'uniform') generator.fillUniform(out, distribution.low, distribution.high);
  else generator.fillNormal(out, distribution.mean, distribution.std);
}
