import { checkFinite, shown } from '#numerics/check-finite.ts';
import { type Initializer, matrixOf, structuredInitializer } from './initializer.ts';

export interface SparseOptions {
  /** The share of each column that is 0, from 0 to 1; the number of zeros is rounded up. */
  sparsity?: number;
  /** The standard deviation of the other weights. */
  std?: number;
}

/**
 * N(0, std^2), with the same number of zeros in each column: each input feeds as many outputs as every other. `[fanOut, fanIn]`.
 *
 * First all weights are drawn, then one permutation of the rows for each column, whose first
 * ceil(sparsity fanOut) rows become 0: bit for bit `torch.nn.init.sparse_`. Source: Martens 2010, section 5, who
 * limits the incoming connections of each unit instead (15 of them).
 */
export function sparse({ sparsity = 0.1, std = 0.01 }: SparseOptions = {}): Initializer {
  if (!(typeof sparsity === 'number' && sparsity >= 0 && sparsity <= 1)) {
    throw new RangeError(`sparse needs a sparsity from 0 to 1, got ${shown(sparsity)}`);
  }
  checkFinite('sparse', 'std', std, '>= 0');
  const zerosOf = (rows: number) => -Math.floor(-sparsity * rows); // rounded up
  return structuredInitializer({
    distribution(shape) {
      const { rows } = matrixOf(shape, 'sparse');
      const share = zerosOf(rows) / Math.max(rows, 1);
      return {
        kind: 'mixture',
        parts: [
          { share, distribution: { kind: 'constant', value: 0 } },
          { share: 1 - share, distribution: { kind: 'normal', mean: 0, std } },
        ],
      };
    },
    fill(out, shape, generator) {
      const { rows, columns } = matrixOf(shape, 'sparse');
      generator.fillNormal(out, 0, std);
      for (let column = 0; column < columns; column++) {
        const order = generator.permutation(rows);
        for (const row of order.subarray(0, zerosOf(rows))) out[row * columns + column] = 0;
      }
    },
  });
}
