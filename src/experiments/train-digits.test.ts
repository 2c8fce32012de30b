import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { startIds } from '#initializers/starts.ts';
import { decodeDigits, emptyBatch, readBatch } from '#network/digits.ts';
import { softmaxCrossEntropy } from '#network/loss.ts';
import { createPass, forward } from '#network/mlp.ts';
import { createTrainer } from '#network/trainer.ts';
import { integrate } from '#numerics/integrate.ts';
import { mean, variance } from '#numerics/moments.ts';
import { gaussianExpectation } from '#numerics/quadrature.ts';
import { inputNorms } from './normalization-theory.ts';
import type { Values } from './parameters.ts';
import { defaultValues } from './parse-parameters.ts';
import { type TrainDigitsFrame, trainDigits } from './train-digits.ts';

const file = new URL('../../public/data/digits.bin', import.meta.url);
const digits = decodeDigits(gunzipSync(readFileSync(file)));

type Settings = Partial<Values<typeof trainDigits.params>>;
const frames = (settings: Settings) =>
  trainDigits.run({ ...defaultValues(trainDigits.params), ...settings }, { digits });

function run(settings: Settings): TrainDigitsFrame {
  let last: TrainDigitsFrame | undefined;
  for (last of frames(settings));
  return last as TrainDigitsFrame;
}

const network = ({ curves }: TrainDigitsFrame, start: string) => {
  const [member] = curves.find((curve) => curve.start === start)?.members ?? [];
  if (!member) throw new Error(`no curve of ${start}`);
  return member;
};

/**
 * E log S of S = e^z_1 + ... + e^z_10, independent z ~ N(0, v): log S is the integral over t > 0 of (e^-t - e^(-t S)) / t
 * (Frullani), and E e^(-t S) the tenth power of E e^(-t e^z). With t = e^u the integrand vanishes at both ends.
 */
const meanLogSum = (v: number) =>
  integrate(
    (u) => {
      const t = Math.exp(u);
      return Math.exp(-t) - gaussianExpectation((g) => Math.exp(-t * Math.exp(Math.sqrt(v) * g))) ** 10;
    },
    -25,
    12,
  );

const quick = { hiddenLayers: 2, width: 30, steps: 60 } as const;

describe('train-digits', () => {
  it('learns with He and stays at chance with zero, where every weight gradient is exactly 0 (seed 7)', () => {
    const frame = run({ ...quick, starts: ['zero', 'heNormal'] });
    const [zero, he] = [network(frame, 'zero'), network(frame, 'heNormal')];
    expect(frame.accuracySteps).toEqual([0, 30, 60]);
    expect(he.accuracy.at(-1)).toBeGreaterThan(0.8);
    expect(he.loss).toHaveLength(60);
    expect(he.loss.at(-1)).toBeLessThan(0.4 * (he.loss[0] ?? 0));
    expect(he.gradientNorms.every((norm) => norm > 0.01 && norm < 10)).toBe(true);
    expect(zero.accuracy.every((accuracy) => accuracy < 0.13)).toBe(true);
    expect(zero.gradientNorms).toEqual([0, 0, 0]);
  });

  it('starts at ln 10 where nothing is decided: exactly with zero, nearly with N(0, 0.01^2) (seed 7)', () => {
    const frame = run({ steps: 1, starts: ['zero', 'normal001'] });
    expect(network(frame, 'zero').loss[0]).toBeCloseTo(Math.log(10), 14);
    // five layers of it leave logits of about 1e-6
    expect(Math.abs((network(frame, 'normal001').loss[0] ?? 0) - Math.log(10))).toBeLessThan(1e-5);
  });

  it('has the initial loss of normal logits in the mean of 200 seeds, within 4 standard errors, and with a std off by 3 percent it has not (He, ReLU, seeds 0 to 199)', () => {
    // With one hidden layer the ten logits of an image are, in the limit of width, independent N(0, 2 |x|^2 / 784): the first
    // layer doubles, the second keeps. The label's own logit has mean 0, so the expected loss is E log(e^z_1 + ... + e^z_10).
    const batch = readBatch(digits, 0, digits.trainCount, 0, emptyBatch(50));
    const perImage = inputNorms(batch.pixels, 50).squares.map((square) => meanLogSum((2 * square) / 784));
    const rule = { optimizer: 'sgd', learningRate: 1, clip: 0 } as const;
    const losses = Array.from({ length: 200 }, (_, seed) => {
      const beginning = { start: 'heNormal', widths: [784, 100, 10], activation: 'relu', seed } as const;
      const { mlp } = createTrainer(beginning, rule);
      const logits = forward(mlp, batch.pixels, createPass(mlp, 50));
      return [1, 1.03].map((factor) => {
        // two layers; their mirror image is as likely, and takes the label's own logit out: less noise
        const mirrored = [1, -1].map((sign) => logits.map((value) => sign * factor * factor * value));
        return mean(mirrored.map((z) => softmaxCrossEntropy(z, batch.labels, 10)));
      });
    });
    const [right, off] = [0, 1].map((n) => {
      const values = losses.map((row) => row[n] as number);
      return Math.abs(mean(values) - mean(perImage)) / Math.sqrt(variance(values) / (values.length - 1));
    });
    expect(right).toBeLessThan(4);
    expect(off).toBeGreaterThan(4);
  });

  it('trains each start as if it were alone, and each seed as if it came first (seeds 7 and 8)', () => {
    const short = { ...quick, steps: 5 };
    const together = run({ ...short, starts: ['xavierNormal', 'heNormal'], seeds: 2 });
    expect(together.curves.map(({ start, members }) => [start, ...members.map(({ seed }) => seed)])).toEqual([
      ['xavierNormal', 7, 8],
      ['heNormal', 7, 8],
    ]);
    const alone = run({ ...short, starts: ['heNormal'], seed: 8 });
    expect(together.curves[1]?.members[1]).toEqual(network(alone, 'heNormal'));
    expect(network(together, 'heNormal').loss).not.toEqual(network(alone, 'heNormal').loss);
  });

  it('keeps NaN as a result when the weights overflow: a linear network at learning rate 10 (seed 7)', () => {
    const frame = run({ ...quick, activation: 'linear', steps: 30, starts: ['normal1'], learningRate: 10 });
    const { loss, accuracy } = network(frame, 'normal1');
    expect(loss[0]).toBeGreaterThan(10);
    expect(loss.at(-1)).toBeNaN();
    expect(accuracy.at(-1)).toBe(0.11); // all NaN: class 0 for every image, and 110 of the 1,000 show a 0
  });

  it('keeps the norms of all layers and of everything where the accuracy is measured (seed 7)', () => {
    const { gradientNorms, gradientHistory } = network(run({ ...quick, steps: 31, starts: ['heNormal'] }), 'heNormal');
    expect(gradientHistory.map((row) => row.length)).toEqual([4, 4]);
    expect(gradientHistory[0]?.slice(0, 3)).toEqual(gradientNorms);
    for (const row of gradientHistory) {
      const [total = 0, ofWeights] = [row[3], Math.hypot(...row.slice(0, 3))];
      expect(total).toBeGreaterThan(ofWeights); // the biases have gradients, too
      expect(total).toBeLessThan(1.2 * ofWeights);
    }
  });

  it('is saved by clipping where the plain run ends in NaN: a linear network at learning rate 10 (seed 7)', () => {
    const settings = { ...quick, activation: 'linear', steps: 30, starts: ['heNormal'], learningRate: 10 } as const;
    expect(network(run(settings), 'heNormal').loss.at(-1)).toBeNaN();
    const { loss } = network(run({ ...settings, clip: 0.03 }), 'heNormal');
    expect(loss.every(Number.isFinite)).toBe(true);
  });

  it.each([
    ['momentum', 0.02],
    ['adam', 0.002],
  ] as const)('learns with %s as well (seed 7)', (optimizer, learningRate) => {
    const frame = run({ ...quick, starts: ['heNormal'], optimizer, learningRate });
    expect(network(frame, 'heNormal').accuracy.at(-1)).toBeGreaterThan(0.8);
  });

  it('takes every start and every activation', () => {
    const frame = run({ ...quick, steps: 1, starts: startIds });
    expect(frame.curves.map(({ start }) => start)).toEqual(startIds);
    for (const activation of trainDigits.params.activation.options) {
      const { gradientNorms } = network(run({ ...quick, steps: 1, starts: ['heNormal'], activation }), 'heNormal');
      expect(gradientNorms.every((norm) => norm > 0.01)).toBe(true);
    }
  });

  it('grows all curves together, one step of one network per frame at most', () => {
    let previous: number[] = [0, 0];
    for (const { curves, step, progress } of frames({ ...quick, steps: 3, starts: ['zero', 'heNormal'] })) {
      const lengths = curves.map(({ members }) => members[0]?.loss.length ?? 0);
      const [a = 0, b = 0] = lengths;
      expect(a - b === 0 || a - b === 1).toBe(true);
      expect(a + b - previous.reduce((sum, length) => sum + length)).toBeLessThanOrEqual(1);
      expect(step).toBe(b);
      expect(progress).toBeCloseTo((a + b) / 6, 12);
      previous = lengths;
    }
    expect(previous).toEqual([3, 3]);
  });

  it('yields after every network that it draws, all curves being there from the first frame on (seed 7)', () => {
    const running = frames({ ...quick, steps: 1, starts: ['zero', 'heNormal'], seeds: 3 });
    for (let drawn = 1; drawn <= 6; drawn++) {
      const { curves, accuracySteps } = running.next().value as TrainDigitsFrame;
      expect(curves.map(({ members }) => members.map(({ loss }) => loss.length))).toEqual([
        [0, 0, 0],
        [0, 0, 0],
      ]);
      expect(accuracySteps).toEqual([]);
    }
    expect((running.next().value as TrainDigitsFrame).accuracySteps).toEqual([0]);
  });

  it('says that it needs the digits', () => {
    const withoutDigits = trainDigits.run(defaultValues(trainDigits.params));
    expect(() => withoutDigits.next()).toThrow('train-digits needs the digits: run(values, { digits })');
  });
});
