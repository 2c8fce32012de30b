import { cos, sin } from './elementary.ts';

/**
 * The angle in [0, pi] whose cosine is c; NaN outside [-1, 1]. Within 4e-16 of the true value, relative to the angle, as
 * long as c is not rounded: near 1 an error of c grows like 1 / angle.
 *
 * With s = sqrt((1 - |c|) / 2) the angle is 2 arcsin(s), s <= 0.71, which keeps all digits of small angles. Newton's
 * method for sin y = s, y <- y + (s - sin y) / cos y, doubles the number of right digits with every step.
 */
export function arcCosine(c: number): number {
  const s = Math.sqrt((1 - Math.abs(c)) / 2);
  if (Number.isNaN(s)) return s;
  let y = s * (1 + (s * s) / 6);
  for (let step = 0; step < 4; step++) y += (s - sin(y)) / cos(y);
  return c < 0 ? Math.PI - 2 * y : 2 * y;
}
