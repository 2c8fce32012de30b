import { expect, it } from 'vitest';
import { activationIds, activations } from './activations.ts';

const points = Array.from({ length: 401 }, (_, i) => (i - 200) / 20 + 0.003); // -10 to 10, never the kink at 0

it('every derivative is the slope of its value', () => {
  // central difference: truncation h^2 |f'''| / 6 < 4e-9, rounding 2e-16 * 10 / h < 1e-10
  const h = 1e-4;
  for (const id of activationIds) {
    const { value, derivative } = activations[id];
    for (const z of points) {
      const slope = (value(z + h) - value(z - h)) / (2 * h);
      expect(Math.abs(derivative(z) - slope), `${id} at ${z}`).toBeLessThan(5e-9);
    }
  }
});

it('every value is what its formula says', () => {
  for (const z of points) {
    expect(activations.linear.value(z)).toBe(z);
    expect(activations.relu.value(z)).toBe(Math.max(z, 0));
    expect(activations.tanh.value(z)).toBeCloseTo(Math.tanh(z), 14);
    expect(activations.sigmoid.value(z)).toBeCloseTo(1 / (1 + Math.exp(-z)), 14);
  }
});

it('sigmoid and tanh saturate without overflow and keep their tails', () => {
  const { sigmoid, tanh } = activations;
  expect([sigmoid.value(1000), sigmoid.value(-1000), sigmoid.value(0)]).toEqual([1, 0, 0.5]);
  expect([tanh.value(1000), tanh.value(-1000), tanh.derivative(0)]).toEqual([1, -1, 1]);
  expect(sigmoid.value(-40) / Math.exp(-40)).toBeCloseTo(1, 12);
  expect(sigmoid.derivative(40) / Math.exp(-40)).toBeCloseTo(1, 12);
  expect(sigmoid.derivative(-1000)).toBe(0);
});

it('NaN stays NaN, and infinity meets the limit', () => {
  for (const id of activationIds) {
    expect(activations[id].value(Number.NaN), id).toBeNaN();
    expect(activations[id].derivative(Number.NaN), id).toBeNaN();
  }
  const limits = activationIds.map((id) => [activations[id].value(-Infinity), activations[id].value(Infinity)]);
  expect(limits).toEqual([
    [-Infinity, Infinity],
    [0, Infinity],
    [-1, 1],
    [0, 1],
  ]);
});
