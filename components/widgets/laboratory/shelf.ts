import type { Values } from '#lab/settings.ts';
import { takeHome } from '#take-home/index.ts';
import { tokensOf } from './highlight-python.ts';
import { saveBlob } from './save.ts';

/** @throws an Error for an experiment that nobody wrote a program for */
function write(id: string, values: Values): string {
  const writer = takeHome[id];
  if (!writer) throw new Error(`there is no program for "${id}" in src/take-home/`);
  return writer(values);
}

/** What the panel with the program needs when it is open, and not before. */
export const shelf = { write, tokensOf, saveBlob };

export type Shelf = typeof shelf;
