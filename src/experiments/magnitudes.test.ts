import { expect, it } from 'vitest';
import { countMagnitudes } from './magnitudes.ts';

it('counts powers of two where they begin, and the numbers just below one place lower, subnormals too', () => {
  for (const k of [-149, -148, -127, -126, -1, 0, 1, 127]) {
    expect(countMagnitudes(Float32Array.of(2 ** k))).toEqual({ lowest: k, shares: [1] });
    if (k > -149) {
      const below = 2 ** k - 2 ** Math.max(k - 24, -149);
      expect(countMagnitudes(Float32Array.of(-below))).toEqual({ lowest: k - 1, shares: [1] });
    }
  }
});

it('leaves out what has no magnitude, but divides by all values', () => {
  const values = Float32Array.of(0, -0, Infinity, -Infinity, Number.NaN, 1, -1.5, 4);
  expect(countMagnitudes(values)).toEqual({ lowest: 0, shares: [0.25, 0, 0.125] });
  expect(countMagnitudes(Float32Array.of(0, Number.NaN))).toEqual({ lowest: 0, shares: [] });
});
