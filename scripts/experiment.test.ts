import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { depthSweep } from '#experiments/depth-sweep.ts';
import { decodeFrame } from '#experiments/frame-json.ts';
import { experiments } from '#experiments/index.ts';
import { strictValues } from '#experiments/parse-parameters.ts';
import { tableOf } from './experiment-table.ts';

const script = fileURLToPath(new URL('experiment.ts', import.meta.url));

function experiment(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

it('--json prints what the experiment computes, to the last bit, NaN included', () => {
  const words = ['--init', 'normal1', '--depth', '60', '--width=64', '--seeds', '2', '--seed', '3'];
  const { status, stdout } = experiment('depth-sweep', ...words, '--json');
  const values = strictValues(depthSweep.params, { init: 'normal1', depth: '60', width: '64', seeds: '2', seed: '3' });
  expect(status).toBe(0);
  expect(decodeFrame(stdout)).toEqual({ experiment: 'depth-sweep', values, frame: [...depthSweep.run(values)].at(-1) });
  expect(stdout).toContain('"nan"');
});

it('without --json prints a table with the settings that differ from the defaults', () => {
  const { stdout } = experiment('one-layer', '--inputMean', '-1', '--fanIn', '2');
  const [settings, , names, first] = stdout.split('\n');
  expect(settings).toBe('one-layer --inputMean -1 --fanIn 2');
  expect(names?.trim().split(/\s+/).slice(0, 3)).toEqual(['fanIn', 'variance', 'varianceError']);
  expect(first?.trim()).toMatch(/^1 +\d/);
});

it('prints one row per layer where a frame is about layers, and numbers of inner objects by their path (seed 7)', () => {
  const { stdout } = experiment('gradient-flow', '--depth', '3', '--width', '8', '--seeds', '2');
  const [, , names, ...rows] = stdout.trimEnd().split('\n');
  expect(names?.trim().split(/ +/)).toContain('theory.gradientNorm');
  expect(rows.map((row) => row.trim().split(/ +/)[0])).toEqual(['3', '2', '1']);
  const histograms = experiment('activation-histograms', '--depth', '2').stdout;
  expect(histograms).toMatch(/layers .*measured\.mean .*theory\.saturated/);
});

it('trains on the digits and prints loss and accuracy of every start', () => {
  const { status, stdout } = experiment(
    'train-digits',
    '--starts',
    'zero,heNormal',
    '--steps',
    '1',
    '--hiddenLayers',
    '1',
  );
  expect(status).toBe(0);
  expect(stdout).toMatch(/test accuracy\n *step +zero +heNormal\n +0 +0\.11 /);
  expect(stdout).toContain('2.3026');
});

it('prints moments and the first weights with their bits, or why there are none (seed 7)', () => {
  const { stdout } = experiment('weights', '--fanIn', '20');
  expect(stdout).toMatch(/variance +0\.\d+ +0\.1\n/);
  expect(stdout).toMatch(/index +decimal +bits\n +\[0, 0\] +-?0\.\d+ +[\da-f]{8}\n/);
  expect(experiment('weights', '--init', 'deltaOrthogonal').stdout).toContain('nothing is drawn: fanInAboveFanOut');
});

it('--list shows every experiment with every option, its range and its default', () => {
  const { status, stdout } = experiment('--list');
  expect(status).toBe(0);
  for (const { id, params } of Object.values(experiments)) {
    const part = stdout.split('\n\n').find((text) => text.startsWith(`${id}\n`));
    for (const key of Object.keys(params)) expect(part).toMatch(new RegExp(`^  --${key} `, 'm'));
  }
  expect(stdout).toMatch(/--depth +an integer from 1 to 200 \(default 50\)/);
});

const ids = Object.keys(experiments).join(', ');

it.each([
  [['depth-swep'], `there is no experiment depth-swep; the experiments are ${ids}`],
  [[], `name an experiment: ${ids}; --list shows their options`],
  [['toString'], 'there is no experiment toString'],
  [['depth-sweep', '--depth', '500'], 'depth must be an integer from 1 to 200, got 500'],
  [['depth-sweep', '--init', 'he'], 'init must be one of zero, constant,'],
  [['depth-sweep', '--deep', '5'], 'there is no option --deep; the options are init, gain,'],
  [['depth-sweep', '--depth'], '--depth needs a value: --depth VALUE'],
  [['depth-sweep', 'one-layer'], 'one experiment at a time, got depth-sweep and one-layer'],
])('%j is refused with exit code 1, naming value and remedy', (words, message) => {
  const { status, stdout, stderr } = experiment(...words);
  expect(stderr).toContain(message);
  expect(stderr).not.toContain('    at ');
  expect([status, stdout]).toEqual([1, '']);
});

it('a table of single numbers has one row', () => {
  expect(tableOf({ progress: 1, mean: 0.125, count: 3 })).toBe(' mean  count\n0.125      3');
});

it('a table has the longest series as columns, right-aligned, with five digits', () => {
  expect(tableOf({ progress: 1, layers: [0, 1], measured: [1 / 3, Number.NaN], low: [] })).toBe(
    'layers  measured\n     0   0.33333\n     1       NaN',
  );
});

it('prints trainings in the plane by step, and normalization by layer, by sigma and by start', () => {
  const toy = experiment('train-toy', '--starts', 'zero', '--steps', '1');
  expect(toy.stdout).toMatch(/accuracy on the points\nstep +zero\n +0 +0\.5\n +1 +0\.5/);
  const { stdout } = experiment('normalization', '--steps', '1', '--hiddenLayers', '1', '--width', '10');
  expect(stdout).toMatch(/layer +none before +theory +none after +batch before/);
  expect(stdout).toMatch(/\n +10 +[\d.e-]+/);
  expect(stdout).toMatch(/\nlayer +heNormal +[\d.]+ +0\.\d+/);
});
