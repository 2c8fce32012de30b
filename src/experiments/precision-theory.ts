import { erf, exp, log } from '#numerics/elementary.ts';
import type { NumberFormat } from '#numerics/round-to-format.ts';

/** The first layers at which numbers run out; null for never. */
export interface Milestones {
  /** At least one value is infinite. */
  infinite: number | null;
  /** Every value is 0. */
  zero: number | null;
  /** More than half of the values that are not 0 are below the smallest normal number. */
  subnormal: number | null;
}

/**
 * log10 of the root of q_l, for l = 0 ... depth, where nothing is ever rounded. With weights N(0, sigma^2) the recursion of
 * `second-moment-theory.ts` is a product,
 *
 *     q_l = q_0 (n sigma^2)^l,  for ReLU divided by 2^(l-1),
 *
 * and the logarithm of it has no limits: 200 layers may reach 10^470, which no float64 holds.
 */
export function magnitudeTheory(
  { sigma, width, activation, depth }: { sigma: number; width: number; activation: 'linear' | 'relu'; depth: number },
  q0: number,
): number[] {
  const perLayer = log(width) + 2 * log(sigma);
  const perActivation = activation === 'relu' ? -Math.LN2 : 0;
  return Array.from({ length: depth + 1 }, (_, l) => {
    const logMoment = log(q0) + l * perLayer + Math.max(0, l - 1) * perActivation;
    return (0.5 * logMoment) / Math.LN10;
  });
}

/**
 * Where `count` values from N(0, q_l) first run out of a format. An infinity: one of them is expected at or beyond the
 * threshold of overflow. Everything 0: less than one is expected to round to something else. Subnormal: most of those that
 * do not round to 0. The first layer whose input has lost values is the last that theory can know; so one of 0 may
 * come a layer later or earlier.
 */
export function predictedMilestones(theory: readonly number[], format: NumberFormat, count: number): Milestones {
  const firstWhere = (holds: (shareBelow: (edge: number) => number) => boolean) => {
    const layer = theory.findIndex((log10) => holds((edge) => shareBelow(edge, log10)));
    return layer < 0 ? null : layer;
  };
  const { overflow, smallest, smallestNormal } = format;
  return {
    infinite: firstWhere((below) => count * (1 - below(overflow)) >= 1),
    zero: firstWhere((below) => count * (1 - below(smallest / 2)) < 1),
    subnormal: firstWhere((below) => 2 * (below(smallestNormal) - below(smallest / 2)) > 1 - below(smallest / 2)),
  };
}

/** P(|z| < edge), z ~ N(0, q), with log10 sqrt(q). */
function shareBelow(edge: number, log10: number): number {
  return erf(exp(log(edge) - log10 * Math.LN10) * Math.SQRT1_2);
}
