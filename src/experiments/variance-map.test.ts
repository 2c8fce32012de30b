import { describe, expect, it } from 'vitest';
import { heNormal } from '#initializers/named-rows.ts';
import { matmulNT } from '#kernels/matmul.ts';
import { activationIds } from '#network/activations.ts';
import { erfInverse } from '#numerics/erf-inverse.ts';
import { mean, secondMoment, variance } from '#numerics/moments.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import type { Values } from './parameters.ts';
import { defaultValues } from './parse-parameters.ts';
import { measure, varianceMap } from './variance-map.ts';
import { chi, type FixedPoint, fixedPoints, momentsFrom, nextMoment, settlesAt } from './variance-map-theory.ts';

type Settings = Values<typeof varianceMap.params>;

const settingsOf = (changes: Partial<Settings>): Settings => ({ ...defaultValues(varianceMap.params), ...changes });

function run(changes: Partial<Settings>) {
  const frames = varianceMap.run(settingsOf(changes));
  let last = frames.next().value;
  for (const frame of frames) last = frame;
  if (!last) throw new Error('no frame');
  return last;
}

/** q_0, q_1, ... of one network, without the theory. */
function measured(changes: Partial<Settings>) {
  const moments = [settingsOf(changes).q0];
  for (const _ of measure(settingsOf(changes), moments));
  return moments;
}

/** Layer by layer from 1 on: by how many standard errors the mean over seeds 1 to 40 differs from the theory of `assumed`. */
function deviations(changes: Partial<Settings>, assumed: Partial<Settings> = {}) {
  const rows = Array.from({ length: 40 }, (_, k) => measured({ ...changes, seed: k + 1 }));
  const { q0, depth, ...layer } = settingsOf({ ...changes, ...assumed });
  return momentsFrom(layer, q0, depth)
    .slice(1)
    .map((expected, i) => {
      const q = rows.map((row) => row[i + 1] as number);
      return Math.abs(mean(q) - expected) / Math.sqrt(variance(q) / (q.length - 1));
    });
}

describe('a network follows the map', () => {
  // A standard error is 0.5% to 1.5% here; what the finite width adds, of order 1/n, is smaller.
  const settings = { width: 128, depth: 5, q0: 2 };
  const cases = [
    { activation: 'tanh', gain: 5 / 3 },
    { activation: 'tanh', gain: 1.2, biasStd: 0.5 },
    { activation: 'relu', gain: Math.SQRT2, biasStd: 0.3 },
    { activation: 'hardTanh', gain: 1.5 },
    { activation: 'softplus', gain: 0.8, biasStd: 0.2 },
  ] as const;

  it.each(cases)('%o: the mean of 40 networks, within 4 standard errors (seeds 1 to 40)', (layer) => {
    expect(Math.max(...deviations({ ...settings, ...layer }))).toBeLessThan(4);
  });

  it.each(cases)('%o: the same comparison refuses a std that is off by 3 percent', (layer) => {
    const off = deviations({ ...settings, ...layer, gain: layer.gain * 1.03 }, { gain: layer.gain });
    expect(Math.max(...off)).toBeGreaterThan(5);
  });

  it('begins with the weights of torch.manual_seed(7) on eight signals with exactly q_0', () => {
    const { measured: q } = run({ activation: 'linear', gain: Math.SQRT2, width: 64, depth: 1, q0: 3 });
    // Quantiles of a normal distribution in eight random orders.
    const quantiles = Float64Array.from({ length: 64 }, (_, i) => erfInverse((2 * i + 1) / 64 - 1));
    const scale = Math.sqrt(3 / secondMoment(quantiles));
    const generator = torchGenerator(-1);
    const orders = Array.from({ length: 8 }, () => [...generator.permutation(64)]);
    const z = Float32Array.from(orders.flat(), (i) => scale * (quantiles[i] as number));
    expect(q[0]).toBe(3);
    // LeCun's weights times sqrt 2, rounded once more than He's
    const weights = heNormal()([64, 64], torchGenerator(7));
    const first = matmulNT(z, weights, new Float32Array(8 * 64), 8, 64, 64);
    expect(Math.abs((q[1] as number) / secondMoment(first) - 1)).toBeLessThan(1e-6);
  });
});

describe('fixed points', () => {
  const layer = (changes: Partial<Settings>) => settingsOf(changes);

  it('tanh with gain 5/3 settles at E[h^2] = 0.42425, not at 1, whatever q_0', () => {
    const points = fixedPoints(layer({}));
    expect(points).toMatchObject([{ q: 0, stable: false }, { stable: true }]);
    const q = settlesAt(layer({}), 10, points);
    expect(q / (25 / 9)).toBeCloseTo(0.424253, 6);
    for (const q0 of [0.01, 1, 100]) {
      expect(settlesAt(layer({}), q0, points)).toBe(q);
      expect(Math.abs((momentsFrom(layer({}), q0, 60).at(-1) as number) / q - 1)).toBeLessThan(1e-9);
    }
  });

  it('tanh with gain 1 has no positive fixed point: q falls like 1 / (2 L)', () => {
    const linear = layer({ gain: 1 });
    expect(fixedPoints(linear)).toEqual([{ q: 0, slope: 1, chi: 1, stable: true }]);
    expect(settlesAt(linear, 10, fixedPoints(linear))).toBe(0);
    // tanh^2 z = z^2 - 2 z^4 / 3 + ..., so q' = q - 2 q^2 + ... and 1/q grows by 2 per layer; the next order is log L / L
    const L = 600;
    expect(Math.abs((momentsFrom(linear, 1, L).at(-1) as number) * 2 * L - 1)).toBeLessThan(0.02);
  });

  it('ReLU: every q is fixed with gain sqrt 2; else q is multiplied by gain^2 / 2, and a bias adds its variance', () => {
    expect(fixedPoints(layer({ activation: 'relu', gain: Math.SQRT2 }))).toBe('all');
    expect(run({ activation: 'relu', gain: Math.SQRT2, depth: 2, width: 8 })).toMatchObject({
      fixed: { points: [], everywhere: true },
      settlesAt: 10,
    });
    const small = layer({ activation: 'relu', gain: 1 });
    expect(fixedPoints(small)).toEqual([{ q: 0, slope: 0.5, chi: 0.5, stable: true }]);
    const large = layer({ activation: 'relu', gain: 2 });
    expect(settlesAt(large, 1, fixedPoints(large))).toBe(Number.POSITIVE_INFINITY);
    expect(run({ activation: 'relu', gain: 2, depth: 2, width: 8 }).chi).toBeNull();
    const biased = layer({ activation: 'relu', gain: 1, biasStd: 0.6 }); // q = q / 2 + 0.36
    const [point] = fixedPoints(biased) as FixedPoint[] as [FixedPoint];
    expect(point.q).toBeCloseTo(0.72, 12);
    expect(point.slope).toBe(0.5);
  });

  it('SELU has a fixed point at 1 with gain 1 (Klambauer et al. 2017), and it is stable', () => {
    const [zero, one] = fixedPoints(layer({ activation: 'selu', gain: 1 })) as FixedPoint[] as [FixedPoint, FixedPoint];
    expect(zero).toMatchObject({ q: 0, stable: false });
    expect(Math.abs(one.q - 1)).toBeLessThan(1e-12);
    expect(one).toMatchObject({ stable: true });
  });

  it('sigmoid has one between sigma_w^2 / 4 and sigma_w^2 / 2', () => {
    const points = fixedPoints(layer({ activation: 'sigmoid', gain: 2 })) as FixedPoint[];
    expect(points).toHaveLength(1);
    expect(points[0]?.q).toBeGreaterThan(1);
    expect(points[0]?.q).toBeLessThan(2);
  });

  it.each(activationIds)("%s: q' = q at each, and the layers go where settlesAt says", (activation) => {
    for (const gain of [0.5, 2.5]) {
      for (const biasStd of [0, 0.4]) {
        const values = { activation, gain, biasStd };
        const points = fixedPoints(values);
        if (points === 'all') throw new Error('unexpected');
        for (const { q } of points) expect(Math.abs(nextMoment(values, q) - q)).toBeLessThan(1e-11 * (1 + q));
        const goal = settlesAt(values, 0.7, points);
        const last = momentsFrom(values, 0.7, 100).at(-1) as number;
        if (goal === Infinity) expect(last).toBeGreaterThan(1e6);
        else expect(Math.abs(last - goal)).toBeLessThan(1e-3 * (1 + goal));
      }
    }
  });

  it('a signal that is at one but for its last bits stays there, whichever way rounding moves it', () => {
    for (const activation of ['tanh', 'hardTanh', 'elu', 'selu'] as const) {
      for (const gain of [1.2, 1.5, 3]) {
        const values = { activation, gain, biasStd: 0.3 };
        const points = fixedPoints(values) as FixedPoint[];
        for (const { q } of points.filter(({ stable }) => stable)) {
          for (const bits of [-8, -4, -2, -1, 0, 1, 2, 4, 8]) {
            expect(settlesAt(values, q * (1 + bits * 2 ** -52), points)).toBe(q);
          }
        }
      }
    }
  });

  it('tanh with gain 1 and no bias is at the edge of chaos: chi_1 = 1 at q = 0', () => {
    expect(chi(layer({ gain: 1 }), 0)).toBe(1);
    expect(run({ gain: 1, depth: 1, width: 4 }).chi).toBe(1);
    expect(run({ depth: 1, width: 4 }).chi).toBeGreaterThan(1);
  });
});

it('overflow is a result, and the smallest settings run', () => {
  const frame = run({ activation: 'linear', gain: 10, depth: 60, width: 16 });
  expect(Number.isFinite(frame.measured[60])).toBe(false);
  expect(frame.settlesAt).toBe(Number.POSITIVE_INFINITY);
  const smallest = run({ depth: 1, width: 1, q0: 0.001 });
  expect(smallest.measured).toHaveLength(2);
  expect(smallest.measured[0]).toBe(0.001);
  expect(smallest.map.q).toHaveLength(81);
  expect(smallest.map.q.every(Number.isFinite)).toBe(true);
});

it('gives the caller a chance to stop at least twice per layer, with growing progress', () => {
  const seen = Array.from(varianceMap.run(settingsOf({ width: 16, depth: 5 })), ({ progress }) => progress);
  expect(seen.length).toBeGreaterThanOrEqual(3 + 2 * 5);
  expect(seen.every((progress, i) => progress >= (seen[i - 1] ?? 0))).toBe(true);
  expect(seen.at(-1)).toBe(1);
});
