import { expect, it } from 'vitest';
import { addBias, columnSums, descend, descendWithMomentum } from './updates.ts';
import { createWorkspace } from './workspace.ts';

const special = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0, 3e38, 1e-45];

/** Float32 numbers of all sizes, some of them special. */
function values(length: number, seed: number) {
  let state = seed;
  return Float32Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const pick = (state >>> 8) % 40;
    return special[pick] ?? state / 2 ** 31 - 1;
  });
}

/** Bit for bit, except that every NaN is one NaN. */
const bits = (m: Float32Array) =>
  Array.from(new Uint32Array(m.slice().buffer), (word, i) => (Number.isNaN(m[i]) ? -1 : word));

/** The same call on arrays of a workspace (SIMD) and on arrays anywhere (TypeScript). */
function bothWays(arrays: Float32Array[], call: (...arrays: Float32Array[]) => void) {
  const allocate = createWorkspace(arrays.map(({ length }) => length));
  const placed = arrays.map((array) => {
    const place = allocate(array.length);
    place.set(array);
    return place;
  });
  call(...arrays);
  call(...placed);
  expect(placed.map(bits)).toEqual(arrays.map(bits));
}

const shapes = Array.from({ length: 60 }, (_, n) => [n % 7, 1 + ((n * 5) % 23)] as const);

it('bias, column sums and descent give the bits of the plain loops in 60 shapes (seeds 0 to 59)', () => {
  for (const [seed, [rows, columns]] of shapes.entries()) {
    const matrix = () => values(rows * columns, seed);
    bothWays([matrix(), values(columns, seed + 100)], (z, bias) => addBias(z!, bias!));
    bothWays([matrix(), values(columns, seed + 100)], (z, sums) => columnSums(z!, sums!));
    bothWays([matrix(), values(rows * columns, seed + 200)], (w, gradient) => descend(w!, gradient!, 0.1));
    bothWays([matrix(), values(rows * columns, seed + 200), values(rows * columns, seed + 300)], (w, gradient, v) =>
      descendWithMomentum(w!, gradient!, v!, 0.1, 0.9),
    );
  }
});

it('column sums add from the first row to the last', () => {
  const sums = new Float32Array(1);
  columnSums(Float32Array.of(2 ** 24, 1, 1), sums);
  expect(sums[0], 'each 1 is lost').toBe(2 ** 24);
  columnSums(Float32Array.of(1, 1, 2 ** 24), sums);
  expect(sums[0]).toBe(2 ** 24 + 2);
});
