import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { type Race, ratios, runRace } from './bench/race.ts';

const script = fileURLToPath(new URL('bench.ts', import.meta.url));

function bench(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

it('sampling races Math.random, d3-random, stdlib and tfjs, and --json prints their ratios and nothing else', () => {
  const { status, stdout } = bench('sampling', '--quick', '--json');
  expect(status).toBe(0);
  const { sampling, ...rest } = JSON.parse(stdout);
  expect(rest).toEqual({});
  expect(Object.keys(sampling)).toEqual([
    'uniform Math.random',
    'uniform d3-random',
    'uniform tfjs randomUniform',
    'normal d3-random',
    'normal @stdlib/random-base-improved-ziggurat',
    'normal tfjs randomNormal',
  ]);
  for (const ratio of Object.values(sampling)) expect(ratio).toBeGreaterThan(0);
});

it('training and propagation race tfjs on both backends and jax-js, and products measure against registers alone', () => {
  const { training, propagation, gflops, peak, ...rest } = JSON.parse(
    bench('training', 'propagation', 'products', '--quick', '--json').stdout,
  );
  expect(rest).toEqual({});
  const peers = ['tfjs cpu', 'tfjs wasm', 'jax-js'];
  expect(Object.keys(training)).toEqual([...peers, 'digits Zero to He on random inputs']);
  expect(Object.keys(propagation)).toEqual(peers);
  for (const ratio of Object.values({ ...training, ...propagation, gflops, peak })) expect(ratio).toBeGreaterThan(0);
});

it('without a name it runs all suites, and prints a table of each race', () => {
  const { stdout } = bench('--quick');
  expect(stdout).toMatch(/^\ntraining, \d+ operations, median of 1\nZero to He /);
  expect(stdout).toContain('training: digits');
  expect(stdout).toContain('propagation, ');
  expect(stdout).toMatch(/\nproducts: [\d.]+ Gflop\/s, \d+% of [\d.]+ in registers alone\n/);
  expect(stdout).toContain('sampling: uniform, 1049 values, median of 1\nZero to He, torch stream ');
  expect(stdout.match(/\nZero to He, torch stream, in TypeScript +[\d.]+ ms +[\d.]+ M values\/s /g)).toHaveLength(2);
  expect(stdout).toMatch(/\nMath\.random +[\d.]+ ms +[\d.]+ M values\/s +[\d.]+ times ours\n/);
  expect(stdout).toContain('sampling: normal');
});

it('scaling compares our step with wider, deeper and larger ones, each with its own number of operations', () => {
  const { stdout } = bench('scaling', '--quick', '--json');
  expect(Object.keys(JSON.parse(stdout).scaling)).toEqual([
    ...['width 50', 'width 200', 'width 400'],
    ...['depth 2', 'depth 8', 'depth 16'],
    ...['batch 32', 'batch 64', 'batch 512'],
  ]);
});

it('--torch says why there is nothing to say where there is no torch', () => {
  const { status, stdout } = spawnSync(process.execPath, [script, 'products', '--quick', '--torch'], {
    encoding: 'utf8',
    env: { ...process.env, PYTHON: 'no-such-python' },
  });
  expect(status).toBe(0);
  expect(stdout).toMatch(/\nPyTorch: not measured, spawnSync no-such-python ENOENT\n$/);
});

it('names what there is when it is asked for something else', () => {
  expect(bench('cooking')).toMatchObject({
    status: 1,
    stderr: 'there is no suite cooking; the suites are training, propagation, sampling, scaling, products\n',
  });
  expect(bench('--fast').stderr).toBe(
    'there is no option --fast; the options are --json, --quick, --chromium, --page, --torch\n',
  );
});

it('a race lets everybody run once a round, and compares medians after the warm-up', async () => {
  const runs: string[] = [];
  const contestant = (name: string, milliseconds: number[]) => ({
    name,
    async run() {
      runs.push(name);
      const start = performance.now();
      const duration = milliseconds.shift() ?? 0;
      while (performance.now() - start < duration);
    },
  });
  const race: Race = {
    name: 'waiting',
    amount: 1,
    unit: 'waits',
    ours: contestant('ours', [40, 2, 2, 2]),
    variants: [contestant('variant', [])],
    peers: [contestant('peer', [0, 60, 20, 20])],
  };
  const times = await runRace(race, { warmUp: 1, rounds: 3 });
  expect(runs.join(' ')).toBe(Array(4).fill('ours variant peer').join(' '));
  expect([...times.keys()]).toEqual(['ours', 'variant', 'peer']);
  expect(times.get('ours')).toBeGreaterThanOrEqual(2);
  expect(times.get('peer')).toBeGreaterThanOrEqual(20);
  expect(ratios(race, new Map([...times.keys()].map((name, i) => [name, 2 + 3 * i])))).toEqual({ 'waiting peer': 4 });
});
