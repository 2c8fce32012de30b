import type { Floats, Generator } from './generator.ts';
import { constantLaw, type Law } from './law.ts';
import { mixtureLaw } from './mixture.ts';
import { normalLaw } from './normal.ts';
import { sphereLaw } from './sphere.ts';
import { sampleTruncatedNormal, truncatedNormalLaw } from './truncated-normal.ts';
import { uniformLaw } from './uniform.ts';

/**
 * What independent weights can be drawn from. `std` and `parentStd` are standard deviations; `low` and `high` are the ends of
 * an interval, in the unit of the weights.
 *
 * A truncated normal is N(parentMean, parentStd^2) cut to [low, high]; its own standard deviation is smaller than
 * `parentStd`, and `distributionStd` says how large it is.
 */
export type Drawable =
  | { kind: 'constant'; value: number }
  | { kind: 'uniform'; low: number; high: number }
  | { kind: 'normal'; mean: number; std: number }
  | { kind: 'truncatedNormal'; parentMean: number; parentStd: number; low: number; high: number };

/** One coordinate of a uniformly chosen point on a sphere: a weight of an orthogonal matrix. */
export type Sphere = { kind: 'sphere'; dimension: number; radius: number };

/** A share of the weights follows one law, a share another: the ones and zeros of an identity, the gaps of a sparse matrix. */
export type Mixture = { kind: 'mixture'; parts: readonly { share: number; distribution: Drawable | Sphere }[] };

/** The distribution of one weight. */
export type Distribution = Drawable | Sphere | Mixture;

function lawOf(distribution: Distribution): Law {
  switch (distribution.kind) {
    case 'constant':
      return constantLaw(distribution.value);
    case 'uniform':
      return uniformLaw(distribution);
    case 'normal':
      return normalLaw(distribution);
    case 'truncatedNormal':
      return truncatedNormalLaw(distribution);
    case 'sphere':
      return sphereLaw(distribution);
    case 'mixture':
      return mixtureLaw(distribution.parts.map((part) => ({ share: part.share, law: lawOf(part.distribution) })));
  }
}

/** E[w]. */
export const distributionMean = (distribution: Distribution): number => lawOf(distribution).mean();

/** Var[w] = E[(w - E[w])^2]; (high - low)^2 / 12 for the uniform distribution. */
export const distributionVariance = (distribution: Distribution): number => lawOf(distribution).centralMoment(2);

/** The standard deviation, sqrt(Var[w]); for a truncated normal that of what is left, not that of its parent. */
export const distributionStd = (distribution: Distribution): number => Math.sqrt(distributionVariance(distribution));

/**
 * By how much the variance of n independent draws typically misses Var[w]: sqrt((E[(w - E w)^4] - Var[w]^2) / n),
 * a standard deviation in units of w^2, for n of a few hundred and more (Cramér 1946, section 27.4).
 */
export function varianceStandardError(distribution: Distribution, n: number): number {
  const law = lawOf(distribution);
  const variance = law.centralMoment(2);
  return Math.sqrt(Math.max(law.centralMoment(4) - variance * variance, 0) / n);
}

/** P(w <= x). A distribution without spread is a step. */
export const cdf = (distribution: Distribution, x: number): number => lawOf(distribution).cdf(x);

/** The probability density at x; Infinity at a value that has a probability of its own. */
export const density = (distribution: Distribution, x: number): number => lawOf(distribution).density(x);

/**
 * What a histogram or a Kolmogorov-Smirnov test can be compared with: the distribution without the values that have a
 * probability of their own (the zeros of a sparse matrix); undefined if nothing is left.
 */
export function continuousPart(distribution: Distribution): Distribution | undefined {
  if (distribution.kind !== 'mixture') return isStep(distribution) ? undefined : distribution;
  const parts = distribution.parts.filter((part) => part.share > 0 && !isStep(part.distribution));
  const total = parts.reduce((sum, { share }) => sum + share, 0);
  if (parts.length < 2) return parts[0]?.distribution;
  return { kind: 'mixture', parts: parts.map((part) => ({ ...part, share: part.share / total })) };
}

/** No spread, or the two points that are the sphere of dimension 1. */
function isStep(distribution: Drawable | Sphere): boolean {
  return distributionVariance(distribution) === 0 || (distribution.kind === 'sphere' && distribution.dimension === 1);
}

/**
 * Fills `out` with independent draws; the kind of array chooses float32 or float64. A constant takes no words from the
 * generator. Orthogonal, sparse and other matrices are not made of independent draws: their initializers fill them.
 */
export function sample(distribution: Drawable, out: Floats, generator: Generator): void {
  if (distribution.kind === 'constant') out.fill(distribution.value);
  else if (distribution.kind === 'uniform') generator.fillUniform(out, distribution.low, distribution.high);
  else if (distribution.kind === 'normal') generator.fillNormal(out, distribution.mean, distribution.std);
  else sampleTruncatedNormal(distribution, out, generator);
}
