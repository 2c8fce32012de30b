import { sigmoid } from '#network/activation-functions.ts';
import { log1p } from '#numerics/elementary.ts';

/** The parameters of the smallest network with two hidden units; the same names serve its partial derivatives. */
export interface TwoTwoOne {
  a1: number;
  a2: number;
  b1: number;
  b2: number;
  a3: number;
  a4: number;
  b3: number;
}

/** Cross-entropy, -t log y - (1 - t) log(1 - y), or half of the squared error, (y - t)^2 / 2. */
export type TwoTwoOneLoss = 'crossEntropy' | 'squaredError';

/**
 * The network, in float64; its two hidden units w1, w2 see one input x and a constant 1, for the biases:
 *
 *     w1 = s(a1 x + b1),   w2 = s(a2 x + b2),   y = s(a3 w1 + a4 w2 + b3),   s(z) = 1 / (1 + e^-z)
 */
export function outputOf({ a1, a2, b1, b2, a3, a4, b3 }: TwoTwoOne, x: number) {
  const w1 = sigmoid(a1 * x + b1);
  const w2 = sigmoid(a2 * x + b2);
  const logit = a3 * w1 + a4 * w2 + b3;
  return { w1, w2, logit, y: sigmoid(logit) };
}

/** The loss for target t, which lies in [0, 1]. For the cross-entropy of a logit z: max(z, 0) - z t + log(1 + e^-|z|). */
export function lossOf(network: TwoTwoOne, x: number, t: number, loss: TwoTwoOneLoss): number {
  const { logit, y } = outputOf(network, x);
  if (loss === 'squaredError') return ((y - t) * (y - t)) / 2;
  const smaller = sigmoid(-Math.abs(logit)); // log(1 + e^-|z|) = -log(1 - smaller)
  return Math.max(logit, 0) - logit * t - log1p(-smaller);
}

/**
 * Its seven partial derivatives in closed form, by the chain rule with s' = s (1 - s). With the error signal
 * d = d loss / d logit, which is y - t for the cross-entropy and (y - t) y (1 - y) for the squared error:
 *
 *     a3: d w1              a4: d w2              b3: d
 *     a1: d a3 w1(1-w1) x   a2: d a4 w2(1-w2) x   b1: d a3 w1(1-w1)   b2: d a4 w2(1-w2)
 *
 * With a1 = a2, b1 = b2 and a3 = a4 the columns for the two units are equal,
 * so a step of any size leaves them equal.
 */
export function gradientOf(network: TwoTwoOne, x: number, t: number, loss: TwoTwoOneLoss): TwoTwoOne {
  const { w1, w2, y } = outputOf(network, x);
  const d = loss === 'crossEntropy' ? y - t : (y - t) * y * (1 - y);
  const b1 = d * network.a3 * w1 * (1 - w1);
  const b2 = d * network.a4 * w2 * (1 - w2);
  return { a1: b1 * x, a2: b2 * x, b1, b2, a3: d * w1, a4: d * w2, b3: d };
}
