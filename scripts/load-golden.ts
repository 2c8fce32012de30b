import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GoldenText } from '#experiments/resources.ts';

/** The golden files that the site serves. */
export const goldenFolder = fileURLToPath(new URL('../public/golden/', import.meta.url));

/**
 * The golden files of a folder: every file whose name ends in .json, in alphabetical order.
 *
 * @throws an Error that names the folder, if it cannot be read or has no such file
 */
export function loadGolden(folder = goldenFolder): GoldenText[] {
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (!stats) throw new Error(`there is no folder ${folder}: name one that holds golden files, such as public/golden`);
  if (!stats.isDirectory()) throw new Error(`${folder} is not a folder: name the folder that it lies in`);
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  if (names.length === 0)
    throw new Error(`no file in ${folder} ends in .json: golden files look like those of public/golden`);
  return names.sort().map((name) => ({ name, content: readFileSync(join(folder, name), 'utf8') }));
}
