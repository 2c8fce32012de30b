import { describe, expect, test } from 'vitest';
import { distributionStd } from '#random/distributions.ts';
import { streamIds, streams } from '#random/streams.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import { faults } from '../../tests/distribution-check.ts';
import type { Initializer } from './initializer.ts';
import { constant, normal, ones, truncatedNormal, uniform, zeros } from './plain.ts';

const shape = [40, 50];

/** From a vector to a kernel of three dimensions; thousands of weights each. */
const shapes = [[5000], [40, 50], [100, 784], [30, 20, 7], [8, 16, 5, 5], [6, 8, 3, 4, 5]];

const initializers: [string, Initializer, object][] = [
  ['zeros', zeros(), { kind: 'constant', value: 0 }],
  ['ones', ones(), { kind: 'constant', value: 1 }],
  ['constant', constant(0.3), { kind: 'constant', value: 0.3 }],
  ['normal', normal(), { kind: 'normal', mean: 0, std: 1 }],
  ['normal with std 0.01', normal({ std: 0.01 }), { kind: 'normal', mean: 0, std: 0.01 }],
  ['normal with mean 2', normal({ mean: 2 }), { kind: 'normal', mean: 2, std: 1 }],
  ['uniform', uniform(), { kind: 'uniform', low: 0, high: 1 }],
  ['uniform on [-0.05, 0.05)', uniform({ low: -0.05, high: 0.05 }), { kind: 'uniform', low: -0.05, high: 0.05 }],
  ['truncatedNormal', truncatedNormal(), { kind: 'truncatedNormal', parentMean: 0, parentStd: 1, low: -2, high: 2 }],
  [
    'truncatedNormal on one side',
    truncatedNormal({ mean: 1, std: 0.5, low: 0.8, high: 9 }),
    { kind: 'truncatedNormal', parentMean: 1, parentStd: 0.5, low: 0.8, high: 9 },
  ],
  [
    'truncatedNormal on [2, 3]',
    truncatedNormal({ low: 2, high: 3 }),
    { kind: 'truncatedNormal', parentMean: 0, parentStd: 1, low: 2, high: 3 },
  ],
];

describe.each(initializers)('%s', (_, initializer, distribution) => {
  test.each(shapes.map((each, i) => ({ shape: each, seed: 50 + i })))(
    'says what it draws for $shape and draws it, from every stream (seed $seed)',
    ({ shape, seed }) => {
      const law = initializer.distribution(shape);
      expect(law).toEqual(distribution);
      for (const stream of streamIds) {
        const weights = initializer(shape, streams[stream](seed));
        expect(weights).toHaveLength(shape.reduce((product, size) => product * size));
        expect(faults(weights, law)).toEqual([]);
      }
    },
  );
});

test('a truncated normal says which standard deviation it has: less than its parent', () => {
  expect(distributionStd(truncatedNormal().distribution(shape))).toBeCloseTo(0.8796256610342398, 15);
  const small = truncatedNormal({ std: 0.02 }).distribution(shape); // cut 100 standard deviations away
  expect(distributionStd(small)).toBeCloseTo(0.02, 16);
});

test('a truncated normal stays within its cutoffs as float32 has them (seed 8)', () => {
  for (const high of [0.1, 0.3, 0.7]) {
    const weights = truncatedNormal({ low: -high, high })([100_000], torchGenerator(8));
    const largest = Math.max(...weights.map(Math.abs));
    expect(largest).toBeLessThanOrEqual(Math.fround(high));
    expect(largest).toBeGreaterThan(0.999 * high);
  }
});

test('an explicit 0 is a 0, never a default', () => {
  expect(constant(0).distribution([1])).toEqual({ kind: 'constant', value: 0 });
  expect(normal({ mean: 0, std: 0 }).distribution([1])).toEqual({ kind: 'normal', mean: 0, std: 0 });
  expect(uniform({ low: 0, high: 0 }).distribution([1])).toEqual({ kind: 'uniform', low: 0, high: 0 });
  expect(uniform({ low: -1, high: 0 }).distribution([1])).toEqual({ kind: 'uniform', low: -1, high: 0 });
  expect(truncatedNormal({ low: 0 }).distribution([1])).toMatchObject({ low: 0, high: 2 });
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

test('fill writes into an array of one\u2019s own, which has to have the right length', () => {
  const out = new Float32Array(12).fill(7);
  normal().fill(out.subarray(2, 8), [2, 3], torchGenerator(6));
  expect(out.slice(2, 8)).toEqual(normal()([2, 3], torchGenerator(6)));
  expect([...out.slice(0, 2), ...out.slice(8)]).toEqual([7, 7, 7, 7, 7, 7]);
  expect(() => normal().fill(out, [2, 3], torchGenerator(6))).toThrow(
    'fill needs an array of 6 values for [2, 3], got 12',
  );
  expect(() => normal().fill([] as never, [0], torchGenerator(6))).not.toThrow();
  expect(() => normal().fill(new Int32Array(6) as never, [2, 3], torchGenerator(6))).toThrow(
    'fillNormal fills a Float32Array or a Float64Array, got Int32Array',
  );
});

test('errors name the bad value and the remedy', () => {
  expect(() => constant(undefined as never)).toThrow('constant needs a number, got undefined: try constant(0)');
  expect(() => constant('0' as never)).toThrow(new TypeError('constant needs a number, got "0": try constant(0)'));
  expect(() => truncatedNormal({ mean: '0' as never })).toThrow('truncatedNormal needs a finite mean, got "0"');
  expect(() => truncatedNormal({ high: '2' as never })).toThrow(
    'truncatedNormal needs low <= high, got low -2 and high "2"',
  );
  expect(() => truncatedNormal({ std: -1 })).toThrow('truncatedNormal needs a finite std > 0, got -1');
  expect(() => truncatedNormal({ low: 2, high: -2 })).toThrow(
    'truncatedNormal needs low <= high, got low 2 and high -2',
  );
  expect(() => truncatedNormal({ low: Number.NaN })).toThrow(
    'truncatedNormal needs low <= high, got low NaN and high 2',
  );
  expect(() => truncatedNormal({ mean: 10 })).toThrow(
    /^truncatedNormal needs 0.001 of N\(10, 1\^2\) between low and high, got 6.*e-16 in \[-2, 2\]: move them$/,
  );
  expect(() => truncatedNormal({ std: 0 })).toThrow('truncatedNormal needs a finite std > 0, got 0');
});

test('a law that does not exist is refused when the initializer is made, before anyone asks for its distribution', () => {
  expect(() => normal({ std: -1 })).toThrow('normal needs a finite std >= 0, got -1');
  expect(() => normal({ mean: Number.NaN })).toThrow('normal needs a finite mean, got NaN');
  expect(() => normal({ std: '1' as never })).toThrow('normal needs a finite std >= 0, got "1"');
  expect(() => uniform({ low: 1, high: 0 })).toThrow('uniform needs low <= high, got low 1 and high 0: swap them');
  expect(() => uniform({ high: Infinity })).toThrow('uniform needs a finite high, got Infinity');
});

test('NaN and the infinities are constants like any other, as in constant_', () => {
  for (const value of [Number.NaN, Infinity, -Infinity]) {
    expect(constant(value).distribution([2])).toEqual({ kind: 'constant', value });
    expect(constant(value)([2], torchGenerator(1))).toEqual(Float32Array.of(value, value));
  }
});
