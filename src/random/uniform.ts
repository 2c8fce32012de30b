import { constantLaw, type Law } from './law.ts';

/** U[low, high). With a = (high - low)/2 its variance is a^2/3 and its fourth central moment a^4/5. */
export function uniformLaw({ low, high }: { low: number; high: number }): Law {
  if (low === high) return constantLaw(low);
  const square = ((high - low) * (high - low)) / 4;
  return {
    mean: () => (low + high) / 2,
    centralMoment: (order) => (order === 3 ? 0 : order === 2 ? square / 3 : (square * square) / 5),
    cdf: (x) => Math.min(Math.max((x - low) / (high - low), 0), 1),
    density: (x) => (x >= low && x < high ? 1 / (high - low) : 0),
  };
}
