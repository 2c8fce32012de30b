import { exp } from './elementary.ts';

/**
 * D = the largest distance between the empirical distribution of the values and `cdf` (Kolmogorov 1933). The empirical
 * distribution jumps at each sorted value x_i, from i/n to (i + 1)/n; the distance is taken on both sides of the jump.
 */
export function ksStatistic(values: ArrayLike<number>, cdf: (x: number) => number): number {
  const steps = ksStatisticInSteps(values, cdf);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The same for whoever cannot wait: it yields after sorting and after every 2^16 values, a few hundredths of a second. */
export function* ksStatisticInSteps(
  values: ArrayLike<number>,
  cdf: (x: number) => number,
): Generator<undefined, number, void> {
  if (values.length === 0) throw new RangeError('ksStatistic needs at least one value, got none');
  const n = values.length;
  const sorted = Float64Array.from(values).sort();
  let largest = 0;
  for (let i = 0; i < n; i++) {
    if (i % 65536 === 0) yield;
    const expected = cdf(sorted[i] as number);
    largest = Math.max(largest, (i + 1) / n - expected, expected - i / n);
  }
  return largest;
}

/**
 * The probability that n draws from `cdf` itself lie at least this far from it.
 *
 * Kolmogorov's limit with the finite-n correction of Stephens (1970), lambda = (sqrt(n) + 0.12 + 0.11/sqrt(n)) D; good
 * to about 1% for p < 0.2 and n >= 5. Far out, Q = 2 sum (-1)^(k-1) e^(-2 k^2 lambda^2); near 0 the same function converges
 * faster as 1 - sqrt(2 pi)/lambda sum e^(-(2k-1)^2 pi^2 / (8 lambda^2)) (Marsaglia, Tsang and Wang 2003).
 */
export function ksPValue(statistic: number, n: number): number {
  const root = Math.sqrt(n);
  const lambda = (root + 0.12 + 0.11 / root) * statistic;
  if (lambda < 0.04) return 1; // the first term below would be smaller than 1e-300
  return Math.min(Math.max(lambda < 1.18 ? nearZero(lambda) : farOut(lambda), 0), 1);
}

function nearZero(lambda: number): number {
  let sum = 0;
  for (let odd = 1; odd <= 7; odd += 2) sum += exp((-odd * odd * Math.PI * Math.PI) / (8 * lambda * lambda));
  return 1 - (Math.sqrt(2 * Math.PI) / lambda) * sum;
}

function farOut(lambda: number): number {
  let sum = 0;
  for (let k = 1; k <= 4; k++) sum += (k % 2 === 1 ? 2 : -2) * exp(-2 * k * k * lambda * lambda);
  return sum;
}
