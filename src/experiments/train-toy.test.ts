import { describe, expect, it } from 'vitest';
import { type StartId, startIds } from '#initializers/starts.ts';
import { softmaxCrossEntropy } from '#network/loss.ts';
import { createPass, forward, inputOf } from '#network/mlp.ts';
import { gradientNorm } from '#network/optimizers.ts';
import { drawToyData } from '#network/toy-data.ts';
import { createTrainer, lossAndGradients } from '#network/trainer.ts';
import { mean, variance } from '#numerics/moments.ts';
import { gaussianExpectation } from '#numerics/quadrature.ts';
import type { Values } from './parameters.ts';
import { defaultValues } from './parse-parameters.ts';
import { type TrainToyFrame, trainToy } from './train-toy.ts';

type Settings = Partial<Values<typeof trainToy.params>>;

function run(settings: Settings): TrainToyFrame {
  let last: TrainToyFrame | undefined;
  for (last of trainToy.run({ ...defaultValues(trainToy.params), ...settings }));
  return last as TrainToyFrame;
}

const network = ({ networks }: TrainToyFrame, start: StartId) => {
  const found = networks.find((row) => row.start === start);
  if (!found) throw new Error(`no network of ${start}`);
  return found;
};

describe('train-toy', () => {
  it.each(['circles', 'moons', 'spiral', 'xor'] as const)(
    '%s: He learns it, zero stays undecided everywhere (seed 7)',
    (data) => {
      const frame = run({ data, starts: ['zero', 'heNormal'], steps: 500 });
      const [zero, he] = [network(frame, 'zero'), network(frame, 'heNormal')];
      expect(he.accuracy.at(-1)).toBeGreaterThan(0.9);
      expect(he.loss.at(-1)).toBeLessThan(0.5 * Math.log(2));
      expect(zero.loss.every((loss) => Math.abs(loss - Math.log(2)) < 1e-12)).toBe(true);
      expect(zero.margins.every((margin) => margin === 0)).toBe(true);
      expect(zero.accuracy.at(-1)).toBe(0.5);
    },
  );

  it('starts at ln 2 where nothing is decided, and with the sign of its hardly decided margins (seed 7)', () => {
    const { networks } = run({ starts: ['normal001'], steps: 1 });
    const [{ loss, margins } = { loss: [], margins: [] }] = networks;
    expect(Math.abs((loss[0] ?? 0) - Math.log(2))).toBeLessThan(1e-6);
    expect(margins.some((margin) => margin > 0)).toBe(true);
    expect(Math.max(...margins.map(Math.abs))).toBeLessThan(1e-4);
  });

  it.each([
    ['lecunNormal', 1],
    ['heNormal', 2],
  ] as const)(
    '%s: the initial loss of 3,000 seeds is that of normal logits within 4 standard errors, with a std off by 3 percent it is not (seeds 0 to 2999)',
    (start, growth) => {
      // Linear with one hidden layer: with LeCun each logit is, in the limit of width, N(0, |x|^2 / 2), so z_1 - z_0 is
      // N(0, |x|^2) and the expected loss E log(1 + e^(|x| g)). He doubles both layers: N(0, 4 |x|^2).
      const { points, labels } = drawToyData('circles', 40, 0.1, -2);
      const perPoint = Array.from(labels, (_, i) => {
        const size = growth * Math.hypot(points[2 * i] ?? 0, points[2 * i + 1] ?? 0);
        return gaussianExpectation((g) => Math.log1p(Math.exp(size * g)));
      });
      // With the other labels the loss is that of the mirrored last layer, which is as likely: half the noise.
      const others = labels.map((label) => 1 - label);
      const rule = { optimizer: 'sgd', learningRate: 1, clip: 0 } as const;
      const losses = Array.from({ length: 3000 }, (_, seed) => {
        const { mlp } = createTrainer({ start, widths: [2, 64, 2], activation: 'linear', seed }, rule);
        const logits = forward(mlp, points, createPass(mlp, 40));
        return [1, 1.03].map((factor) => {
          const z = logits.map((value) => factor * factor * value); // two layers
          return (softmaxCrossEntropy(z, labels, 2) + softmaxCrossEntropy(z, others, 2)) / 2;
        });
      });
      const [right, off] = [0, 1].map((n) => {
        const values = losses.map((row) => row[n] as number);
        return Math.abs(mean(values) - mean(perPoint)) / Math.sqrt(variance(values) / (values.length - 1));
      });
      expect(right).toBeLessThan(4);
      expect(off).toBeGreaterThan(4);
    },
  );

  it('goes downhill at the slope of its gradient: a small step lowers the loss by rate times |g|^2 (seed 7)', () => {
    const widths = [2, 16, 16, 16, 2];
    const rule = { optimizer: 'sgd', learningRate: 1, clip: 0 } as const;
    const trainer = createTrainer({ start: 'heNormal', widths, activation: 'tanh', seed: 7 }, rule);
    const { points, labels } = drawToyData('circles', 200, 0.1, -2);
    const pass = createPass(trainer.mlp, 200);
    inputOf(pass).set(points);
    const { loss, gradients } = lossAndGradients(trainer, labels, 2, pass);
    const slope = gradientNorm(gradients) * gradientNorm(gradients);
    for (const learningRate of [0.001, 0.002]) {
      const [first = 0, second = 0] = network(
        run({ starts: ['heNormal'], activation: 'tanh', learningRate, steps: 2 }),
        'heNormal',
      ).loss;
      expect(first).toBe(loss);
      // second order in the rate: the curvature along g takes a percent or so
      expect(Math.abs((first - second) / (learningRate * slope) - 1)).toBeLessThan(0.02);
    }
  });

  it('draws the same decision as its accuracy counts: points in each half of the plane (seed 7)', () => {
    const frame = run({ starts: ['heNormal'], steps: 300 });
    const { margins, accuracy } = network(frame, 'heNormal');
    const { size, low, high } = frame.grid;
    const nearest = (v: number) => Math.min(size - 1, Math.max(0, Math.round(((v - low) / (high - low)) * (size - 1))));
    const right = frame.points.label.filter((label, i) => {
      const margin = margins[nearest(frame.points.y[i] ?? 0) * size + nearest(frame.points.x[i] ?? 0)] ?? 0;
      return margin > 0 === (label === 1);
    });
    expect(margins).toHaveLength(size * size);
    expect(Math.abs(right.length / frame.points.label.length - (accuracy.at(-1) ?? 0))).toBeLessThan(0.05);
  });

  it('trains each start as if it were alone, on the points of seed -2 whatever the seed (seeds 7 and 8)', () => {
    const together = run({ starts: ['xavierNormal', 'torchDefault'], steps: 20 });
    expect(run({ starts: ['torchDefault'], steps: 20 }).networks[0]).toEqual(network(together, 'torchDefault'));
    const other = run({ starts: ['torchDefault'], steps: 20, seed: 8 });
    expect(other.points).toEqual(together.points);
    expect(other.networks[0]?.loss).not.toEqual(network(together, 'torchDefault').loss);
  });

  it('takes every start and optimizer, the smallest settings, and keeps NaN as a result (seed 7)', () => {
    for (const optimizer of ['sgd', 'momentum', 'adam'] as const) {
      const smallest = { hiddenLayers: 1, width: 2, points: 40, steps: 1, noise: 0 } as const;
      expect(run({ ...smallest, starts: startIds, optimizer }).networks.map(({ start }) => start)).toEqual(startIds);
    }
    const settings = { starts: ['normal1'], activation: 'linear', learningRate: 10, steps: 100 } as const;
    const { loss, margins } = network(run(settings), 'normal1');
    expect(loss.at(-1)).toBeNaN();
    expect(margins.every(Number.isNaN)).toBe(true);
  });

  it('yields after every step of every network, with growing progress', () => {
    const values = { ...defaultValues(trainToy.params), steps: 60 };
    const seen = Array.from(trainToy.run(values), ({ progress }) => progress);
    expect(seen.length).toBeGreaterThanOrEqual(4 * 60 + 3 * 4 * 4);
    expect(seen.every((progress, i) => progress >= (seen[i - 1] ?? 0))).toBe(true);
    expect(seen.at(-1)).toBe(1);
  });
});
