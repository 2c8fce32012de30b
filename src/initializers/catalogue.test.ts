import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { distributionVariance } from '#random/distributions.ts';
import { streamIds, streams } from '#random/streams.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import { faults } from '../../tests/distribution-check.ts';
import { type CatalogueId, catalogue, catalogueIds, undrawn } from './catalogue.ts';
import { fans } from './fans.ts';
import type { Shape } from './initializer.ts';
import { fanModes } from './variance-scaling.ts';

const references = JSON.parse(readFileSync(new URL('../../content/references.json', import.meta.url), 'utf8'));

const matrices = [
  [100, 784],
  [300, 20],
  [64, 64],
  [20, 300],
  [80, 60],
  [55, 110],
];
const kernels = [
  [32, 16, 9],
  [64, 64, 3],
  [36, 24, 3, 5],
  [128, 32, 2, 2],
  [24, 8, 3, 3, 3],
  [40, 10, 2, 3, 2],
];
const shapesFor = { matrix: matrices, kernel: kernels, any: [...matrices.slice(0, 3), ...kernels.slice(0, 5)] };

/** The variance column of the table, once more as a program. */
const variances: Record<CatalogueId, (sizes: { fanIn: number; fanOut: number; shape: Shape }) => number> = {
  zeros: () => 0,
  ones: () => 0,
  constant: () => 0,
  normal: () => 1,
  uniform: () => 1 / 3,
  truncatedNormal: () => 0.8796256610342398 ** 2,
  lecunNormal: ({ fanIn }) => 1 / fanIn,
  lecunUniform: ({ fanIn }) => 1 / fanIn,
  lecunTruncatedNormal: ({ fanIn }) => 1 / fanIn,
  xavierNormal: ({ fanIn, fanOut }) => 2 / (fanIn + fanOut),
  xavierUniform: ({ fanIn, fanOut }) => 2 / (fanIn + fanOut),
  xavierTruncatedNormal: ({ fanIn, fanOut }) => 2 / (fanIn + fanOut),
  heNormal: ({ fanIn }) => 2 / fanIn,
  heUniform: ({ fanIn }) => 2 / fanIn,
  heTruncatedNormal: ({ fanIn }) => 2 / fanIn,
  torchLinear: ({ fanIn }) => 1 / (3 * fanIn),
  identity: ({ fanIn, fanOut }) => 1 / Math.max(fanIn, fanOut) - 1 / Math.max(fanIn, fanOut) ** 2,
  dirac: ({ shape: [outputs = 1, inputs = 1, ...kernel] }) => {
    const p = Math.min(outputs, inputs) / (outputs * inputs * kernel.reduce((product, size) => product * size));
    return p - p * p;
  },
  orthogonal: ({ fanIn, shape: [outputs = 1] }) => 1 / Math.max(fanIn, outputs),
  deltaOrthogonal: ({ shape: [outputs = 1, , ...kernel] }) =>
    1 / (outputs * kernel.reduce((product, size) => product * size)),
  sparse: ({ shape: [rows = 1] }) => (1 - Math.ceil(0.1 * rows) / rows) * 0.01 ** 2,
};

const plain = { gain: 1, mode: 'fanIn' } as const;

describe.each(catalogueIds)('%s', (id) => {
  const row = catalogue[id];
  const shapes = shapesFor[row.shapes];

  test.each(shapes.map((shape, i) => ({ shape, seed: 500 + i })))(
    'promises the variance of the table for $shape, and draws it from every stream (seed $seed)',
    ({ shape, seed }) => {
      const initializer = row.make(plain);
      const law = initializer.distribution(shape);
      const expected = variances[id]({ ...fans(shape), shape });
      expect(Math.abs(distributionVariance(law) - expected)).toBeLessThanOrEqual(1e-12 * expected);
      for (const stream of streamIds) expect(faults(initializer(shape, streams[stream](seed)), law)).toEqual([]);
    },
  );

  test('looks at the options it names, and at no others', () => {
    const shape = shapes[3]!;
    const draw = (options: Partial<typeof plain>) => row.make({ ...plain, ...options })(shape, torchGenerator(1));
    const usual = draw(plain);
    const changes = (options: object) => {
      const other = draw(options);
      return usual.some((weight, i) => weight !== other[i]);
    };
    expect(changes({ gain: 2 })).toBe(row.options.includes('gain'));
    for (const mode of fanModes.slice(1)) expect(changes({ mode })).toBe(row.options.includes('mode'));
  });

  test(undrawn.has(id) ? 'draws nothing' : 'draws', () => {
    const generator = torchGenerator(1);
    row.make(plain)(shapes[0]!, generator);
    expect(generator.wordsDrawn === 0).toBe(undrawn.has(id));
  });

  test('knows its id, and a source that is in the list of references', () => {
    expect(row.id).toBe(id);
    expect(Object.keys(references)).toContain(row.source);
    expect([row.variance, row.law].every((tex) => tex.length > 0)).toBe(true);
  });
});

test('the laws of the table name what holds for each shape', () => {
  expect(catalogue.orthogonal.law).toMatch(/W W\^.* = I & c_\S+ \\le n_\S+ .*W\^.* W = I & c_\S+ > n_/);
  expect(catalogue.sparse.law).toMatch(/^p.*\(1 - p\)/);
  expect(catalogue.sparse.variance).toContain('p = \\lceil 0.1\\, n_\\mathrm{out} \\rceil / n_\\mathrm{out}');
  for (const id of ['dirac', 'deltaOrthogonal'] as const) expect(catalogue[id].law).not.toMatch(/K|,k\}/); // k is a size
});

test('the gain multiplies every weight (seed 2)', () => {
  const rows = catalogueIds.filter((id) => catalogue[id].options.includes('gain'));
  expect(rows).toHaveLength(11);
  for (const id of rows) {
    const shape = shapesFor[catalogue[id].shapes][1]!;
    const draw = (gain: number) => catalogue[id].make({ ...plain, gain })(shape, torchGenerator(2));
    const [once, twice] = [draw(1), draw(2)];
    expect([id, twice]).toEqual([id, once.map((weight) => 2 * weight)]); // doubling is exact
  }
});
