import { expect, it } from 'vitest';
import { activationIds, activations } from './activations.ts';

const points = Array.from({ length: 401 }, (_, i) => (i - 200) / 20 + 0.003); // -10 to 10, never a kink

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
    expect(activations.hardTanh.value(z)).toBe(Math.max(-1, Math.min(1, z)));
    expect(activations.leakyRelu.value(z)).toBe(Math.max(z, 0.01 * z));
    expect(activations.elu.value(z)).toBeCloseTo(z > 0 ? z : Math.expm1(z), 14);
    expect(activations.selu.value(z)).toBeCloseTo(
      1.0507009873554805 * (z > 0 ? z : 1.6732632423543772 * Math.expm1(z)),
    );
    expect(activations.silu.value(z)).toBeCloseTo(z / (1 + Math.exp(-z)), 13);
    expect(activations.softplus.value(z)).toBeCloseTo(Math.log1p(Math.exp(z)), 13);
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
    [-Infinity, Infinity], // linear
    [0, Infinity], // ReLU
    [-1, 1], // tanh
    [0, 1], // sigmoid
    [-1, 1], // hard tanh
    [-Infinity, Infinity], // leaky ReLU
    [-1, Infinity], // ELU
    [-1.7580993408473766, Infinity], // SELU: -1.0507 * 1.6733
    [-0, Infinity], // GELU
    [-0, Infinity], // SiLU
    [0, Infinity], // softplus
  ]);
});

it('GELU is z times the share of a standard normal below z', () => {
  // P(N < 1) = 0.8413447460685429, P(N < -2) = 0.02275013194817921
  expect(activations.gelu.value(1)).toBeCloseTo(0.8413447460685429, 14);
  expect(activations.gelu.value(-2)).toBeCloseTo(-0.04550026389635842, 14);
});
