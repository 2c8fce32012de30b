import type { Digits } from '#network/digits.ts';
import type { GoldenText } from '#parity/index.ts';

/** Data that an experiment may ask for; whoever runs it (worker, command line, test) brings it along. */
export interface Resources {
  digits: Digits;
  /** Real outputs of PyTorch and NumPy: the files of `public/golden/`, as text. */
  golden: readonly GoldenText[];
}

/** How a resource is read from the unpacked content of its file in `public/data/`. */
export { type Digits, decodeDigits } from '#network/digits.ts';
/** What lies in `public/golden/`. */
export { type GoldenText, goldenFiles } from '#parity/golden-files.ts';
