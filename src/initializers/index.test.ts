import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as chapter from './index.ts';

const folder = new URL('.', import.meta.url);
const text = readFileSync(new URL('index.ts', folder), 'utf8');

/** What another file of the chapter is made with, and no reader starts with. */
const tools = [
  'check-name.ts',
  'kernel.ts',
  'python.ts',
  'pytorch-code.ts',
  'numpy-code.ts',
  'keras-code.ts',
  'jax-code.ts',
];

test('the chapter lists every file of the folder once, but for the tools', () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  const listed = [...text.matchAll(/from '\.\/(.*)';/g)].map(([, file]) => file);
  expect([...listed, ...tools, 'index.ts'].sort()).toEqual(files.sort());
});

test('no two files use the same name for different things', () => {
  // `export *` leaves out, without a word, a name that comes from two files
  const names = [...text.matchAll(/export \* from '\.\/(.*)';/g)].flatMap(([, file]) =>
    [...readFileSync(new URL(file as string, folder), 'utf8').matchAll(/^export (?:const|function) (\w+)/gm)].map(
      ([, name]) => name as string,
    ),
  );
  expect(names.length).toBeGreaterThan(40);
  expect(new Set(names).size).toBe(names.length);
  expect(Object.keys(chapter)).toEqual(expect.arrayContaining(names));
});
