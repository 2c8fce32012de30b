import { describe, expect, it } from 'vitest';
import { mean } from '#numerics/moments.ts';
import { type OneLayerFrame, oneLayer } from './one-layer.ts';
import { inputMoments } from './one-layer-theory.ts';
import type { Values } from './parameters.ts';
import { defaultValues } from './parse-parameters.ts';

type Settings = Partial<Values<typeof oneLayer.params>>;

function run(settings: Settings): OneLayerFrame {
  const frames = [...oneLayer.run({ ...defaultValues(oneLayer.params), ...settings })];
  return frames.at(-1) as OneLayerFrame;
}

/** The largest distance of a measured series from `expected`, in its own standard errors. */
function distance(measured: number[], errors: number[], expected: number[]) {
  return Math.max(...measured.map((value, i) => Math.abs(value - (expected[i] ?? 0)) / (errors[i] ?? 0)));
}

describe('one-layer', () => {
  it('with all assumptions: Var[y] and E[y^2] are n Var[w] E[x^2], within 4 standard errors (seed 7)', () => {
    for (const init of ['normal1', 'lecunNormal', 'heUniform', 'torchDefault'] as const) {
      for (const inputs of ['normal', 'uniform', 'relu', 'constant'] as const) {
        const frame = run({ init, inputs, fanIn: 64 });
        expect(distance(frame.variance, frame.varianceError, frame.theory), `${init}, ${inputs}`).toBeLessThan(4);
        expect(distance(frame.secondMoment, frame.secondMomentError, frame.theory)).toBeLessThan(4);
      }
    }
  });

  it.each(['normal', 'uniform', 'relu', 'constant'] as const)(
    '%s inputs: 40 seeds agree with n Var[w] E[x^2] within 4 standard errors, and with a std off by 3 percent they do not (seeds 1 to 40)',
    (inputs) => {
      const settings = { init: 'heNormal', inputs, fanIn: 64 } as const;
      const last = (gain: number) =>
        Array.from({ length: 40 }, (_, k) => run({ ...settings, gain, seed: k + 1 }).secondMoment.at(-1) ?? 0);
      const expected = run(settings).theory.at(-1) ?? 0;
      const { std, mean: center, kurtosis, skewness } = inputMoments[inputs];
      const fourth = kurtosis * std ** 4 + 4 * skewness * std ** 3 * center + 6 * std ** 2 * center ** 2 + center ** 4;
      const square = center ** 2 + std ** 2;
      // 2,000 outputs of every seed, each nearly normal; the 2,000 x 64 inputs are the same for all seeds
      const error = expected * Math.sqrt(2 / (40 * 2000) + (fourth / square ** 2 - 1) / (2000 * 64));
      expect(Math.abs(mean(last(1)) - expected)).toBeLessThan(4 * error);
      expect(Math.abs(mean(last(1.03)) - expected)).toBeGreaterThan(4 * error);
    },
  );

  it('grows in proportion to n for weights of variance 1 and stays for LeCun', () => {
    expect(run({ init: 'normal1' }).theory).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256]);
    for (const q of run({ init: 'lecunNormal' }).theory) expect(q).toBeCloseTo(1, 14);
  });

  it.each<[string, Settings]>([
    ['weights with a mean', { weightMean: 0.5 }],
    ['weights with a mean, and inputs with one', { weightMean: 0.3, inputs: 'relu' }],
    ['weights that depend on their inputs', { dependence: 0.3 }],
    ['weights that depend on their inputs, uniform', { dependence: 0.5, inputs: 'uniform', init: 'xavierUniform' }],
    ['everything at once', { weightMean: -0.4, inputMean: 0.6, dependence: 0.4, inputs: 'relu', gain: 2 }],
  ])('%s: the measurement leaves the theory and follows the exact formula (seed 7)', (_, settings) => {
    const frame = run(settings);
    expect(distance(frame.variance, frame.varianceError, frame.exactVariance)).toBeLessThan(4);
    expect(distance(frame.secondMoment, frame.secondMomentError, frame.exactSecondMoment)).toBeLessThan(4);
    expect(distance(frame.secondMoment, frame.secondMomentError, frame.theory)).toBeGreaterThan(6);
  });

  it('inputs with a mean: n Var[w] E[x^2] still holds, n Var[w] Var[x] does not (seed 7)', () => {
    const frame = run({ inputMean: 1 });
    expect(distance(frame.variance, frame.varianceError, frame.theory)).toBeLessThan(4);
    expect(distance(frame.variance, frame.varianceError, frame.naive)).toBeGreaterThan(12);
  });

  it('dependence costs n^2: at fan-in 256 the second moment is over twenty times the theory (seed 7)', () => {
    const { secondMoment, theory } = run({ dependence: 0.3 });
    expect((secondMoment.at(-1) ?? 0) / (theory.at(-1) ?? 1)).toBeGreaterThan(20);
  });

  it('its standard errors are honest: half of 400 seeds lie within 0.67 of them (seeds 1 to 400)', () => {
    const inside = Array.from({ length: 400 }, (_, k) => {
      const { secondMoment, secondMomentError, theory } = run({ fanIn: 4, seed: k + 1 });
      return distance(secondMoment.slice(-1), secondMomentError.slice(-1), theory.slice(-1)) < 0.674;
    }).filter(Boolean).length;
    // binomial: 200 +- 10; the heavy tails of a product make small samples look a little too sure
    expect(inside).toBeGreaterThan(160);
    expect(inside).toBeLessThan(240);
  });

  it('knows constants: a constant input cannot be correlated with, zero weights give zero', () => {
    expect(run({ inputs: 'constant', dependence: 0.8, fanIn: 8 }).exactSecondMoment.at(-1)).toBe(8);
    expect(run({ init: 'zero', fanIn: 8 })).toMatchObject({ variance: [0, 0, 0, 0], theory: [0, 0, 0, 0] });
    const { secondMoment, exactSecondMoment } = run({ init: 'constant', inputs: 'constant', fanIn: 8 });
    expect(secondMoment.at(-1)).toBeCloseTo(exactSecondMoment.at(-1) ?? 0, 8);
  });

  it('ends at the fan-in asked for, and grows in progress', () => {
    expect(run({ fanIn: 100 }).fanIn).toEqual([1, 2, 4, 8, 16, 32, 64, 100]);
    expect(run({ fanIn: 1 }).fanIn).toEqual([1]);
    const seen = Array.from(oneLayer.run(defaultValues(oneLayer.params)), ({ progress }) => progress);
    expect(seen.every((progress, i) => progress >= (seen[i - 1] ?? 0))).toBe(true);
    expect(seen.at(-1)).toBeCloseTo(1, 12);
  });
});
