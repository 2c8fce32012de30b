import { describe, expect, it } from 'vitest';
import { formats } from '#numerics/round-to-format.ts';
import { magnitudeTheory, predictedMilestones } from './precision-theory.ts';

describe('magnitudeTheory', () => {
  it('multiplies by sigma sqrt(n) per layer, for ReLU by sqrt(1/2) less after the first', () => {
    const network = { sigma: 0.1, width: 400, depth: 3 }; // sigma sqrt(n) = 2
    const linear = magnitudeTheory({ ...network, activation: 'linear' }, 4).map((log10) => 10 ** log10);
    for (const [l, size] of [2, 4, 8, 16].entries()) expect(linear[l]).toBeCloseTo(size, 9);
    const relu = magnitudeTheory({ ...network, activation: 'relu' }, 4).map((log10) => 10 ** log10);
    for (const [l, size] of [2, 4, 8 * Math.SQRT1_2, 8].entries()) expect(relu[l]).toBeCloseTo(size, 9);
  });

  it('has no limits where a float64 has', () => {
    const last = magnitudeTheory({ sigma: 10, width: 512, depth: 200, activation: 'linear' }, 1).at(-1);
    expect(last).toBeCloseTo(200 * Math.log10(10 * Math.sqrt(512)), 8);
  });
});

describe('predictedMilestones', () => {
  const every = (size: (layer: number) => number) => Array.from({ length: 40 }, (_, layer) => Math.log10(size(layer)));

  it('expects the first infinity where one of 1,000 values is beyond 65520: at 3.29 standard deviations', () => {
    const { infinite } = predictedMilestones(
      every((layer) => 2 ** layer),
      formats.float16,
      1000,
    );
    // 65520 / 3.29 = 19915 lies between 2^14 and 2^15
    expect(infinite).toBe(15);
  });

  it('expects only zeros where less than one of 1,000 values reaches half of the smallest number', () => {
    const { zero, subnormal } = predictedMilestones(
      every((layer) => 2 ** -layer),
      formats.float16,
      1000,
    );
    // 2^-25 / 3.29 = 2^-26.7; half of the values are below 2^-14 once 0.674 sigma is, sigma = 2^-13.4
    expect([zero, subnormal]).toEqual([27, 14]);
  });

  it('expects nothing while the size stays', () => {
    const none = { infinite: null, zero: null, subnormal: null };
    expect(
      predictedMilestones(
        every(() => 1),
        formats.float16,
        4096,
      ),
    ).toEqual(none);
  });
});
