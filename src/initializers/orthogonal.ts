import { checkFinite } from '#numerics/check-finite.ts';
import { orthonormalize } from '#numerics/qr.ts';
import type { Floats, Generator } from '#random/generator.ts';
import { checkName } from './check-name.ts';
import { type Layout, layoutIds } from './fans.ts';
import { type Initializer, type Shape, structuredInitializer, weightCount } from './initializer.ts';

export interface OrthogonalOptions {
  /** Every singular value of the matrix; any finite number, 0 is legal. */
  gain?: number;
  /** 'keras' takes the last axis for the columns, the other two the first axis for the rows. */
  layout?: Layout;
}

/**
 * A random orthogonal matrix times the gain: W W^T = gain^2 I if it has no more rows than columns, else W^T W = gain^2 I.
 * Square or tall, it keeps every length: |W x| = gain |x|. A kernel `[out, in, k...]` is flattened to `out` rows.
 *
 * Independent normals, row-major, decomposed by Householder's QR in float64 and rounded to float32 at the end; the same
 * weights as `torch.nn.init.orthogonal_` up to the rounding of its float32 LAPACK. Each single weight is a coordinate of a
 * uniformly chosen unit vector. Source: Saxe, McClelland and Ganguli 2013, arXiv:1312.6120.
 */
export function orthogonal({ gain = 1, layout = 'torch' }: OrthogonalOptions = {}): Initializer {
  checkFinite('orthogonal', 'gain', gain);
  checkName('orthogonal', 'layout', layout, layoutIds);
  return structuredInitializer({
    distribution(shape) {
      const { rows, columns } = flatten(shape, layout);
      return { kind: 'sphere', dimension: Math.max(rows, columns, 1), radius: Math.abs(gain) };
    },
    fill(out, shape, generator) {
      const { rows, columns } = flatten(shape, layout);
      fillOrthogonal(out, { rows, columns, gain }, generator);
    },
  });
}

/** The matrix that a tensor is. */
function flatten(shape: Shape, layout: Layout): { rows: number; columns: number } {
  if (shape.length < 2) {
    throw new RangeError(`orthogonal needs a shape of at least 2 dimensions, got [${shape.join(', ')}]`);
  }
  weightCount(shape, 'orthogonal'); // refuses sizes that are not whole
  const firstColumnAxis = layout === 'keras' ? shape.length - 1 : 1;
  return { rows: weightCount(shape.slice(0, firstColumnAxis)), columns: weightCount(shape.slice(firstColumnAxis)) };
}

/** Fills `out`, rows x columns row-major, with a random orthogonal matrix times the gain. */
export function fillOrthogonal(
  out: Floats,
  { rows, columns, gain }: { rows: number; columns: number; gain: number },
  generator: Generator,
): void {
  generator.fillNormal(out, 0, 1);
  // The vectors to orthonormalize are the short side: entry (i, j) is entry i of column j, or entry j of row i.
  const [count, length] = rows < columns ? [rows, columns] : [columns, rows];
  const place = (vector: number, entry: number) =>
    rows < columns ? vector * columns + entry : entry * columns + vector;
  const vectors = Array.from({ length: count }, (_, vector) =>
    Float64Array.from({ length }, (_, entry) => out[place(vector, entry)] as number),
  );
  orthonormalize(vectors).forEach((q, vector) => {
    q.forEach((value, entry) => {
      out[place(vector, entry)] = gain * value;
    });
  });
}
