import type { Digits } from '#network/digits.ts';
import { propagation, training } from './networks.ts';
import type { Race } from './race.ts';
import { sampling } from './sampling.ts';
import { scaling } from './scaling.ts';

/** What a suite races: `size` 1 is the real thing, smaller ones show that it runs. */
export type Suite = (size: number, digits: Digits) => Race[] | Promise<Race[]>;

/** `npm run bench -- NAME` runs one of these; `products` is the other one, see `products.ts`. */
export const suites: Readonly<Record<string, Suite>> = { training, propagation, sampling, scaling };
