import type { Floats } from '#random/generator.ts';

const LARGEST_ERROR = 1e-6;

/**
 * Checks that Q Q^T = gain^2 I, or Q^T Q if Q has more rows than columns: rows are the first dimension of the shape,
 * columns all others together.
 *
 * @throws an Error that shows the first entry which is further than 1e-6 gain^2 away
 */
export function checkOrthogonal(weights: Floats, shape: readonly number[], gain: number): void {
  const rows = shape[0] ?? 0;
  const columns = weights.length / rows;
  const wide = rows <= columns;
  const [count, length] = wide ? [rows, columns] : [columns, rows];
  const at = (vector: number, i: number) => weights[wide ? vector * columns + i : i * columns + vector] as number;
  for (let a = 0; a < count; a++) {
    for (let b = 0; b <= a; b++) {
      let dot = 0;
      for (let i = 0; i < length; i++) dot += at(a, i) * at(b, i);
      const wanted = a === b ? gain * gain : 0;
      if (!(Math.abs(dot - wanted) <= LARGEST_ERROR * gain * gain)) {
        throw new Error(`ours is not orthogonal: vector ${a} times vector ${b} is ${dot}, not ${wanted}`);
      }
    }
  }
}
