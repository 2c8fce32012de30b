import { expect, it } from 'vitest';
import { codeFiles, filesLike, textOf } from './helpers/files.ts';
import { importsOf } from './helpers/imports.ts';

/** Packages that a file imports, by their names. */
const packagesOf = (path: string) =>
  importsOf(path, textOf(path))
    .map(({ specifier }) => /^(?![#./]|node:)(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0])
    .filter((name) => name !== undefined);

const peers = [...new Set(filesLike('scripts/bench/*.ts').flatMap(packagesOf))];

it('the peers of the benchmark are development dependencies, each at one exact version', () => {
  expect(peers).toEqual(expect.arrayContaining(['d3-random', '@tensorflow/tfjs-core']));
  const { dependencies, devDependencies } = JSON.parse(textOf('package.json'));
  expect(dependencies).toBeUndefined();
  for (const peer of peers) expect(devDependencies[peer], peer).toMatch(/^\d+\.\d+\.\d+$/);
});

it('nothing but the benchmark imports them, so they are never shipped', () => {
  const others = [...codeFiles(), ...filesLike('*.{mjs,ts}')].filter((path) => !path.startsWith('scripts/bench/'));
  expect(others.length).toBeGreaterThan(100);
  expect(others.filter((path) => packagesOf(path).some((name) => peers.includes(name)))).toEqual([]);
});
