import { describe, expect, test } from 'vitest';
import { faults } from '../../tests/distribution-check.ts';
import { entropyWords } from './numpy-seed.ts';
import { Pcg64 } from './pcg64.ts';
import { seedSequence } from './seed-sequence.ts';
import { standardNormal, standardNormal32 } from './ziggurat.ts';
import { TAIL, zigguratFloat32, zigguratFloat64 } from './ziggurat-tables.ts';

const N = 200_000;
const from = (seed: number) => new Pcg64(seedSequence(entropyWords(seed), 8));
/** A stream that gives out these words, and then those of seed 7. */
function scripted(...words: number[]): Pcg64 {
  const stream = from(7);
  const nextWord = stream.nextWord.bind(stream);
  stream.nextWord = () => words.shift() ?? nextWord();
  return stream;
}

const kinds = [
  ['float64', (stream: Pcg64) => standardNormal(stream, zigguratFloat64()), 2],
  ['float32', (stream: Pcg64) => standardNormal32(stream, zigguratFloat32()), 1],
] as const;

describe.each(kinds)('%s draws', (_, draw, wordsPerDraw) => {
  const stream = from(11);
  const values = Float64Array.from({ length: N }, () => draw(stream));

  test('fit N(0, 1) (seed 11)', () => {
    expect(faults(Float32Array.from(values), { kind: 'normal', mean: 0, std: 1 })).toEqual([]);
  });

  test('need more than one attempt in one or two of 100 cases (seed 11)', () => {
    const more = stream.wordsDrawn / wordsPerDraw / N - 1;
    expect(more).toBeGreaterThan(0.005);
    expect(more).toBeLessThan(0.03);
  });

  test('reach into both tails as often as they should (seed 11)', () => {
    const expected = N * 2.5797e-4; // P(|z| > TAIL)
    for (const sign of [1, -1]) {
      const count = values.filter((value) => sign * value > TAIL).length;
      expect(Math.abs(count - expected / 2)).toBeLessThan(5 * Math.sqrt(expected / 2));
    }
  });
});

test('a draw of 0 keeps its sign: strip 0, sign bit, whole number 0', () => {
  const tables = zigguratFloat32();
  expect(standardNormal32(scripted(0x000), tables)).toBe(0);
  expect(standardNormal32(scripted(0x100), tables)).toBe(-0);
});

test('the sign of a tail draw is bit 8 of the whole number, not the sign bit', () => {
  const tables = zigguratFloat32();
  const outermost = 0xfffc0000; // strip 0, a whole number above k[0] with bit 8 clear
  expect(standardNormal32(scripted(outermost), tables)).toBeGreaterThan(TAIL);
  expect(standardNormal32(scripted(outermost + 0x100), tables)).toBeGreaterThan(TAIL);
  expect(standardNormal32(scripted(outermost + 0x20000), tables)).toBeLessThan(-TAIL);
});
