/** Which power of (w - E[w]) is averaged: 2 gives the variance; 4 says how far a measured variance strays from it. */
export type Order = 2 | 3 | 4;

/** What is known of a random number before it is drawn. */
export interface Law {
  /** E[w]. */
  mean(): number;
  /** E[(w - E[w])^order]. */
  centralMoment(order: Order): number;
  /** P(w <= x). */
  cdf(x: number): number;
  /** The probability density at x; Infinity at a value that has a probability of its own. */
  density(x: number): number;
}

/** Always the same number: a step. */
export function constantLaw(value: number): Law {
  return {
    mean: () => value,
    centralMoment: () => 0,
    cdf: (x) => (x >= value ? 1 : 0),
    density: (x) => (x === value ? Infinity : 0),
  };
}
