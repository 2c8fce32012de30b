import { describe, expect, it } from 'vitest';
import { starts } from '#initializers/starts.ts';
import { activations } from '#network/activations.ts';
import { backward, createPass, drawMlp, forward } from '#network/mlp.ts';
import { mean, norm, secondMoment, variance } from '#numerics/moments.ts';
import { quantile } from '#numerics/quantile.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import { depthSweep } from './depth-sweep.ts';
import { type GradientFlowFrame, gradientFlow } from './gradient-flow.ts';
import type { Values } from './parameters.ts';
import { defaultValues } from './parse-parameters.ts';

type Settings = Values<typeof gradientFlow.params>;

function run(settings: Partial<Settings>): GradientFlowFrame {
  let last: GradientFlowFrame | undefined;
  for (last of gradientFlow.run({ ...defaultValues(gradientFlow.params), ...settings }));
  if (!last) throw new Error('no frame');
  return last;
}

type Reading = (frame: GradientFlowFrame) => number[];
const moments: Reading = ({ deltaMoment }) => deltaMoment;
const squaredNorms: Reading = ({ gradientNorm }) => gradientNorm.map((norm) => norm * norm);
const theoryOf: Record<string, Reading> = {
  moments: ({ theory }) => theory.delta.slice(0, -1),
  squaredNorms: ({ theory }) => theory.gradientNorm.map((norm) => norm * norm),
};

/** By how many standard errors, at most, the mean over `count` seeds from 100 on differs from the theory at gain 1. */
function deviation(settings: Partial<Settings>, count: number, quantity: 'moments' | 'squaredNorms'): number {
  const reading = quantity === 'moments' ? moments : squaredNorms;
  const rows = Array.from({ length: count }, (_, k) => reading(run({ ...settings, seed: 100 + k, seeds: 0 })));
  const theory = theoryOf[quantity]?.(run({ ...settings, gain: 1, seeds: 0 })) ?? [];
  const layers = theory.map((expected, i) => {
    const values = rows.map((row) => row[i] as number);
    return Math.abs(mean(values) - expected) / Math.sqrt(variance(values) / (values.length - 1));
  });
  return Math.max(...layers);
}

const narrow = { depth: 5, width: 48, batch: 8 };
const wide = { depth: 4, width: 160, batch: 4 };

describe('gradient-flow', () => {
  const cases = [
    ['linear', 'lecunNormal', narrow, 150],
    ['relu', 'heNormal', narrow, 150],
    ['relu', 'torchDefault', narrow, 150],
    ['tanh', 'lecunNormal', wide, 60],
    ['sigmoid', 'lecunNormal', wide, 60],
  ] as const;

  it.each(cases)(
    '%s, %s: delta over many seeds is the theory, within 4 standard errors',
    (activation, init, size, count) => {
      expect(deviation({ ...size, activation, init }, count, 'moments')).toBeLessThan(4);
    },
  );

  it.each(cases)('%s, %s: the same comparison refuses a std off by 3 percent', (activation, init, size, count) => {
    expect(deviation({ ...size, activation, init, gain: 1.03 }, count, 'moments')).toBeGreaterThan(4);
  });

  it.each(cases)('%s, %s: the norm of dL/dW agrees too, within 4 standard errors', (activation, init, size, count) => {
    expect(deviation({ ...size, activation, init }, count, 'squaredNorms')).toBeLessThan(4);
  });

  it.each(cases)('%s, %s: and that comparison refuses a std off by 3 percent', (activation, init, size, count) => {
    expect(deviation({ ...size, activation, init, gain: 1.03 }, count, 'squaredNorms')).toBeGreaterThan(4);
  });

  it('is backpropagation: the same bits as the network that trains (tanh, Xavier, seed 7)', () => {
    const [depth, width, batch] = [4, 40, 16];
    const generator = torchGenerator(7);
    const mlp = drawMlp(starts.xavierNormal, new Array(depth + 1).fill(width), activations.tanh, generator);
    const [inputs, lastDelta] = [new Float32Array(batch * width), new Float32Array(batch * width)];
    torchGenerator(-1).fillNormal(inputs, 0, 1);
    generator.fillNormal(lastDelta, 0, 1);
    const pass = createPass(mlp, batch);
    forward(mlp, inputs, pass);
    backward(mlp, lastDelta, pass);
    const layers = [...pass.layers].reverse();
    const frame = run({ init: 'xavierNormal', activation: 'tanh', depth, width, batch, seeds: 0 });
    expect(frame.deltaMoment).toEqual(layers.map(({ delta }) => secondMoment(delta)));
    expect(frame.gradientNorm).toEqual(layers.map(({ gradient }) => norm(gradient.weights)));
  });

  it('has the error signal of the backward sweep (seed 7)', () => {
    const settings = {
      init: 'heNormal',
      activation: 'relu',
      depth: 6,
      width: 32,
      batch: 8,
      seed: 7,
      seeds: 0,
    } as const;
    let sweep: number[] = [];
    const sweepValues = { ...defaultValues(depthSweep.params), ...settings, direction: 'backward' } as const;
    for (const { measured } of depthSweep.run(sweepValues)) sweep = measured;
    expect(sweep).toHaveLength(7);
    expect(run(settings).deltaMoment).toEqual(sweep.slice(0, 6));
  });

  it('counts zeros and magnitudes: half of the error signal behind a ReLU is 0 (seed 7)', () => {
    const { zeroShare, histograms } = run({ init: 'heNormal', activation: 'relu', depth: 5, batch: 100, seeds: 0 });
    expect(zeroShare[0]).toBe(0);
    for (const share of zeroShare.slice(1)) expect(Math.abs(share - 0.5)).toBeLessThan(0.08);
    expect(histograms.map(({ layer }) => layer)).toEqual([5, 3, 1]);
    for (const { layer, magnitudes } of histograms) {
      const counted = magnitudes.shares.reduce((sum, share) => sum + share);
      expect(counted + (zeroShare[5 - layer] as number)).toBeCloseTo(1, 12);
    }
  });

  it('draws its band and its ratio from the seeds from `seed` on (seeds 7 to 11)', () => {
    const frame = run({ ...narrow, seeds: 5 });
    const rows = [7, 8, 9, 10, 11].map((seed) => run({ ...narrow, seed, seeds: 0 }).gradientNorm);
    expect(frame.gradientNorm).toEqual(rows[0]);
    expect(frame.low[2]).toBe(
      quantile(
        rows.map((row) => row[2] as number),
        0.05,
      ),
    );
    expect(frame.ratio?.high).toBe(
      quantile(
        rows.map((row) => (row[4] as number) / (row[0] as number)),
        0.95,
      ),
    );
    expect(run({ ...narrow, seeds: 1 }).ratio?.low).toBeNull();
  });

  it('vanishes with a sigmoid: after 20 layers less than a thousand millionth reaches layer 1 (seed 7)', () => {
    const { ratio } = run({});
    expect(ratio?.measured).toBeLessThan(1e-9);
    expect(ratio?.theory).toBeLessThan(1e-9);
  });

  it('takes zero weights, overflow, one layer of one unit, and starts without theory', () => {
    expect(run({ init: 'zero', depth: 3, seeds: 0 }).gradientNorm.slice(1)).toEqual([0, 0]);
    const large = run({ init: 'normal1', activation: 'linear', depth: 100, batch: 2, seeds: 0 });
    expect(large.gradientNorm.some((norm) => !Number.isFinite(norm))).toBe(true);
    expect(run({ depth: 1, width: 1, batch: 1, seeds: 2 }).ratio?.measured).toBe(1);
    const constant = run({ init: 'constant', depth: 2, seeds: 0 });
    expect([constant.theory.delta, constant.ratio?.theory]).toEqual([[], null]);
  });
});
