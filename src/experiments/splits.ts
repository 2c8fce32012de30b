import type { Split } from './split.ts';
import { splitTrainDigits } from './split-train-digits.ts';

/** How experiments are split, by their ids. A page loads this without the experiments themselves. */
export const splits: Readonly<Record<string, Split>> = {
  'train-digits': splitTrainDigits,
};
