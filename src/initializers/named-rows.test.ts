import { describe, expect, test } from 'vitest';
import { type Distribution, type Drawable, distributionVariance, sample } from '#random/distributions.ts';
import { numpyGenerator } from '#random/numpy-generator.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import { faults } from '../../tests/distribution-check.ts';
import { type FanOptions, fans } from './fans.ts';
import type { Initializer, Shape } from './initializer.ts';
import * as rows from './named-rows.ts';
import { STD_OF_CUT_NORMAL } from './variance-scaling.ts';

const { heNormal, heTruncatedNormal, heUniform, lecunNormal, lecunTruncatedNormal, lecunUniform } = rows;
const { xavierNormal, xavierTruncatedNormal, xavierUniform } = rows;

/** Two to five dimensions, in three layouts, with and without groups; thousands of weights each. */
const layers: { shape: Shape; options: FanOptions; fanIn: number; fanOut: number }[] = [
  { shape: [100, 784], options: {}, fanIn: 784, fanOut: 100 },
  { shape: [300, 20], options: {}, fanIn: 20, fanOut: 300 },
  { shape: [784, 100], options: { layout: 'keras' }, fanIn: 784, fanOut: 100 },
  { shape: [32, 16, 9], options: {}, fanIn: 144, fanOut: 288 },
  { shape: [16, 24, 3, 5], options: {}, fanIn: 360, fanOut: 240 },
  { shape: [3, 5, 24, 16], options: { layout: 'keras' }, fanIn: 360, fanOut: 240 },
  { shape: [48, 8, 3, 5], options: { groups: 4 }, fanIn: 120, fanOut: 180 },
  { shape: [24, 16, 3, 5], options: { layout: 'torchTransposed', groups: 4 }, fanIn: 90, fanOut: 240 },
  { shape: [24, 8, 3, 3, 3], options: {}, fanIn: 216, fanOut: 648 },
];

/** Name, initializer, and the variance that the paper asks for, written out once more. */
const named: [string, (options: FanOptions) => Initializer, (fanIn: number, fanOut: number) => number][] = [
  ['lecunNormal', lecunNormal, (fanIn) => 1 / fanIn],
  ['lecunUniform', lecunUniform, (fanIn) => 1 / fanIn],
  ['lecunTruncatedNormal', lecunTruncatedNormal, (fanIn) => 1 / fanIn],
  ['xavierNormal', xavierNormal, (fanIn, fanOut) => 2 / (fanIn + fanOut)],
  ['xavierUniform', xavierUniform, (fanIn, fanOut) => 2 / (fanIn + fanOut)],
  ['xavierTruncatedNormal', xavierTruncatedNormal, (fanIn, fanOut) => 2 / (fanIn + fanOut)],
  ['xavierNormal, gain 5/3', (options) => xavierNormal({ ...options, gain: 5 / 3 }), (i, o) => 50 / 9 / (i + o)],
  ['xavierUniform, gain 5/3', (options) => xavierUniform({ ...options, gain: 5 / 3 }), (i, o) => 50 / 9 / (i + o)],
  ['heNormal', heNormal, (fanIn) => 2 / fanIn],
  ['heUniform', heUniform, (fanIn) => 2 / fanIn],
  ['heTruncatedNormal', heTruncatedNormal, (fanIn) => 2 / fanIn],
  ['heNormal, fanOut', (options) => heNormal({ ...options, mode: 'fanOut' }), (_, fanOut) => 2 / fanOut],
  ['heUniform, fanGeoAvg', (options) => heUniform({ ...options, mode: 'fanGeoAvg' }), (i, o) => 2 / Math.sqrt(i * o)],
  ['heTruncatedNormal, fanAvg', (options) => heTruncatedNormal({ ...options, mode: 'fanAvg' }), (i, o) => 4 / (i + o)],
  ['heUniform, slope sqrt(5)', (options) => heUniform({ ...options, slope: Math.sqrt(5) }), (fanIn) => 1 / 3 / fanIn],
];

const kindOf = (name: string) =>
  name.includes('Truncated') ? 'truncatedNormal' : name.includes('Normal') ? 'normal' : 'uniform';

describe.each(named)('%s', (name, make, expectedVariance) => {
  test.each(layers.map((layer, i) => ({ ...layer, seed: 100 + i })))(
    'has the mean, variance and distribution it promises for $shape, $options (seed $seed)',
    ({ shape, options, fanIn, fanOut, seed }) => {
      const initializer = make(options);
      const distribution = initializer.distribution(shape);
      expect(fans(shape, options)).toEqual({ fanIn, fanOut });
      expect(distribution.kind).toBe(kindOf(name));
      expect(distributionVariance(distribution) / expectedVariance(fanIn, fanOut)).toBeCloseTo(1, 12);
      expect(faults(initializer(shape, torchGenerator(seed)), distribution)).toEqual([]);
    },
  );

  test('does so in float64 and from the stream of NumPy (seed 110)', () => {
    const initializer = make({});
    const weights = new Float64Array(30_000);
    for (const generator of [torchGenerator(110), numpyGenerator(110)]) {
      initializer.fill(weights, [300, 100], generator);
      expect(faults(weights, initializer.distribution([300, 100]))).toEqual([]);
    }
  });
});

describe('the check above would notice', () => {
  const shape = [100, 784]; // fanIn 784, fanOut 100
  const right = heNormal().distribution(shape);
  const rightUniform = heUniform().distribution(shape);
  const rightCut = heTruncatedNormal().distribution(shape);
  const normal = (std: number): Distribution => ({ kind: 'normal', mean: 0, std });
  const uniform = (bound: number): Distribution => ({ kind: 'uniform', low: -bound, high: bound });
  const cut = (parentStd: number): Distribution => ({
    kind: 'truncatedNormal',
    parentMean: 0,
    parentStd,
    low: -2 * parentStd,
    high: 2 * parentStd,
  });
  const std = Math.sqrt(2 / 784);

  const mistakes: [string, Distribution, Distribution][] = [
    ['2 / sqrt(n) for sqrt(2 / n)', normal(2 / Math.sqrt(784)), right],
    ['2 / sqrt(n) for sqrt(2 / n), of a uniform', uniform(Math.sqrt(3) * (2 / Math.sqrt(784))), rightUniform],
    ['the std as the bound of a uniform', uniform(std), rightUniform],
    ['the variance for the std', normal(2 / 784), right],
    ['fanOut for fanIn', normal(Math.sqrt(2 / 100)), right],
    ['scale 1 for scale 2', normal(Math.sqrt(1 / 784)), right],
    ['a normal cut at 2 sigma and not divided by 0.8796', cut(std), rightCut],
    ['a normal cut at 2 sigma and multiplied by 0.8796', cut(std * STD_OF_CUT_NORMAL), rightCut],
    ['0.8796 for a normal that is not cut', normal(std / STD_OF_CUT_NORMAL), right],
    ['a normal of the right variance for one that is cut', normal(std), rightCut],
    ['a cut normal of the right variance for one that is not', rightCut, right],
    ['a uniform of the right variance for a normal', uniform(Math.sqrt(3) * std), right],
    ['a normal of the right variance for a uniform', normal(std), rightUniform],
    ['a mean of a twentieth of the std', { kind: 'normal', mean: std / 20, std }, right],
  ];

  test.each(mistakes)('%s (seed 1)', (_, wrong, promised) => {
    const draw = (distribution: Distribution) => {
      const out = new Float32Array(78_400);
      sample(distribution as Drawable, out, torchGenerator(1));
      return out;
    };
    expect(faults(draw(promised), promised)).toEqual([]);
    expect(faults(draw(wrong), promised)).not.toEqual([]);
  });

  test.each(mistakes.slice(0, 8))(
    '%s, by the variance alone of 4,000 weights, fewer than any layer has (seeds 1 to 20)',
    (_, wrong, promised) => {
      for (let seed = 1; seed <= 20; seed++) {
        const out = new Float32Array(4000);
        sample(wrong as Drawable, out, torchGenerator(seed));
        expect(faults(out, promised)).toContain('variance');
      }
    },
  );
});

test('other names are the same functions', () => {
  expect(rows.glorotNormal).toBe(xavierNormal);
  expect(rows.glorotUniform).toBe(xavierUniform);
  expect(rows.glorotTruncatedNormal).toBe(xavierTruncatedNormal);
  expect(rows.kaimingNormal).toBe(heNormal);
  expect(rows.kaimingUniform).toBe(heUniform);
  expect(rows.kaimingTruncatedNormal).toBe(heTruncatedNormal);
});

test('gain 0 and slope 0 are what they say', () => {
  for (const row of [xavierNormal, xavierUniform, xavierTruncatedNormal]) {
    expect(row({ gain: 0 })([2, 2], torchGenerator(1)).map(Math.abs)).toEqual(new Float32Array(4));
  }
  expect(heNormal({ slope: 0 }).distribution([4, 2])).toEqual({ kind: 'normal', mean: 0, std: 1 });
});

test('errors name the row, the bad value and the remedy', () => {
  const generator = torchGenerator(1);
  expect(() => xavierNormal()([5], generator)).toThrow('xavierNormal needs a shape of at least 2 dimensions, got [5]');
  expect(() => heUniform()([5, 0], generator)).toThrow('heUniform needs whole sizes of at least 1, got 0 in [5, 0]');
  expect(() => heUniform()([5, 2.5], generator)).toThrow('heUniform needs whole sizes, got 2.5 in [5, 2.5]');
  expect(() => xavierUniform({ gain: Number.NaN })).toThrow('xavierUniform needs a finite gain >= 0, got NaN');
  expect(() => xavierUniform({ gain: -1 })).toThrow('xavierUniform needs a finite gain >= 0, got -1');
  expect(() => heTruncatedNormal({ slope: Infinity })).toThrow('heTruncatedNormal needs a finite slope, got Infinity');
  expect(() => heNormal({ slope: true as never })).toThrow('heNormal needs a finite slope, got true');
  expect(() => heNormal({ mode: 'fan_in' as never })).toThrow(
    'heNormal knows the modes fanIn, fanOut, fanAvg, fanGeoAvg; got fan_in',
  );
  expect(() => lecunNormal({ groups: 3 })([4, 2, 3], generator)).toThrow(
    'lecunNormal needs groups that divide its 4 outputs, got 3',
  );
  expect(generator.wordsDrawn).toBe(0);
});
