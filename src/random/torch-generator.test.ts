import { describe, expect, test } from 'vitest';
import { fma } from '#numerics/fma.ts';
import {
  emptyLike,
  fingerprints,
  type GoldenArray,
  type GoldenCall,
  type GoldenSequence,
  goldenCases,
} from '../../tests/golden.ts';
import type { Floats } from './generator.ts';
import { type TorchGenerator, torchGenerator } from './torch-generator.ts';

/** The whole number x of the next uniform draw x / 2^24: equal only if both have consumed the same words. */
const nextU24 = (generator: TorchGenerator) => generator.nextWord() & 0xffffff;

/** Fills `out` as the method of a tensor of that name does. */
function filled<F extends Floats>(generator: TorchGenerator, fn: string, out: F, args: GoldenCall['args'] = {}): F {
  if (fn === 'uniform_') generator.fillUniform(out, args.a ?? 0, args.b ?? 1);
  else if (fn === 'normal_') generator.fillNormal(out, args.mean ?? 0, args.std ?? 1);
  else throw new Error(`no such draw: ${fn}`);
  return out;
}

const draw = (generator: TorchGenerator, fn: string, n: number, args?: GoldenCall['args']) =>
  filled(generator, fn, new Float32Array(n), args);

describe('the stream of PyTorch, bit for bit', () => {
  test('words of the Mersenne Twister, seven seeds', () => {
    const cases = goldenCases<{ seed: string; words: number[]; skip: number; words_after_skip: number[] }>('torch_raw');
    expect(cases).toHaveLength(7);
    for (const golden of cases) {
      const generator = torchGenerator(golden.seed);
      expect(golden.words.map(() => generator.nextWord())).toEqual(golden.words);
      for (let i = 0; i < golden.skip; i++) generator.nextWord();
      expect(golden.words_after_skip.map(() => generator.nextWord())).toEqual(golden.words_after_skip);
    }
  });

  test.each([
    ['torch_uniform', 'uniform_', 17, 4],
    ['torch_normal', 'normal_', 44, 6],
  ])('%s, all cases of %s, float32 and float64', (file, fn, float32Count, float64Count) => {
    const cases = goldenCases<GoldenCall>(file).filter((golden) => golden.fn === fn);
    const float64 = cases.filter((golden) => golden.out.dtype === 'f64');
    expect([cases.length - float64.length, float64.length]).toEqual([float32Count, float64Count]);
    for (const golden of cases) {
      const generator = torchGenerator(golden.seed);
      const drawn = filled(generator, fn, emptyLike(golden.out), golden.args);
      const { ours, golden: theirs } = fingerprints(drawn, golden.out);
      expect([golden.id, ours, nextU24(generator)]).toEqual([golden.id, theirs, golden.next_u24]);
    }
  });

  test('torch_sparse_randperm, all cases of randperm', () => {
    type Shuffle = { id: string; fn: string; seed: string; n: number; out_int: number[]; next_u24: number };
    const cases = goldenCases<Shuffle>('torch_sparse_randperm').filter((golden) => golden.fn === 'randperm');
    expect(cases).toHaveLength(6);
    for (const { id, seed, n, out_int, next_u24 } of cases) {
      const generator = torchGenerator(seed);
      expect([id, [...generator.permutation(n)], nextU24(generator)]).toEqual([id, out_int, next_u24]);
    }
  });

  test('torch_sequences: what the generator keeps from one draw to the next', () => {
    const plain = ['uniform_', 'normal_', 'seed'];
    const cases = goldenCases<GoldenSequence>('torch_sequences').filter(({ ops }) =>
      ops.every(([fn]) => plain.includes(fn)),
    );
    expect(cases).toHaveLength(7); // the eighth needs initializers and is tested there
    for (const golden of cases) {
      let generator = torchGenerator(golden.seed);
      golden.ops.forEach(([fn, shape, args], i) => {
        const out = golden.outs[i];
        if (typeof shape === 'string') generator = torchGenerator(shape);
        if (!out) return;
        const { ours, golden: theirs } = fingerprints(filled(generator, fn, emptyLike(out), args), out);
        expect([golden.id, i, ours]).toEqual([golden.id, i, theirs]);
      });
      expect([golden.id, nextU24(generator)]).toEqual([golden.id, golden.next_u24]);
    }
  });

  test('torch_seed_edge: only the low 32 bits of a seed count', () => {
    const cases = goldenCases<{ seed: string; out: GoldenArray }>('torch_seed_edge');
    expect(cases).toHaveLength(4);
    for (const { seed, out } of cases) {
      const { ours, golden } = fingerprints(filled(torchGenerator(seed), 'uniform_', emptyLike(out)), out);
      expect([seed, ours]).toEqual([seed, golden]);
    }
  });
});

describe('a generator', () => {
  const noise = (generator: TorchGenerator, n: number) => draw(generator, 'normal_', n);

  test('continues as its clone does, kept value and all, and independently of it (seed 3)', () => {
    const original = torchGenerator(3);
    noise(original, 5); // three pairs: one value is kept
    const copy = original.clone();
    const next = (generator: TorchGenerator) => [noise(generator, 3), noise(generator, 100), generator.permutation(9)];
    const expected = next(copy);
    noise(copy, 1000);
    expect(next(original)).toEqual(expected);
  });

  test('keeps the same value after float32 and after float64 draws (seed 3)', () => {
    const [single, double] = [torchGenerator(3), torchGenerator(3)];
    noise(single, 3);
    filled(double, 'normal_', new Float64Array(3));
    const kept = filled(single, 'normal_', new Float64Array(1));
    expect(kept).toEqual(filled(double, 'normal_', new Float64Array(1)));
    expect(kept[0]).toBe(-0.6137180077293578); // PyTorch 1.13.1
  });

  test('draws the same fewer than 16 normals for float32, only rounded (seed 9)', () => {
    const args = { mean: 0.37, std: 0.713 };
    const double = filled(torchGenerator(9), 'normal_', new Float64Array(15), args);
    expect(draw(torchGenerator(9), 'normal_', 15, args)).toEqual(Float32Array.from(double));
  });

  test.each([
    [-0.1, 0.53],
    [0, 1e-30],
    [100.3, 100.9], // here float64 cannot hold x (high - low) + low
    [1e-12, 1],
  ])('rounds x (high - low) + low once for U[%d, %d) (seed 6)', (a, b) => {
    const words = torchGenerator(6);
    const [low, width] = [Math.fround(a), Math.fround(Math.fround(b) - Math.fround(a))];
    const expected = Float32Array.from({ length: 10_000 }, () => fma(nextU24(words) / 0x1000000, width, low));
    expect(draw(torchGenerator(6), 'uniform_', 10_000, { a, b })).toEqual(expected);
  });

  test('shuffles so that each of the 24 orders of 4 things is equally likely (seed 5)', () => {
    const generator = torchGenerator(5);
    const counts = new Map<string, number>();
    for (let i = 0; i < 24_000; i++) {
      const order = generator.permutation(4).join(' ');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chiSquare).toBeLessThan(58.6); // 23 degrees of freedom: exceeded by one seed in 16,000
  });

  test('counts the words it has drawn, in a clone too (seed 4)', () => {
    const generator = torchGenerator(4);
    const counted = (step: () => unknown) => {
      const before = generator.wordsDrawn;
      step();
      return generator.wordsDrawn - before;
    };
    const noise64 = (n: number) => filled(generator, 'normal_', new Float64Array(n));
    expect(counted(() => {})).toBe(0);
    expect(counted(() => generator.nextWord())).toBe(1);
    expect(counted(() => draw(generator, 'uniform_', 1000))).toBe(1000);
    expect(counted(() => noise(generator, 3))).toBe(8); // two pairs of 53-bit uniforms
    expect(counted(() => noise(generator, 1))).toBe(0); // the kept value
    expect(counted(() => noise(generator, 16))).toBe(16);
    expect(counted(() => noise(generator, 17))).toBe(33); // 16 words more for the tail
    expect(counted(() => noise(generator, 0))).toBe(0);
    expect(counted(() => filled(generator, 'uniform_', new Float64Array(1000)))).toBe(2000);
    expect(counted(() => noise64(3))).toBe(8);
    expect(counted(() => noise64(1))).toBe(0);
    expect(counted(() => noise64(17))).toBe(66);
    expect(counted(() => generator.permutation(10))).toBe(9); // the last place has no choice
    expect(counted(() => generator.permutation(1))).toBe(0);
    expect(counted(() => generator.permutation(0))).toBe(0);
    expect(generator.clone().wordsDrawn).toBe(generator.wordsDrawn);
  });

  test('takes 0 as a seed, and low = high and std = 0 as parameters', () => {
    const generator = torchGenerator(0);
    expect(draw(generator, 'uniform_', 2, { a: 0.25, b: 0.25 })).toEqual(Float32Array.of(0.25, 0.25));
    expect(draw(generator, 'normal_', 20, { mean: -1, std: 0 })).toEqual(new Float32Array(20).fill(-1));
    expect(generator.wordsDrawn).toBe(2 + 36);
  });

  test.each([
    [1, 0, 'uniform needs low <= high, got low 1 and high 0: swap them'],
    [Number.NaN, 1, 'uniform needs a finite low, got NaN'],
    [0, Infinity, 'uniform needs a finite high, got Infinity'],
    [0, 1e39, 'uniform needs bounds within float32, got low 0 and high 1e+39'],
    [-3e38, 3e38, 'uniform needs high - low within float32, got low -3e+38 and high 3e+38: narrow them'],
  ])('refuses U[%d, %d)', (low, high, message) => {
    const generator = torchGenerator(1);
    expect(() => generator.fillUniform(new Float32Array(4), low, high)).toThrow(message);
    expect(generator.wordsDrawn).toBe(0);
  });

  test.each([
    [0, -1, 'normal needs a finite std >= 0, got -1'],
    [0, Number.NaN, 'normal needs a finite std >= 0, got NaN'],
    [0, Infinity, 'normal needs a finite std >= 0, got Infinity'],
    [Number.NaN, 1, 'normal needs a finite mean, got NaN'],
  ])('refuses N(%d, %d^2)', (mean, std, message) => {
    const generator = torchGenerator(1);
    expect(() => generator.fillNormal(new Float32Array(4), mean, std)).toThrow(message);
    expect(generator.wordsDrawn).toBe(0);
  });
});
