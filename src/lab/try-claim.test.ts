import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import clipTheWeights from '#content/claims/clip-the-weights.ts';
import dropout from '#content/claims/dropout-breaks-symmetry.ts';
import { decodeFrame, encodeFrame } from '#experiments/frame-json.ts';
import { type TestOfClaim, tryClaim } from './try-claim.ts';

const committed = <Frame>(run: string) =>
  (decodeFrame(readFileSync(`src/experiments/results/${run}.json`, 'utf8')) as { frame: Frame }).frame;

const load = async () => ({});

describe('the test of a claim, run as on a page,', () => {
  it('measures the same bits from runs computed anew as from the committed ones', async () => {
    const shares: number[] = [];
    const outcome = await tryClaim(dropout as TestOfClaim, load, (share) => shares.push(share));
    expect(outcome).toEqual({ measured: encodeFrame(dropout.measure(committed)), judgement: 'true' });
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });

  it('computes directly where it names no run, and has nothing to report then', async () => {
    const shares: number[] = [];
    const outcome = await tryClaim(clipTheWeights as TestOfClaim, load, (share) => shares.push(share));
    expect(outcome).toEqual({ measured: encodeFrame(clipTheWeights.measure()), judgement: 'false' });
    expect(shares).toEqual([]);
  });

  it('refuses to read a run that it does not name', async () => {
    const test: TestOfClaim = { ...(dropout as TestOfClaim), runs: [] };
    await expect(tryClaim(test, load, () => undefined)).rejects.toThrow(
      'the test reads the run "symmetry-equal", which is not among its runs',
    );
  });
});
