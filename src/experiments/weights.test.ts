import { describe, expect, it } from 'vitest';
import { catalogueIds } from '#initializers/catalogue.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import { type GoldenCall, goldenCases } from '../../tests/golden.ts';
import type { Values } from './parameters.ts';
import { defaultValues } from './parse-parameters.ts';
import { type WeightsFrame, weights } from './weights.ts';
import { isIndependent, type Moment, momentsOf } from './weights-measure.ts';

type Settings = Partial<Values<typeof weights.params>>;

function run(settings: Settings = {}): WeightsFrame {
  const frames = [...weights.run({ ...defaultValues(weights.params), ...settings })];
  return frames.at(-1) as WeightsFrame;
}

/** How far a measured moment lies from the law's, in standard errors. */
const strayed = ({ measured, theory, error = 0 }: Moment) => Math.abs(measured - theory) / error;

/** A shape that every initializer can fill, and more output than input channels. */
const shape = { fanOut: 120, fanIn: 60, kernel: 3 };

it('begins with the bits of torch.nn.init.kaiming_normal_ at seed 7, 100 x 784', () => {
  const he = goldenCases<GoldenCall>('torch_seed_7').find(({ id }) => id === 'seed-7-kaiming_normal_');
  const head = he?.out && 'head' in he.out ? he.out.head.bits : '';
  expect(head).not.toBe('');
  expect(
    run()
      .first.map(({ bits }) => bits)
      .join(''),
  ).toBe(head.slice(0, 8 * 16));
});

describe.each(['torch', 'numpyLegacy', 'numpy'] as const)('on the stream %s at seed 7', (stream) => {
  const independent = catalogueIds.filter((init) =>
    isIndependent(run({ init, ...shape }).law ?? { kind: 'constant', value: 0 }),
  );

  it('there are normal, uniform and truncated laws of independent weights', () => {
    expect(independent.length).toBeGreaterThanOrEqual(13);
  });

  it.each(independent)(
    '%s: mean and variance lie within 5 standard errors of the law, and KS gives p > 1e-4',
    (init) => {
      const { moments, distance } = run({ init, stream, ...shape });
      for (const moment of Object.values(moments ?? {})) expect(strayed(moment)).toBeLessThan(5);
      expect(distance?.p).toBeGreaterThan(1e-4);
    },
  );

  it.each(['orthogonal', 'deltaOrthogonal'] as const)(
    '%s: the variance is as exact as its lengths, and there is no p',
    (init) => {
      const { moments, distance, law } = run({ init, stream, ...shape });
      expect(law?.kind === 'sphere' || law?.kind === 'mixture').toBe(true);
      const { measured, theory } = (moments as NonNullable<typeof moments>).variance;
      expect(Math.abs(measured / theory - 1)).toBeLessThan(1e-5);
      // beyond 2.23 / sqrt(n) one in 10,000 samples of independent draws would lie
      expect(distance?.statistic).toBeLessThan(2.23 / Math.sqrt(init === 'orthogonal' ? 64800 : 7200));
      expect(distance).not.toHaveProperty('p');
    },
  );
});

it.each(['xavierNormal', 'xavierUniform', 'truncatedNormal', 'normal'] as const)(
  '%s: the variance of the law is that of its weights, and refuses those of a std off by 3 percent (seed 7)',
  (init) => {
    const ofLaw = run({ init, ...shape }).moments?.variance as Moment;
    const off = run({ init, ...shape, gain: 1.03 }).moments?.variance.measured ?? 0;
    expect(strayed(ofLaw)).toBeLessThan(5);
    expect(strayed({ ...ofLaw, measured: off })).toBeGreaterThan(5);
  },
);

it('would notice weights that are 2% too large, or a bound taken for a standard deviation (seed 7)', () => {
  const draw = (factor: number) => {
    const drawn = new Float32Array(20000);
    torchGenerator(7).fillUniform(drawn, -factor, factor);
    return strayed(momentsOf(drawn, { kind: 'uniform', low: -1, high: 1 }).variance);
  };
  expect(draw(1)).toBeLessThan(5);
  expect(draw(1.02)).toBeGreaterThan(5);
  expect(draw(Math.sqrt(3))).toBeGreaterThan(100);
});

it('its standard errors are honest: two thirds of 300 small draws lie within one of them (seeds 1 to 300)', () => {
  for (const init of ['heNormal', 'xavierUniform', 'truncatedNormal'] as const) {
    const runs = Array.from({ length: 300 }, (_, i) => run({ init, fanOut: 10, fanIn: 20, seed: i + 1 }).moments);
    for (const name of ['mean', 'variance'] as const) {
      const inside = runs.filter((moments) => strayed(moments?.[name] as Moment) < 1).length;
      // binomial: 205 +- 8
      expect(inside, `${init}, ${name}`).toBeGreaterThan(205 - 40);
      expect(inside, `${init}, ${name}`).toBeLessThan(205 + 40);
    }
  }
});

describe('the histogram', () => {
  const area = ({ bins }: WeightsFrame, heights: number[]) => {
    const width = (bins?.edges[1] ?? 0) - (bins?.edges[0] ?? 0);
    return heights.reduce((sum, height) => sum + height * width, 0);
  };

  it.each([
    ['heNormal', 1],
    ['torchLinear', 1],
    ['heTruncatedNormal', 1],
    ['orthogonal', 1],
    ['sparse', 0.9],
  ] as const)(
    'of %s holds all weights but its spikes, and so does the density: a share of %d (seed 7)',
    (init, share) => {
      const frame = run({ init });
      expect(area(frame, frame.bins?.heights ?? [])).toBeCloseTo(share, 6);
      expect(area(frame, frame.bins?.expected ?? [])).toBeCloseTo(share, 3);
      const { x = [], y = [] } = frame.density ?? {};
      const under = x
        .slice(1)
        .reduce((sum, at, i) => sum + (at - (x[i] ?? 0)) * (((y[i] ?? 0) + (y[i + 1] ?? 0)) / 2), 0);
      expect(under).toBeCloseTo(share, 2);
    },
  );

  it('follows the law bin by bin, within 5 Poisson deviations (seed 7)', () => {
    for (const init of ['heNormal', 'xavierUniform', 'lecunTruncatedNormal'] as const) {
      const { bins, count } = run({ init });
      const width = (bins?.edges[1] ?? 0) - (bins?.edges[0] ?? 0);
      for (const [i, height] of (bins?.heights ?? []).entries()) {
        const expected = (bins?.expected[i] ?? 0) * width * count;
        expect(Math.abs(height * width * count - expected)).toBeLessThan(5 * Math.sqrt(Math.max(expected, 1)));
      }
    }
  });
});

describe('values that many weights share', () => {
  it.each([
    ['zeros', [[0, 1]]],
    ['ones', [[1, 1]]],
    ['constant', [[0.01, 1]]],
    [
      'identity',
      [
        [1, 1 / 784],
        [0, 783 / 784],
      ],
    ],
    [
      'dirac',
      [
        [1, 1 / 784],
        [0, 783 / 784],
      ],
    ],
    ['sparse', [[0, 0.1]]],
  ] as const)('%s has them in the shares of its law (seed 7)', (init, spikes) => {
    const frame = run({ init });
    expect(frame.spikes.map(({ value }) => value)).toEqual(spikes.map(([value]) => value));
    for (const [i, [, share]] of spikes.entries()) {
      expect(frame.spikes[i]?.share).toBeCloseTo(share, 12);
      expect(frame.spikes[i]?.drawn).toBeCloseTo(share, 12);
    }
  });

  it('an orthogonal matrix of one weight is 1 or -1, half of the time each (seeds 1 to 40)', () => {
    const drawn = Array.from({ length: 40 }, (_, i) => run({ init: 'orthogonal', fanOut: 1, fanIn: 1, seed: i + 1 }));
    expect(drawn[0]?.spikes.map(({ value, share }) => [value, share])).toEqual([
      [-1, 0.5],
      [1, 0.5],
    ]);
    const positive = drawn.filter(({ first }) => first[0]?.decimal === '1').length;
    expect(positive).toBeGreaterThan(8);
    expect(positive).toBeLessThan(32);
    for (const { spikes } of drawn) expect(spikes.reduce((sum, spike) => sum + spike.drawn, 0)).toBe(1);
  });
});

it('says what is left of a truncated normal law: a standard deviation before and one after the cut (seed 7)', () => {
  const { law, theory, moments } = run({ init: 'heTruncatedNormal' });
  expect(theory?.std).toBeCloseTo(Math.sqrt(2 / 784), 12);
  expect(law?.kind === 'truncatedNormal' && law.parentStd).toBeCloseTo(Math.sqrt(2 / 784) / 0.8796256610342398, 10);
  expect(moments?.mean.theory).toBe(0);
  const plain = run({ init: 'truncatedNormal' });
  expect(plain.theory?.std).toBeCloseTo(0.8796256610342398, 10);
});

describe('the shape', () => {
  it('has a kernel where one is asked for, always for kernels, never for matrices', () => {
    expect(run({ fanOut: 4, fanIn: 3 })).toMatchObject({ shape: [4, 3], fans: { fanIn: 3, fanOut: 4 } });
    expect(run({ fanOut: 4, fanIn: 3, kernel: 3 })).toMatchObject({
      shape: [4, 3, 3, 3],
      fans: { fanIn: 27, fanOut: 36 },
    });
    expect(run({ init: 'dirac', fanOut: 4, fanIn: 3 }).shape).toEqual([4, 3, 1, 1]);
    expect(run({ init: 'identity', fanOut: 4, fanIn: 3, kernel: 5 })).toMatchObject({
      shape: [4, 3],
      unused: ['kernel'],
    });
  });

  it('may be a single weight (seed 7)', () => {
    const frame = run({ fanOut: 1, fanIn: 1 });
    expect(frame).toMatchObject({ count: 1, first: [{ index: '[0, 0]' }] });
    const [weight] = frame.first;
    expect(frame.moments?.variance.measured).toBeCloseTo(Number(weight?.decimal) * Number(weight?.decimal), 6);
    expect(frame.distance).not.toHaveProperty('p');
  });

  it('is refused where the initializer cannot fill it, or where it would take too long, and nothing is drawn', () => {
    expect(run({ init: 'deltaOrthogonal' })).toMatchObject({
      refusal: 'fanInAboveFanOut',
      first: [],
      words: 0,
      progress: 1,
    });
    expect(run({ init: 'deltaOrthogonal', fanIn: 100, kernel: 3 })).not.toHaveProperty('refusal');
    expect(run({ fanOut: 1024, fanIn: 1024, kernel: 2 }).refusal).toBe('tooMany');
    expect(run({ init: 'orthogonal', fanOut: 1024, fanIn: 1024 }).refusal).toBe('tooMany');
    expect(run({ init: 'orthogonal', fanOut: 1024, fanIn: 64 })).not.toHaveProperty('refusal');
  });
});

it('names the settings that an initializer does not have, but only those that were changed', () => {
  expect(run({ fanOut: 4, fanIn: 3 }).unused).toEqual([]);
  expect(run({ fanOut: 4, fanIn: 3, gain: 2 }).unused).toEqual(['gain']);
  expect(run({ init: 'xavierNormal', fanOut: 4, fanIn: 3, gain: 2, mode: 'fanOut' }).unused).toEqual(['mode']);
});

it('counts the words it took: one for a uniform weight, none for a constant (seed 7)', () => {
  expect(run({ init: 'heUniform' }).words).toBe(78400);
  expect(run({ init: 'zeros' }).words).toBe(0);
});

it('yields as it goes: progress never falls and ends at 1 (seed 7)', () => {
  for (const init of catalogueIds) {
    const seen = Array.from(
      weights.run({ ...defaultValues(weights.params), ...shape, init }),
      ({ progress }) => progress,
    );
    expect(seen.every((progress, i) => progress >= (seen[i - 1] ?? 0))).toBe(true);
    expect(seen.at(-1)).toBe(1);
  }
});
