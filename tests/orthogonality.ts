import type { Floats } from '#random/generator.ts';

/** The largest distance of the short side's products from gain^2 I: W W^T of a flat matrix, W^T W of a tall one. */
export function distanceFromOrthogonal(w: Floats, rows: number, columns: number, gain: number): number {
  const [count, length] = rows < columns ? [rows, columns] : [columns, rows];
  const at = (vector: number, k: number) => w[rows < columns ? vector * columns + k : k * columns + vector] as number;
  let largest = 0;
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < count; j++) {
      let product = 0;
      for (let k = 0; k < length; k++) product += at(i, k) * at(j, k);
      largest = Math.max(largest, Math.abs(product - (i === j ? gain * gain : 0)));
    }
  }
  return largest;
}
