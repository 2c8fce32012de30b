import { type Start, starts } from '#initializers/starts.ts';
import { activations } from '#network/activations.ts';
import { arcCosine } from '#numerics/arc-cosine.ts';
import { sin } from '#numerics/elementary.ts';
import { distributionMean, distributionVariance } from '#random/distributions.ts';
import { linearHalves } from './mean-field.ts';
import { productMoment } from './product-moment.ts';
import type { SquareLayers } from './square-layers.ts';
import { type FixedPoint, fixedPoints, type GaussianLayer, nextMoment, settlesAt } from './variance-map-theory.ts';

/** Two inputs in one layer: the second moment that both have, and their cosine. */
export interface Pair {
  q: number;
  cosine: number;
}

/**
 * A start as sigma_w = sqrt(n Var[w]) times the gain and sigma_b; undefined for weights that have a mean, which the theory
 * is not about.
 */
export function gaussianLayerOf(layers: Omit<SquareLayers, 'depth' | 'batch'>): GaussianLayer | undefined {
  const { init, gain, width, biasStd = 0, activation } = layers;
  const start: Start = starts[init];
  const weight = start.weights.distribution([width, width]);
  if (distributionMean(weight) !== 0) return undefined;
  return {
    activation,
    gain: gain * Math.sqrt(width * distributionVariance(weight)),
    biasStd: Math.sqrt(distributionVariance(start.bias(width)) + biasStd * biasStd),
  };
}

/** Through the first layer, which has no activation before it: q_1 = sigma_w^2 q_0 + sigma_b^2. */
export function firstPair({ gain, biasStd }: GaussianLayer, { q, cosine }: Pair): Pair {
  const [weightPart, biasPart] = [gain * gain * q, biasStd * biasStd];
  return { q: weightPart + biasPart, cosine: (weightPart * cosine + biasPart) / (weightPart + biasPart) };
}

/**
 * From one layer's pre-activations to the next (the correlation map of Poole et al. 2016):
 *
 *     q' c' = sigma_w^2 E[phi(u) phi(v)] + sigma_b^2,   u, v normal with second moment q and correlation c
 *
 * An infinite or a zero signal has no cosine: NaN.
 */
export function nextPair(layer: GaussianLayer, { q, cosine }: Pair): Pair {
  const next = nextMoment(layer, q);
  const shared = layer.gain * layer.gain * activatedProduct(layer, q, cosine) + layer.biasStd * layer.biasStd;
  return { q: next, cosine: clamp(shared / next) };
}

/** What quadrature rounds beyond +-1 comes back; NaN passes. */
const clamp = (cosine: number): number => Math.min(1, Math.max(-1, cosine));

/**
 * E[phi(u) phi(v)]. For phi with slopes l and r on its two halves, phi(u) = l u + (r - l) relu(u), and with the angle t
 *
 *     E[relu(u) relu(v)] = q (sin t + (pi - t) cos t) / (2 pi) = q J,   E[u relu(v)] = q c / 2
 *     E[phi(u) phi(v)] = q (l^2 c + l (r - l) c + (r - l)^2 J) = q (l r c + (r - l)^2 J)
 *
 * (Cho and Saul 2009, "Kernel methods for deep learning": the arc-cosine kernel of order 1.)
 */
function activatedProduct({ activation }: GaussianLayer, q: number, cosine: number): number {
  const halves = linearHalves[activation];
  if (!halves) return isSignal(q, cosine) ? productMoment(activation, q, q, cosine) : Number.NaN;
  const { left, right } = halves;
  const bend = (right - left) * (right - left);
  return q * (left * right * cosine + (bend === 0 ? 0 : bend * arcCosineKernel(cosine)));
}

const isSignal = (q: number, cosine: number): boolean => q < Infinity && !Number.isNaN(cosine);

/** J(c) = (sin t + (pi - t) cos t) / (2 pi), c = cos t: E[relu(u) relu(v)] for second moments of 1. */
export function arcCosineKernel(cosine: number): number {
  const angle = arcCosine(cosine);
  if (Number.isNaN(angle)) return angle;
  return (sin(angle) + (Math.PI - angle) * cosine) / (2 * Math.PI);
}

/** Where the layers take two inputs: the moment q*, chi_1 there, and the cosine that they come to. */
export interface Destination {
  q: number;
  chi: number | null;
  /** null where there is no single one: the signal dies out or explodes, or every cosine stays. */
  cosine: number | null;
}

/** The moment and chi_1; the cosine comes from `settledCosine`. */
export function destinationOf(layer: GaussianLayer, q1: number, chiAt: (q: number) => number): Destination {
  const points: FixedPoint[] | 'all' = fixedPoints(layer);
  const q = settlesAt(layer, q1, points);
  return { q, chi: q === Infinity ? null : chiAt(q), cosine: null };
}

const bisections = 36;

/**
 * The cosine that two inputs with 0 <= c < 1 come to at the fixed point q*. c' is a power series in c whose coefficients
 * are squares (of Hermite coefficients of phi), so it rises and is convex on [0, 1], where 1 is a fixed point with slope
 * chi_1. If chi_1 <= 1, it is the only one: all inputs become alike. If chi_1 > 1, there is one more, below 1, and all
 * come to it: 0 if c' = 0 there (no bias, odd phi), else found by bisection. Yields, since every c' is a double integral.
 */
export function* settledCosine(layer: GaussianLayer, { q, chi }: Destination): Generator<void, number | null> {
  if (chi === null || q === 0 || linearMap(layer)) return null;
  if (chi <= 1 + 1e-9) return 1;
  if (layer.biasStd === 0 && isOdd(layer)) return 0;
  let [low, high] = [0, 1 - 1e-9];
  for (let i = 0; i < bisections; i++) {
    const middle = (low + high) / 2;
    if (nextPair(layer, { q, cosine: middle }).cosine > middle) low = middle;
    else high = middle;
    yield;
  }
  return (low + high) / 2;
}

/** Linear layers without biases keep every cosine. */
const linearMap = ({ activation, biasStd }: GaussianLayer) => activation === 'linear' && biasStd === 0;

const isOdd = ({ activation }: GaussianLayer): boolean => {
  const { value } = activations[activation];
  return value(1) === -value(-1) && value(0.3) === -value(-0.3);
};
