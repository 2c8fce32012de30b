import type { Drawable } from '#random/distributions.ts';
import { heUniform } from './named-rows.ts';

/**
 * The weights of PyTorch's `nn.Linear` and its convolutions: `kaiming_uniform_` with a slope of sqrt(5), which is
 * U(+-1/sqrt(fanIn)) by another road: sqrt(3) sqrt(2 / (1 + 5)) = 1.
 */
export const torchDefaultWeight = () => heUniform({ slope: Math.sqrt(5) });

/** U(+-1/sqrt(n)), n >= 1: of their biases with n = fanIn, of recurrent layers with n the hidden units. */
export function withinInverseRoot(n: number): Drawable {
  const bound = 1 / Math.sqrt(n);
  return { kind: 'uniform', low: -bound, high: bound };
}
