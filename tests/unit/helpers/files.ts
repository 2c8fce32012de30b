import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The files of the project that match a pattern, by their paths from its top, with forward slashes. */
export const filesLike = (...patterns: string[]): string[] =>
  globSync(patterns, { cwd: root, exclude: ['**/node_modules/**'] })
    .map((path) => path.replaceAll('\\', '/'))
    .sort();

export const textOf = (path: string): string => readFileSync(root + path, 'utf8');

/** Everything that is written as code: modules, components, scripts and tests. */
export const codeFiles = (): string[] => filesLike('{src,components,content,scripts,tests}/**/*.{ts,tsx,astro,mjs}');

export const isTest = (path: string): boolean => /\.(test|spec)\.tsx?$/.test(path);
