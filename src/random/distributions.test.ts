import { describe, expect, test } from 'vitest';
import { faults } from '../../tests/distribution-check.ts';
import {
  cdf,
  type Distribution,
  density,
  distributionMean,
  distributionStd,
  distributionVariance,
  sample,
} from './distributions.ts';
import { torchGenerator } from './torch-generator.ts';

const normal: Distribution = { kind: 'normal', mean: 0.5, std: 0.2 };
const uniform: Distribution = { kind: 'uniform', low: -0.3, high: 0.9 };
const constant: Distribution = { kind: 'constant', value: 0.7 };

/** The integral of f over [-5, 5] by the midpoint rule. */
function integral(f: (x: number) => number): number {
  const step = 1 / 20_000;
  let sum = 0;
  for (let x = -5 + step / 2; x < 5; x += step) sum += step * f(x);
  return sum;
}

describe.each([normal, uniform])('$kind', (distribution) => {
  test('has a density of mass 1 with the mean and variance it states', () => {
    const mean = distributionMean(distribution);
    expect(integral((x) => density(distribution, x))).toBeCloseTo(1, 6);
    expect(integral((x) => x * density(distribution, x))).toBeCloseTo(mean, 6);
    expect(integral((x) => (x - mean) * (x - mean) * density(distribution, x))).toBeCloseTo(
      distributionVariance(distribution),
      6,
    );
  });

  test('has a cdf whose slope is the density, from 0 to 1', () => {
    for (const x of [-0.29, 0.1, 0.5, 0.8, 1.2]) {
      const slope = (cdf(distribution, x + 1e-5) - cdf(distribution, x - 1e-5)) / 2e-5;
      expect(slope).toBeCloseTo(density(distribution, x), 6);
    }
    expect([cdf(distribution, -100), cdf(distribution, 100)]).toEqual([0, 1]);
  });

  test('gives samples that fit (seed 11)', () => {
    const out = new Float32Array(20_000);
    sample(distribution, out, torchGenerator(11));
    expect(faults(out, distribution)).toEqual([]);
  });
});

test('states moments by the textbook formulas', () => {
  expect([normal, uniform, constant].map(distributionMean)).toEqual([0.5, expect.closeTo(0.3, 15), 0.7]);
  expect(distributionVariance(normal)).toBeCloseTo(0.04, 15);
  expect(distributionVariance(uniform)).toBeCloseTo(1.44 / 12, 15);
  expect(distributionStd(uniform)).toBeCloseTo(0.6 / Math.sqrt(3), 15); // half the width over sqrt(3)
  expect([distributionVariance(constant), distributionStd(normal)]).toEqual([0, 0.2]);
});

test('a distribution without spread is a step, whatever its kind', () => {
  const steps: Distribution[] = [
    constant,
    { kind: 'normal', mean: 0.7, std: 0 },
    { kind: 'uniform', low: 0.7, high: 0.7 },
  ];
  for (const step of steps) {
    expect([0.69, 0.7, 0.71].map((x) => cdf(step, x))).toEqual([0, 1, 1]);
    expect([0.69, 0.7, 0.71].map((x) => density(step, x))).toEqual([0, Infinity, 0]);
  }
});

test('a constant takes no words from the generator', () => {
  const generator = torchGenerator(1);
  const out = new Float32Array(3);
  sample(constant, out, generator);
  expect(out).toEqual(new Float32Array(3).fill(0.7));
  expect(generator.wordsDrawn).toBe(0);
});
