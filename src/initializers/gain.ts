import { checkFinite } from '#numerics/check-finite.ts';

/** One row of the table of gains. */
interface GainRow {
  /** TeX; a is the slope of leaky ReLU left of 0. */
  formula: string;
  /** Where the number comes from: derived from the layer's second moment, or chosen by PyTorch. */
  origin: 'derived' | 'chosen';
  value: (slope: number) => number;
}

const one: GainRow = { formula: '1', origin: 'derived', value: () => 1 };

/**
 * PyTorch's table (`torch.nn.init.calculate_gain`), with its names in camelCase. A linear layer of any kind needs no gain.
 * relu and leakyRelu follow from He et al. 2015, eq. 10 and 15. The others are choices: tanh's 5/3 stands close to the
 * 1.7159 of LeCun et al. 1998, sigmoid's 1 ignores its slope of 1/4, and a self-normalizing SELU network needs 1 rather
 * than 3/4 (Klambauer et al. 2017).
 */
export const gains = {
  linear: one,
  conv1d: one,
  conv2d: one,
  conv3d: one,
  convTranspose1d: one,
  convTranspose2d: one,
  convTranspose3d: one,
  sigmoid: { formula: '1', origin: 'chosen', value: () => 1 },
  tanh: { formula: '5/3', origin: 'chosen', value: () => 5 / 3 },
  relu: { formula: '\\sqrt{2}', origin: 'derived', value: () => Math.sqrt(2) },
  leakyRelu: {
    formula: '\\sqrt{2 / (1 + a^2)}',
    origin: 'derived',
    value: (slope) => Math.sqrt(2 / (1 + slope * slope)),
  },
  selu: { formula: '3/4', origin: 'chosen', value: () => 3 / 4 },
} satisfies Record<string, GainRow>;

/** The nonlinearities that PyTorch's table of gains knows. */
export type Nonlinearity = keyof typeof gains;

/** Their names, in the order of the table. */
export const nonlinearities = Object.keys(gains) as Nonlinearity[];

/**
 * By how much the standard deviation of the weights is raised to make up for what a nonlinearity takes away.
 *
 * `slope` is the negative slope of leakyRelu and is ignored by all others. Left out it is 0.01, as in `calculate_gain`;
 * `kaiming_normal_`, and `heNormal` here, leave it out as 0.
 */
export function gain(nonlinearity: Nonlinearity, slope = 0.01): number {
  if (!Object.hasOwn(gains, nonlinearity)) {
    throw new RangeError(`gain knows ${nonlinearities.join(', ')}; got ${nonlinearity}`);
  }
  checkFinite('gain', 'slope', slope);
  return gains[nonlinearity].value(slope);
}
