import type { Race } from './race.ts';
import { sampling } from './sampling.ts';

/** What a suite races: `size` 1 is the real thing, smaller ones show that it runs. */
export type Suite = (size: number) => Race[] | Promise<Race[]>;

/** `npm run bench -- NAME` runs one of these. */
export const suites: Readonly<Record<string, Suite>> = { sampling };
