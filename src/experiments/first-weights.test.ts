import { describe, expect, it } from 'vitest';
import { float32FromBits } from '#numerics/bits.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import { firstWeights, shortestDecimal } from './first-weights.ts';

describe('shortestDecimal', () => {
  it('reads back as the same float32, for 20,000 of any size (seed 7)', () => {
    const generator = torchGenerator(7);
    let longest = 0;
    for (let i = 0; i < 20000; i++) {
      const value = float32FromBits(generator.nextWord());
      if (!Number.isFinite(value)) continue;
      const text = shortestDecimal(value);
      expect(Object.is(Math.fround(Number(text)), value), `${value}: ${text}`).toBe(true);
      longest = Math.max(
        longest,
        Number(text)
          .toExponential()
          .replace(/e.*$|[-.]/g, '').length,
      );
    }
    expect(longest).toBe(9);
  });

  it('takes no more digits than it needs', () => {
    const texts = [0.1, 1, -0.5, 1e-7, 16777216, 0, -0].map((value) => shortestDecimal(Math.fround(value)));
    expect(texts).toEqual(['0.1', '1', '-0.5', '1e-7', '16777216', '0', '-0']);
  });
});

it('names the place of each weight, row by row, with its bits', () => {
  const weights = Float32Array.from({ length: 30 }, (_, i) => i);
  const dense = firstWeights(weights, [5, 6]);
  expect(dense).toHaveLength(16);
  expect(dense[0]).toEqual({ index: '[0, 0]', decimal: '0', bits: '00000000' });
  expect(dense[7]).toEqual({ index: '[1, 1]', decimal: '7', bits: '40e00000' });
  expect(firstWeights(weights, [5, 1, 2, 3])[8]?.index).toBe('[1, 0, 0, 2]');
  expect(firstWeights(weights.subarray(0, 1), [1, 1])).toHaveLength(1);
});
