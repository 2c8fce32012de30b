import { exp, log1p } from '#numerics/elementary.ts';
import { constantLaw, type Law } from './law.ts';

/**
 * One coordinate of a point chosen uniformly on the sphere of this radius in R^dimension: what one weight of a random
 * orthogonal matrix is. Its variance is radius^2 / dimension, its fourth moment 3 radius^4 / (dimension (dimension + 2)).
 * With t = w / radius the density is proportional to (1 - t^2)^((dimension - 3) / 2): two points in dimension 1, the arcsine
 * law in 2, a uniform one in 3 (Archimedes), and close to a normal one in many (Muirhead 1982, section 1.5).
 */
export function sphereLaw({ dimension, radius }: { dimension: number; radius: number }): Law {
  if (radius === 0) return constantLaw(0);
  const variance = (radius * radius) / dimension;
  return {
    mean: () => 0,
    centralMoment: (order) =>
      order === 3 ? 0 : order === 2 ? variance : (3 * variance * variance * dimension) / (dimension + 2),
    cdf: (x) => coordinateCdf(x / radius, dimension),
    density: (x) => coordinateDensity(x / radius, dimension) / radius,
  };
}

const factors = new Map<number, number>();

/**
 * Gamma(d/2) / (sqrt(pi) Gamma((d - 1)/2)), the density of a coordinate at 0. It is 1/pi in dimension 2, 1/2 in dimension 3,
 * and grows by d / (d - 1) from d to d + 2.
 */
function densityAtZero(dimension: number): number {
  let factor = factors.get(dimension);
  if (factor === undefined) {
    factor = dimension % 2 === 0 ? 1 / Math.PI : 1 / 2;
    for (let d = dimension % 2 === 0 ? 2 : 3; d < dimension; d += 2) factor *= d / (d - 1);
    factors.set(dimension, factor);
  }
  return factor;
}

function coordinateDensity(t: number, dimension: number): number {
  if (Math.abs(t) > 1) return 0;
  if (dimension === 1) return Math.abs(t) === 1 ? Infinity : 0;
  const exponent = (dimension - 3) / 2;
  return densityAtZero(dimension) * (exponent === 0 ? 1 : exp(exponent * log1p(-t * t)));
}

/** P(coordinate <= t): half of it lies below 0. */
function coordinateCdf(t: number, dimension: number): number {
  if (dimension === 1) return t < -1 ? 0 : t < 1 ? 0.5 : 1;
  const half = Math.abs(t) >= 1 ? 0.5 : betweenZeroAnd(Math.abs(t), dimension);
  return t < 0 ? 0.5 - half : 0.5 + half;
}

/**
 * P(0 <= coordinate <= t) for 0 <= t < 1, an incomplete beta function, by one of two series of positive terms: with x = t^2
 * and b = (d - 1)/2 (DLMF 8.17.8 for I_x(1/2, b), and for its complement I_(1-x)(b, 1/2), which is the tail beyond t),
 *
 *     density(0) (1 - x)^b t           (1 + x (b + 1/2)/(3/2)     + x^2 (b + 1/2)(b + 3/2)/((3/2)(5/2)) + ...)
 *     density(0) (1 - x)^b t / (2 b)   (1 + (1-x)(b + 1/2)/(b + 1) + ...), subtracted from 1/2
 */
function betweenZeroAnd(t: number, dimension: number): number {
  const b = (dimension - 1) / 2;
  const x = t * t;
  if (b * x > 80) return 0.5; // the tail is below e^-80
  const first = densityAtZero(dimension) * exp(b * log1p(-x)) * t;
  if (x < 0.5) return first * series(x, b + 0.5, 1.5);
  return 0.5 - (first / (2 * b)) * series(1 - x, b + 0.5, b + 1);
}

/** 1 + x a/c + x^2 a (a + 1)/(c (c + 1)) + ..., until a term no longer counts. */
function series(x: number, a: number, c: number): number {
  let [sum, term] = [1, 1];
  for (let n = 0; term > 1e-17 * sum; n++) {
    term *= (x * (a + n)) / (c + n);
    sum += term;
  }
  return sum;
}
