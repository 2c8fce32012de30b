import { describe, expect, test } from 'vitest';
import { type TorchGenerator, torchGenerator } from '#random/torch-generator.ts';
import {
  emptyLike,
  fingerprints,
  type GoldenArray,
  type GoldenCall,
  type GoldenSequence,
  goldenCases,
  goldenFloats,
} from '../../tests/golden.ts';
import { dirac } from './dirac.ts';
import { gain, type Nonlinearity } from './gain.ts';
import { identity } from './identity.ts';
import type { Initializer } from './initializer.ts';
import { xavierNormal, xavierUniform } from './named-rows.ts';
import { orthogonal } from './orthogonal.ts';
import { constant, normal, ones, truncatedNormal, uniform, zeros } from './plain.ts';
import { sparse } from './sparse.ts';
import { drawLayer, starts } from './starts.ts';
import { type FanMode, varianceScaling } from './variance-scaling.ts';

type Args = GoldenCall['args'];

/** `kaiming_*_` with any nonlinearity: scale = gain^2. */
function kaiming(distribution: 'normal' | 'uniform', { a = 0, mode = 'fan_in', nonlinearity = 'leaky_relu' }: Args) {
  const g = gain(nonlinearity === 'leaky_relu' ? 'leakyRelu' : (nonlinearity as Nonlinearity), a);
  const modes: Record<string, FanMode> = { fan_in: 'fanIn', fan_out: 'fanOut' };
  return varianceScaling({ scale: g * g, mode: modes[mode] as FanMode, distribution });
}

/** PyTorch's functions and ours. */
const functions: Record<string, (args: Args) => Initializer> = {
  constant_: ({ val = 0 }) => constant(val),
  zeros_: zeros,
  ones_: ones,
  eye_: () => identity(),
  dirac_: dirac,
  uniform_: ({ a = 0, b = 1 }) => uniform({ low: a, high: b }),
  normal_: normal,
  randn: () => normal(),
  trunc_normal_: ({ mean = 0, std = 1, a = -2, b = 2 }) => truncatedNormal({ mean, std, low: a, high: b }),
  xavier_uniform_: xavierUniform,
  xavier_normal_: xavierNormal,
  kaiming_uniform_: (args) => kaiming('uniform', args),
  kaiming_normal_: (args) => kaiming('normal', args),
  orthogonal_: orthogonal,
  sparse_: sparse,
};

function initializer(fn: string, args: Args = {}): Initializer {
  const make = functions[fn];
  if (!make) throw new Error(`no counterpart of ${fn}`);
  return make(args);
}

const nextU24 = (generator: TorchGenerator) => generator.nextWord() & 0xffffff;

/** The weights of one case, float32 or float64 as the case has them, and the word that comes after them. */
function draw({ fn, args, seed, shape, out }: GoldenCall) {
  const generator = torchGenerator(seed ?? 0);
  const weights = emptyLike(out);
  initializer(fn, args).fill(weights, shape, generator);
  return { weights, generator };
}

describe('initializers draw the weights of PyTorch, bit for bit', () => {
  test.each([
    ['torch_uniform', 91],
    ['torch_normal', 104],
    ['torch_deterministic', 17],
  ])('%s: all %d cases, float64 among them', (file, count) => {
    const cases = goldenCases<GoldenCall>(file);
    expect(cases).toHaveLength(count);
    for (const golden of cases) {
      const { weights, generator } = draw(golden);
      const { ours, golden: theirs } = fingerprints(weights, golden.out);
      expect([golden.id, golden.fn, golden.args, ours]).toEqual([golden.id, golden.fn, golden.args, theirs]);
      if ('next_u24' in golden) expect([golden.id, nextU24(generator)]).toEqual([golden.id, golden.next_u24]);
      else expect(generator.wordsDrawn).toBe(0);
    }
  });

  test('torch_sparse_randperm: all 5 cases of sparse_', () => {
    const cases = goldenCases<GoldenCall>('torch_sparse_randperm').filter(({ fn }) => fn === 'sparse_');
    expect(cases).toHaveLength(5);
    for (const golden of cases) {
      const { weights, generator } = draw(golden);
      const { ours, golden: theirs } = fingerprints(weights, golden.out);
      expect([golden.id, ours, nextU24(generator)]).toEqual([golden.id, theirs, golden.next_u24]);
    }
  });

  test.each([
    ['torch_trunc_normal', 20, 1e-6],
    ['torch_orthogonal', 18, 5e-6],
  ])('%s: all %d cases within %f times the gain', (file, count, tolerance) => {
    const cases = goldenCases<GoldenCall>(file);
    expect(cases).toHaveLength(count);
    for (const golden of cases) {
      const { weights, generator } = draw(golden);
      const theirs = goldenFloats(golden.out);
      const errors = Array.from(weights, (weight, i) => Math.abs(weight - (theirs[i] as number)));
      expect(errors).toHaveLength(golden.out.n);
      expect(Math.max(...errors), golden.id).toBeLessThanOrEqual(tolerance * (golden.args.gain ?? 1));
      expect([golden.id, nextU24(generator)]).toEqual([golden.id, golden.next_u24]);
    }
  });

  test.each(goldenCases<GoldenSequence>('torch_sequences'))('torch_sequences: $id, seed $seed', (golden) => {
    let generator = torchGenerator(golden.seed);
    golden.ops.forEach(([fn, shape, args], i) => {
      if (typeof shape === 'string') generator = torchGenerator(shape);
      else compare(initializer(fn, args)(shape, generator), golden.outs[i]);
    });
    expect(nextU24(generator)).toBe(golden.next_u24);
  });
});

describe('torch.manual_seed(7) and seed 7 give the same networks (torch_seed_7)', () => {
  const cases = goldenCases<GoldenCall | GoldenSequence>('torch_seed_7');
  const sequence = (id: string) => cases.find((golden) => golden.id === id) as GoldenSequence;

  test.each(cases.filter((golden): golden is GoldenCall => 'fn' in golden))('$id', (golden) => {
    const generator = torchGenerator(golden.seed);
    compare(initializer(golden.fn, golden.args)(golden.shape, generator), golden.out);
    expect(nextU24(generator)).toBe(golden.next_u24);
  });

  test.each([
    ['seed-7-network-he', 5],
    ['seed-7-square-he', 3],
  ])('%s: %d matrices, one after the other', (id, count) => {
    const { ops, outs, next_u24 } = sequence(id);
    expect(outs).toHaveLength(count);
    const generator = torchGenerator(7);
    ops.forEach(([fn, shape], i) => {
      compare(initializer(fn)(shape as number[], generator), outs[i]);
    });
    expect(nextU24(generator)).toBe(next_u24);
  });

  test.each([
    ['heNormal', 'seed-7-network-he', 1],
    ['torchDefault', 'seed-7-network-default', 2],
  ] as const)('the layers of the start %s are those of %s', (id, golden, outsPerLayer) => {
    const { ops, outs, next_u24 } = sequence(golden);
    const generator = torchGenerator(7);
    ops.forEach(([, shape], i) => {
      const [fanOut, fanIn] = shape as [number, number];
      const { weights, bias } = drawLayer(starts[id], fanIn, fanOut, generator);
      compare(weights, outs[outsPerLayer * i]);
      if (outsPerLayer === 2) compare(bias, outs[2 * i + 1]);
      else expect(bias).toEqual(new Float32Array(fanOut));
    });
    expect(nextU24(generator)).toBe(next_u24);
  });
});

function compare(weights: Float32Array, golden: GoldenArray | null | undefined): void {
  if (!golden) throw new Error('a golden array is missing');
  const { ours, golden: theirs } = fingerprints(weights, golden);
  expect(ours).toEqual(theirs);
}
