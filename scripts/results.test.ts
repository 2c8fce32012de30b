import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { resultGroups } from '../tests/result-groups.ts';
import { computeResult, readResult, runNames } from './named-results.ts';

it.each(resultGroups.short)(
  'the result %s, computed anew, is the committed one, bit for bit',
  { timeout: 600_000 },
  (name) => {
    expect(computeResult(name) === readResult(name), `stale: npm run results -- ${name}`).toBe(true);
  },
);

it('every named run is computed anew by one of the three files of tests', () => {
  expect(Object.values(resultGroups).flat().sort()).toEqual([...runNames].sort());
});

it('there is a file for every named run, and no other', () => {
  const files = readdirSync(new URL('../src/experiments/results/', import.meta.url));
  expect(files.sort()).toEqual(runNames.map((name) => `${name}.json`).sort());
});

it('all results together are smaller than 1.5 MB', () => {
  const size = runNames.reduce((sum, name) => sum + readResult(name).length, 0);
  expect(size).toBeLessThan(1_500_000);
});

it('the command refuses a name that it does not know, with those it knows', () => {
  const script = fileURLToPath(new URL('results.ts', import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [script, 'depth-swep'], { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toBe(`there is no run named depth-swep; the runs are ${runNames.join(', ')}\n`);
});
