import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { classCount, decodeDigits, emptyBatch, readBatch } from '#network/digits.ts';
import { createPass, inputOf } from '#network/mlp.ts';
import { withNormalization } from '#network/normalized-layer.ts';
import { lossAndGradients, trainerOf } from '#network/trainer.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import { type NormalizationFrame, normalization } from './normalization.ts';
import { drawNetwork, normalStart } from './normalization-network.ts';
import type { Values } from './parameters.ts';
import { defaultValues } from './parse-parameters.ts';

const file = new URL('../../public/data/digits.bin', import.meta.url);
const digits = decodeDigits(gunzipSync(readFileSync(file)));

type Settings = Partial<Values<typeof normalization.params>>;
const small = { hiddenLayers: 2, width: 20, batch: 20, steps: 1 } as const;

function run(settings: Settings): NormalizationFrame {
  let last: NormalizationFrame | undefined;
  for (last of normalization.run({ ...defaultValues(normalization.params), ...settings }, { digits }));
  return last as NormalizationFrame;
}

const rowOf = <Row extends { norm: string }>(rows: Row[], norm: string) => rows.find((row) => row.norm === norm) as Row;

describe('normalization', () => {
  it('has gradients that go as 1 / sigma with a norm, to what epsilon takes, and a first step as 1 / sigma^2 (seed 7)', () => {
    const { gradients, sigmas } = run(small);
    for (const norm of ['batch', 'layer']) {
      const { norms, relativeSteps, theory, stepTheory } = rowOf(gradients, norm);
      for (const [l, row] of norms.entries()) {
        row.forEach((slope, i) => {
          const sigma = sigmas[i] as number;
          if (sigma < 0.03) return; // there epsilon is more than a permille of the variance
          const largest = sigmas.length - 1;
          const constant = (row[largest] as number) * 10;
          expect(Math.abs((slope * sigma) / constant - 1), `${norm}, ${l}, ${sigma}`).toBeLessThan(0.01);
          const step = (relativeSteps[l]?.[i] as number) * sigma * sigma;
          expect(Math.abs(step / ((relativeSteps[l]?.[largest] as number) * 100) - 1)).toBeLessThan(0.01);
        });
      }
      expect((theory[0] as number) / (theory.at(-1) as number)).toBeCloseTo(10_000, 6);
      expect((stepTheory[0] as number) / (stepTheory.at(-1) as number)).toBeCloseTo(1e8, 2);
      // the lines that are drawn; a std off by 3 percent moves them by 3 and by 6
      for (const [i, sigma] of sigmas.entries()) {
        if (sigma < 0.03) continue;
        expect(Math.abs((norms[0]?.[i] as number) / (theory[i] as number) - 1)).toBeLessThan(0.01);
        expect(Math.abs((relativeSteps[0]?.[i] as number) / (stepTheory[i] as number) - 1)).toBeLessThan(0.01);
      }
    }
    expect(rowOf(gradients, 'none').theory).toEqual([]);
  });

  it('of twice the weights at four times the rate is the same training, to the bit: the rate that counts is rate / sigma^2 (seed 7)', () => {
    const settings = { activation: 'relu', hiddenLayers: 2, width: 20, seed: 7 } as const;
    const batch = readBatch(digits, 0, digits.trainCount, 0, emptyBatch(20));
    const losses = ([1, 2] as const).map((factor) => {
      const mlp = withNormalization(drawNetwork(normalStart(0.05), settings), 'batch', 1e-5 * factor * factor);
      const hidden = mlp.layers.filter((layer) => layer.normalization);
      for (const { weights } of hidden)
        for (let k = 0; k < weights.length; k++) weights[k] = (weights[k] ?? 0) * factor;
      const trainer = trainerOf(mlp, { optimizer: 'sgd', learningRate: 0.25, clip: 0 });
      const pass = createPass(mlp, 20);
      inputOf(pass).set(batch.pixels);
      return Array.from({ length: 20 }, () => {
        const { loss, gradients } = lossAndGradients(trainer, batch.labels, classCount, pass);
        // hidden weights and biases learn at factor^2 times the rate
        gradients.slice(0, hidden.length).forEach(({ weights, bias }) => {
          for (const values of [weights, bias]) values.set(values.map((g) => g * factor * factor));
        });
        trainer.optimizer.step(trainer.parameters, gradients);
        return loss;
      });
    });
    expect(losses[1]).toEqual(losses[0]);
    expect(losses[0]?.at(-1)).toBeLessThan(0.7 * (losses[0]?.[0] ?? 0));
  });

  it('measures the chosen sigma on the first batch, and draws hidden layers as torch.manual_seed does (seed 7)', () => {
    const { moments } = run({ ...small, sigma: 0.5 });
    const { measured } = rowOf(moments, 'none');
    expect(measured.after).toEqual(measured.before);
    for (const norm of ['batch', 'layer']) {
      const row = rowOf(moments, norm);
      expect(row.measured.before[0]).toBe(measured.before[0]); // the same first layer, before its norm
      for (const a of row.measured.after) expect(Math.abs(a - 1)).toBeLessThan(1e-4);
    }
    const expected = new Float32Array(20 * 784);
    torchGenerator(7).fillNormal(expected, 0, 0.5);
    const { layers } = drawNetwork(normalStart(0.5), { activation: 'relu', hiddenLayers: 2, width: 20, seed: 7 });
    expect(layers[0]?.weights).toEqual(expected);
    expect(layers.map(({ fanIn, fanOut }) => [fanIn, fanOut]).at(-1)).toEqual([20, 10]);
  });

  it('batch norm excuses a start that is too small; without a norm nothing is learned (seed 7)', () => {
    const { curves } = run({ steps: 40 });
    const accuracy = (norm: string, start: string) =>
      curves.find((curve) => curve.norm === norm && curve.start === start)?.accuracy ?? Number.NaN;
    expect(accuracy('batch', 'sigma')).toBeGreaterThan(0.8);
    expect(accuracy('none', 'sigma')).toBeLessThan(0.13);
    expect(accuracy('batch', 'heNormal')).toBeGreaterThan(0.7);
    expect(accuracy('layer', 'heNormal')).toBeGreaterThan(0.7);
  });

  it('keeps NaN where the start overflows without a norm, and learns with one (seed 7)', () => {
    const { curves } = run({ ...small, sigma: 10, hiddenLayers: 8, steps: 8 });
    const losses = (norm: string) => curves.find((row) => row.norm === norm && row.start === 'sigma')?.loss ?? [];
    expect(losses('none').at(-1)).toBeNaN();
    expect(losses('batch').every(Number.isFinite)).toBe(true);
  });

  it('needs the digits, and its progress grows to 1 in small steps', () => {
    const values = { ...defaultValues(normalization.params), ...small };
    expect(() => normalization.run(values).next()).toThrow('normalization needs the digits: run(values, { digits })');
    const seen = Array.from(normalization.run(values, { digits }), ({ progress }) => progress);
    expect(seen.every((progress, i) => progress >= (seen[i - 1] ?? 0))).toBe(true);
    expect([seen.length > 90, seen.at(-1)]).toEqual([true, 1]);
  });
});
