import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GoldenText } from '#experiments/resources.ts';

/** The golden files that the site serves. */
export const goldenFolder = fileURLToPath(new URL('../public/golden/', import.meta.url));

/** What lies in a folder: the golden files, and those that could not be read. */
export interface GoldenFolder {
  golden: GoldenText[];
  unreadable: { name: string; error: unknown }[];
}

/**
 * Reads every file of a folder whose name ends in .json, in capitals or not, in alphabetical order. Folders inside it are not
 * looked into, whatever their names.
 *
 * @throws an Error that names the folder, if it cannot be read or has no such file
 */
export function readGoldenFolder(folder: string): GoldenFolder {
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (!stats) throw new Error(`there is no folder ${folder}: name one that holds golden files, such as public/golden`);
  if (!stats.isDirectory()) throw new Error(`${folder} is not a folder: name the folder that it lies in`);
  const names = readdirSync(folder).filter((name) => /\.json$/i.test(name) && !isFolder(join(folder, name)));
  if (names.length === 0)
    throw new Error(`no file in ${folder} ends in .json: golden files look like those of public/golden`);
  const read: GoldenFolder = { golden: [], unreadable: [] };
  for (const name of names.sort()) {
    try {
      read.golden.push({ name, content: readFileSync(join(folder, name), 'utf8') });
    } catch (error) {
      read.unreadable.push({ name, error });
    }
  }
  return read;
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/**
 * The golden files of a folder, all of them.
 *
 * @throws an Error if a file cannot be read, or as `readGoldenFolder`
 */
export function loadGolden(folder = goldenFolder): GoldenText[] {
  const { golden, unreadable } = readGoldenFolder(folder);
  for (const { error } of unreadable) throw error;
  return golden;
}
