import { expect, test } from 'vitest';
import { float64Bits, float64FromBits } from './bits.ts';
import { histogram } from './histogram.ts';

test('counts each value in its bin, both ends included, the rest nowhere', () => {
  const { edges, counts } = histogram([-1, 0, 0.5, 1, 1.99, 2, 2.01, Number.NaN], { bins: 2, low: 0, high: 2 });
  expect([...edges]).toEqual([0, 1, 2]);
  expect([...counts]).toEqual([2, 3]);
});

test('lets the edges decide where the division would round across them', () => {
  const below = (x: number) => (x === 0 ? -5e-324 : float64FromBits(float64Bits(x) + (x > 0 ? -1n : 1n)));
  for (let bins = 1; bins <= 200; bins++) {
    const options = { bins, low: -0.7, high: 0.3 };
    const { edges } = histogram([], options);
    const oneEach = new Uint32Array(bins).fill(1);
    expect(histogram(edges.slice(0, bins), options).counts).toEqual(oneEach);
    expect(histogram(edges.slice(1).map(below), options).counts).toEqual(oneEach);
  }
});

test('refuses bins and bounds that make no histogram', () => {
  expect(() => histogram([], { bins: 0, low: 0, high: 1 })).toThrow(
    'histogram needs a whole number of bins of at least 1, got 0',
  );
  expect(() => histogram([], { bins: 4, low: 1, high: 1 })).toThrow('histogram needs finite low < high, got 1 and 1');
});
