import { expect, test } from 'vitest';
import { goldenCases } from '../../tests/golden.ts';
import { fans } from './fans.ts';

test('agrees with PyTorch on every shape of torch_gain_fan without a 0', () => {
  const cases = goldenCases<{ kind: string; shape: number[]; fan_in: number; fan_out: number }>('torch_gain_fan');
  const fanCases = cases.filter(({ kind }) => kind === 'fan');
  expect(fanCases).toHaveLength(12);
  const full = fanCases.filter(({ shape }) => !shape.includes(0));
  expect(full).toHaveLength(9);
  for (const { shape, fan_in, fan_out } of full) {
    expect([shape, fans(shape)]).toEqual([shape, { fanIn: fan_in, fanOut: fan_out }]);
  }
});

test('counts the kernel positions of a convolution in 1, 2 and 3 dimensions', () => {
  expect(fans([100, 784])).toEqual({ fanIn: 784, fanOut: 100 });
  expect(fans([8, 4, 5])).toEqual({ fanIn: 20, fanOut: 40 });
  expect(fans([8, 4, 3, 2])).toEqual({ fanIn: 24, fanOut: 48 });
  expect(fans([8, 4, 3, 2, 7])).toEqual({ fanIn: 168, fanOut: 336 });
});

test('refuses fewer than 2 dimensions and sizes that are not whole and positive, and names the caller', () => {
  expect(() => fans([5], 'xavierNormal')).toThrow('xavierNormal needs a shape of at least 2 dimensions, got [5]');
  expect(() => fans([])).toThrow('fans needs a shape of at least 2 dimensions, got []');
  expect(() => fans([10, 0], 'heNormal')).toThrow('heNormal needs whole sizes of at least 1, got 0 in [10, 0]');
  expect(() => fans([0, 4])).toThrow('fans needs whole sizes of at least 1, got 0 in [0, 4]');
  expect(() => fans([2.5, 3])).toThrow('fans needs whole sizes of at least 1, got 2.5 in [2.5, 3]');
  expect(() => fans([3, Number.NaN])).toThrow('fans needs whole sizes of at least 1, got NaN in [3, NaN]');
});
