import { initializer } from './initializer.ts';

/** Every weight has this value. */
export const constant = (value: number) => initializer(() => ({ kind: 'constant', value }));

/** Every weight is 0. */
export const zeros = () => constant(0);

/** Every weight is 1. */
export const ones = () => constant(1);

/** N(mean, std^2), whatever the shape. */
export const normal = ({ mean = 0, std = 1 }: { mean?: number; std?: number } = {}) =>
  initializer(() => ({ kind: 'normal', mean, std }));

/** U[low, high), whatever the shape. */
export const uniform = ({ low = 0, high = 1 }: { low?: number; high?: number } = {}) =>
  initializer(() => ({ kind: 'uniform', low, high }));
