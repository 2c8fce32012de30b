import type { Start } from '#initializers/starts.ts';
import type { ActivationId } from '#network/activations.ts';
import { distributionVariance } from '#random/distributions.ts';
import { slopeMoment, squareMoment } from './mean-field.ts';
import { secondMomentTheory } from './second-moment-theory.ts';

export interface GradientTheory {
  /** m_L, m_(L-1), ..., m_0: the expected second moments of delta_l, in the order of its way. */
  delta: number[];
  /** The root of the expected squared norm of dL/dW_l, for l = L, ..., 1. */
  gradientNorm: number[];
}

/**
 * How the error signal delta_l, the derivative of the loss by z_l, fares in layers of equal width n. It begins as
 * independent values of second moment m_L for each unit and example; then
 *
 *     m_(l-1) = n Var(w) E[phi'(sqrt(q_(l-1)) z)^2] m_l,  z ~ N(0, 1),  and m_0 = n Var(w) m_1 for the input
 *
 * with q_l from the way forward. Linear layers and ReLU (He et al. 2015, eq. 13) are exact in expectation over symmetric
 * weights: a row of W_l and its mirror image are equally likely, and mirroring swaps phi' = 0 and 1. Any other phi
 * needs two things more: great width, and that the weights on the way back were independent of those on the way forward
 * (Schoenholz et al. 2017, whose chi_1 is the factor; Yang 2019 calls it the gradient independence assumption).
 *
 * dL/dW_l is the sum over the batch of delta_l h_(l-1)^T. The examples' deltas are independent with mean 0, so
 * E ||dL/dW_l||^2 = batch n^2 m_l E[h_(l-1)^2], under the same assumption.
 *
 * Weights with a mean other than 0 are not what the recursion is about: everything is empty.
 */
export function gradientTheory(
  start: Start,
  network: { activation: ActivationId; depth: number; width: number; gain: number; batch: number },
  { q0, lastMoment }: { q0: number; lastMoment: number },
): GradientTheory {
  const q = secondMomentTheory(start, network, q0);
  const theory: GradientTheory = { delta: [], gradientNorm: [] };
  if (q.length === 0) return theory;
  const { activation, depth, width, gain, batch } = network;
  const factor = width * distributionVariance(start.weights.distribution([width, width])) * gain * gain;
  let moment = lastMoment;
  for (let layer = depth; layer >= 1; layer--) {
    const before = q[layer - 1] as number;
    const input = layer === 1 ? before : squareMoment(activation, before);
    theory.delta.push(moment);
    theory.gradientNorm.push(width * Math.sqrt(batch * moment * input));
    moment *= factor * (layer === 1 ? 1 : slopeMoment(activation, before));
  }
  theory.delta.push(moment);
  return theory;
}
