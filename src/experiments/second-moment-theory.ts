import type { Start } from '#initializers/starts.ts';
import type { ActivationId } from '#network/activations.ts';
import { distributionMean, distributionVariance } from '#random/distributions.ts';
import { squareMoment } from './mean-field.ts';

/**
 * The expected second moments q_0, q_1, ..., q_depth of the pre-activations of layers of equal width:
 *
 *     q_1 = n Var(w) q_0 + Var(b),     q_(l+1) = n Var(w) E[phi(sqrt(q_l) z)^2] + Var(b),  z ~ N(0, 1)
 *
 * where q_0 is the second moment of the input and the gain multiplies every weight.
 *
 * Linear: E phi^2 = q_l. ReLU: E phi^2 = q_l / 2 (He et al. 2015, eq. 8); leaky ReLU likewise. These are exact in
 * expectation over the weights at any width, as long as weights and biases are independent and symmetric around 0. For all
 * others the expectation is an integral over a normal z, which is the limit of infinite width (Poole et al. 2016).
 *
 * Weights with a mean other than 0 are not what the recursion is about: the result is empty.
 */
export function secondMomentTheory(
  start: Start,
  { activation, depth, width, gain }: { activation: ActivationId; depth: number; width: number; gain: number },
  q0: number,
): number[] {
  const weight = start.weights.distribution([width, width]);
  if (distributionMean(weight) !== 0) return [];
  const factor = width * distributionVariance(weight) * gain * gain;
  const biasVariance = distributionVariance(start.bias(width));
  const moments = [q0, factor * q0 + biasVariance];
  for (let layer = 2; layer <= depth; layer++) {
    moments.push(factor * squareMoment(activation, moments.at(-1) as number) + biasVariance);
  }
  return moments;
}
