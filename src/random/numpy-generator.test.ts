import { describe, expect, test } from 'vitest';
import { faults } from '../../tests/distribution-check.ts';
import { emptyLike, fingerprints, type GoldenArray, goldenCases, sha256 } from '../../tests/golden.ts';
import type { Floats } from './generator.ts';
import { type NumpyGenerator, numpyGenerator } from './numpy-generator.ts';

interface GeneratorCase {
  id: string;
  fn: string;
  seed: string | string[];
  args: { low?: number; high?: number; loc?: number; scale?: number };
  out: GoldenArray;
}
const cases = goldenCases<GeneratorCase>('numpy_generator');

const uniform = (generator: NumpyGenerator, out: Floats, { low = 0, high = 1 }: GeneratorCase['args']) =>
  generator.fillUniform(out, low, high);
const normal = (generator: NumpyGenerator, out: Floats, { loc = 0, scale = 1 }: GeneratorCase['args']) =>
  generator.fillNormal(out, loc, scale);
const words = (generator: NumpyGenerator, out: Floats) =>
  out.forEach((_, i) => {
    out[i] = generator.nextWord();
  });

describe('the stream of default_rng, bit for bit', () => {
  test.each([
    ['random', uniform, 6],
    ['uniform', uniform, 6],
    ['random_f32', uniform, 6],
    ['standard_normal', normal, 33],
    ['normal', normal, 6],
    ['standard_normal_f32', normal, 7],
    ['integers32', words, 6],
  ] as const)('%s, all cases', (fn, fill, count) => {
    const chosen = cases.filter((golden) => golden.fn === fn);
    expect(chosen).toHaveLength(count);
    for (const golden of chosen) {
      const out = emptyLike(golden.out);
      fill(numpyGenerator(golden.seed), out, golden.args);
      const { ours, golden: theirs } = fingerprints(out, golden.out);
      expect([golden.id, ours]).toEqual([golden.id, theirs]);
    }
  });

  // Digests of NumPy 1.24.2 and 2.4.6, 100,000 values of np.random.default_rng(7), f = np.float32
  test.each([
    [
      'rng.standard_normal(n, dtype=f) * f(1.7) + f(0.3)',
      normal,
      { loc: 0.3, scale: 1.7 },
      '9df973972514a08afc53bf46a16997a3cba7359f0102a5d67ddc7ca281cbca07',
    ],
    [
      'rng.standard_normal(n, dtype=f) * f(0.05)',
      normal,
      { loc: 0, scale: 0.05 },
      '63505e5e6a4c7516da5ec13a5cb76b9a37f44567e4e1a23988356163220a37bd',
    ],
    [
      'rng.random(n, dtype=f) * f(0.53 - -0.1) + f(-0.1)',
      uniform,
      { low: -0.1, high: 0.53 },
      'ea215e80bb2f8fdee00f240552da69e4d907d6447c23c8f123f5f531a9c7a09c',
    ],
    [
      'rng.random(n, dtype=f) * f(0.2)',
      uniform,
      { low: 0, high: 0.2 },
      'a16f7f64e65928f0fecfa56240e0b946e1d9299b530dcb8d868e93fe23a2530f',
    ],
  ] as const)('float32: %s (seed 7)', (_, fill, args, digest) => {
    const out = new Float32Array(100_000);
    fill(numpyGenerator(7), out, args);
    expect(sha256(out)).toBe(digest);
  });
});

describe('a generator', () => {
  test.each([Float32Array, Float64Array])('fills a %o with what was asked for (seed 11)', (Kind) => {
    const generator = numpyGenerator(11);
    const out = new Kind(100_000);
    generator.fillNormal(out, 0.5, 0.2);
    expect(faults(Float32Array.from(out), { kind: 'normal', mean: 0.5, std: 0.2 })).toEqual([]);
    generator.fillUniform(out, -0.3, 0.9);
    expect(faults(Float32Array.from(out), { kind: 'uniform', low: -0.3, high: 0.9 })).toEqual([]);
  });

  test('takes the same words for the same values, however they are asked for (seed 3)', () => {
    const [whole, parts] = [new Float64Array(100), new Float64Array(100)];
    numpyGenerator(3).fillNormal(whole, 0, 1);
    const generator = numpyGenerator(3);
    for (const [start, end] of [
      [0, 1],
      [1, 8],
      [8, 100],
    ] as const)
      generator.fillNormal(parts.subarray(start, end), 0, 1);
    expect(parts).toEqual(whole);
  });

  test('continues as its clone does, kept half and all, and independently of it (seed 3)', () => {
    const original = numpyGenerator(3);
    original.fillUniform(new Float32Array(3), 0, 1);
    const copy = original.clone();
    const draw = (generator: NumpyGenerator) => {
      const [a, b] = [new Float32Array(5), new Float64Array(5)];
      generator.fillNormal(a, 0, 1);
      generator.fillUniform(b, 0, 1);
      return [a, b, generator.wordsDrawn];
    };
    const expected = draw(copy);
    copy.fillNormal(new Float64Array(1000), 0, 1);
    expect(draw(original)).toEqual(expected);
  });

  test('counts words: two for a float64, one for a float32 (seed 4)', () => {
    const generator = numpyGenerator(4);
    generator.fillUniform(new Float64Array(1000), 0, 1);
    expect(generator.wordsDrawn).toBe(2000);
    generator.fillUniform(new Float32Array(1001), 0, 1);
    expect(generator.wordsDrawn).toBe(3001);
    generator.nextWord();
    expect(generator.wordsDrawn).toBe(3002);
    generator.fillNormal(new Float64Array(0), 0, 1);
    expect(generator.wordsDrawn).toBe(3002);
    generator.fillNormal(new Float64Array(100), 0, 1);
    expect(generator.wordsDrawn).toBeGreaterThanOrEqual(3202);
  });

  test('takes low = high and std = 0 (seed 0)', () => {
    const generator = numpyGenerator(0);
    for (const out of [new Float32Array(20), new Float64Array(20)]) {
      generator.fillUniform(out, 0.25, 0.25);
      expect(out.every((value) => value === 0.25)).toBe(true);
      generator.fillNormal(out, -1, 0);
      expect(out.every((value) => value === -1)).toBe(true);
    }
  });

  test('refuses what cannot be meant, before it draws', () => {
    const generator = numpyGenerator(1);
    const out = new Float32Array(4);
    expect(() => generator.fillUniform(out, 1, 0)).toThrow(
      'uniform needs low <= high, got low 1 and high 0: swap them',
    );
    expect(() => generator.fillNormal(out, 0, -1)).toThrow('normal needs a finite std >= 0, got -1');
    expect(() => generator.fillNormal(new Int32Array(4) as unknown as Floats, 0, 1)).toThrow(
      'fillNormal fills a Float32Array or a Float64Array, got Int32Array',
    );
    expect(() => numpyGenerator(-7)).toThrow('seed -7 is negative');
    expect(generator.wordsDrawn).toBe(0);
  });
});

test('float32 uniforms take words in bulk, but the same ones as word by word (seed 5)', () => {
  const [ours, single] = [numpyGenerator(5), numpyGenerator(5)];
  for (const n of [1, 512, 1025]) {
    const out = new Float32Array(n);
    ours.fillUniform(out, 0, 1);
    expect(out).toEqual(Float32Array.from({ length: n }, () => (single.nextWord() >>> 8) / 2 ** 24));
    expect(ours.wordsDrawn).toBe(single.wordsDrawn);
  }
});
