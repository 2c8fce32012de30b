import { exp } from './elementary.ts';

const STEP = 1 / 32;
const LAST = 104; // t = 3.25, where 1 - tanh(pi/2 sinh t) = 1e-17

const nodes = new Float64Array(2 * LAST + 1);
const weights = new Float64Array(2 * LAST + 1);
for (let i = -LAST; i <= LAST; i++) {
  const [up, down] = [exp(i * STEP), exp(-i * STEP)];
  const [sinh, cosh] = [(up - down) / 2, (up + down) / 2];
  const tail = exp(-Math.PI * Math.abs(sinh)); // tanh y = (1 - e^-2y) / (1 + e^-2y) for y >= 0
  const tanh = (1 - tail) / (1 + tail);
  nodes[LAST + i] = i < 0 ? -tanh : tanh;
  weights[LAST + i] = (STEP * Math.PI * 2 * cosh * tail) / ((1 + tail) * (1 + tail));
}

/**
 * The integral of f from low to high, always at the same 209 nodes.
 *
 * The substitution x = tanh(pi/2 sinh t), scaled to the interval, makes the integrand vanish doubly exponentially at both
 * ends, where the trapezoid rule is at its best (Takahasi and Mori 1974). The error is about 1e-15 of the integral of |f| for an f
 * that is smooth inside and does not vary faster than a normal density with 10 standard deviations to each side.
 */
export function integrate(f: (x: number) => number, low: number, high: number): number {
  const center = (low + high) / 2;
  const half = (high - low) / 2;
  let sum = 0;
  for (let i = 0; i < nodes.length; i++) sum += (weights[i] as number) * f(center + half * (nodes[i] as number));
  return half * sum;
}
