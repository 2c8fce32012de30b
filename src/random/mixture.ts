import type { Law, Order } from './law.ts';

interface Part {
  share: number;
  law: Law;
}

/** A weight follows `law` with probability `share`; the shares add up to 1. Every expectation is the mean of the parts'. */
export function mixtureLaw(parts: readonly Part[]): Law {
  const present = parts.filter(({ share }) => share > 0); // 0 times an infinite density is not 0
  const average = (f: (law: Law) => number) => present.reduce((sum, { share, law }) => sum + share * f(law), 0);
  const mean = () => average((law) => law.mean());
  return {
    mean,
    centralMoment(order) {
      const center = mean();
      return average((law) => momentAbout(center, law, order));
    },
    cdf: (x) => average((law) => law.cdf(x)),
    density: (x) => average((law) => law.density(x)),
  };
}

/** E[(w - center)^order], by the binomial theorem from the moments about the law's own mean, with d = E[w] - center. */
function momentAbout(center: number, law: Law, order: Order): number {
  const d = law.mean() - center;
  const second = law.centralMoment(2);
  if (order === 2) return second + d * d;
  const third = law.centralMoment(3);
  if (order === 3) return third + 3 * d * second + d * d * d;
  return law.centralMoment(4) + 4 * d * third + 6 * d * d * second + d * d * d * d;
}
