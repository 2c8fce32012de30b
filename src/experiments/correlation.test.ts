import { describe, expect, it } from 'vitest';
import { heNormal } from '#initializers/named-rows.ts';
import { matmulNT } from '#kernels/matmul.ts';
import { activationIds } from '#network/activations.ts';
import { mean, secondMoment, variance } from '#numerics/moments.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import { correlation, drawPair, pairOf } from './correlation.ts';
import {
  arcCosineKernel,
  type Destination,
  firstPair,
  gaussianLayerOf,
  nextPair,
  type Pair,
} from './correlation-theory.ts';
import { squareMoment } from './mean-field.ts';
import type { Values } from './parameters.ts';
import { defaultValues } from './parse-parameters.ts';
import { productMoment } from './product-moment.ts';
import { createBuffers, sendForward } from './square-layers.ts';
import type { GaussianLayer } from './variance-map-theory.ts';

type Settings = Values<typeof correlation.params>;

const settingsOf = (changes: Partial<Settings>): Settings => ({ ...defaultValues(correlation.params), ...changes });

function run(changes: Partial<Settings>) {
  const frames = correlation.run(settingsOf(changes));
  let last = frames.next().value;
  for (const frame of frames) last = frame;
  if (!last) throw new Error('no frame');
  return last;
}

/** Pairs through layer 1, 2, ..., `depth` of infinite width. */
function theoryOf(layer: GaussianLayer, cosine: number, depth: number): Pair[] {
  const pairs = [firstPair(layer, { q: 1, cosine })];
  while (pairs.length < depth) pairs.push(nextPair(layer, pairs.at(-1) as Pair));
  return pairs;
}

const pairsPerNetwork = 24;
const networks = 50;

/** Mean cosine and q of many pairs of inputs, layer by layer, in each of the networks with seeds 1 to 50. */
function measureNetworks(values: Settings): Pair[][] {
  const generator = torchGenerator(-1);
  const pairs = Array.from({ length: pairsPerNetwork }, () => [...drawPair(values, generator)]);
  const inputs = Float32Array.from(pairs.flat());
  const size = 2 * values.width;
  const network = { ...values, batch: 2 * pairsPerNetwork };
  const buffers = createBuffers(network);
  return Array.from({ length: networks }, (_, k) => {
    const layers: Pair[] = [];
    const arrived = (_: number, z: Float32Array) => {
      const each = pairs.map((_, i) => pairOf(z.subarray(i * size, (i + 1) * size), values.width));
      layers.push({ cosine: mean(each.map(({ cosine }) => cosine)), q: mean(each.map(({ q }) => q)) });
    };
    for (const _ of sendForward(network, { inputs, seed: k + 1, buffers }, arrived));
    return layers;
  });
}

/** The largest distances from the theory over the layers, in standard errors, of networks whose std is `error` times right. */
function farthest(changes: Partial<Settings>, error: number): Pair {
  const values = settingsOf({ width: 256, depth: 6, ...changes });
  const theory = theoryOf(gaussianLayerOf(values) as GaussianLayer, values.cosine, values.depth);
  const rows = measureNetworks({ ...values, gain: error * values.gain });
  const distance = (quantity: keyof Pair) =>
    theory.map((expected, l) => {
      const measured = rows.map((row) => row[l]?.[quantity] as number);
      return Math.abs(mean(measured) - expected[quantity]) / Math.sqrt(variance(measured) / (networks - 1));
    });
  return { cosine: Math.max(...distance('cosine')), q: Math.max(...distance('q')) };
}

describe('the cosine of two inputs', () => {
  // A standard error is 0.001 to 0.003 in the cosine; the effect of the finite width, of order 1/n, is about as large.
  const cases = [
    { activation: 'tanh', init: 'lecunNormal', gain: 2.5, biasStd: 0.1, cosine: 0.95 },
    { activation: 'relu', init: 'heUniform', biasStd: 1, cosine: -0.5, width: 128, depth: 4 },
  ] as const;

  it.each(cases)('%o: 50 networks follow the theory within 4 standard errors (seeds 1 to 50)', (settings) => {
    expect(farthest(settings, 1).cosine).toBeLessThan(4);
  });

  it.each(cases)('%o: the same comparison refuses a std that is off by 3 percent', (settings) => {
    expect(farthest(settings, 1.03).cosine).toBeGreaterThan(4);
  });

  it('ReLU without bias: the cosine follows the arc-cosine kernel whatever the gain; q refuses 3 percent', () => {
    const right = farthest({ cosine: 0.2, width: 128, depth: 4 }, 1);
    const wrong = farthest({ cosine: 0.2, width: 128, depth: 4 }, 1.03);
    expect(Math.max(right.cosine, right.q, wrong.cosine)).toBeLessThan(4);
    expect(wrong.q).toBeGreaterThan(4);
  });
});

describe('the theory', () => {
  const relu = { activation: 'relu', gain: Math.SQRT2, biasStd: 0 } as const;

  it("ReLU: c' = (sin t + (pi - t) cos t) / pi (Cho and Saul 2009); from 0 on 1/pi, and 1 - c falls like 9 pi^2 / (2 L^2)", () => {
    expect(nextPair(relu, { q: 1, cosine: 0 }).cosine).toBeCloseTo(1 / Math.PI, 14);
    expect(arcCosineKernel(1)).toBe(0.5);
    expect(arcCosineKernel(-1)).toBeCloseTo(0, 15);
    // with e = 1 - c: e' = e - (2 sqrt 2 / (3 pi)) e^1.5 + ..., so e L^2 goes to 9 pi^2 / 2
    let pair: Pair = { q: 1, cosine: 0 };
    for (let l = 0; l < 20_000; l++) pair = nextPair(relu, pair);
    expect(Math.abs(((1 - pair.cosine) * 20_000 ** 2) / (4.5 * Math.PI ** 2) - 1)).toBeLessThan(0.01);
  });

  it('leaky ReLU: the closed form is the double integral, and right in its limits', () => {
    const leaky = { activation: 'leakyRelu', gain: 1, biasStd: 0 } as const;
    for (const cosine of [-0.7, 0.2, 0.9]) {
      const integral = productMoment('leakyRelu', 2, 2, cosine) / squareMoment('leakyRelu', 2);
      expect(Math.abs(nextPair(leaky, { q: 2, cosine }).cosine - integral)).toBeLessThan(1e-9);
    }
    expect(nextPair(leaky, { q: 2, cosine: 1 }).cosine).toBeCloseTo(1, 14);
    expect(nextPair({ ...leaky, activation: 'linear' }, { q: 2, cosine: 0.3 }).cosine).toBeCloseTo(0.3, 14);
    expect(nextPair(leaky, { q: 2, cosine: -1 }).cosine).toBeCloseTo((-2 * 0.01) / (1 + 0.0001), 14);
  });

  it.each(activationIds)('%s: the slope of the cosine map at 1 is chi_1 at the fixed point', (activation) => {
    const layer = { activation, gain: activation === 'softplus' ? 0.8 : 1.2, biasStd: 0.5 };
    const { destination } = run({
      activation,
      init: 'lecunNormal',
      gain: layer.gain,
      biasStd: 0.5,
      depth: 2,
      width: 8,
      seeds: 0,
    });
    const { q, chi } = destination as Destination;
    if (activation === 'linear') return expect([q, chi]).toEqual([Number.POSITIVE_INFINITY, null]);
    const e = 1e-4; // kinks add a term of order sqrt(e)
    const slope = (1 - nextPair(layer, { q, cosine: 1 - e }).cosine) / e;
    expect(Math.abs(slope / (chi as number) - 1)).toBeLessThan(0.02);
  });

  it('below chi_1 = 1 all inputs become alike; above, the cosine comes to what settledCosine says', () => {
    const settle = (changes: Partial<Settings>) =>
      run({ activation: 'tanh', init: 'lecunNormal', depth: 120, width: 2, seeds: 0, ...changes });
    const chaotic = settle({ gain: 2, biasStd: 0.3, cosine: 0.9 });
    expect(chaotic.destination?.chi).toBeGreaterThan(1);
    expect(chaotic.destination?.cosine).toBeLessThan(1);
    expect(Math.abs((chaotic.theory.cosine.at(-1) as number) - (chaotic.destination?.cosine as number))).toBeLessThan(
      1e-4,
    );
    const ordered = settle({ gain: 1, biasStd: 0.5, cosine: 0.1 });
    expect(ordered.destination?.chi).toBeLessThan(1);
    expect([ordered.destination?.cosine, ordered.theory.cosine.at(-1)?.toFixed(6)]).toEqual([1, '1.000000']);
    expect(settle({ gain: 2, depth: 1 }).destination?.cosine).toBe(0); // odd, no bias
    expect(settle({ gain: 1, depth: 1 }).destination).toMatchObject({ q: 0, cosine: null }); // dies out
    expect(settle({ activation: 'linear', depth: 1 }).destination?.cosine).toBeNull(); // every cosine stays
  });
});

it('draws two inputs with second moment 1 and the cosine that was asked for, to float32', () => {
  for (const cosine of [-1, -0.25, 0, 0.9, 1]) {
    const rows = drawPair({ width: 50, cosine }, torchGenerator(-1));
    expect(Math.abs(pairOf(rows, 50).cosine - cosine)).toBeLessThan(1e-6);
    for (const row of [rows.subarray(0, 50), rows.subarray(50)])
      expect(Math.abs(secondMoment(row) - 1)).toBeLessThan(1e-6);
  }
});

it('begins with the matrix that torch.manual_seed(7) and kaiming_normal_ give, and draws its band from further seeds', () => {
  const inputs = drawPair({ width: 64, cosine: 0 }, torchGenerator(-1));
  const z = matmulNT(inputs, heNormal()([64, 64], torchGenerator(7)), new Float32Array(128), 2, 64, 64);
  const frame = run({ width: 64, depth: 2, seeds: 3 });
  expect(frame.measured.cosine[1]).toBe(pairOf(z, 64).cosine);
  expect([frame.members, frame.low.length]).toEqual([3, 3]);
  const others = [7, 8, 9].map((seed) => run({ width: 64, depth: 2, seeds: 0, seed }).measured.cosine[2] as number);
  expect(frame.median[2]).toBe([...others].sort((a, b) => a - b)[1]);
});

it('a signal that is zero or infinite has no cosine: NaN; a constant start has no theory', () => {
  const zero = run({ init: 'zero', depth: 3, width: 8, seeds: 2 });
  expect(zero.measured.cosine.slice(1)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  expect(zero.theory.cosine.slice(1)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  expect(zero.low[3]).toBeNaN();
  expect(run({ init: 'normal1', depth: 60, width: 64, seeds: 0 }).measured.cosine[60]).toBeNaN();
  const constant = run({ init: 'constant', depth: 3, width: 8, seeds: 0 });
  expect([constant.theory.cosine, constant.destination]).toEqual([[], null]);
  expect(run({ depth: 1, width: 2, seeds: 0 }).theory.cosine).toHaveLength(2);
  // torch's default has biases: two inputs cannot stay apart
  expect(run({ init: 'torchDefault', depth: 20, width: 64, seeds: 0 }).measured.cosine[20]).toBeGreaterThan(0.999);
});

it('inputs that have come to rest keep their cosine to the last layer', () => {
  const { theory } = run({ activation: 'sigmoid', init: 'xavierNormal', depth: 40, width: 2, seeds: 0 });
  expect(theory.cosine).toHaveLength(41);
  expect(theory.q.slice(30)).toEqual(new Array(11).fill(theory.q[40]));
});

it('gives the caller a chance to stop after every layer, with growing progress', () => {
  const seen = Array.from(correlation.run(settingsOf({ width: 8, depth: 5, seeds: 2 })), ({ progress }) => progress);
  expect(seen.length).toBeGreaterThan(2 * 2 * 5);
  expect(seen.every((progress, i) => progress >= (seen[i - 1] ?? 0))).toBe(true);
  expect(seen.at(-1)).toBe(1);
});
