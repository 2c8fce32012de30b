import { describe, expect, it } from 'vitest';
import { matmulNN, matmulNT, matmulTN } from './matmul.ts';
import { plainNN, plainNT, plainTN } from './plain-matmul.ts';
import { engine, simdKernels } from './simd.ts';
import { type Allocate, anywhere, createWorkspace, WORK_BYTES } from './workspace.ts';

/** The random numbers of these tests; the kernels know nothing of random/. */
function stream(seed: number) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const specials = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 3e38, 1e-40, -0];

/** Values in [-1, 1), a share of them +-0, and as many special ones as asked for. */
function fill(out: Float32Array, next: () => number, zeroShare: number, specialCount: number) {
  for (let i = 0; i < out.length; i++) out[i] = next() < zeroShare ? (next() < 0.5 ? 0 : -0) : 2 * next() - 1;
  for (let n = 0; n < specialCount; n++) {
    out[Math.floor(next() * out.length)] = specials[Math.floor(next() * specials.length)] as number;
  }
  return out;
}

/** Bit for bit, except that every NaN is one NaN. */
const bits = (m: Float32Array) =>
  Array.from(new Uint32Array(m.slice().buffer), (word, i) => (Number.isNaN(m[i]) ? -1 : word));

const products = [
  ['NN', matmulNN, plainNN],
  ['NT', matmulNT, plainNT],
  ['TN', matmulTN, plainTN],
] as const;

type Matrix = Float32Array;

/** One product both ways, with factors and result in the same workspace or anywhere. */
function compare(
  [name, product, plain]: (typeof products)[number],
  shape: readonly [number, number, number],
  next: () => number,
  inWorkspace: boolean,
  zeroShares = [next() < 0.5 ? 0 : next(), next() < 0.5 ? 0 : next()] as const,
) {
  const [rows, inner, columns] = shape;
  const lengths = [rows * inner, inner * columns, rows * columns, 60];
  const allocate: Allocate = inWorkspace ? createWorkspace(lengths) : anywhere;
  const [a, b, c, behind] = lengths.map((length) => allocate(length)) as [Matrix, Matrix, Matrix, Matrix];
  const special = () => (next() < 0.3 ? 1 + Math.floor(3 * next()) : 0);
  fill(a, next, zeroShares[0], special());
  fill(b, next, zeroShares[1], special());
  c.fill(Number.NaN);
  fill(behind, next, 0.5, 6);
  const untouched = behind.slice();
  const expected = plain(a.slice(), b.slice(), new Float32Array(c.length), ...shape);
  expect(product(a, b, c, ...shape)).toBe(c);
  expect(bits(c), `${name} of ${shape}`).toEqual(bits(expected));
  expect(behind, `what lies behind the ${name} of ${shape}`).toEqual(untouched);
}

describe('the SIMD products', () => {
  it('run where the tests run', () => expect(engine()).toBe('simd'));

  it.each(products)(
    '%s: equal the plain ones in 300 random shapes, with zeros, NaN and infinities (seed 1)',
    (...each) => {
      const next = stream(1);
      const side = () => Math.floor(next() * (next() < 0.5 ? 12 : 70));
      for (let n = 0; n < 300; n++) compare(each, [side(), side(), side()], next, n % 3 > 0);
    },
  );

  it.each(products)(
    '%s: equal them in the shapes of a network, dense and with four fifths of zeros (seed 2)',
    (...each) => {
      const next = stream(2);
      const shapes = [
        [128, 784, 100],
        [100, 128, 784],
        [33, 300, 101],
      ] as const;
      for (const shape of shapes) for (let n = 0; n < 3; n++) compare(each, shape, next, true);
    },
  );

  it.each(products)(
    '%s: equal them where a matrix takes several blocks and panels, from dense to nearly empty (seed 4)',
    (...each) => {
      const next = stream(4);
      const side = (most: number) => 1 + Math.floor(next() * most);
      for (let n = 0; n < 25; n++) compare(each, [side(300), side(20), side(120)], next, true);
      for (let n = 0; n < 25; n++) compare(each, [side(60), side(600), side(60)], next, true);
    },
  );

  it.each(products)('%s: equal them at the edges of tiles, panels, lists and blocks (seed 5)', (...each) => {
    const next = stream(5);
    for (const rows of [1, 2, 3, 4, 256, 257]) {
      for (const inner of [0, 1, 4, 128, 129, 256, 257]) {
        for (const columns of [1, 20, 21, 52, 53]) compare(each, [rows, inner, columns], next, true);
      }
    }
  });

  it.each(products)('%s: equal them at the edges of the lists of a sparse factor (seed 6)', (...each) => {
    const next = stream(6);
    for (const lanes of [15, 16, 17, 256, 257]) {
      for (const inner of [7, 8, 9, 17, 127, 129, 260]) {
        for (const others of [1, 51, 52, 53, 104]) {
          compare(each, [lanes, inner, others], next, true, [0.8, 0]);
          compare(each, [others, inner, lanes], next, true, [0, 0.9]);
        }
      }
    }
  });

  it('skip zeros only where the other factor is finite: 0 times infinity is NaN', () => {
    const [rows, inner, columns] = [8, 64, 8];
    const lengths = [rows * inner, inner * columns, rows * columns];
    const allocate = createWorkspace(lengths);
    const [a, b, c] = lengths.map(allocate) as [Float32Array, Float32Array, Float32Array];
    a[0] = 1;
    b[columns * (inner - 1)] = Number.POSITIVE_INFINITY;
    expect(matmulNN(a, b, c, rows, inner, columns)[columns]).toBeNaN();
    expect(matmulTN(b, a.subarray(0, inner), c.subarray(0, columns), columns, inner, 1)[0]).toBeNaN();
  });

  it('grow their memory when larger matrices come (seed 3)', () => {
    const next = stream(3);
    for (const side of [20, 90, 200, 40]) compare(products[0], [side, side, side], next, false);
  });

  it('refuse matrices that do not fit, naming the one at fault', () => {
    const f = (length: number) => new Float32Array(length);
    expect(() => matmulNN(f(5), f(6), f(4), 2, 3, 2)).toThrow('matmul needs a left matrix of 2 x 3 = 6 values, got 5');
    expect(() => matmulNT(f(6), f(5), f(4), 2, 3, 2)).toThrow('matmul needs a right matrix of 3 x 2 = 6 values, got 5');
    expect(() => matmulTN(f(6), f(6), f(5), 2, 3, 2)).toThrow(
      'matmul needs a result matrix of 2 x 2 = 4 values, got 5',
    );
  });
});

it('the work area is as large as products need, whatever their size, and a workspace is little more than its matrices', () => {
  const kernels = simdKernels(new WebAssembly.Memory({ initial: 1 }));
  expect(kernels?.workBytes()).toBe(WORK_BYTES);
  const side = 1024;
  const allocate = createWorkspace([side * side, side * side]);
  expect(allocate(side * side).buffer.byteLength).toBeLessThan(8 * side * side + WORK_BYTES + 2 * 65536);
});

it('a workspace holds what it was laid out for, and no more', () => {
  const allocate = createWorkspace([5, 6]);
  expect([allocate(5).length, allocate(6).length]).toEqual([5, 6]);
  expect(() => allocate(1)).toThrow('the workspace was laid out for less: 1 more values do not fit');
});
