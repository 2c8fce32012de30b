import { expect, test } from 'vitest';
import { float64Bits } from '#numerics/bits.ts';
import { goldenCases } from '../../tests/golden.ts';
import { gain, type Nonlinearity, nonlinearities } from './gain.ts';

/** PyTorch's names for ours; its convolutions are 'linear' under other names. */
const torchNames: Record<string, Nonlinearity> = { leaky_relu: 'leakyRelu' };

test('agrees with calculate_gain to the last bit', () => {
  const cases = goldenCases<{ kind: string; nonlinearity: string; param: number | null; bits: string }>(
    'torch_gain_fan',
  );
  const gains = cases.filter(({ kind, nonlinearity }) => kind === 'gain' && !nonlinearity.startsWith('conv'));
  expect(new Set(gains.map(({ nonlinearity }) => torchNames[nonlinearity] ?? nonlinearity))).toEqual(
    new Set(nonlinearities),
  );
  for (const { nonlinearity, param, bits } of gains) {
    const ours = gain(torchNames[nonlinearity] ?? (nonlinearity as Nonlinearity), param ?? undefined);
    expect([nonlinearity, param, float64Bits(ours).toString(16)]).toEqual([nonlinearity, param, bits]);
  }
});

test('has leakyRelu between relu at slope 0 and linear at slope 1', () => {
  expect(gain('leakyRelu', 0)).toBe(gain('relu'));
  expect(gain('leakyRelu', 1)).toBe(gain('linear'));
  expect(gain('leakyRelu')).toBe(1.4141428569978354); // sqrt(2 / 1.0001): the default slope is 0.01
});

test('refuses what is not in the table, and lists the table', () => {
  const message = (name: string) => `gain knows linear, sigmoid, tanh, relu, leakyRelu, selu; got ${name}`;
  for (const name of ['gelu', 'ReLU', 'leaky_relu', 'toString']) {
    expect(() => gain(name as Nonlinearity)).toThrow(message(name));
  }
  expect(() => gain('leakyRelu', Number.NaN)).toThrow('gain needs a finite slope, got NaN');
});
