import { describe, expect, test } from 'vitest';
import { secondMoment } from '#numerics/moments.ts';
import { distributionVariance } from '#random/distributions.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import { convolve } from '../../tests/convolution.ts';
import { faults } from '../../tests/distribution-check.ts';
import { deltaOrthogonal } from './delta-orthogonal.ts';

const cases = [
  { shape: [8, 8, 3], picture: [9] },
  { shape: [12, 5, 4], picture: [9] },
  { shape: [32, 16, 3, 3], picture: [5, 4] },
  { shape: [16, 16, 2, 5], picture: [5, 4] },
  { shape: [6, 3, 1, 1], picture: [5, 4] },
  { shape: [8, 4, 3, 2, 3], picture: [3, 2, 4] },
];

describe.each(cases.map((each, i) => ({ ...each, seed: 300 + i })))(
  'deltaOrthogonal of shape $shape (seed $seed)',
  ({ shape, picture, seed }) => {
    const [outputs, inputs, ...kernel] = shape as [number, number, ...number[]];

    test('the convolution keeps the length of every picture, times the gain, at every place', () => {
      const area = picture.reduce((product, size) => product * size);
      const x = new Float32Array(inputs * area);
      torchGenerator(seed + 1000).fillNormal(x, 0, 1);
      for (const gain of [1, 1.5]) {
        const weights = deltaOrthogonal({ gain })(shape, torchGenerator(seed));
        const y = convolve({ shape, weights, center: (size) => Math.floor((size - 1) / 2) }, x, picture);
        expect(Math.sqrt((secondMoment(y) * outputs) / (secondMoment(x) * inputs))).toBeCloseTo(gain, 6);
        for (let place = 0; place < area; place++) {
          const lengthAt = (values: ArrayLike<number>) =>
            Array.from(values).reduce((sum, value, i) => (i % area === place ? sum + value * value : sum), 0);
          expect(Math.sqrt(lengthAt(y) / lengthAt(x))).toBeCloseTo(gain, 5);
        }
      }
    });

    test('has the share of zeros, the variance and the distribution it promises', () => {
      const initializer = deltaOrthogonal();
      const distribution = initializer.distribution(shape);
      const positions = kernel.reduce((product, size) => product * size);
      expect(distributionVariance(distribution)).toBeCloseTo(1 / (outputs * positions), 15);
      expect(faults(initializer(shape, torchGenerator(seed)), distribution)).toEqual([]);
    });
  },
);

test('knows float64, gain 0 and shapes without weights', () => {
  const out = new Float64Array(12).fill(7);
  deltaOrthogonal().fill(out, [2, 2, 3], torchGenerator(1));
  const [a, b, c, d] = [1, 4, 7, 10].map((i) => out[i]) as [number, number, number, number];
  expect([a * a + c * c, b * b + d * d, a * b + c * d]).toEqual([
    expect.closeTo(1),
    expect.closeTo(1),
    expect.closeTo(0),
  ]);
  expect(out.filter((_, i) => i % 3 !== 1)).toEqual(new Float64Array(8));
  expect(deltaOrthogonal({ gain: 0 })([2, 2, 1], torchGenerator(1)).map(Math.abs)).toEqual(new Float32Array(4));
  expect(deltaOrthogonal()([2, 2, 0], torchGenerator(1))).toHaveLength(0);
});

test('refuses a layer that narrows, what is not a kernel, and a gain that is no number', () => {
  const refused = (shape: number[]) => expect(() => deltaOrthogonal()(shape, torchGenerator(1)));
  refused([3, 4, 3]).toThrow('deltaOrthogonal needs out >= in, got [3, 4, 3]: fewer channels cannot keep lengths');
  refused([3, 3]).toThrow('deltaOrthogonal needs a kernel [out, in, k...] of 3 to 5 dimensions, got [3, 3]');
  expect(() => deltaOrthogonal({ gain: Infinity })).toThrow('deltaOrthogonal needs a finite gain, got Infinity');
});
