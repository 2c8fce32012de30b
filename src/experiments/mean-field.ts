import { type ActivationId, activations } from '#network/activations.ts';
import { erf, exp } from '#numerics/elementary.ts';
import { gaussianExpectation } from '#numerics/quadrature.ts';

/**
 * What a layer of infinite width makes of one or two inputs: expectations of phi over normal pre-activations (Poole et
 * al. 2016, "Exponential expressivity in deep neural networks through transient chaos"; Schoenholz et al. 2017, "Deep
 * information propagation"). z is a standard normal variable throughout, q a second moment of pre-activations. What two
 * inputs have in common is in `product-moment.ts`.
 */

const slopeOf = (activation: ActivationId, z: number): number => activations[activation].derivative(z);

/** phi(z) = right z for z > 0 and left z for z < 0: every expectation has a closed form. */
export const linearHalves: Partial<Record<ActivationId, { left: number; right: number }>> = {
  linear: { left: 1, right: 1 },
  relu: { left: 0, right: 1 },
  leakyRelu: { left: slopeOf('leakyRelu', -1), right: 1 },
};

/** Mean of the squared slopes of the two halves at 0: what phi does to the second moment of a very small signal. */
export function squaredSlopeAtZero(activation: ActivationId): number {
  const [left, right] = [slopeOf(activation, -tiny), slopeOf(activation, tiny)];
  return (left * left + right * right) / 2;
}
const tiny = 1e-300;

/** E[phi(sqrt(q) z)^2]. ReLU: q / 2 (He et al. 2015, eq. 8). */
export function squareMoment(activation: ActivationId, q: number): number {
  if (linearHalves[activation]) return squaredSlopeAtZero(activation) * q;
  const { value } = activations[activation];
  if (q === 0) return value(0) * value(0);
  if (activation === 'hardTanh') return hardTanhMoments(q).square;
  const root = Math.sqrt(q);
  return gaussianExpectation((z) => value(root * z) * value(root * z));
}

/** d E[phi(sqrt(q) z)^2] / dq = E[phi(sqrt(q) z) phi'(sqrt(q) z) z] / sqrt(q). At q = 0 for phi(0) = 0. */
export function squareMomentSlope(activation: ActivationId, q: number): number {
  if (linearHalves[activation] || q === 0) return squaredSlopeAtZero(activation);
  if (activation === 'hardTanh') return hardTanhMoments(q).squareSlope;
  const { value, derivative } = activations[activation];
  const root = Math.sqrt(q);
  return gaussianExpectation((z) => value(root * z) * derivative(root * z) * z) / root;
}

/** E[phi'(sqrt(q) z)^2]; times n Var[w] it is the chi_1 of Schoenholz et al. 2017. */
export function slopeMoment(activation: ActivationId, q: number): number {
  if (linearHalves[activation] || q === 0) return squaredSlopeAtZero(activation);
  if (activation === 'hardTanh') return hardTanhMoments(q).slope;
  const { derivative } = activations[activation];
  const root = Math.sqrt(q);
  return gaussianExpectation((z) => derivative(root * z) * derivative(root * z));
}

/**
 * Hard tanh has kinks at +-1, where quadrature would lose digits. With k = 1 / sqrt(q), p = P(|z| < k) = erf(k / sqrt 2)
 * and E[z^2; |z| < k] = p - 2 k density(k) (by parts):
 *
 *     E phi^2 = q (p - 2 k density(k)) + 1 - p,   its slope by q = p - 2 k density(k),   E phi'^2 = p
 */
function hardTanhMoments(q: number) {
  const k = 1 / Math.sqrt(q);
  const inside = erf(k * Math.SQRT1_2);
  const squareSlope = inside - 2 * k * density(k);
  const beyond = k > 8 ? 0 : 1 - inside; // below 1e-15 there, less than what 1 - p rounds away
  return { square: q === Infinity ? 1 : q * squareSlope + beyond, squareSlope, slope: inside };
}

const density = (z: number): number => exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
