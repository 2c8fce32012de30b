import { exp } from './elementary.ts';

// z = exp(t - e^-t) takes t in (-infinity, infinity) to z in (0, infinity). Below t = -3.6, z < 1e-17; above t = 2.7, z > 13.9.
const STEP = 1 / 32;
const FIRST = -3.625;
const LAST = 2.75;

const { nodes, weights } = nodesAndWeights();

/**
 * E[f(z)], z ~ N(0, 1): the integral of f(z) e^(-z^2/2) / sqrt(2 pi), always at the same nodes.
 *
 * Both halves of the line are folded onto z > 0 and the substitution z = exp(t - e^-t) makes the integrand vanish doubly
 * exponentially at both ends. For such an integrand the plain trapezoid rule converges spectrally: every halving of the
 * step doubles the number of right digits (Takahasi and Mori 1974; Trefethen and Weideman 2014, section 5).
 *
 * f may have a kink or a jump at 0 (ReLU and its derivative): 0 is where the halves meet and is never evaluated. The error
 * is below 1e-13 E|f| for an f that is smooth on each half and grows slower than e^(z^2/4).
 */
export function gaussianExpectation(f: (z: number) => number): number {
  let sum = 0;
  for (let i = 0; i < nodes.length; i++) {
    const z = nodes[i] as number;
    sum += (weights[i] as number) * (f(z) + f(-z));
  }
  return sum;
}

/** Weights: step * density(z) * dz/dt, with dz/dt = z (1 + e^-t). */
function nodesAndWeights(): { nodes: Float64Array; weights: Float64Array } {
  const count = Math.floor((LAST - FIRST) / STEP) + 1;
  const nodes = new Float64Array(count);
  const weights = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const t = FIRST + i * STEP;
    const decay = exp(-t);
    const z = exp(t - decay);
    nodes[i] = z;
    weights[i] = (STEP * z * (1 + decay) * exp(-0.5 * z * z)) / Math.sqrt(2 * Math.PI);
  }
  return { nodes, weights };
}
