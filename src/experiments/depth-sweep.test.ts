import { describe, expect, it } from 'vitest';
import { heNormal } from '#initializers/named-rows.ts';
import { matmulNT } from '#kernels/matmul.ts';
import { mean, secondMoment, variance } from '#numerics/moments.ts';
import { quantile } from '#numerics/quantile.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import {
  fingerprints,
  type GoldenArray,
  type GoldenCall,
  type GoldenSequence,
  goldenCases,
} from '../../tests/golden.ts';
import { depthSweep } from './depth-sweep.ts';
import type { Values } from './parameters.ts';
import { defaultValues } from './parse-parameters.ts';

type Settings = Values<typeof depthSweep.params>;

function run(settings: Partial<Settings>) {
  const frames = depthSweep.run({ ...defaultValues(depthSweep.params), ...settings });
  let last = frames.next().value;
  for (const frame of frames) last = frame;
  if (!last) throw new Error('no frame');
  return last;
}

/** The second moments of many seeds, one row per seed; the theory is the same for all. */
function ensemble(settings: Partial<Settings>, firstSeed: number, count: number) {
  const runs = Array.from({ length: count }, (_, k) => run({ ...settings, seed: firstSeed + k, seeds: 0 }));
  return { rows: runs.map(({ measured }) => measured), theory: runs[0]?.theory ?? [] };
}

/** For each layer from 1 on: by how many standard errors the mean over the seeds differs from `theory`. */
function deviations({ rows, theory }: ReturnType<typeof ensemble>) {
  return theory.slice(1).map((expected, i) => {
    const q = rows.map((row) => row[i + 1] as number);
    return Math.abs(mean(q) - expected) / Math.sqrt(variance(q) / (q.length - 1));
  });
}

const small = { depth: 5, width: 64, batch: 32 };

describe('depth-sweep', () => {
  const cases = [
    ['linear', 'lecunNormal'],
    ['linear', 'xavierUniform'],
    ['relu', 'heNormal'],
    ['relu', 'heUniform'],
    ['relu', 'torchDefault'],
  ] as const;

  it.each(cases)(
    '%s, %s: the mean of 200 seeds is the theory, within 4 standard errors (seeds 100 to 299)',
    (activation, init) => {
      expect(Math.max(...deviations(ensemble({ ...small, activation, init }, 100, 200)))).toBeLessThan(4);
    },
  );

  it.each(cases)('%s, %s: the same comparison refuses a std that is off by 3 percent', (activation, init) => {
    const { rows } = ensemble({ ...small, activation, init, gain: 1.03 }, 100, 200);
    const { theory } = ensemble({ ...small, activation, init }, 100, 1);
    expect(Math.max(...deviations({ rows, theory }))).toBeGreaterThan(6);
  });

  it.each(['tanh', 'sigmoid'] as const)(
    '%s: 40 seeds at width 256 agree with the integral, within 4 standard errors, and off by 3 percent they do not (seeds 1 to 40)',
    (activation) => {
      // a standard error is 0.5% to 1.6% here, the effect of the finite width smaller
      const settings = { activation, init: 'lecunNormal', depth: 6, width: 256, batch: 8 } as const;
      const { rows, theory } = ensemble(settings, 1, 40);
      expect(Math.max(...deviations({ rows, theory }))).toBeLessThan(4);
      const { rows: off } = ensemble({ ...settings, gain: 1.03 }, 1, 40);
      expect(Math.max(...deviations({ rows: off, theory }))).toBeGreaterThan(6);
    },
  );

  it.each(cases)(
    'backward, %s, %s: the mean of 200 seeds is the theory, within 4 standard errors (seeds 100 to 299)',
    (activation, init) => {
      const back = { ...small, activation, init, direction: 'backward' } as const;
      expect(Math.max(...deviations(ensemble(back, 100, 200)))).toBeLessThan(4);
    },
  );

  it.each(cases)('backward, %s, %s: the same comparison refuses a std that is off by 3 percent', (activation, init) => {
    const back = { ...small, activation, init, direction: 'backward' } as const;
    const { rows } = ensemble({ ...back, gain: 1.03 }, 100, 200);
    const { theory } = ensemble(back, 100, 1);
    expect(Math.max(...deviations({ rows, theory }))).toBeGreaterThan(6);
  });

  it('backward goes from the last layer to the input, with one value for each (seed 7)', () => {
    const { layers, measured, theory } = run({ ...small, direction: 'backward', seeds: 0 });
    expect(layers).toEqual([5, 4, 3, 2, 1, 0]);
    expect([measured.length, theory.length]).toEqual([6, 6]);
  });

  it('ReLU spreads log-normally: Var(log q_L) = (5 (L - 1) + 2) / n to first order in 1/n (seeds 1 to 3000)', () => {
    // Given the layer before, log q gains the variance of (2/n) sum relu(z)^2, (4 * 3/2 - 1) / n = 5/n, once per ReLU;
    // the last pre-activation adds that of chi^2_n / n, 2/n. The standard error of a variance from 3,000 seeds is
    // sqrt(2/2999) = 2.6%, and the next order in 1/n adds a few percent at n = 50: 12% for both.
    const [L, n] = [6, 50];
    const { rows } = ensemble({ init: 'heNormal', activation: 'relu', depth: L, width: n, batch: 1 }, 1, 3000);
    const logs = rows.map((row) => Math.log(row[L] ?? 0));
    const expected = (5 * (L - 1) + 2) / n;
    expect(Math.abs(variance(logs) / expected - 1)).toBeLessThan(0.12);
    // The mean of q stays, so the mean of log q falls by half that variance. Standard error sqrt(0.54 / 3000) = 0.013.
    const logMean = Math.log(2 * (rows[0]?.[0] ?? 0));
    expect(Math.abs(mean(logs) - logMean + expected / 2)).toBeLessThan(0.06);
  });

  it('begins with the matrix that torch.manual_seed(7) and kaiming_normal_ give, on the inputs of seed -1', () => {
    const golden = goldenCases<GoldenSequence>('torch_seed_7').find(({ id }) => id === 'seed-7-square-he');
    const inputs = goldenCases<GoldenCall>('torch_seed_7').find(({ id }) => id === 'randn--1');
    const weights = heNormal()([128, 128], torchGenerator(7));
    const x = new Float32Array(128 * 128);
    torchGenerator(-1).fillNormal(x, 0, 1);
    const matrix = fingerprints(weights, golden?.outs[0] as GoldenArray);
    expect(matrix.ours).toEqual(matrix.golden);
    const batch = fingerprints(x, inputs?.out as GoldenArray);
    expect(batch.ours).toEqual(batch.golden);
    const z = matmulNT(x, weights, new Float32Array(x.length), 128, 128, 128);
    expect(run({ width: 128, batch: 128, depth: 1, seeds: 0 }).measured[1]).toBe(secondMoment(z));
  });

  it('draws its band from the seeds from `seed` on (seeds 7 to 11)', () => {
    const frame = run({ ...small, seeds: 5 });
    const { rows } = ensemble(small, 7, 5);
    expect(frame.members).toBe(5);
    expect(frame.measured).toEqual(rows[0]);
    const layer3 = rows.map((row) => row[3] as number);
    expect([frame.low[3], frame.median[3], frame.high[3]]).toEqual([0.05, 0.5, 0.95].map((p) => quantile(layer3, p)));
    expect(run({ ...small, seeds: 1 }).low).toEqual([]);
  });

  it('reports overflow as infinity or NaN and zero weights as 0, and draws no theory for a constant start', () => {
    expect(Number.isFinite(run({ init: 'normal1', depth: 60, width: 64, seeds: 0 }).measured[60])).toBe(false);
    const zero = run({ init: 'zero', depth: 3, width: 8, seeds: 0 });
    expect([zero.measured.slice(1), zero.theory.slice(1)]).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
    expect(run({ init: 'constant', depth: 3, width: 8, seeds: 0 }).theory).toEqual([]);
  });

  it('gives the caller a chance to stop several times per layer, with growing progress', () => {
    const seen = Array.from(
      depthSweep.run({ ...defaultValues(depthSweep.params), ...small, seeds: 2 }),
      (f) => f.progress,
    );
    expect(seen.length).toBeGreaterThan(2 * 2 * small.depth);
    expect(seen.every((progress, i) => progress >= (seen[i - 1] ?? 0))).toBe(true);
    expect(seen.at(-1)).toBe(1);
  });
});
