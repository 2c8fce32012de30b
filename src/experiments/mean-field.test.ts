import { describe, expect, it } from 'vitest';
import { activationIds, activations } from '#network/activations.ts';
import { slopeMoment, squaredSlopeAtZero, squareMoment, squareMomentSlope } from './mean-field.ts';
import { breaksOf, piecewiseExpectation } from './product-moment.ts';

const close = (found: number, expected: number, tolerance: number) =>
  expect(Math.abs(found - expected)).toBeLessThan(tolerance * Math.abs(expected));

describe.each(activationIds)('%s', (activation) => {
  const { value, derivative } = activations[activation];

  it.each([0.01, 1, 30])(
    'q = %d: the moments are those of another quadrature, and the slope that of differences',
    (q) => {
      const breaks = breaksOf(activation).map((at) => at / Math.sqrt(q));
      const other = (f: (z: number) => number) => piecewiseExpectation((z) => f(Math.sqrt(q) * z) ** 2, breaks);
      close(squareMoment(activation, q), other(value), 1e-9);
      close(slopeMoment(activation, q), other(derivative), 1e-9);
      const h = 1e-4 * q;
      const slope = (squareMoment(activation, q + h) - squareMoment(activation, q - h)) / (2 * h);
      expect(Math.abs(squareMomentSlope(activation, q) - slope)).toBeLessThan(1e-7);
    },
  );

  it('moments begin at those of a very small signal', () => {
    expect(squareMoment(activation, 0)).toBe(value(0) ** 2);
    close(slopeMoment(activation, 1e-12), squaredSlopeAtZero(activation), 1e-5);
    if (value(0) === 0) close(squareMoment(activation, 1e-12) / 1e-12, squaredSlopeAtZero(activation), 1e-5);
  });
});

it('infinite moments stay what they are', () => {
  expect(squareMoment('relu', Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
  close(squareMoment('hardTanh', Number.POSITIVE_INFINITY), 1, 1e-12);
  close(squareMoment('tanh', Number.POSITIVE_INFINITY), 1, 1e-12);
  expect(squareMoment('tanh', Number.NaN)).toBeNaN();
});

it('the mean of the squared slope has the values that can be written down', () => {
  close(slopeMoment('linear', 3), 1, 1e-12);
  close(slopeMoment('relu', 3), 0.5, 1e-12);
  close(slopeMoment('leakyRelu', 3), (1 + 0.01 ** 2) / 2, 1e-12);
  expect(slopeMoment('sigmoid', 0)).toBe(1 / 16);
});
