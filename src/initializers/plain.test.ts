import { expect, test } from 'vitest';
import { torchGenerator } from '#random/torch-generator.ts';
import { faults } from '../../tests/distribution-check.ts';
import { constant, normal, ones, uniform, zeros } from './plain.ts';

const shape = [40, 50];

test.each([
  ['zeros', zeros(), { kind: 'constant', value: 0 }],
  ['ones', ones(), { kind: 'constant', value: 1 }],
  ['constant', constant(0.3), { kind: 'constant', value: 0.3 }],
  ['normal', normal(), { kind: 'normal', mean: 0, std: 1 }],
  ['normal with std 0.01', normal({ std: 0.01 }), { kind: 'normal', mean: 0, std: 0.01 }],
  ['normal with mean 2', normal({ mean: 2 }), { kind: 'normal', mean: 2, std: 1 }],
  ['uniform', uniform(), { kind: 'uniform', low: 0, high: 1 }],
  ['uniform on [-0.05, 0.05)', uniform({ low: -0.05, high: 0.05 }), { kind: 'uniform', low: -0.05, high: 0.05 }],
] as const)('%s says what it draws and draws it (seed 5)', (_, initializer, distribution) => {
  expect(initializer.distribution(shape)).toEqual(distribution);
  const weights = initializer(shape, torchGenerator(5));
  expect(weights).toHaveLength(2000);
  expect(faults(weights, distribution)).toEqual([]);
});

test('an explicit 0 is a 0, never a default', () => {
  expect(constant(0).distribution([1])).toEqual({ kind: 'constant', value: 0 });
  expect(normal({ mean: 0, std: 0 }).distribution([1])).toEqual({ kind: 'normal', mean: 0, std: 0 });
  expect(uniform({ low: 0, high: 0 }).distribution([1])).toEqual({ kind: 'uniform', low: 0, high: 0 });
  expect(uniform({ low: -1, high: 0 }).distribution([1])).toEqual({ kind: 'uniform', low: -1, high: 0 });
});

test('draws the same weights for the same seed, and goes on in the stream when called again (seed 6)', () => {
  const generator = torchGenerator(6);
  const [first, second] = [normal()(shape, generator), normal()(shape, generator)];
  expect(normal()(shape, torchGenerator(6))).toEqual(first);
  expect(second).not.toEqual(first);
});

test('takes any shape of whole sizes, and refuses others', () => {
  expect(ones()([], torchGenerator(1))).toEqual(Float32Array.of(1)); // a single number
  expect(ones()([7], torchGenerator(1))).toHaveLength(7);
  expect(ones()([2, 0, 3], torchGenerator(1))).toHaveLength(0);
  expect(() => zeros()([2.5, 3], torchGenerator(1))).toThrow('a shape needs whole sizes, got 2.5 in [2.5, 3]');
  expect(() => normal()([-1], torchGenerator(1))).toThrow('a shape needs whole sizes, got -1 in [-1]');
});
