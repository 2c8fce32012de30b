import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeDigits } from '#network/digits.ts';
import { type ClippingFrame, clipping } from './clipping.ts';
import type { Values } from './parameters.ts';
import { defaultValues } from './parse-parameters.ts';
import { trainDigits } from './train-digits.ts';

const file = new URL('../../public/data/digits.bin', import.meta.url);
const digits = decodeDigits(gunzipSync(readFileSync(file)));

type Settings = Partial<Values<typeof clipping.params>>;
const small = { hiddenLayers: 2, width: 30, batch: 50, steps: 30, learningRate: 0.1 } as const;

function run(settings: Settings): ClippingFrame {
  let last: ClippingFrame | undefined;
  for (last of clipping.run({ ...defaultValues(clipping.params), ...settings }, { digits }));
  return last as ClippingFrame;
}

/** The largest relative difference of two series. */
const worst = (a: readonly number[], b: readonly number[]) =>
  Math.max(...a.map((value, i) => Math.abs(value / (b[i] as number) - 1)));

/** What rounding every gradient to float32 once can do to a norm. */
const rounding = 2 ** -24;

describe('clipping', () => {
  it('leaves a norm of min(|g|, c) and the direction, to a float32 rounding, at every step (seed 7)', () => {
    for (const limit of [0.1, 1, 2]) {
      const { normWith, normAfter, normTheory, cosine } = run({ ...small, limit });
      expect(normTheory).toEqual(normWith.map((norm) => Math.min(norm, limit)));
      expect(worst(normAfter, normTheory)).toBeLessThan(rounding);
      for (const value of cosine) expect(Math.abs(value - 1)).toBeLessThan(1e-12);
      // the same comparison notices a limit, and a start, that is off by 3 percent
      const [first = 0] = run({ ...small, limit: 1.03 * limit, steps: 1 }).normAfter;
      if ((normWith[0] as number) > 1.03 * limit) expect(worst([first], normTheory)).toBeGreaterThan(0.02);
    }
    const norms = [1, 1.03].map((gain) => run({ ...small, gain, limit: 100, steps: 1 }).normAfter);
    expect(worst(norms[1] as number[], norms[0] as number[])).toBeGreaterThan(0.02);
  });

  it('changes nothing while no norm is above the limit: the same bits up to the first that is (seed 7)', () => {
    const frame = run({ ...small, limit: 2 });
    const { firstClipped, parted, normWith, lossWith, lossWithout } = frame;
    expect(firstClipped).toBeGreaterThan(0);
    const clipped = firstClipped as number;
    expect(normWith.findIndex((norm) => norm > 2)).toBe(clipped);
    // the first loss that can differ is that of the step after it
    expect(parted).toBe(clipped + 1);
    expect(lossWith.slice(0, clipped + 1)).toEqual(lossWithout.slice(0, clipped + 1));
    expect(lossWith[clipped + 1]).not.toBe(lossWithout[clipped + 1]);
  });

  it('with a limit that no norm reaches is no clipping at all (seed 8)', () => {
    const frame = run({ ...small, limit: 100, seed: 8 });
    expect([frame.firstClipped, frame.parted]).toEqual([null, null]);
    expect(frame.lossWith).toEqual(frame.lossWithout);
    expect(frame.normAfter).toEqual(frame.normWithout);
    expect(frame.accuracyWith).toBe(frame.accuracyWithout);
    expect(frame.accuracyWith).toBeGreaterThan(0.6);
  });

  it('is train-digits twice: without, and with its clip, to the bit (seed 7)', () => {
    const shared = { ...small, steps: 10, learningRate: 0.5 };
    const { lossWithout, lossWith } = run({ ...shared, limit: 0.5 });
    for (const [clip, loss] of [[0, lossWithout] as const, [0.5, lossWith] as const]) {
      const values = { ...defaultValues(trainDigits.params), ...shared, starts: ['heNormal' as const], clip };
      const frame = [...trainDigits.run(values, { digits })].at(-1);
      expect(frame?.curves[0]?.members[0]?.loss).toEqual(loss);
    }
    expect(lossWith).not.toEqual(lossWithout);
  });

  it('keeps a run alive that ends in NaN without it: three times He (seed 7)', () => {
    const frame = run({ gain: 3, learningRate: 0.1, steps: 60 });
    const diverged = frame.divergedWithout as number;
    expect(diverged).toBeGreaterThan(0);
    expect(Number.isFinite(frame.lossWithout[diverged - 1])).toBe(true);
    expect(frame.lossWithout.slice(diverged).some(Number.isFinite)).toBe(false);
    expect(frame.accuracyWithout).toBe(0.11); // all NaN: class 0, and 110 of the 1,000 show a 0
    expect(frame.divergedWith).toBeNull();
    expect(frame.lossWith.at(-1)).toBeLessThan(0.2 * (frame.lossWith[0] ?? 0));
    expect(frame.accuracyWith).toBeGreaterThan(0.5);
  });

  it('begins at ln 10 and at chance from a start that decides nothing (seed 7)', () => {
    const frame = run({ init: 'normal001', steps: 1, limit: 0.01 });
    expect(Math.abs((frame.lossWith[0] ?? 0) - Math.log(10))).toBeLessThan(1e-5);
    const { accuracyWith } = run({ init: 'zero', steps: 1 });
    expect(accuracyWith).toBeLessThan(0.13);
  });

  it('reports infinite or NaN norms where a start overflows (seed 7)', () => {
    const overflow = { init: 'normal1', gain: 10, activation: 'linear', hiddenLayers: 8, width: 200 } as const;
    const frame = run({ ...overflow, learningRate: 10, steps: 3 });
    expect(frame.divergedWithout).not.toBeNull();
    expect(frame.normWithout.some((norm) => !Number.isFinite(norm))).toBe(true);
  });

  it('needs the digits, yields after every network, and its progress grows to 1', () => {
    expect(() => clipping.run(defaultValues(clipping.params)).next()).toThrow(
      'clipping needs the digits: run(values, { digits })',
    );
    const values = { ...defaultValues(clipping.params), ...small, steps: 5 };
    const seen = Array.from(clipping.run(values, { digits }), ({ progress }) => progress);
    expect(seen.length).toBeGreaterThanOrEqual(2 * 5 + 20);
    expect(seen.every((progress, i) => progress >= (seen[i - 1] ?? 0))).toBe(true);
    expect(seen.at(-1)).toBe(1);
  });
});
