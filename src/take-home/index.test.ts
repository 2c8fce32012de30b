import { createHash } from 'node:crypto';
import { isDeepStrictEqual as isEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { decodeFrame } from '#experiments/frame-json.ts';
import { experiments } from '#experiments/index.ts';
import { type NamedResult, namedRuns } from '#experiments/named-runs.ts';
import type { Values } from '#experiments/parameters.ts';
import { loadDigits } from '../../scripts/load-digits.ts';
import { readResult, runNames } from '../../scripts/named-results.ts';
import { takeHomeCases } from '../../scripts/take-home-cases.ts';
import { sha256 } from '../../tests/golden.ts';
import { differences, takeHomeMeta, takeHomeRuns } from '../../tests/take-home.ts';
import { counterparts } from '../../tests/take-home-counterparts.ts';
import { takeHome } from './index.ts';

const digits = loadDigits();

/** The last frame: of the committed result, which another test computes anew, or of a run. */
function lastFrame(id: string, values: Values): unknown {
  const name = runNames.find((each) => namedRuns[each].experiment.id === id && isEqual(namedRuns[each].values, values));
  if (name) return (decodeFrame(readResult(name)) as NamedResult).frame;
  let last: unknown;
  for (last of experiments[id]!.run(values, { digits }));
  return last;
}

const again = 'run it again: node scripts/take-home.ts | python3 scripts/run-take-home.py > tests/take-home.jsonl';

it('there is a program for every experiment but the comparison with PyTorch itself, and each has been run', () => {
  const ids = Object.keys(experiments).filter((id) => id !== 'parity');
  expect(Object.keys(takeHome).toSorted()).toEqual(ids.toSorted());
  const recorded = takeHomeRuns.map(({ experiment, values }) => [experiment, values]);
  expect(recorded, again).toEqual(takeHomeCases.map(({ experiment, values }) => [experiment, values]));
  expect(new Set(recorded.map(([experiment]) => experiment))).toEqual(new Set(ids));
  expect(takeHomeMeta.meta).toMatchObject({ torch: expect.stringMatching(/^\d+\./), torch_cpu_capability: 'AVX2' });
});

describe.each(takeHomeRuns)('$experiment, $values', ({ experiment, values, weights, results, output, ...run }) => {
  const counterpart = counterparts[experiment]!;

  it('the program is the one that was run', () => {
    const code = takeHome[experiment]!(values);
    expect(createHash('sha256').update(code).digest('hex'), again).toBe(run.sha256);
    expect(output.trim()).not.toBe('');
  });

  it('PyTorch drew the same weights, to the bit', () => {
    const ours = counterpart.weights(values);
    if (ours) expect(ours.map(sha256)).toEqual(weights.map((tensor) => tensor.sha256));
    else expect(weights.length).toBeGreaterThan(0);
  });

  it('PyTorch found the same, up to rounding', () => {
    const ours = counterpart.results(lastFrame(experiment, values), values);
    expect(differences(ours, results, counterpart.within).slice(0, 10)).toEqual([]);
  });
});

it('the comparison notices a wrong value, a wrong word and a missing value', () => {
  const within = { share: 1e-5, absolute: 0 };
  expect(differences([1, [2.00001, NaN]], [1, [2, 'nan']], within)).toEqual([]);
  expect(differences([1, [2.001, NaN]], [1, [2, 'inf']], within)).toEqual([
    '[1][0]: 2.001, in PyTorch 2',
    '[1][1]: NaN, in PyTorch Infinity',
  ]);
  expect(differences([1], [1, 2], within)).toEqual([': 1 values, in PyTorch 2 values']);
  expect(differences([1, Infinity], [1, 2], within)).toHaveLength(1);
  expect(differences([1e38, -Infinity], ['inf', 'inf'], within)).toHaveLength(2);
});
