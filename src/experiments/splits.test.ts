import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeDigits } from '#network/digits.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import type { Experiment } from './experiment.ts';
import { encodeFrame } from './frame-json.ts';
import { experiments } from './index.ts';
import type { Parameter, Values } from './parameters.ts';
import { defaultValues } from './parse-parameters.ts';
import { chunks, gridOf, type Split } from './split.ts';
import { splits } from './splits.ts';

const file = new URL('../../public/data/digits.bin', import.meta.url);
/** Few of them: what counts here is that parts are equal to the whole. */
const digits = { ...decodeDigits(gunzipSync(readFileSync(file))), trainCount: 100, testCount: 20 };

/** Settings that keep a run short; those named here are not drawn. */
const short: Readonly<Record<string, Record<string, number>>> = {
  'train-digits': { width: 12, hiddenLayers: 2, batch: 10, steps: 31 },
};

/** Random whole numbers below `n`, from the stream of a seed. */
function dice(seed: number) {
  const generator = torchGenerator(seed);
  const value = new Float32Array(1);
  return (n: number) => {
    generator.fillUniform(value, 0, 1);
    return Math.min(n - 1, Math.floor((value[0] as number) * n));
  };
}

function drawn(parameter: Parameter, roll: (n: number) => number): Values[string] {
  const { kind } = parameter;
  if (kind === 'choice') return parameter.options[roll(parameter.options.length)] as string;
  if (kind === 'choices') {
    const some = parameter.options.filter(() => roll(2) === 0);
    return some.length > 0 ? some : parameter.options.slice(0, 1);
  }
  if (kind === 'seed') return roll(1000);
  if (kind === 'integer') return parameter.min + roll(Math.min(5, parameter.max - parameter.min + 1));
  return parameter.default;
}

function randomValues({ id, params }: Experiment, seed: number): Values {
  const roll = dice(seed);
  const random = Object.entries(params).map(([name, parameter]) => [name, drawn(parameter, roll)]);
  return { ...defaultValues(params), ...Object.fromEntries(random), ...short[id] };
}

/** The frame that a run has after a share of its steps; 1 is its result. */
function frameOf(experiment: Experiment, values: Values, share = 1) {
  let last: { progress: number } | undefined;
  for (last of experiment.run(values, { digits })) if (last.progress >= share && share < 1) break;
  return last;
}

for (const [id, split] of Object.entries(splits) as [string, Split][]) {
  describe(id, () => {
    const experiment = experiments[id] as Experiment;

    it.each([1, 2, 3, 4, 5, 6])('gives in 2, 3 and 4 parts the bits of the uncut run (random settings %i)', (seed) => {
      const values = randomValues(experiment, seed);
      const whole = encodeFrame(frameOf(experiment, values));
      for (const most of [2, 3, 4]) {
        const parts = split.parts(values, most);
        expect(parts.length).toBeLessThanOrEqual(most);
        const last = parts.map((part) => frameOf(experiment, part));
        expect(encodeFrame(split.merge(last, 1)), JSON.stringify({ values, most })).toBe(whole);
      }
    });

    it('is split by its default settings, and merges any frames that have come, with the progress given', () => {
      const parts = split.parts({ ...defaultValues(experiment.params), ...short[id] }, 4);
      expect(parts.length).toBeGreaterThan(1);
      const middle = parts.map((part, i) => frameOf(experiment, part, i / parts.length));
      for (let come = 1; come <= middle.length; come++) {
        const merged = split.merge(middle.slice(0, come), 0.25);
        expect(merged.progress).toBe(0.25);
        expect(Object.keys(merged)).toEqual(Object.keys(middle[0] as object));
      }
    });
  });
}

describe('gridOf', () => {
  it.each([
    { rows: 5, columns: 1, most: 2, grid: [2, 1], why: 'three starts and two' },
    { rows: 1, columns: 10, most: 4, grid: [1, 4], why: 'seeds alone' },
    { rows: 2, columns: 2, most: 4, grid: [2, 2], why: 'both' },
    { rows: 5, columns: 3, most: 4, grid: [1, 3], why: 'five networks at most, where starts would give six' },
    { rows: 3, columns: 1, most: 1, grid: [1, 1], why: 'one worker' },
    { rows: 4, columns: 1, most: 3, grid: [2, 1], why: 'a third part would not make it shorter' },
    { rows: 0, columns: 1, most: 4, grid: [1, 1], why: 'nothing to split' },
  ])('cuts $rows starts x $columns seeds for $most workers: $why', ({ rows, columns, most, grid }) => {
    const { down, across } = gridOf(rows, columns, most);
    expect([down, across]).toEqual(grid);
  });
});

it('chunks cover everything once, in order, and differ by at most one', () => {
  for (const [length, count] of [
    [5, 2],
    [10, 4],
    [3, 3],
  ] as const) {
    const pieces = chunks(length, count);
    expect(pieces.flatMap(({ first, end }) => Array.from({ length: end - first }, (_, i) => first + i))).toEqual(
      Array.from({ length }, (_, i) => i),
    );
    const sizes = pieces.map(({ first, end }) => end - first);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  }
});
