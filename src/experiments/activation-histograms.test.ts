import { describe, expect, it } from 'vitest';
import { mean, variance } from '#numerics/moments.ts';
import { activationHistograms, type LayerContents } from './activation-histograms.ts';
import { depthSweep } from './depth-sweep.ts';
import type { Values } from './parameters.ts';
import { defaultValues } from './parse-parameters.ts';

type Settings = Values<typeof activationHistograms.params>;

function run(settings: Partial<Settings>) {
  let last: ReturnType<typeof activationHistograms.run> extends Generator<infer F> ? F | undefined : never;
  for (last of activationHistograms.run({ ...defaultValues(activationHistograms.params), ...settings }));
  if (!last) throw new Error('no frame');
  return last;
}

type Reading = (layer: LayerContents) => number;

/** For each layer: by how many standard errors the mean over 40 seeds (100 to 139) differs from the theory at gain 1. */
function deviations(settings: Partial<Settings>, reading: Reading) {
  const frames = Array.from({ length: 40 }, (_, k) =>
    run({ depth: 2, width: 160, batch: 8, ...settings, seed: 100 + k }),
  );
  const { theory } = run({ depth: 2, width: 160, batch: 8, ...settings, gain: 1 });
  return theory.map((layer, l) => {
    const measured = frames.map((frame) => reading(frame.measured[l] as LayerContents));
    return Math.abs(mean(measured) - reading(layer)) / Math.sqrt(variance(measured) / (measured.length - 1));
  });
}

const saturated: Reading = (layer) => layer.saturated ?? Number.NaN;
/** The share of the outermost ten bins of either side, where the density of tanh is most sensitive. */
const tails: Reading = ({ bins }) => [...bins.slice(0, 10), ...bins.slice(-10)].reduce((sum, share) => sum + share);

describe('activation-histograms', () => {
  const cases = [
    ['saturated share', { init: 'normal1', activation: 'sigmoid' }, saturated],
    ['saturated share', { init: 'normal1', activation: 'tanh' }, saturated],
    ['saturated share', { init: 'heNormal', activation: 'hardTanh' }, saturated],
    ['share of the outer bins', { init: 'xavierNormal', activation: 'tanh' }, tails],
    ['second moment', { init: 'heNormal', activation: 'relu' }, ({ secondMoment }: LayerContents) => secondMoment],
  ] as const;

  it.each(cases)('%s of %o: the mean of 40 seeds is the theory, within 4 standard errors', (_, settings, reading) => {
    expect(Math.max(...deviations(settings, reading))).toBeLessThan(4);
  });

  it.each(cases)('%s of %o: the same comparison refuses a std that is off by 3 percent', (_, settings, reading) => {
    expect(Math.max(...deviations({ ...settings, gain: 1.03 }, reading))).toBeGreaterThan(4);
  });

  it('counts every value once: in a bin, on an atom, outside or NaN (seed 7)', () => {
    for (const settings of [
      {},
      { activation: 'hardTanh' },
      { activation: 'relu', init: 'heNormal' },
      { activation: 'linear' },
      { activation: 'relu', depth: 50 },
    ] as const) {
      for (const { bins, atoms, outside, nan } of run(settings).measured) {
        expect([...bins, ...atoms, outside, nan].reduce((sum, share) => sum + share)).toBeCloseTo(1, 12);
      }
    }
  });

  it('N(0, 1) saturates a sigmoid of 100 units, N(0, 0.0001) leaves little but 0.5 (seed 7)', () => {
    const large = run({}).measured.map((layer) => layer.saturated ?? 0);
    expect(Math.min(...large)).toBeGreaterThan(0.4);
    const [last] = run({ init: 'normal001' }).measured.slice(-1);
    // 0.5 +- 0.037: three bins of 41. In theory z has the variance 100 * 0.0001 * 0.25, so h is 0.5 +- 0.0125.
    expect(last?.bins.slice(19, 22).reduce((sum, share) => sum + share)).toBeGreaterThan(0.98);
    expect(last?.saturated).toBe(0);
  });

  it('half of the units of ReLU are silent, and of a zero start all of them, for every example (seed 7)', () => {
    const he = run({ activation: 'relu', init: 'heNormal', width: 1024, batch: 16, depth: 1 }).measured[0];
    // 16,384 values; a standard error of their share is 0.004.
    expect(Math.abs((he?.atoms[0] ?? 0) - 0.5)).toBeLessThan(0.016);
    expect(he?.dead).toBe(0);
    expect(run({ activation: 'relu', init: 'zero' }).measured.map(({ dead }) => dead)).toEqual([1, 1, 1, 1, 1]);
    expect(run({ activation: 'tanh', init: 'zero' }).measured[0]?.dead).toBeNull();
  });

  it('measures the pre-activations of depth-sweep: a linear layer holds the same numbers (seed 7)', () => {
    const settings = { init: 'heNormal', activation: 'linear', depth: 4, width: 64, batch: 32, seed: 7 } as const;
    let sweep: number[] = [];
    for (const { measured } of depthSweep.run({ ...defaultValues(depthSweep.params), ...settings, seeds: 0 }))
      sweep = measured;
    expect(run(settings).measured.map(({ secondMoment }) => secondMoment)).toEqual(sweep.slice(1));
  });

  it('reports infinities and NaN, has no theory for a constant start, and takes one unit and one example', () => {
    const shares = run({ activation: 'relu', depth: 50 }).measured.map(({ infinite, nan }) => [infinite, nan]);
    expect(shares.some(([infinite = 0]) => infinite > 0)).toBe(true);
    expect(shares.at(-1)).toEqual([0, 1]);
    expect(run({ init: 'constant' }).theory).toEqual([]);
    expect(run({ depth: 1, width: 1, batch: 1 }).measured[0]?.bins.filter((share) => share > 0)).toEqual([1]);
  });

  it('yields several times per layer, with growing progress (seed 7)', () => {
    const frames = activationHistograms.run(defaultValues(activationHistograms.params));
    const seen = Array.from(frames, ({ progress }) => progress);
    expect(seen.length).toBeGreaterThan(3 * 5);
    expect(seen.every((progress, i) => progress >= (seen[i - 1] ?? 0))).toBe(true);
    expect(seen.at(-1)).toBe(1);
  });
});
