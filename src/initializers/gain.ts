const gains = {
  linear: () => 1,
  sigmoid: () => 1,
  tanh: () => 5 / 3,
  relu: () => Math.sqrt(2),
  leakyRelu: (slope: number) => Math.sqrt(2 / (1 + slope * slope)),
  selu: () => 3 / 4,
};

/** The nonlinearities that PyTorch's table of gains knows. */
export type Nonlinearity = keyof typeof gains;

/** Their names, in the order of the table. */
export const nonlinearities = Object.keys(gains) as Nonlinearity[];

/**
 * By how much the standard deviation of the weights is raised to make up for what a nonlinearity takes away.
 *
 * relu and leakyRelu follow from the derivation of He et al. 2015 (eq. 10 and 15); tanh and selu are PyTorch's choices
 * (`torch.nn.init.calculate_gain`). `slope` is the negative slope of leakyRelu and is ignored by all others.
 */
export function gain(nonlinearity: Nonlinearity, slope = 0.01): number {
  if (!Object.hasOwn(gains, nonlinearity)) {
    throw new RangeError(`gain knows ${nonlinearities.join(', ')}; got ${nonlinearity}`);
  }
  if (!(Math.abs(slope) < Infinity)) throw new RangeError(`gain needs a finite slope, got ${slope}`);
  return gains[nonlinearity](slope);
}
