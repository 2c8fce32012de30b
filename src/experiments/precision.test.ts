import { describe, expect, it } from 'vitest';
import { mean, variance } from '#numerics/moments.ts';
import { formats } from '#numerics/round-to-format.ts';
import { depthSweep } from './depth-sweep.ts';
import type { Values } from './parameters.ts';
import { defaultValues } from './parse-parameters.ts';
import { type PrecisionFrame, precision } from './precision.ts';

type Settings = Values<typeof precision.params>;

function run(settings: Partial<Settings>): PrecisionFrame {
  let last: PrecisionFrame | undefined;
  for (last of precision.run({ ...defaultValues(precision.params), ...settings }));
  if (!last) throw new Error('no frame');
  return last;
}

/** By how many standard errors, at most, the mean second moment over 100 seeds differs from the theory for sigma = 0.15. */
function deviation(settings: Partial<Settings>): number {
  const size = { depth: 4, width: 40, batch: 8, sigma: 0.15 };
  const rows = Array.from({ length: 100 }, (_, k) => run({ ...size, ...settings, seed: 100 + k }).size);
  const { theory } = run({ ...size, ...settings, sigma: 0.15 });
  const layers = theory.slice(1).map((log10, i) => {
    const q = rows.map((row) => (row[i + 1] as number) * (row[i + 1] as number));
    return Math.abs(mean(q) - 10 ** (2 * log10)) / Math.sqrt(variance(q) / 99);
  });
  return Math.max(...layers);
}

describe('precision', () => {
  const cases = (['float32', 'float16', 'bfloat16'] as const).flatMap((format) =>
    (['linear', 'relu'] as const).map((activation) => [format, activation] as const),
  );

  it.each(cases)(
    '%s, %s: while nothing runs out, 100 seeds agree with exact arithmetic, within 4 standard errors',
    (format, activation) => {
      expect(deviation({ format, activation })).toBeLessThan(4);
    },
  );

  it.each(cases)('%s, %s: the same comparison refuses a std that is off by 3 percent', (format, activation) => {
    expect(deviation({ format, activation, sigma: 1.03 * 0.15 })).toBeGreaterThan(4);
  });

  it.each([
    ['float16', 1, 'linear'],
    ['float16', 0.03, 'linear'],
    ['float16', 0.01, 'relu'],
    ['float16', 0.3, 'relu'],
    ['bfloat16', 1, 'linear'],
    ['bfloat16', 0.01, 'relu'],
    ['float32', 1, 'relu'],
    ['float32', 0.01, 'linear'],
  ] as const)(
    '%s, sigma = %f, %s: runs out where theory expects it, give or take a layer (seed 7)',
    (format, sigma, activation) => {
      const { observed, predicted } = run({ format, sigma, activation, depth: 60, batch: 16 });
      expect(Object.values(observed).some((layer) => layer !== null)).toBe(true);
      for (const kind of ['infinite', 'zero', 'subnormal'] as const) {
        if (observed[kind] === null) expect(predicted[kind]).toBeNull();
        else expect(Math.abs(observed[kind] - (predicted[kind] ?? Number.NaN))).toBeLessThanOrEqual(1);
      }
    },
  );

  it('in float32 is the depth sweep of N(0, 1), bit for bit (seed 7)', () => {
    const settings = { activation: 'relu', depth: 5, width: 64, batch: 16, seed: 7 } as const;
    let sweep: number[] = [];
    const sweepValues = { ...defaultValues(depthSweep.params), ...settings, init: 'normal1', seeds: 0 } as const;
    for (const { measured } of depthSweep.run(sweepValues)) sweep = measured;
    expect(run({ ...settings, format: 'float32', sigma: 1 }).size).toEqual(sweep.map(Math.sqrt));
  });

  it('rounds inputs, weights and sums to the format: one unit and one example (seed 7)', () => {
    const small = { width: 1, batch: 1, depth: 1, sigma: 1 } as const;
    const { round } = formats.float16;
    const exact = run({ ...small, format: 'float32' }).size as [number, number];
    const input = round(exact[0]);
    const weight = round(Math.fround(exact[1] / exact[0])); // its last bits are lost in the rounding
    expect(run({ ...small, format: 'float16' }).size).toEqual([input, Math.abs(round(Math.fround(input * weight)))]);
  });

  it('turns infinities into NaN in the next layer, and stays at 0 once there (seed 7)', () => {
    const large = run({ sigma: 1, depth: 10 });
    const at = large.observed.infinite as number;
    expect(large.infinite[at]).toBeGreaterThan(0);
    expect(large.nan[at + 1]).toBeGreaterThan(0);
    expect(large.size.at(-1)).toBeNaN();
    const small = run({ sigma: 0.01, depth: 15 });
    expect(small.zero.slice(small.observed.zero as number).every((share) => share === 1)).toBe(true);
    expect(small.size.at(-1)).toBe(0);
  });

  it('bfloat16 holds what float16 cannot: its range is that of float32 (seed 7)', () => {
    const layers = (['float16', 'bfloat16', 'float32'] as const).map(
      (format) => run({ format, sigma: 1, depth: 60, batch: 8, width: 64 }).observed.infinite ?? Infinity,
    );
    expect(layers[0]).toBeLessThan(8);
    expect(Math.abs((layers[1] ?? 0) - (layers[2] ?? 0))).toBeLessThanOrEqual(1);
    expect(layers[2]).toBeGreaterThan(30);
  });
});
