import { describe, expect, it } from 'vitest';
import { activationIds, activations } from '#network/activations.ts';
import { mean, variance } from '#numerics/moments.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import { squareMoment } from './mean-field.ts';
import { breaksOf, piecewiseExpectation, productMoment } from './product-moment.ts';

const close = (found: number, expected: number, tolerance: number) =>
  expect(Math.abs(found - expected)).toBeLessThan(tolerance * Math.abs(expected));

const z = new Float64Array(100_000);
torchGenerator(1).fillNormal(z, 0, 1);

describe.each(activationIds)('%s', (activation) => {
  const { value } = activations[activation];

  it('two inputs that are the same have the moment of one, and independent ones the square of the mean', () => {
    for (const q of [0.5, 4]) {
      close(productMoment(activation, q, q, 1), squareMoment(activation, q), 1e-9);
      const center = piecewiseExpectation(
        (z) => value(Math.sqrt(q) * z),
        breaksOf(activation).map((at) => at / Math.sqrt(q)),
      );
      expect(Math.abs(productMoment(activation, q, q, 0) - center * center)).toBeLessThan(1e-9);
    }
  });

  it('the double integral is the mean of 50,000 draws, within 4 standard errors (seed 1)', () => {
    const [q1, q2, c] = [1.5, 0.7, 0.6];
    const products = Float64Array.from({ length: 50_000 }, (_, i) => {
      const [z1, z2] = [z[2 * i] as number, z[2 * i + 1] as number];
      return value(Math.sqrt(q1) * z1) * value(Math.sqrt(q2) * (c * z1 + 0.8 * z2));
    });
    const error = Math.sqrt(variance(products) / products.length);
    expect(Math.abs(mean(products) - productMoment(activation, q1, q2, c))).toBeLessThan(4 * error);
  });

  it('keeps its digits for large signals, and has no preferred input', () => {
    const large = productMoment(activation, 400, 300, 0.9);
    close(productMoment(activation, 300, 400, 0.9), large, 1e-8);
    close(productMoment(activation, 400, 400, 1), squareMoment(activation, 400), 1e-8);
  });
});

it('ReLU: the double integral is the arc-cosine kernel of Cho and Saul 2009, to 1e-9', () => {
  for (const c of [-0.9, -0.3, 0, 0.5, 0.99]) {
    const angle = Math.acos(c);
    const kernel = (Math.sqrt(2 * 3) * (Math.sin(angle) + (Math.PI - angle) * c)) / (2 * Math.PI);
    expect(Math.abs(productMoment('relu', 2, 3, c) - kernel)).toBeLessThan(1e-9);
  }
});

it('the linear product is the covariance', () => {
  close(productMoment('linear', 4, 9, 0.25), 1.5, 1e-9);
});
