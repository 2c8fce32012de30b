import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { float32FromBits } from '#numerics/bits.ts';
import { distributionStd } from '#random/distributions.ts';
import { wholeNumber } from '#random/seed.ts';
import { streamIds, streams } from '#random/streams.ts';
import { hexFromFloats, sha256 } from '../../tests/golden.ts';
import { type CatalogueId, catalogue, catalogueIds, undrawn } from './catalogue.ts';
import { type FrameworkCodeOptions, type FrameworkId, type FrameworkSnippet, frameworkCode } from './framework-code.ts';

/** A program that Python has run, and the weights that it left. */
interface Run extends FrameworkSnippet {
  id: CatalogueId;
  options: FrameworkCodeOptions;
  framework: FrameworkId;
  /** `all`: every weight in Base64, little-endian, where every one is compared. */
  w: { shape: number[]; sha256: string; head: string[]; all?: string };
}

const runs: Run[] = readFileSync(new URL('../../tests/snippets.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

/** The float32 numbers in Base64, little-endian. */
function floatsOf(base64: string): Float32Array {
  const bytes = Buffer.from(base64, 'base64');
  return Float32Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readFloatLE(4 * i));
}

describe('the programs for PyTorch and NumPy, as Python has run them', () => {
  test('are there for every initializer, stream and degree of agreement', () => {
    const kinds = (pick: (run: Run) => string) => new Set(runs.map(pick));
    expect(kinds(({ id }) => id)).toEqual(new Set(catalogueIds));
    expect(kinds(({ framework, options }) => `${framework} ${options.stream}`)).toEqual(
      new Set(['pytorch', 'numpy'].flatMap((framework) => streamIds.map((stream) => `${framework} ${stream}`))),
    );
    expect(kinds(({ agreement, reason }) => `${agreement} ${reason}`)).toEqual(
      new Set([
        'bits sameStream',
        'bits throughNumpy',
        'bits nothingDrawn',
        'close otherRounding',
        'close otherErfInverse',
        'close otherQuantile',
      ]),
    );
  });

  test.each(runs)('$framework, $id, $options', ({ id, options, framework, code, agreement, reason, w }) => {
    expect(frameworkCode(id, options)[framework]).toEqual({ code, agreement, reason });
    const { shape, seed, stream } = options;
    expect(w.shape).toEqual(shape);
    const initializer = catalogue[id].make(options);
    const weights = initializer(shape, streams[stream](seed));
    if (agreement === 'bits') {
      expect(hexFromFloats(weights.slice(0, 12))).toBe(w.head.join(''));
      expect(sha256(weights)).toBe(w.sha256);
    } else {
      const std = distributionStd(initializer.distribution(shape));
      const allowed = (theirs: number) =>
        reason === 'otherRounding' ? 5e-6 * Math.abs(options.gain) : 1e-6 * Math.max(std, Math.abs(theirs));
      const theirs = w.all ? floatsOf(w.all) : w.head.map((digits) => float32FromBits(Number.parseInt(digits, 16)));
      expect(theirs).toHaveLength(w.all ? weights.length : 12);
      expect(theirs.filter((their, i) => !(Math.abs((weights[i] as number) - their) <= allowed(their)))).toHaveLength(
        0,
      );
    }
  });
});

const options = { shape: [100, 784], seed: 7, gain: 1, mode: 'fanIn' } as const;

describe.each(catalogueIds)('%s', (id) => {
  const shape = catalogue[id].shapes === 'kernel' ? [8, 4, 3, 3] : options.shape;

  test.each(streamIds)(
    'says how far each framework agrees on stream %s, and gives a program unless it has none',
    (stream) => {
      const code = frameworkCode(id, { ...options, shape, stream });
      for (const { code: program, agreement, reason } of Object.values(code)) {
        expect(program === '').toBe(agreement === 'none');
        expect(agreement === 'none').toBe(reason === 'noInitializer');
        expect(agreement === 'distribution').toBe(reason === 'otherStream');
        if (program) expect(program).toMatch(/^(from|import) /);
        if (program) expect(program).toMatch(/^w = .*$/m);
        expect(/seed|default_rng|RandomState|key\(/.test(program)).toBe(agreement !== 'none' && !undrawn.has(id));
      }
      if (!undrawn.has(id)) {
        for (const framework of ['keras', 'jax'] as const) {
          expect(['distribution', 'none']).toContain(code[framework].agreement);
        }
        if (stream === 'torch') expect(code.numpy.reason).toBe('otherStream');
        else expect(['bits', 'close']).toContain(code.numpy.agreement);
      }
    },
  );
});

test('Keras and JAX get the layout and the name that mean the same law there', () => {
  const code = (id: CatalogueId, rest: Partial<FrameworkCodeOptions> = {}) =>
    frameworkCode(id, { ...options, stream: 'torch', ...rest });
  const calls = (id: CatalogueId, rest?: Partial<FrameworkCodeOptions>) => {
    const { keras, jax } = code(id, rest);
    return [keras.code.split('\n')[2], jax.code.split('\n').at(-2)];
  };
  expect(calls('heNormal')).toEqual([
    "init = keras.initializers.VarianceScaling(scale=2.0, mode='fan_in', distribution='untruncated_normal', seed=7)",
    "w = jax.nn.initializers.variance_scaling(2.0, 'fan_in', 'normal')(key, (784, 100))  # (k..., in, out)",
  ]);
  expect(calls('heTruncatedNormal')).toEqual([
    'init = keras.initializers.HeNormal(seed=7)', // "normal" is truncated in Keras
    "w = jax.nn.initializers.variance_scaling(2.0, 'fan_in', 'truncated_normal')(key, (784, 100))  # (k..., in, out)",
  ]);
  expect(calls('xavierUniform', { gain: 2 })).toEqual([
    "init = keras.initializers.VarianceScaling(scale=4.0, mode='fan_avg', distribution='uniform', seed=7)",
    "w = jax.nn.initializers.variance_scaling(4.0, 'fan_avg', 'uniform')(key, (784, 100))  # (k..., in, out)",
  ]);
  expect(calls('heUniform', { mode: 'fanGeoAvg', shape: [4, 2, 3, 3] })).toEqual([
    'init = keras.initializers.RandomUniform(minval=-0.48549177170732344, maxval=0.48549177170732344, seed=7)',
    "w = jax.nn.initializers.variance_scaling(2.0, 'fan_geo_avg', 'uniform')(key, (3, 3, 2, 4))  # (k..., in, out)",
  ]);
  expect(code('xavierUniform').keras.code).toContain('w = init((784, 100))');
  expect(code('heNormal', { shape: [4, 2, 3, 5] }).keras.code).toContain('w = init((3, 5, 2, 4))');
  expect(code('sparse', { shape: [4, 2] }).keras).toEqual({ code: '', agreement: 'none', reason: 'noInitializer' });
});

test('every weight of one large orthogonal matrix is compared, and the bound is needed: 1e-6 of the std would not do', () => {
  const run = runs.find(({ w }) => w.all !== undefined);
  expect([run?.id, run?.framework, run?.options.shape, run?.reason]).toEqual([
    'orthogonal',
    'pytorch',
    [100, 784],
    'otherRounding',
  ]);
  const theirs = floatsOf(run!.w.all!);
  expect(sha256(theirs)).toBe(run!.w.sha256);
  const ours = catalogue.orthogonal.make(run!.options)([100, 784], streams.torch(run!.options.seed));
  const largest = ours.reduce((most, value, i) => Math.max(most, Math.abs(value - (theirs[i] as number))), 0);
  expect(largest).toBeGreaterThan(1e-6 / Math.sqrt(784));
  expect(largest).toBeLessThan(5e-6);
});

test('code that agrees in distribution only gets the low 32 bits of the seed, and all other code the whole seed', () => {
  for (const [seed, low] of [
    [-1, '4294967295'],
    [4294967296n, '0'],
    ['18446744073709551615', '4294967295'],
    ['340282366920938463463374607431768211463', '7'],
  ] as const) {
    const isTorchSeed = wholeNumber(seed) < 1n << 64n;
    for (const stream of isTorchSeed ? (['torch'] as const) : (['numpy'] as const)) {
      const { pytorch, numpy, keras, jax } = frameworkCode('normal', { ...options, seed, stream });
      expect(keras.code).toContain(`seed=${low})`);
      expect(jax.code).toContain(`jax.random.key(${low})`);
      if (stream === 'torch') expect(pytorch.code).toContain(`torch.manual_seed(${seed})`);
      expect(numpy.code).toContain(`np.random.default_rng(${stream === 'torch' ? low : seed})`);
    }
  }
});

test('a gain of 0 gives programs that run: no scale of 0 for Keras, no division by a std of 0, no NaN', () => {
  for (const id of catalogueIds.filter((id) => catalogue[id].options.includes('gain') && id !== 'truncatedNormal')) {
    const shape = catalogue[id].shapes === 'kernel' ? [8, 4, 3, 3] : [8, 4];
    for (const stream of streamIds) {
      const code = frameworkCode(id, { ...options, shape, gain: 0, stream });
      for (const { code: program } of Object.values(code)) {
        expect([id, program]).toEqual([id, expect.not.stringMatching(/NaN|trunc_normal_|NormalDist|scale=0\.0, mode/)]);
      }
    }
  }
  const { keras } = frameworkCode('xavierUniform', { ...options, gain: 0, stream: 'torch' });
  expect(keras.code).toContain('init = keras.initializers.RandomNormal(mean=0.0, stddev=0.0, seed=7)');
});

test('a seed of 0 is written down, and one beyond 2^53 with all its digits', () => {
  const code = (seed: number | bigint | string) => frameworkCode('normal', { ...options, seed, stream: 'torch' });
  expect(code(0).pytorch.code).toContain('torch.manual_seed(0)');
  expect(code(0).keras.code).toContain('seed=0)');
  expect(code(18446744073709551615n).pytorch.code).toContain('torch.manual_seed(18446744073709551615)');
});
