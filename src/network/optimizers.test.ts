import { expect, it } from 'vitest';
import { adam, clipGradients, gradientNorm, momentumSgd } from './optimizers.ts';

const layer = (weights: number[], bias: number[]) => ({
  weights: Float32Array.from(weights),
  bias: Float32Array.from(bias),
});

it('momentum adds up a geometric series of equal gradients', () => {
  const parameters = [layer([1], [0])];
  const optimizer = momentumSgd(parameters, { rate: 0.5, momentum: 0.5 });
  const weights = Array.from({ length: 3 }, () => {
    optimizer.step(parameters, [layer([1], [-2])]);
    return parameters[0]?.weights[0];
  });
  // v = 1, 1.5, 1.75
  expect(weights).toEqual([0.5, -0.25, -1.125]);
  expect(parameters[0]?.bias[0]).toBe(4.25);
});

it('the first step of Adam is the rate times the sign of the gradient, whatever its size', () => {
  const parameters = [layer([1, 1, 1], [1])];
  adam(parameters, { rate: 0.25 }).step(parameters, [layer([1e-3, -50, 0], [7])]);
  expect([...(parameters[0]?.weights ?? [])].map((w) => w.toFixed(4))).toEqual(['0.7500', '1.2500', '1.0000']);
  expect(parameters[0]?.bias[0]).toBeCloseTo(0.75, 6);
});

it('Adam follows its formula over ten steps, written with powers of beta in float64', () => {
  const parameters = [layer([0.3], [0])];
  const optimizer = adam(parameters, { rate: 0.01 });
  let [w, m, v] = [0.3, 0, 0];
  for (let t = 1; t <= 10; t++) {
    const g = Math.cos(t);
    m = 0.9 * m + 0.1 * g;
    v = 0.999 * v + 0.001 * g * g;
    w -= (0.01 * (m / (1 - 0.9 ** t))) / (Math.sqrt(v / (1 - 0.999 ** t)) + 1e-8);
    optimizer.step(parameters, [layer([g], [0])]);
  }
  expect(Math.abs((parameters[0]?.weights[0] ?? 0) - w)).toBeLessThan(1e-6);
});

it('clipping brings the common norm of all layers down to the bound, and leaves smaller gradients alone', () => {
  const gradients = [layer([3, 0], [0]), layer([0], [4])];
  expect(clipGradients(gradients, 6)).toBe(5);
  expect(gradients[0]?.weights[0]).toBe(3);
  expect(clipGradients(gradients, 1)).toBe(5);
  expect(gradientNorm(gradients)).toBeCloseTo(1, 6);
  expect(gradients[1]?.bias[0]).toBe(Math.fround(0.8));
  expect(() => clipGradients(gradients, 0)).toThrow('clipGradients needs a largest norm above 0, got 0');
});
