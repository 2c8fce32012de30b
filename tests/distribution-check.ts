import { ksPValue, ksStatistic } from '#numerics/kolmogorov-smirnov.ts';
import { mean, variance } from '#numerics/moments.ts';
import { cdf, type Distribution, distributionMean, distributionVariance } from '#random/distributions.ts';

const STANDARD_ERRORS = 5; // a right sample exceeds them once in 1.7 million times
const SMALLEST_P = 1e-4; // the threshold of PyTorch's own test_init.py

/** E[(w - mean)^4] / Var[w]^2. */
const kurtosis = { normal: 3, uniform: 9 / 5 };

/** What speaks against `values` being drawn from `distribution`: mean, variance, shape; nothing for a good sample. */
export function faults(values: Float32Array, distribution: Distribution): string[] {
  const n = values.length;
  if (distribution.kind === 'constant') {
    return values.every((value) => value === Math.fround(distribution.value)) ? [] : ['constant'];
  }
  const expected = distributionVariance(distribution);
  const errorOfMean = Math.sqrt(expected / n);
  const errorOfVariance = expected * Math.sqrt((kurtosis[distribution.kind] - 1) / n);
  const p = ksPValue(
    ksStatistic(values, (x) => cdf(distribution, x)),
    n,
  );
  const found = [];
  if (Math.abs(mean(values) - distributionMean(distribution)) > STANDARD_ERRORS * errorOfMean) found.push('mean');
  if (Math.abs(variance(values) - expected) > STANDARD_ERRORS * errorOfVariance) found.push('variance');
  if (!(p > SMALLEST_P)) found.push('distribution');
  return found;
}
