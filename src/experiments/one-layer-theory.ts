/** What the inputs are drawn from, before `inputMean` is added. */
export type InputId = 'normal' | 'uniform' | 'relu' | 'constant';

/** Mean and standard deviation of an input, and the third and fourth moment of (x - mean) / std. */
export interface InputMoments {
  mean: number;
  std: number;
  skewness: number;
  kurtosis: number;
}

/**
 * N(0, 1); U(-sqrt 3, sqrt 3), which has variance 1 too; max(0, z) with z ~ N(0, 1); always 1.
 *
 * ReLU: E x^k is half the k-th absolute moment of z: 1/sqrt(2 pi), 1/2, sqrt(2/pi), 3/2 for k = 1 to 4.
 */
export const inputMoments: Readonly<Record<InputId, InputMoments>> = {
  normal: { mean: 0, std: 1, skewness: 0, kurtosis: 3 },
  uniform: { mean: 0, std: 1, skewness: 0, kurtosis: 9 / 5 },
  relu: standardized(1 / Math.sqrt(2 * Math.PI), 1 / 2, Math.sqrt(2 / Math.PI), 3 / 2),
  constant: { mean: 1, std: 0, skewness: 0, kurtosis: 0 },
};

/** From the raw moments E x, E x^2, E x^3, E x^4. */
function standardized(m1: number, m2: number, m3: number, m4: number): InputMoments {
  const variance = m2 - m1 * m1;
  const third = m3 - 3 * m1 * m2 + 2 * m1 * m1 * m1;
  const fourth = m4 - 4 * m1 * m3 + 6 * m1 * m1 * m2 - 3 * m1 * m1 * m1 * m1;
  const std = Math.sqrt(variance);
  return { mean: m1, std, skewness: third / (variance * std), kurtosis: fourth / (variance * variance) };
}

/** The moments of an input to which `shift` has been added. */
export const shifted = (input: InputMoments, shift: number): InputMoments => ({ ...input, mean: input.mean + shift });

/** E[x^2]. */
export const rawSecondMoment = ({ mean, std }: InputMoments): number => mean * mean + std * std;

/**
 * E[t] and E[t^2] of one term t = w x of the sum y = w_1 x_1 + ... + w_n x_n, with every assumption broken as asked:
 *
 *     w = m + s (sqrt(1 - r^2) g + r u),    u = (x - E x) / std(x),    g of mean 0 and variance 1, independent of x
 *
 * so that w has mean m and variance s^2, and correlation r with its own input. Multiplying out, and with
 * E[u x^2] = 2 E[x] std + std^2 skewness and E[u^2 x^2] = E[x]^2 + 2 E[x] std skewness + std^2 kurtosis:
 *
 *     E[t]   = m E[x] + s r std(x)
 *     E[t^2] = m^2 E[x^2] + s^2 (1 - r^2) E[x^2] + s^2 r^2 E[u^2 x^2] + 2 m s r E[u x^2]
 */
export function termMoments(x: InputMoments, m: number, s: number, r: number): { mean: number; second: number } {
  const { mean, std, skewness, kurtosis } = x;
  const ux2 = 2 * mean * std + std * std * skewness;
  const u2x2 = mean * mean + 2 * mean * std * skewness + std * std * kurtosis;
  const independent = (m * m + s * s * (1 - r * r)) * rawSecondMoment(x);
  return { mean: m * mean + s * r * std, second: independent + s * s * r * r * u2x2 + 2 * m * s * r * ux2 };
}

/**
 * The sum of n independent terms: Var[y] = n Var[t] and E[y^2] = n Var[t] + n^2 E[t]^2. A mean that is not 0 costs n^2:
 * it outgrows every variance.
 */
export function outputMoments(term: { mean: number; second: number }, n: number) {
  const variance = n * (term.second - term.mean * term.mean);
  return { variance, secondMoment: variance + n * n * term.mean * term.mean };
}
