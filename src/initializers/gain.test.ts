import { expect, test } from 'vitest';
import { float64Bits } from '#numerics/bits.ts';
import { goldenCases } from '../../tests/golden.ts';
import { gain, gains, type Nonlinearity, nonlinearities } from './gain.ts';

/** PyTorch's `conv_transpose1d` is `convTranspose1d` here. */
const camelCase = (name: string) => name.replace(/_(.)/g, (_, letter) => letter.toUpperCase()) as Nonlinearity;

test('agrees with calculate_gain to the last bit', () => {
  const cases = goldenCases<{ kind: string; nonlinearity: string; param: number | null; bits: string }>(
    'torch_gain_fan',
  );
  const golden = cases.filter(({ kind }) => kind === 'gain');
  expect(golden).toHaveLength(30);
  expect(new Set(golden.map(({ nonlinearity }) => camelCase(nonlinearity)))).toEqual(new Set(nonlinearities));
  for (const { nonlinearity, param, bits } of golden) {
    const ours = gain(camelCase(nonlinearity), param ?? undefined);
    expect([nonlinearity, param, float64Bits(ours).toString(16)]).toEqual([nonlinearity, param, bits]);
  }
});

test('a gain that is derived keeps the second moment of its nonlinearity, and a chosen one does not', () => {
  const moments: Partial<Record<Nonlinearity, number>> = {
    // E[phi(z)^2] for z ~ N(0, 1): z^2; z^2 on one side; sigmoid, tanh and selu by 2,001 points of the trapezoid rule
    linear: 1,
    relu: 1 / 2,
    leakyRelu: (1 + 0.01 ** 2) / 2,
    sigmoid: normalAverage((z) => (1 / (1 + Math.exp(-z))) ** 2),
    tanh: normalAverage((z) => Math.tanh(z) ** 2),
    selu: normalAverage((z) => (1.0507009873554805 * (z > 0 ? z : 1.6732632423543772 * Math.expm1(z))) ** 2),
  };
  for (const [name, moment] of Object.entries(moments) as [Nonlinearity, number][]) {
    const kept = gain(name) ** 2 * moment;
    if (gains[name].origin === 'derived') expect(kept).toBeCloseTo(1, 12);
    else expect(Math.abs(kept - 1), `${name} ${kept}`).toBeGreaterThan(0.05);
  }
});

function normalAverage(f: (z: number) => number): number {
  let sum = 0;
  for (let z = -10; z <= 10; z += 0.01) sum += (0.01 * f(z) * Math.exp(-0.5 * z * z)) / Math.sqrt(2 * Math.PI);
  return sum;
}

test('has leakyRelu between relu at slope 0 and linear at slope 1', () => {
  expect(gain('leakyRelu', 0)).toBe(gain('relu'));
  expect(gain('leakyRelu', 1)).toBe(gain('linear'));
  expect(gain('leakyRelu')).toBe(1.4141428569978354); // sqrt(2 / 1.0001): the default slope is 0.01
});

test('refuses what is not in the table, and lists the table', () => {
  const message = (name: string) => `gain knows ${nonlinearities.join(', ')}; got ${name}`;
  expect(message('gelu')).toMatch(/^gain knows linear, conv1d, .* tanh, relu, leakyRelu, selu; got gelu$/);
  for (const name of ['gelu', 'ReLU', 'leaky_relu', 'toString']) {
    expect(() => gain(name as Nonlinearity)).toThrow(message(name));
  }
  for (const slope of [Number.NaN, Infinity, true, '0.1', null]) {
    const shown = slope === '0.1' ? '"0.1"' : slope;
    expect(() => gain('leakyRelu', slope as never)).toThrow(`gain needs a finite slope, got ${shown}`);
  }
  expect(() => gain('leakyRelu', [1] as never)).toThrow('gain needs a finite slope, got [1]');
});
