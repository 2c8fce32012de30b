import { describe, expect, test } from 'vitest';
import { float64Bits } from '#numerics/bits.ts';
import { faults } from '../../tests/distribution-check.ts';
import { emptyLike, fingerprints, type GoldenArray, goldenCases, goldenFloats, sha256 } from '../../tests/golden.ts';
import type { Floats } from './generator.ts';
import { type NumpyLegacyGenerator, numpyLegacyGenerator } from './numpy-legacy.ts';

interface LegacyCase {
  id: string;
  fn: string;
  seed: string | string[];
  args: { low?: number; high?: number; loc?: number; scale?: number };
  out: GoldenArray;
}
const cases = goldenCases<LegacyCase>('numpy_legacy');
const named = (...names: string[]) => cases.filter(({ fn }) => names.includes(fn));

/** How many float64 lie between two of the same sign. */
const ulps = (a: number, b: number): number => Math.abs(Number(float64Bits(a) - float64Bits(b)));

describe('the stream of RandomState', () => {
  test('words and state after one seed', () => {
    const raw = goldenCases<{ fn: string; seed: string; key0_3: number[]; raw: number[] }>('numpy_legacy').filter(
      ({ fn }) => fn === 'mt19937_raw',
    );
    expect(raw).toHaveLength(3);
    for (const golden of raw) {
      const generator = numpyLegacyGenerator(golden.seed);
      expect(Array.from(generator.key.subarray(0, 4))).toEqual(golden.key0_3);
      expect(golden.raw.map(() => generator.nextWord())).toEqual(golden.raw);
    }
  });

  test('random_sample and uniform, bit for bit', () => {
    const uniform = named('random_sample', 'uniform');
    expect(uniform).toHaveLength(10);
    for (const { id, seed, args, out } of uniform) {
      const values = emptyLike(out);
      numpyLegacyGenerator(seed).fillUniform(values, args.low ?? 0, args.high ?? 1);
      const { ours, golden } = fingerprints(values, out);
      expect([id, ours]).toEqual([id, golden]);
    }
  });

  test('randn and normal, array seeds included: 99.9 % of the values bit for bit, the others within 2 ulp', () => {
    const normal = named('randn', 'randn2', 'normal');
    expect(normal).toHaveLength(38);
    const distances = new Map<number, number>(); // by golden value: many cases begin with the same draws, which count once
    for (const { seed, args, out } of normal) {
      const golden = goldenFloats(out);
      const values = emptyLike(out);
      numpyLegacyGenerator(seed).fillNormal(values, args.loc ?? 0, args.scale ?? 1);
      values.forEach((value, i) => {
        distances.set(golden[i]!, ulps(value, golden[i]!));
      });
    }
    const different = [...distances.values()].filter((distance) => distance > 0);
    console.log(
      `RandomState: ${different.length} of ${distances.size} normal values differ, ${different.join(', ')} ulp`,
    );
    expect(Math.max(...different)).toBeLessThanOrEqual(2);
    expect(different.length).toBeLessThanOrEqual(distances.size / 1000);
    expect(distances.size).toBeGreaterThan(5000);
  });

  test('several draws after one seed: the second value of a pair is kept through uniform draws', () => {
    const [golden] = goldenCases<{ fn: string; seed: string; ops: [string, number][]; outs: GoldenArray[] }>(
      'numpy_legacy',
    ).filter(({ fn }) => fn === 'seq');
    const generator = numpyLegacyGenerator(golden!.seed);
    golden!.ops.forEach(([fn, n], i) => {
      const out = new Float64Array(n);
      if (fn === 'randn') generator.fillNormal(out, 0, 1);
      else generator.fillUniform(out, 0, 1);
      const { ours, golden: theirs } = fingerprints(out, golden!.outs[i]!);
      expect([i, ours]).toEqual([i, theirs]);
    });
  });

  // Digests of NumPy 1.24.2, 100,000 values of np.random.RandomState(7)
  test.each([
    [
      'uniform(-0.1, 0.53, n)',
      'fillUniform',
      -0.1,
      0.53,
      '9817fc51ef484fc0212d216a636171e355bf2fce679c11f3f0092c95651e4798',
    ],
    ['normal(0.3, 1.7, n)', 'fillNormal', 0.3, 1.7, '12944b90d5408dbda0fbafff8259d325479054df3a7da7da01ed6b569d382f8e'],
  ] as const)('float32: %s.astype(np.float32) (seed 7)', (_, fill, a, b, digest) => {
    const out = new Float32Array(100_000);
    numpyLegacyGenerator(7)[fill](out, a, b);
    expect(sha256(out)).toBe(digest);
  });
});

describe('a generator', () => {
  const draw = (generator: NumpyLegacyGenerator, n: number) => {
    const out = new Float64Array(n);
    generator.fillNormal(out, 0, 1);
    return out;
  };

  test('fills arrays with what was asked for (seed 11)', () => {
    const generator = numpyLegacyGenerator(11);
    const out = new Float32Array(50_000);
    generator.fillNormal(out, 0.5, 0.2);
    expect(faults(out, { kind: 'normal', mean: 0.5, std: 0.2 })).toEqual([]);
    generator.fillUniform(out, -0.3, 0.9);
    expect(faults(out, { kind: 'uniform', low: -0.3, high: 0.9 })).toEqual([]);
  });

  test('continues as its clone does, kept value and all, and independently of it (seed 3)', () => {
    const original = numpyLegacyGenerator(3);
    draw(original, 5); // three pairs: one value is kept
    const copy = original.clone();
    const expected = [draw(copy, 3), draw(copy, 100), copy.wordsDrawn];
    draw(copy, 1000);
    expect([draw(original, 3), draw(original, 100), original.wordsDrawn]).toEqual(expected);
  });

  test('counts words: two for a uniform value, four for each attempt at a pair, none for a kept value (seed 4)', () => {
    const generator = numpyLegacyGenerator(4);
    generator.fillUniform(new Float64Array(1000), 0, 1);
    expect(generator.wordsDrawn).toBe(2000);
    draw(generator, 1);
    const afterPair = generator.wordsDrawn;
    expect((afterPair - 2000) % 4).toBe(0);
    expect(afterPair).toBeGreaterThan(2000);
    draw(generator, 1);
    expect(generator.wordsDrawn).toBe(afterPair);
  });

  test('refuses what cannot be meant, before it draws', () => {
    const generator = numpyLegacyGenerator(1);
    expect(() => generator.fillUniform(new Float64Array(4), 1, 0)).toThrow('uniform needs low <= high');
    expect(() => generator.fillNormal(new Float64Array(4), 0, -1)).toThrow('normal needs a finite std >= 0, got -1');
    expect(() => generator.fillUniform([1] as unknown as Floats, 0, 1)).toThrow(
      'fillUniform fills a Float32Array or a Float64Array, got Array',
    );
    expect(() => numpyLegacyGenerator(2 ** 32)).toThrow('seed 4294967296 is out of range');
    expect(generator.wordsDrawn).toBe(0);
  });
});

test('uniforms take words in bulk, but the same ones as word by word (seed 5)', () => {
  const [ours, single] = [numpyLegacyGenerator(5), numpyLegacyGenerator(5)];
  const next = () => ((single.nextWord() >>> 5) * 2 ** 26 + (single.nextWord() >>> 6)) / 2 ** 53;
  for (const n of [1, 312, 700]) {
    const out = new Float64Array(n);
    ours.fillUniform(out, 0, 1);
    expect(out).toEqual(Float64Array.from({ length: n }, next));
    expect(ours.wordsDrawn).toBe(single.wordsDrawn);
  }
});
