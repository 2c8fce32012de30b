import { describe, expect, test } from 'vitest';
import { secondMoment } from '#numerics/moments.ts';
import type { Floats, Generator } from './generator.ts';
import { torchGenerator } from './torch-generator.ts';
import { sampleTruncatedNormal, shareBetween, truncatedNormalLaw } from './truncated-normal.ts';

const unit = (low: number, high: number) => ({ parentMean: 0, parentStd: 1, low, high });
const phi = (z: number) => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);

test('what is left of N(0, 1) between -2 and 2 has a standard deviation of 0.87962566103423978, as Keras and JAX say', () => {
  const variance = truncatedNormalLaw(unit(-2, 2)).centralMoment(2);
  expect(Math.sqrt(variance)).toBeCloseTo(0.87962566103423978, 15);
  expect(shareBetween(unit(-2, 2))).toBeCloseTo(0.9544997361036416, 15);
});

test.each([
  [-2, 2],
  [-1, 3],
  [0.5, 1],
  [-8, 0.3],
  [2, 3],
])('mean and variance follow the textbook formula for [%f, %f]', (low, high) => {
  const law = truncatedNormalLaw(unit(low, high));
  const share = shareBetween(unit(low, high));
  const mean = -(phi(high) - phi(low)) / share;
  const variance = 1 - (high * phi(high) - low * phi(low)) / share - mean * mean;
  expect(law.mean()).toBeCloseTo(mean, 12);
  expect(law.centralMoment(2)).toBeCloseTo(variance, 12);
});

test('cutoffs on both sides alike leave the mean where it was, exactly', () => {
  expect(truncatedNormalLaw({ parentMean: 0, parentStd: 0.3, low: -0.6, high: 0.6 }).mean()).toBe(0);
  expect(truncatedNormalLaw({ parentMean: 5, parentStd: 2, low: 1, high: 9 }).mean()).toBe(5);
});

test('close cutoffs leave a uniform distribution, and cutoffs 100 standard deviations away change nothing', () => {
  const narrow = truncatedNormalLaw(unit(-0.001, 0.001));
  expect(narrow.centralMoment(2) / (0.001 ** 2 / 3)).toBeCloseTo(1, 6);
  const wide = truncatedNormalLaw({ parentMean: 0, parentStd: 0.02, low: -2, high: 2 });
  expect(Math.sqrt(wide.centralMoment(2))).toBeCloseTo(0.02, 16);
  expect(wide.centralMoment(4) / 0.02 ** 4).toBeCloseTo(3, 12);
});

/** Uniforms that are given, to see what becomes of the ends of the grid. */
function scripted(...values: number[]): Generator & { asked: number[][] } {
  const asked: number[][] = [];
  const fillUniform = (out: Floats, low: number, high: number) => {
    asked.push([low, high]);
    out.set(values);
  };
  return { asked, fillUniform } as unknown as Generator & { asked: number[][] };
}

describe('the ends of the grid', () => {
  const far = { parentMean: 0, parentStd: 0.02, low: -2, high: 2 };

  test('u = -1, which PyTorch turns into a weight 100 standard deviations away, stays among the others', () => {
    const out = new Float32Array(3);
    const generator = scripted(-1, -1 + 2 ** -23, 1);
    sampleTruncatedNormal(far, out, generator);
    expect(generator.asked).toEqual([[-1, 1]]);
    const [first, second, last] = out as unknown as [number, number, number];
    expect(first).toBeGreaterThan(-0.02 * 5.6); // P(N(0, 1) < -5.5) is about 2^-25
    expect(first).toBeLessThan(second);
    expect(last).toBe(-first);
  });

  test('in float64 too', () => {
    const out = new Float64Array(1);
    sampleTruncatedNormal(far, out, scripted(-1));
    expect(out[0]).toBeGreaterThan(-0.02 * 8.4);
    expect(out[0]).toBeLessThan(-0.02 * 8.1);
  });

  test('u at a cutoff within reach gives the cutoff, and nothing beyond it', () => {
    const out = new Float32Array(2);
    const edge = 2 * 0.9772498680518208 - 1;
    sampleTruncatedNormal(unit(-2, 2), out, scripted(-edge, Math.fround(edge)));
    expect(out[0]).toBeCloseTo(-2, 6);
    expect(Math.abs(out[0] as number)).toBeLessThanOrEqual(2);
    expect(out[1]).toBeCloseTo(2, 6);
  });
});

test('takes one word for a float32 and two for a float64, also when nothing varies (seed 1)', () => {
  for (const parent of [unit(-2, 2), { parentMean: 0.3, parentStd: 0, low: 0, high: 1 }]) {
    const generator = torchGenerator(1);
    sampleTruncatedNormal(parent, new Float32Array(10), generator);
    expect(generator.wordsDrawn).toBe(10);
    sampleTruncatedNormal(parent, new Float64Array(10), generator);
    expect(generator.wordsDrawn).toBe(30);
  }
  const out = new Float32Array(4);
  sampleTruncatedNormal({ parentMean: 0.3, parentStd: 0, low: 0, high: 1 }, out, torchGenerator(1));
  expect(out).toEqual(new Float32Array(4).fill(0.3));
});

test('has thousands of different values, and none on the cutoffs when these are 20 standard deviations away (seed 3)', () => {
  const out = new Float32Array(100_000);
  sampleTruncatedNormal({ parentMean: 0, parentStd: 0.1, low: -2, high: 2 }, out, torchGenerator(3));
  expect(new Set(out).size).toBeGreaterThan(90_000);
  expect(Math.max(...out.map(Math.abs))).toBeLessThan(0.1 * 5.6);
  expect(Math.sqrt(secondMoment(out))).toBeCloseTo(0.1, 3);
});
