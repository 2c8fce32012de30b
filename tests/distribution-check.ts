import { ksPValue, ksStatistic } from '#numerics/kolmogorov-smirnov.ts';
import { mean, secondMoment, variance } from '#numerics/moments.ts';
import {
  cdf,
  continuousPart,
  type Distribution,
  distributionMean,
  distributionVariance,
  type Mixture,
  type Sphere,
  varianceStandardError,
} from '#random/distributions.ts';
import type { Floats } from '#random/generator.ts';

const STANDARD_ERRORS = 5; // a right sample exceeds them once in 1.7 million times
const SMALLEST_P = 1e-4; // the threshold of PyTorch's own test_init.py

/** What speaks against `values` being drawn from `distribution`: mean, variance, shape; nothing for a good sample. */
export function faults(values: Floats, distribution: Distribution): string[] {
  if (distribution.kind === 'mixture') return mixtureFaults(values, distribution);
  if (continuousPart(distribution) === undefined) return constantFaults(values, distribution);
  const n = values.length;
  const errorOfMean = Math.sqrt(distributionVariance(distribution) / n);
  const p = ksPValue(
    ksStatistic(values, (x) => cdf(distribution, x)),
    n,
  );
  const found = [];
  if (!(Math.abs(mean(values) - distributionMean(distribution)) <= STANDARD_ERRORS * errorOfMean)) found.push('mean');
  if (!isRightVariance(values, distribution)) found.push('variance');
  if (!(p > SMALLEST_P)) found.push('distribution');
  return found;
}

/**
 * Independent values: within 5 standard errors, which follow from the law's fourth moment. The entries of an orthogonal
 * matrix are not independent: their squares add up to a fixed sum, so nothing but rounding to float32 is left.
 */
function isRightVariance(values: Floats, distribution: Exclude<Distribution, Mixture>): boolean {
  const expected = distributionVariance(distribution);
  if (distribution.kind === 'sphere') return Math.abs(secondMoment(values) / expected - 1) < 1e-6;
  const difference = Math.abs(variance(values) - expected);
  return difference <= STANDARD_ERRORS * varianceStandardError(distribution, values.length);
}

/** A law without spread has one value, the sphere in one dimension two, which are told apart by their sign alone. */
function constantFaults(values: Floats, distribution: Exclude<Distribution, Mixture>): string[] {
  const round = (x: number) => (values instanceof Float32Array ? Math.fround(x) : x);
  const { kind } = distribution;
  if (kind === 'sphere') return twoPointFaults(values, distribution);
  return values.every((value) => value === round(distributionMean(distribution))) ? [] : ['constant'];
}

const twoPointFaults = (values: Floats, { radius }: Sphere) =>
  values.every((value) => Math.abs(Math.abs(value) / radius - 1) < 1e-6) ? [] : ['two points'];

/** Exactly as many of each constant as its share says; the other values together like the continuous part. */
function mixtureFaults(values: Floats, distribution: Mixture): string[] {
  const constants = distribution.parts.flatMap((part) =>
    part.distribution.kind === 'constant' ? [{ share: part.share, value: part.distribution.value }] : [],
  );
  const round = (x: number) => (values instanceof Float32Array ? Math.fround(x) : x);
  const found = constants.flatMap(({ share, value }) => {
    const count = values.filter((weight) => weight === round(value)).length;
    return count === Math.round(share * values.length) ? [] : [`${count} times ${value}`];
  });
  const rest = values.filter((weight) => constants.every(({ value }) => weight !== round(value)));
  const law = continuousPart(distribution);
  if (law !== undefined) return [...found, ...faults(rest, law)];
  return rest.length === 0 ? found : [...found, `${rest.length} values of no part`];
}
