import { erf, exp } from '#numerics/elementary.ts';
import { constantLaw, type Law } from './law.ts';

/** phi(z) = e^(-z^2/2) / sqrt(2 pi), the density of N(0, 1). */
export function standardNormalDensity(z: number): number {
  return exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
}

/** Phi(z) = P(N(0, 1) <= z), in the order of operations of PyTorch's `trunc_normal_`, so that its bits agree. */
export function standardNormalCdf(z: number): number {
  return (1 + erf(z / Math.SQRT2)) / 2;
}

/** N(mean, std^2); its fourth central moment is 3 std^4. */
export function normalLaw({ mean, std }: { mean: number; std: number }): Law {
  if (std === 0) return constantLaw(mean);
  const variance = std * std;
  return {
    mean: () => mean,
    centralMoment: (order) => (order === 3 ? 0 : order === 2 ? variance : 3 * variance * variance),
    cdf: (x) => standardNormalCdf((x - mean) / std),
    density: (x) => standardNormalDensity((x - mean) / std) / std,
  };
}
