import { type ActivationId, activations } from '#network/activations.ts';
import { slopeMoment, squaredSlopeAtZero, squareMoment, squareMomentSlope } from './mean-field.ts';

/** Weights N(0, gain^2 / n) and biases N(0, biasStd^2): sigma_w is the gain, sigma_b the std of the biases. */
export interface GaussianLayer {
  activation: ActivationId;
  gain: number;
  biasStd: number;
}

/** q' = sigma_w^2 E[phi(sqrt(q) z)^2] + sigma_b^2, from one layer's second moment to the next (Poole et al. 2016). */
export const nextMoment = ({ activation, gain, biasStd }: GaussianLayer, q: number): number =>
  gain * gain * squareMoment(activation, q) + biasStd * biasStd;

/** q_0, q_1, ..., q_depth. */
export function momentsFrom(layer: GaussianLayer, q0: number, depth: number): number[] {
  const moments = [q0];
  for (let l = 0; l < depth; l++) moments.push(nextMoment(layer, moments[l] as number));
  return moments;
}

/**
 * chi_1 = sigma_w^2 E[phi'(sqrt(q) z)^2]: by what a layer multiplies the square of a small difference between two inputs, and
 * the second moment of the error signal.
 */
export const chi = ({ activation, gain }: GaussianLayer, q: number): number => gain * gain * slopeMoment(activation, q);

export interface FixedPoint {
  /** q' = q. */
  q: number;
  /** dq'/dq. */
  slope: number;
  chi: number;
  /** Whether the layers come back to it after a small change of q. */
  stable: boolean;
}

const lowest = 1e-9;
const highest = 1e9;
/** The fifth root of 10, so that the scan has 5 points per decade; begins off the round numbers. */
const scanStep = 1.5848931924611136;
const scanStart = 1.0371 * lowest;
const rounding = 1e-12;

/**
 * All q with q' = q: 0, if it is one, and those that a scan of q from 1e-9 to 1e9 finds, 5 points per decade, made exact
 * by bisection; two that are nearer to each other than a scan step would be missed. 'all' if every q is a fixed point, as
 * for ReLU with gain sqrt 2.
 */
export function fixedPoints(layer: GaussianLayer): FixedPoint[] | 'all' {
  const scan: number[] = [];
  for (let q = scanStart; q < highest; q *= scanStep) scan.push(q);
  const growths = scan.map((q) => growth(layer, q));
  if (growths.every((g) => Math.abs(g) < rounding)) return 'all';
  const positive = scan.slice(1).flatMap((q, i) => {
    const [before, after] = [growths[i] as number, growths[i + 1] as number];
    return before > 0 === after > 0 ? [] : [bisect(layer, scan[i] as number, q)];
  });
  return [...zeroFixedPoint(layer, growths[0] as number), ...positive.map((q) => describe(layer, q))];
}

/** q' / q - 1. */
const growth = (layer: GaussianLayer, q: number): number => nextMoment(layer, q) / q - 1;

function bisect(layer: GaussianLayer, low: number, high: number): number {
  const rises = growth(layer, low) > 0;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (growth(layer, middle) > 0 === rises) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function describe(layer: GaussianLayer, q: number): FixedPoint {
  const slope = layer.gain * layer.gain * squareMomentSlope(layer.activation, q);
  return { q, slope, chi: chi(layer, q), stable: Math.abs(slope) < 1 };
}

/** q = 0 without biases and with phi(0) = 0; where its slope is 1 exactly, the growth of a small q decides. */
function zeroFixedPoint(layer: GaussianLayer, growthNearby: number): FixedPoint[] {
  if (layer.biasStd !== 0 || activations[layer.activation].value(0) !== 0) return [];
  const slope = layer.gain * layer.gain * squaredSlopeAtZero(layer.activation);
  return [{ q: 0, slope, chi: slope, stable: growthNearby < 0 }];
}

/**
 * Where q_0 goes as the layers go on: up to the next fixed point if q' > q, else down; Infinity if there is none. Right
 * because q' grows with q for all activations of the course, so that no step can jump over a fixed point. A q_0 that
 * moves by no more than rounding is at a fixed point: the sign of that says nothing.
 */
export function settlesAt(layer: GaussianLayer, q0: number, points: FixedPoint[] | 'all'): number {
  if (points === 'all') return q0;
  const places = points.map(({ q }) => q);
  const change = growth(layer, q0);
  if (Math.abs(change) < rounding) return nearestTo(q0, places);
  if (change > 0) return Math.min(...places.filter((q) => q > q0), Infinity);
  return Math.max(...places.filter((q) => q < q0), 0);
}

const nearestTo = (q0: number, places: readonly number[]): number =>
  places.reduce((best, q) => (Math.abs(q - q0) < Math.abs(best - q0) ? q : best), places[0] ?? q0);
