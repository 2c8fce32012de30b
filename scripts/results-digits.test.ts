import { expect, it } from 'vitest';
import { computeResult, readResult, runNames } from './named-results.ts';

const runs = runNames.filter((name) => /^digits-(relu|first|one)/.test(name));

it.each(runs)('the result %s, computed anew, is the committed one, bit for bit', { timeout: 600_000 }, (name) => {
  expect(computeResult(name) === readResult(name), `stale: npm run results -- ${name}`).toBe(true);
});
