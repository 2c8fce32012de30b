import type { Digits } from '#network/digits.ts';

/** Data that an experiment may ask for; whoever runs it (worker, command line, test) brings it along. */
export interface Resources {
  digits: Digits;
}

/** How a resource is read from the unpacked content of its file in `public/data/`. */
export { type Digits, decodeDigits } from '#network/digits.ts';
