import { describe, expect, test } from 'vitest';
import { mean, variance } from '#numerics/moments.ts';
import { type Distribution, distributionMean, distributionStd, distributionVariance } from '#random/distributions.ts';
import { streamIds, streams } from '#random/streams.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import { catalogue, catalogueIds, undrawn } from './catalogue.ts';
import { deltaOrthogonal } from './delta-orthogonal.ts';
import { dirac } from './dirac.ts';
import { fans } from './fans.ts';
import { identity } from './identity.ts';
import * as rows from './named-rows.ts';
import { orthogonal } from './orthogonal.ts';
import { constant, normal, ones, truncatedNormal, uniform, zeros } from './plain.ts';
import { sparse } from './sparse.ts';
import * as torchLayers from './torch-layers.ts';
import { varianceScaling } from './variance-scaling.ts';

/** Mistakes that libraries have shipped, one test each: none of them is repeated here. */

const { heNormal, heUniform, lecunNormal, xavierNormal, xavierTruncatedNormal, xavierUniform } = rows;
const kind = ({ kind }: Distribution) => kind;
const largestOf = (weights: Float32Array) =>
  weights.reduce((largest, weight) => Math.max(largest, Math.abs(weight)), 0);

describe('layouts and fans', () => {
  test('the same matrix has other fans in PyTorch and in Keras, so the layout is said and never guessed', () => {
    expect(fans([784, 30])).toEqual({ fanIn: 30, fanOut: 784 });
    expect(fans([784, 30], { layout: 'keras' })).toEqual({ fanIn: 784, fanOut: 30 });
    const std = (initializer: ReturnType<typeof heNormal>) => distributionStd(initializer.distribution([784, 30]));
    expect(std(heNormal()) / std(heNormal({ layout: 'keras' }))).toBeCloseTo(Math.sqrt(784 / 30), 14);
    expect(std(xavierNormal())).toBe(std(xavierNormal({ layout: 'keras' }))); // symmetric: here it cannot be noticed
  });

  test('fanOut of a grouped convolution counts the channels that one input reaches (pytorch#23854)', () => {
    expect(fans([64, 1, 3, 3])).toEqual({ fanIn: 9, fanOut: 576 }); // what PyTorch says of a depthwise kernel
    expect(fans([64, 1, 3, 3], { groups: 64 })).toEqual({ fanIn: 9, fanOut: 9 });
  });

  test('fanIn of a depthwise Keras kernel does not count all channels (keras#11773)', () => {
    expect(fans([3, 3, 1, 64 * 2], { layout: 'keras', groups: 64 })).toEqual({ fanIn: 9, fanOut: 18 });
  });

  test('fanIn of a transposed convolution is that of its inputs', () => {
    expect(fans([16, 8, 3], { layout: 'torchTransposed' })).toEqual({ fanIn: 48, fanOut: 24 });
    expect(fans([16, 8, 3])).toEqual({ fanIn: 24, fanOut: 48 }); // what PyTorch uses for it
  });

  test('three projections packed in one matrix have half the variance of three matrices', () => {
    const { in_proj_weight } = torchLayers.multiheadAttention({ size: 64 }, torchGenerator(1));
    const packed = variance(in_proj_weight!.values);
    const separate = distributionVariance(xavierUniform().distribution([64, 64]));
    expect(separate / packed).toBeCloseTo(2, 1);
  });

  test.each([
    ['fans', () => fans([5])],
    ['xavierNormal', () => xavierNormal()([5], torchGenerator(1))],
    ['heUniform', () => heUniform().distribution([5])],
    ['lecunNormal', () => lecunNormal({ layout: 'keras' }).distribution([5])],
  ])('%s of a vector is an error in every layout, not n or sqrt(n)', (name, make) => {
    expect(make).toThrow(`${name} needs a shape of at least 2 dimensions, got [5]`);
  });
});

describe('distributions', () => {
  test('normal is normal, and truncatedNormal is truncated, by name', () => {
    for (const row of [heNormal, lecunNormal, xavierNormal]) expect(kind(row().distribution([4, 4]))).toBe('normal');
    for (const row of [rows.heTruncatedNormal, rows.lecunTruncatedNormal, xavierTruncatedNormal]) {
      expect(kind(row().distribution([4, 4]))).toBe('truncatedNormal');
    }
  });

  test('varianceScaling with truncatedNormal draws a truncated normal, not a uniform (seed 1)', () => {
    const weights = varianceScaling({ distribution: 'truncatedNormal' })([100, 100], torchGenerator(1));
    const fourth = mean(Float64Array.from(weights, (w) => w ** 4)) / variance(weights) ** 2;
    expect(fourth).toBeGreaterThan(2.2); // 2.37; a uniform has 1.8
    expect(fourth).toBeLessThan(2.6); // a normal 3
  });

  test('the cutoffs of truncatedNormal are weights, not standard deviations: +-2 does not cut N(0, 0.02^2)', () => {
    const law = truncatedNormal({ std: 0.02 }).distribution([4, 4]);
    expect(law).toMatchObject({ low: -2, high: 2 });
    expect(distributionStd(law)).toBeCloseTo(0.02, 15);
    expect(distributionStd(truncatedNormal({ std: 0.02, low: -0.04, high: 0.04 }).distribution([4, 4]))).toBeCloseTo(
      0.02 * 0.8796256610342398,
      15,
    );
  });

  test('no weight of a truncated normal lies outside, however many are drawn (seed 1)', () => {
    const law = xavierTruncatedNormal().distribution([500, 500]);
    const weights = xavierTruncatedNormal()([500, 500], torchGenerator(1));
    const bound = Math.fround((law as Extract<Distribution, { kind: 'truncatedNormal' }>).high);
    expect(largestOf(weights)).toBeLessThanOrEqual(bound);
  });

  test('uniform says its two ends; the rows are symmetric', () => {
    expect(distributionMean(uniform().distribution([4, 4]))).toBe(0.5);
    for (const row of [heUniform(), xavierUniform(), rows.lecunUniform()]) {
      expect(distributionMean(row.distribution([30, 7]))).toBe(0);
    }
  });

  test('a bound is compared as float32, which may be above its float64 (seed 1)', () => {
    const constantLaw = uniform({ low: 0.1, high: 0.1 })([4], torchGenerator(1));
    expect(constantLaw).toEqual(new Float32Array(4).fill(0.1));
    expect(constantLaw[0]).toBeGreaterThan(0.1); // as float64 it is above the bound
    for (const shape of [
      [300, 784],
      [300, 300],
      [300, 7],
    ]) {
      const law = heUniform().distribution(shape) as Extract<Distribution, { kind: 'uniform' }>;
      const largest = largestOf(heUniform()(shape, torchGenerator(1)));
      expect(largest).toBeLessThanOrEqual(Math.fround(law.high));
      expect(largest).toBeGreaterThan(0.999 * law.high);
    }
  });

  test('the gain of kaiming, slope 0, is not the gain of leakyRelu alone, slope 0.01', () => {
    expect(distributionStd(heNormal().distribution([1, 2]))).toBe(1);
    expect(distributionStd(heNormal({ slope: 0.01 }).distribution([1, 2]))).toBeLessThan(1);
  });
});

describe('the stream', () => {
  test('fewer than 16 normals are not the beginning of 16 (seed 42)', () => {
    const draw = (n: number) => normal()([n], torchGenerator(42));
    expect(draw(15).slice(0, 7)).toEqual(draw(7));
    expect(draw(16).slice(0, 7)).not.toEqual(draw(7));
    expect(draw(32).slice(0, 16)).toEqual(draw(16));
    expect(draw(17).slice(0, 1)).toEqual(draw(16).slice(0, 1));
    expect(draw(17).slice(1, 16)).not.toEqual(draw(16).slice(1, 16)); // the last 16 are drawn again
  });

  test('17 normals take 33 words, 16 take 16, and 15 take 32 (seed 42)', () => {
    const words = (n: number) => {
      const generator = torchGenerator(42);
      normal()([n], generator);
      return generator.wordsDrawn;
    };
    expect([15, 16, 17, 32].map(words)).toEqual([32, 16, 33, 32]);
  });

  test('a layer without a bias and a tensor without elements take no words (seed 42)', () => {
    const generator = torchGenerator(42);
    torchLayers.linear({ inFeatures: 10, outFeatures: 5, bias: false }, generator);
    expect(generator.wordsDrawn).toBe(50);
    normal()([0], generator);
    orthogonal()([0, 4], generator);
    expect(generator.wordsDrawn).toBe(50);
  });

  test('a layer that is born and then started again begins later in the stream (seed 42)', () => {
    const generator = torchGenerator(42);
    torchLayers.linear({ inFeatures: 4, outFeatures: 8 }, generator);
    expect(heNormal()([8, 4], generator)).not.toEqual(heNormal()([8, 4], torchGenerator(42)));
  });

  test.each(streamIds)('seed 0 is a seed like any other (%s)', (stream) => {
    const draw = (seed: number) => normal()([20], streams[stream](seed));
    expect(draw(0)).toEqual(draw(0));
    expect(draw(0)).not.toEqual(draw(1));
  });

  test('seeds beyond 2^53 keep all their digits', () => {
    const draw = (seed: bigint | string) => uniform()([4], torchGenerator(seed));
    expect(draw('9007199254740993')).toEqual(draw(9007199254740993n));
    expect(draw('9007199254740993')).not.toEqual(draw('9007199254740992'));
    expect(() => torchGenerator(2 ** 53)).toThrow('give it as a bigint or a string');
  });

  const drawn = catalogueIds.filter((id) => !undrawn.has(id));

  test.each(drawn)('%s uses the generator it is given, and called twice it draws fresh weights (seed 3)', (id) => {
    const initializer = catalogue[id].make({ gain: 1, mode: 'fanIn' });
    const shape = catalogue[id].shapes === 'kernel' ? [6, 4, 3] : [6, 4];
    const generator = torchGenerator(3);
    const [first, second] = [initializer(shape, generator), initializer(shape, generator)];
    expect(second).not.toEqual(first);
    expect(initializer(shape, torchGenerator(3))).toEqual(first);
    expect(initializer(shape, torchGenerator(4))).not.toEqual(first);
  });
});

describe('options', () => {
  test('an explicit 0 is 0', () => {
    const draw = (initializer: ReturnType<typeof zeros>) => initializer([20, 20], torchGenerator(1)).map(Math.abs);
    const nothing = new Float32Array(400);
    expect(draw(constant(0))).toEqual(nothing);
    expect(draw(normal({ mean: 0, std: 0 }))).toEqual(nothing);
    expect(draw(uniform({ low: 0, high: 0 }))).toEqual(nothing);
    expect(draw(varianceScaling({ scale: 0 }))).toEqual(nothing);
    expect(draw(xavierUniform({ gain: 0 }))).toEqual(nothing);
    for (const make of [identity, orthogonal])
      expect(make({ gain: 0 })([3, 3], torchGenerator(1)).map(Math.abs)).toEqual(new Float32Array(9));
    expect(sparse({ sparsity: 0 })([9, 9], torchGenerator(1)).every((weight) => weight !== 0)).toBe(true);
    expect(distributionVariance(heNormal({ slope: 0 }).distribution([2, 2]))).toBeCloseTo(1, 15);
  });

  test.each([
    ['xavierNormal needs a finite gain >= 0, got true', () => xavierNormal({ gain: true as never })],
    ['orthogonal needs a finite gain, got "2"', () => orthogonal({ gain: '2' as never })],
    [
      'orthogonal knows the layouts torch, torchTransposed, keras; got jax',
      () => orthogonal({ layout: 'jax' as never }),
    ],
    ['identity needs a finite gain, got null', () => identity({ gain: null as never })],
    ['deltaOrthogonal needs a finite gain, got [1]', () => deltaOrthogonal({ gain: [1] as never })],
    ['varianceScaling needs a finite scale >= 0, got "2"', () => varianceScaling({ scale: '2' as never })],
    [
      'varianceScaling knows the layouts torch, torchTransposed, keras; got jax',
      () => varianceScaling({ layout: 'jax' as never }),
    ],
    [
      'varianceScaling knows the modes fanIn, fanOut, fanAvg, fanGeoAvg; got ["fanIn"]',
      () => varianceScaling({ mode: ['fanIn'] as never }),
    ],
    ['heNormal needs a finite slope, got [1]', () => heNormal({ slope: [1] as never })],
    ['sparse needs a sparsity from 0 to 1, got "0.1"', () => sparse({ sparsity: '0.1' as never })],
    ['sparse needs a finite std >= 0, got false', () => sparse({ std: false as never })],
  ])('of another type are refused at once, and shown as what they are: %s', (message, make) => {
    expect(make).toThrow(new RangeError(message));
  });

  test('every option is optional', () => {
    const makers = [zeros, ones, normal, uniform, truncatedNormal, varianceScaling, identity, orthogonal, sparse];
    for (const make of [...makers, ...Object.values(rows)]) expect(make()([6, 4], torchGenerator(1))).toHaveLength(24);
    for (const make of [dirac, deltaOrthogonal]) expect(make()([6, 4, 3], torchGenerator(1))).toHaveLength(72);
  });

  test('scale 0 is legal, and the error says so', () => {
    expect(() => varianceScaling({ scale: 0 })).not.toThrow();
    expect(() => varianceScaling({ scale: -1 })).toThrow('a finite scale >= 0');
  });
});
