import { describe, expect, test } from 'vitest';
import { faults } from '../../tests/distribution-check.ts';
import {
  cdf,
  continuousPart,
  type Distribution,
  type Drawable,
  density,
  distributionMean,
  distributionStd,
  distributionVariance,
  sample,
  varianceStandardError,
} from './distributions.ts';
import { numpyGenerator } from './numpy-generator.ts';
import { torchGenerator } from './torch-generator.ts';

const normal: Drawable = { kind: 'normal', mean: 0.5, std: 0.2 };
const uniform: Drawable = { kind: 'uniform', low: -0.3, high: 0.9 };
const constant: Drawable = { kind: 'constant', value: 0.7 };
const cut: Drawable = { kind: 'truncatedNormal', parentMean: 0.2, parentStd: 0.7, low: -1.2, high: 1.6 };
const lopsided: Drawable = { kind: 'truncatedNormal', parentMean: -0.5, parentStd: 1, low: -0.4, high: 2 };
const sphere: Distribution = { kind: 'sphere', dimension: 6, radius: 2 };
const mixture: Distribution = {
  kind: 'mixture',
  parts: [
    { share: 0.3, distribution: normal },
    { share: 0.5, distribution: lopsided },
    { share: 0.2, distribution: uniform },
  ],
};

/** The integral of f over [-5, 5] by the midpoint rule. */
function integral(f: (x: number) => number): number {
  const step = 1 / 20_000;
  let sum = 0;
  for (let x = -5 + step / 2; x < 5; x += step) sum += step * f(x);
  return sum;
}

describe.each([
  ['normal', normal],
  ['uniform', uniform],
  ['truncated normal', cut],
  ['lopsided truncated normal', lopsided],
  ['sphere', sphere],
  ['mixture', mixture],
])('%s', (_, distribution) => {
  test('has a density of mass 1 with the mean, variance and fourth moment it states', () => {
    const mean = distributionMean(distribution);
    const variance = distributionVariance(distribution);
    const moment = (order: number) => integral((x) => (x - mean) ** order * density(distribution, x));
    expect(moment(0)).toBeCloseTo(1, 6);
    expect(integral((x) => x * density(distribution, x))).toBeCloseTo(mean, 6);
    expect(moment(2)).toBeCloseTo(variance, 6);
    expect(moment(4) - variance * variance).toBeCloseTo(100 * varianceStandardError(distribution, 100) ** 2, 6);
    expect(distributionStd(distribution)).toBe(Math.sqrt(variance));
  });

  test('has a cdf whose slope is the density, from 0 to 1', () => {
    for (const x of [-0.29, 0.1, 0.5, 0.8, 1.2]) {
      const slope = (cdf(distribution, x + 1e-5) - cdf(distribution, x - 1e-5)) / 2e-5;
      expect(slope).toBeCloseTo(density(distribution, x), 6);
    }
    expect([cdf(distribution, -100), cdf(distribution, 100)]).toEqual([0, 1]);
  });
});

describe.each([
  ['normal', normal],
  ['uniform', uniform],
  ['truncated normal', cut],
  ['lopsided truncated normal', lopsided],
])('%s', (_, distribution) => {
  test('gives samples that fit, in float32 and float64, from two streams (seed 11)', () => {
    for (const out of [new Float32Array(20_000), new Float64Array(20_000)]) {
      for (const generator of [torchGenerator(11), numpyGenerator(11)]) {
        sample(distribution, out, generator);
        expect(faults(out, distribution)).toEqual([]);
      }
    }
  });

  test('strays from its variance by one standard error, on average over 1,000 samples (seed 12)', () => {
    const generator = torchGenerator(12);
    const n = 1000;
    const expected = distributionVariance(distribution);
    const mean = distributionMean(distribution);
    let sum = 0;
    for (let i = 0; i < 1000; i++) {
      const out = new Float32Array(n);
      sample(distribution, out, generator);
      const measured = out.reduce((total, x) => total + (x - mean) ** 2, 0) / n;
      sum += (measured - expected) ** 2;
    }
    // the mean of 1,000 squares of N(0, 1) is 1 with a standard error of sqrt(2 / 1000) = 0.045
    expect(Math.abs(sum / 1000 / varianceStandardError(distribution, n) ** 2 - 1)).toBeLessThan(5 * 0.045);
  });
});

test('states moments by the textbook formulas', () => {
  expect([normal, uniform, constant].map(distributionMean)).toEqual([0.5, expect.closeTo(0.3, 15), 0.7]);
  expect(distributionVariance(normal)).toBeCloseTo(0.04, 15);
  expect(distributionVariance(uniform)).toBeCloseTo(1.44 / 12, 15);
  expect(distributionStd(uniform)).toBeCloseTo(0.6 / Math.sqrt(3), 15); // half the width over sqrt(3)
  expect([distributionVariance(constant), distributionStd(normal)]).toEqual([0, 0.2]);
  expect(distributionVariance(sphere)).toBeCloseTo(4 / 6, 15); // radius^2 / dimension
  expect(varianceStandardError(normal, 100)).toBeCloseTo(0.04 * Math.sqrt(2 / 100), 15); // kurtosis 3
  expect(varianceStandardError(uniform, 100)).toBeCloseTo(0.12 * Math.sqrt(0.8 / 100), 15); // kurtosis 9/5
  expect(varianceStandardError(sphere, 100)).toBeCloseTo((2 / 3) * Math.sqrt((18 / 8 - 1) / 100), 15); // 3 d / (d + 2)
  expect(varianceStandardError(constant, 100)).toBe(0);
});

test('a distribution without spread is a step, whatever its kind', () => {
  const steps: Distribution[] = [
    constant,
    { kind: 'normal', mean: 0.7, std: 0 },
    { kind: 'uniform', low: 0.7, high: 0.7 },
    { kind: 'truncatedNormal', parentMean: 0.7, parentStd: 0, low: 0.7, high: 0.7 },
    { kind: 'mixture', parts: [{ share: 1, distribution: constant }] },
  ];
  for (const step of steps) {
    expect([0.69, 0.7, 0.71].map((x) => cdf(step, x))).toEqual([0, 1, 1]);
    expect([0.69, 0.7, 0.71].map((x) => density(step, x))).toEqual([0, Infinity, 0]);
    expect(continuousPart(step)).toBeUndefined();
  }
});

test('a constant takes no words from the generator', () => {
  const generator = torchGenerator(1);
  const out = new Float32Array(3);
  sample(constant, out, generator);
  expect(out).toEqual(new Float32Array(3).fill(0.7));
  expect(generator.wordsDrawn).toBe(0);
});

test('a mixture has the moments of its parts and of what lies between them', () => {
  const twoPoints = (share: number): Distribution => ({
    kind: 'mixture',
    parts: [
      { share, distribution: { kind: 'constant', value: 1 } },
      { share: 1 - share, distribution: { kind: 'constant', value: 0 } },
    ],
  });
  expect([distributionMean(twoPoints(0.1)), distributionVariance(twoPoints(0.1))]).toEqual([0.1, expect.closeTo(0.09)]);
  expect([-1, 0, 0.5, 1].map((x) => cdf(twoPoints(0.25), x))).toEqual([0, 0.75, 0.75, 1]);
  expect(varianceStandardError(twoPoints(0.5), 100)).toBe(0); // (w - 1/2)^2 is always 1/4
  expect(density(twoPoints(0), 1)).toBe(0); // a share of 0 is not there
});

test('the continuous part is what a histogram can show, with its shares adding up to 1 again', () => {
  const zero: Drawable = { kind: 'constant', value: 0 };
  const parts = (...shares: [number, Distribution][]): Distribution => ({
    kind: 'mixture',
    parts: shares.map(([share, distribution]) => ({ share, distribution: distribution as Drawable })),
  });
  expect(continuousPart(normal)).toBe(normal);
  expect(continuousPart({ kind: 'sphere', dimension: 1, radius: 1 })).toBeUndefined();
  expect(continuousPart(parts([0.9, zero], [0.1, normal]))).toBe(normal);
  expect(continuousPart(parts([0.5, zero], [0.5, constant]))).toBeUndefined();
  expect(continuousPart(parts([0.5, zero], [0.25, normal], [0.25, uniform]))).toEqual(
    parts([0.5, normal], [0.5, uniform]),
  );
});
