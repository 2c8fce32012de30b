import { describe, expect, test } from 'vitest';
import { float64Bits } from '#numerics/bits.ts';
import { distributionMean, distributionStd, distributionVariance } from '#random/distributions.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import { faults } from '../../tests/distribution-check.ts';
import { goldenCases } from '../../tests/golden.ts';
import { gain, type Nonlinearity } from './gain.ts';
import { heNormal, xavierNormal } from './named-rows.ts';
import { fanModes, STD_OF_CUT_NORMAL, type VarianceScalingOptions, varianceScaling } from './variance-scaling.ts';

describe('standard deviation and bound, to the last bit of PyTorch (torch_gain_fan)', () => {
  type Golden = { shape: number[]; std_bits: string; bound_bits: string };
  type Kaiming = Golden & { kind: string; mode: string; nonlinearity: string; a: number };
  type Xavier = Golden & { kind: string; gain: number };
  const cases = goldenCases<Xavier | Kaiming>('torch_gain_fan');

  function bits(options: VarianceScalingOptions, shape: number[]) {
    const normal = varianceScaling({ ...options, distribution: 'normal' }).distribution(shape);
    const uniform = varianceScaling({ ...options, distribution: 'uniform' }).distribution(shape);
    if (normal.kind !== 'normal' || uniform.kind !== 'uniform') throw new Error('unexpected kind');
    expect(uniform.low).toBe(-uniform.high);
    return [normal.std, uniform.high].map((x) => float64Bits(x).toString(16));
  }

  test('xavier', () => {
    const xavier = cases.filter((golden): golden is Xavier => golden.kind === 'xavier');
    expect(xavier).toHaveLength(27);
    for (const { shape, gain: g, std_bits, bound_bits } of xavier) {
      expect(bits({ scale: g * g, mode: 'fanAvg' }, shape)).toEqual([std_bits, bound_bits]);
      expect(xavierNormal({ gain: g }).distribution(shape)).toEqual(
        varianceScaling({ scale: g * g, mode: 'fanAvg' }).distribution(shape),
      );
    }
  });

  test('kaiming', () => {
    const kaiming = cases.filter((golden): golden is Kaiming => golden.kind === 'kaiming');
    expect(kaiming).toHaveLength(72);
    for (const { shape, mode, nonlinearity, a, std_bits, bound_bits } of kaiming) {
      const name = nonlinearity === 'leaky_relu' ? 'leakyRelu' : (nonlinearity as Nonlinearity);
      const g = gain(name, a);
      const fan = mode === 'fan_in' ? 'fanIn' : 'fanOut';
      expect(bits({ scale: g * g, mode: fan }, shape)).toEqual([std_bits, bound_bits]);
      if (name !== 'leakyRelu') continue;
      const row = heNormal({ slope: a, mode: fan }).distribution(shape);
      expect(row.kind === 'normal' && float64Bits(row.std).toString(16)).toBe(std_bits);
    }
  });

  test('the square root of a rounded square is the number itself (100,000 gains, seed 8)', () => {
    const gains = new Float32Array(100_000);
    torchGenerator(8).fillUniform(gains, 0, 4);
    for (const g of gains) expect(Math.sqrt((g / 3) * (g / 3))).toBe(g / 3);
  });
});

describe('mode divides by the fan it names', () => {
  test.each([
    ['fanIn', 4],
    ['fanOut', 36],
    ['fanAvg', 20],
    ['fanGeoAvg', 12],
  ] as const)('%s of [36, 4] is %d', (mode, fan) => {
    for (const distribution of ['normal', 'uniform', 'truncatedNormal'] as const) {
      const law = varianceScaling({ scale: 3, mode, distribution }).distribution([36, 4]);
      expect(distributionVariance(law)).toBeCloseTo(3 / fan, 14);
      expect(distributionMean(law)).toBeCloseTo(0, 16);
    }
  });

  test('there are four', () => {
    expect(fanModes).toEqual(['fanIn', 'fanOut', 'fanAvg', 'fanGeoAvg']);
  });
});

describe('a truncated normal', () => {
  const shape = [100, 50];

  test('is cut at two standard deviations of its parent, which is wider by 1 / 0.8796', () => {
    const law = varianceScaling({ distribution: 'truncatedNormal' }).distribution(shape);
    const parentStd = Math.sqrt(1 / 50) / STD_OF_CUT_NORMAL;
    expect(law).toEqual({
      kind: 'truncatedNormal',
      parentMean: 0,
      parentStd: expect.closeTo(parentStd, 15),
      low: expect.closeTo(-2 * parentStd, 15),
      high: expect.closeTo(2 * parentStd, 15),
    });
    expect(distributionStd(law)).toBeCloseTo(Math.sqrt(1 / 50), 15);
    expect(STD_OF_CUT_NORMAL).toBe(0.87962566103423978);
  });

  test('that is not corrected says so: its standard deviation is 0.8796 of the one asked for (seed 9)', () => {
    const initializer = varianceScaling({ distribution: 'truncatedNormal', corrected: false });
    const law = initializer.distribution(shape);
    expect(distributionStd(law) / Math.sqrt(1 / 50)).toBeCloseTo(0.8796256610342398, 14);
    expect(faults(initializer(shape, torchGenerator(9)), law)).toEqual([]);
  });
});

test('scale 0 is what it says', () => {
  expect(varianceScaling({ scale: 0 }).distribution([2, 2])).toEqual({ kind: 'normal', mean: 0, std: 0 });
  for (const distribution of ['normal', 'uniform', 'truncatedNormal'] as const) {
    const weights = varianceScaling({ scale: 0, distribution })([20, 2], torchGenerator(1));
    expect(weights.map(Math.abs)).toEqual(new Float32Array(40));
  }
});

test('errors name the bad value and the remedy', () => {
  expect(() => varianceScaling({ scale: -1 })).toThrow('varianceScaling needs a finite scale >= 0, got -1');
  expect(() => varianceScaling({ scale: Number.NaN })).toThrow('varianceScaling needs a finite scale >= 0, got NaN');
  expect(() => varianceScaling({ mode: 'fan_avg' as never })).toThrow(
    'varianceScaling knows the modes fanIn, fanOut, fanAvg, fanGeoAvg; got fan_avg',
  );
  expect(() => varianceScaling({ distribution: 'untruncated_normal' as never })).toThrow(
    'varianceScaling knows the distributions normal, uniform, truncatedNormal; got untruncated_normal',
  );
  expect(() => varianceScaling({ layout: 'jax' as never }).distribution([2, 2])).toThrow(
    'varianceScaling knows the layouts torch, torchTransposed, keras; got jax',
  );
  expect(() => varianceScaling().distribution([0, 0])).toThrow(
    'varianceScaling needs whole sizes of at least 1, got 0 in [0, 0]',
  );
});
