import { describe, expect, test } from 'vitest';
import { float64Bits } from '#numerics/bits.ts';
import { type Distribution, distributionVariance, sample } from '#random/distributions.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import { faults } from '../../tests/distribution-check.ts';
import { goldenCases } from '../../tests/golden.ts';
import { fans } from './fans.ts';
import { gain, type Nonlinearity } from './gain.ts';
import type { Initializer } from './initializer.ts';
import * as rows from './variance-scaling.ts';

const { varianceScaling, heNormal, heUniform, lecunNormal, lecunUniform, xavierNormal, xavierUniform } = rows;

const shapes = [
  [100, 784],
  [300, 20],
  [32, 16, 9],
  [16, 24, 3, 5],
  [24, 8, 3, 3, 3],
];

/** Name, initializer, and the variance that the paper asks for, written out once more. */
const named: [string, Initializer, (fanIn: number, fanOut: number) => number][] = [
  ['lecunNormal', lecunNormal(), (fanIn) => 1 / fanIn],
  ['lecunUniform', lecunUniform(), (fanIn) => 1 / fanIn],
  ['xavierNormal', xavierNormal(), (fanIn, fanOut) => 2 / (fanIn + fanOut)],
  ['xavierUniform', xavierUniform(), (fanIn, fanOut) => 2 / (fanIn + fanOut)],
  ['xavierNormal, gain 5/3', xavierNormal({ gain: 5 / 3 }), (fanIn, fanOut) => 50 / 9 / (fanIn + fanOut)],
  ['xavierUniform, gain 5/3', xavierUniform({ gain: 5 / 3 }), (fanIn, fanOut) => 50 / 9 / (fanIn + fanOut)],
  ['heNormal', heNormal(), (fanIn) => 2 / fanIn],
  ['heUniform', heUniform(), (fanIn) => 2 / fanIn],
  ['heNormal, fanOut', heNormal({ mode: 'fanOut' }), (_, fanOut) => 2 / fanOut],
  ['heUniform, slope sqrt(5)', heUniform({ slope: Math.sqrt(5) }), (fanIn) => 1 / 3 / fanIn],
];

describe.each(named)('%s', (name, initializer, expectedVariance) => {
  test.each(shapes.map((shape, i) => ({ shape, seed: 100 + i })))(
    'has the mean, variance and distribution it promises for $shape (seed $seed)',
    ({ shape, seed }) => {
      const { fanIn, fanOut } = fans(shape);
      const distribution = initializer.distribution(shape);
      expect(distribution.kind).toBe(name.includes('Normal') ? 'normal' : 'uniform');
      expect(distributionVariance(distribution) / expectedVariance(fanIn, fanOut)).toBeCloseTo(1, 12);
      expect(faults(initializer(shape, torchGenerator(seed)), distribution)).toEqual([]);
    },
  );
});

describe('the check above would notice', () => {
  const shape = [100, 784]; // fanIn 784, fanOut 100
  const right = heNormal().distribution(shape);
  const rightUniform = heUniform().distribution(shape);
  const normal = (std: number): Distribution => ({ kind: 'normal', mean: 0, std });
  const uniform = (bound: number): Distribution => ({ kind: 'uniform', low: -bound, high: bound });
  const std = Math.sqrt(2 / 784);

  test.each([
    ['2 / sqrt(n) for sqrt(2 / n)', normal(2 / Math.sqrt(784)), right],
    ['the std as the bound of a uniform', uniform(std), rightUniform],
    ['the variance for the std', normal(2 / 784), right],
    ['fanOut for fanIn', normal(Math.sqrt(2 / 100)), right],
    ['scale 1 for scale 2', normal(Math.sqrt(1 / 784)), right],
    ['the std of a normal cut at 2 sigma and not corrected', normal(0.8796 * std), right],
    ['a uniform of the right variance for a normal', uniform(Math.sqrt(3) * std), right],
    ['a normal of the right variance for a uniform', normal(std), rightUniform],
    ['a mean of a twentieth of the std', { kind: 'normal', mean: std / 20, std }, right],
  ] as [string, Distribution, Distribution][])('%s (seed 1)', (_, wrong, promised) => {
    const draw = (distribution: Distribution) => {
      const out = new Float32Array(78_400);
      sample(distribution, out, torchGenerator(1));
      return out;
    };
    expect(faults(draw(promised), promised)).toEqual([]);
    expect(faults(draw(wrong), promised)).not.toEqual([]);
  });
});

describe('standard deviation and bound, to the last bit of PyTorch (torch_gain_fan)', () => {
  type Golden = { shape: number[]; std_bits: string; bound_bits: string };
  type Kaiming = Golden & { kind: string; mode: string; nonlinearity: string; a: number };
  type Xavier = Golden & { kind: string; gain: number };
  const cases = goldenCases<Xavier | Kaiming>('torch_gain_fan');

  function bits(options: rows.VarianceScalingOptions, shape: number[]) {
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

test('other names are the same functions', () => {
  expect(rows.glorotNormal).toBe(xavierNormal);
  expect(rows.glorotUniform).toBe(xavierUniform);
  expect(rows.kaimingNormal).toBe(heNormal);
  expect(rows.kaimingUniform).toBe(heUniform);
});

test('scale 0, gain 0 and slope 0 are what they say', () => {
  expect(varianceScaling({ scale: 0 }).distribution([2, 2])).toEqual({ kind: 'normal', mean: 0, std: 0 });
  expect(xavierNormal({ gain: 0 })([2, 2], torchGenerator(1))).toEqual(new Float32Array(4));
  expect(heNormal({ slope: 0 }).distribution([4, 2])).toEqual({ kind: 'normal', mean: 0, std: 1 });
});

test('errors name the row, the bad value and the remedy', () => {
  const generator = torchGenerator(1);
  expect(() => xavierNormal()([5], generator)).toThrow('xavierNormal needs a shape of at least 2 dimensions, got [5]');
  expect(() => heUniform()([5, 0], generator)).toThrow('heUniform needs whole sizes of at least 1, got 0 in [5, 0]');
  expect(() => varianceScaling({ scale: -1 })).toThrow('varianceScaling needs a finite scale >= 0, got -1');
  expect(() => xavierUniform({ gain: Number.NaN })).toThrow('xavierUniform needs a finite gain >= 0, got NaN');
  expect(() => xavierUniform({ gain: -1 })).toThrow('xavierUniform needs a finite gain >= 0, got -1');
  expect(() => heNormal({ slope: Infinity })).toThrow('heNormal needs a finite slope, got Infinity');
  expect(() => heNormal({ mode: 'fan_in' as never })).toThrow(
    'heNormal knows the modes fanIn, fanOut, fanAvg; got fan_in',
  );
  expect(() => varianceScaling({ distribution: 'truncatedNormal' as never })).toThrow(
    'varianceScaling knows the distributions normal, uniform; got truncatedNormal',
  );
  expect(generator.wordsDrawn).toBe(0);
});
