import { expect, it } from 'vitest';
import { resultGroups } from '../tests/result-groups.ts';
import { computeResult, readResult } from './named-results.ts';

it.each(resultGroups.trainings)(
  'the result %s, computed anew, is the committed one, bit for bit',
  { timeout: 600_000 },
  (name) => {
    expect(computeResult(name) === readResult(name), `stale: npm run results -- ${name}`).toBe(true);
  },
);
