import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { scriptsWith } from './helpers/site.ts';

/** Texts that stand in the code of a peer of the benchmark, minified or not. */
const marks = {
  '@stdlib/random-base-improved-ziggurat': 'improved-ziggurat',
  '@tensorflow/tfjs-core': 'Overwriting the platform',
  '@tensorflow/tfjs-backend-cpu': 'looks like you are running TensorFlow.js',
};

test('the built site contains none of the libraries that it is only compared with', () => {
  expect(scriptsWith('').length, 'without scripts this tests nothing').toBeGreaterThan(5);
  for (const [peer, mark] of Object.entries(marks)) {
    const sources = globSync(`node_modules/${peer}/{lib,dist}/*.js`);
    expect(
      sources.some((file) => readFileSync(file, 'utf8').includes(mark)),
      `${mark} marks ${peer}`,
    ).toBe(true);
    expect(scriptsWith(mark), peer).toEqual([]);
  }
});
