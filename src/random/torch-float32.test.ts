import { describe, expect, test } from 'vitest';
import { engine } from '#kernels/simd.ts';
import { anywhere, createWorkspace } from '#kernels/workspace.ts';
import { Mt19937 } from './mt19937.ts';
import { fastestDraws, plainDraws, simdDraws } from './torch-float32.ts';
import { TorchGenerator, torchGenerator } from './torch-generator.ts';

/** The places of an array within a longer one, to see what is written beside it. */
const MARGIN = 5;
const MARK = 12345;
const LONGEST = 9000;

const bits = ({ buffer, byteOffset, byteLength }: Float32Array) =>
  Buffer.from(buffer, byteOffset, byteLength).toString('hex');

/** Chooses the cases of a seed. */
function chooser(seed: number) {
  const words = new Mt19937(seed);
  const below = (n: number) => words.nextWord() % n;
  return { below, oneOf: <T>(values: readonly T[]): T => values[below(values.length)] as T };
}

/** Lengths around all that changes the loops: a vector, a block, the twister's state, the parts that are copied. */
const lengths = [0, 1, 3, 16, 17, 31, 127, 128, 512, 623, 624, 625, 1248, 4096, 8192, 8200];

/** Arguments from where float32 ends, underflows, cancels or is rounded twice by who does not take care. */
const means = [0, 0, 0, -0, 0.37, -100, 1e-9, 1e-45, 1e-50, 3e38];
const stds = [1, 0.02, 0.713, 0, 1e-45, 1e-38, 1e-20, 9.9e-21, 1e-12, 1e9, 3.4e38];
const lows = [0, 0, -0, -0.1, -0.1, -1, -2.8e-45, 100.3, 1e-12, -1e-45, 3e7, -3e38];
const widths = [1, 0.2, 0.2, 0, 2, 4.2e-45, 0.6, 1e-30, 1e-45, 1e9, 3e38];

/** Draws with SIMD and in TypeScript from the same point of a stream; one text for everything that may differ. */
function drawBoth(seed: number) {
  const { below, oneOf } = chooser(seed);
  const what = oneOf(['uniform', 'normal'] as const);
  const length = Math.max(what === 'normal' ? 16 : 0, Math.min(LONGEST, oneOf(lengths) + oneOf([0, 0, below(40)])));
  const [first, second] = what === 'normal' ? [oneOf(means), oneOf(stds)] : [oneOf(lows), oneOf(widths)];
  const [mean, std] = what === 'normal' ? [first, second] : [Math.fround(first), Math.fround(second)];
  const skipped = oneOf([0, 0, 4, 623, 624, below(2000)]);
  const offset = MARGIN + below(4);
  const place = oneOf([anywhere, createWorkspace([LONGEST + 20])]);
  return [simdDraws, plainDraws].map((draws, i) => {
    const twister = new Mt19937(seed);
    for (let n = 0; n < skipped; n++) twister.nextWord();
    const around = (i === 0 ? place : anywhere)(length + offset + MARGIN).fill(MARK);
    draws[what](twister, around.subarray(offset, offset + length), mean, std);
    const label = `${seed}: ${what}(${mean}, ${std}), ${length} values after ${skipped} words`;
    return { label, drawn: bits(around), next: twister.nextWord() };
  });
}

describe('draws with SIMD', () => {
  test('are those of TypeScript in 600 cases, to the last bit and to the next word (seeds 0 to 599)', () => {
    expect(engine()).toBe('simd');
    for (let seed = 0; seed < 600; seed++) {
      const [simd, plain] = drawBoth(seed);
      expect(simd).toEqual(plain);
    }
  });

  /** A factor of 24 bits for a word's 24 bits, so that their product is `target` and at most 2^17 more, or less. */
  function factorFor(target: number, more: boolean, words: Uint32Array) {
    for (const [place, word] of words.entries()) {
      const bits24 = word & 0xffffff;
      const factor = Math.floor(target / bits24) + (more ? 1 : 0);
      const difference = Math.abs(bits24 * factor - target);
      if (difference > 0 && difference < 0x20000 && factor <= 0xffffff) return { place, factor };
    }
    throw new Error('no word fits');
  }

  // In units of 2^-71: half of the last bit of a float32 near 1, and the last bit of a float64 there.
  const HALF = 2 ** 47;
  const LAST = 2 ** 19;
  test.each([
    ['a little more than half of a last bit up', 1, HALF, true, 1 + 2 ** -23],
    ['a little less than half of a last bit down', 1 + 2 ** -23, HALF, false, 1 + 2 ** -23],
    ['a little less than the next float64 up', 1, HALF + LAST, false, 1 + 2 ** -23],
    ['a little more than the last float64 down', 1 + 2 ** -23, HALF - LAST, true, 1 + 2 ** -23],
  ])('round %s, where two roundings go the other way (seed 2)', (_, low, target, more, expected) => {
    const words = new Uint32Array(5000);
    new Mt19937(2).fillWords(words, words.length);
    const { place, factor } = factorFor(target, more, words);
    for (const draws of [simdDraws, plainDraws]) {
      const out = new Float32Array(words.length);
      draws.uniform(new Mt19937(2), out, low, factor * 2 ** -47);
      expect(out[place]).toBe(expected);
    }
  });

  test('make a pair of +0 from a uniform of 0, whatever the signs of cos and sin (word 190 of seed 28587)', () => {
    for (const place of [0, 1, 2, 3, 4, 5, 6, 7]) {
      for (const draws of [simdDraws, plainDraws]) {
        const twister = new Mt19937(28587);
        twister.fillWords(new Uint32Array(624), 190 - place);
        const out = new Float32Array(16);
        draws.normal(twister, out, 0, 1);
        expect([out[place], out[place + 8]]).toEqual([0, 0]);
      }
    }
  });

  test('leave a generator that its clone continues (seed 8)', () => {
    const original = torchGenerator(8);
    original.fillNormal(new Float32Array(1001), 0, 1);
    const copy = original.clone();
    const next = (generator: TorchGenerator) => {
      const out = new Float32Array(777);
      generator.fillUniform(out, -1, 1);
      return [...out, generator.nextWord(), generator.wordsDrawn];
    };
    const expected = next(copy);
    next(copy);
    expect(next(original)).toEqual(expected);
  });
});

test('a generator draws the same bits with either, and both take turns with its other draws (seed 9)', () => {
  const [plain, fastest] = [plainDraws, fastestDraws].map((draws) => {
    const generator = new TorchGenerator(9, draws);
    return [5, 300, 16, 128, 1, 1000, 15, 70].flatMap((length, i) => {
      const out = i === 5 ? new Float64Array(length) : new Float32Array(length);
      generator.fillNormal(out, 0.1, 0.3);
      generator.fillUniform(out.subarray(0, length >> 1), -0.5, 0.25);
      return [...out, ...generator.permutation(3), generator.wordsDrawn];
    });
  });
  expect(fastest).toEqual(plain);
});
