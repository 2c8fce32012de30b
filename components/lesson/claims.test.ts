import { describe, expect, it } from 'vitest';
import { namedRuns } from '#experiments/named-runs.ts';
import { catalogues } from '#i18n/messages.ts';
import { type Claim, verdicts } from './claim.ts';
import { checkVerdict, claims, tryClaim } from './claims.ts';
import type { Lesson } from './lesson.ts';
import { results } from './results.ts';

const ids = Object.keys(claims);
const lessons = Object.values(
  import.meta.glob<Lesson>('/content/lessons/*/lesson.ts', { import: 'default', eager: true }),
);

it('at least thirty statements are on trial, with every verdict among them', () => {
  expect(ids.length).toBeGreaterThanOrEqual(30);
  expect(new Set(Object.values(claims).map(({ verdict }) => verdict))).toEqual(new Set(verdicts));
});

it('every claim is shown in exactly one lesson, under the name of its file', () => {
  expect(lessons.flatMap((lesson) => lesson.claims).sort()).toEqual([...ids].sort());
});

it('no row of the audit is answered twice, and every row is written as the audit names it', () => {
  const rows = Object.values(claims).flatMap((claim) => claim.rows);
  expect(rows.filter((row) => !/^(ko|ja|ru|zh)-\d\d$/.test(row))).toEqual([]);
  expect(rows.filter((row, index) => rows.indexOf(row) !== index)).toEqual([]);
});

describe.each(Object.entries(claims))('%s', (id, claim: Claim) => {
  const { measured } = tryClaim(id);
  const keys = Object.keys(measured);
  const judged = (changes: Record<string, number>) => claim.judge({ ...measured, ...changes });

  it('has a verdict that its measurement supports', () => {
    expect(claim.judge(measured)).toBe(claim.verdict);
  });

  it('measures the same bits again, and prints every value under a label of its own', () => {
    expect(claim.measure(results)).toEqual(measured);
    expect(keys).toEqual(Object.keys(claim.shows));
    expect(keys.filter((key) => !(`measured.${key}` in catalogues.en))).toEqual([]);
    expect(keys.filter((key) => Number.isNaN(measured[key]))).toEqual([]);
  });

  it('can fail: each value decides, and a changed one of them changes the verdict', () => {
    expect(keys.filter((key) => judged({ [key]: Number.NaN }) === claim.verdict)).toEqual([]);
    const others = [0, 1 / 2, 1, 2, 3, 100, 1e12, -1, Number.POSITIVE_INFINITY];
    const factors = [1e-12, 0.01, 0.1, 2, 10, 100, 1e12];
    const changed = keys.flatMap((key) =>
      [...others, ...factors.map((factor) => factor * (measured[key] ?? 0))].map((value) => judged({ [key]: value })),
    );
    expect(changed.some((judgement) => judgement !== claim.verdict)).toBe(true);
  });

  it('says where the statement stands, and quotes no more than a sentence', () => {
    const { work, edition, url, quotation } = claim.source;
    expect(work.length).toBeGreaterThan(5);
    expect(edition.length).toBeGreaterThan(5);
    expect(url ?? 'https://example.org').toMatch(/^https:\/\/\S+$/);
    if (!quotation) return;
    expect(() => new Intl.Locale(quotation.lang)).not.toThrow();
    expect(quotation.text.trim()).toBe(quotation.text);
    expect(quotation.text.length).toBeGreaterThan(5);
    expect(quotation.text.length).toBeLessThan(140);
    expect(quotation.text).not.toMatch(/。\S|[.!?] \S/);
  });

  it('reads only the runs that it names', () => {
    const read = new Set<string>();
    claim.measure((run) => {
      read.add(run);
      return results(run);
    });
    expect([...read].sort()).toEqual([...claim.runs].sort());
    expect(claim.runs.filter((run) => !(run in namedRuns))).toEqual([]);
  });
});

describe('the build', () => {
  it('refuses a verdict that the measurement does not support, and says what was measured', () => {
    const claim = claims['near-one'] as Claim;
    const measured = { 'keeping-std': 0.9, 'std-one-layer': 1.1 };
    expect(() => checkVerdict('near-one', claim, measured)).toThrow(
      'claim near-one says "false", the measurement supports "true": keeping-std 0.9, std-one-layer 1.1',
    );
    expect(() => checkVerdict('near-one', { ...claim, verdict: 'true' }, measured)).not.toThrow();
  });

  it('refuses a claim that there is not', () => {
    expect(() => tryClaim('none')).toThrow('there is no claim none; make content/claims/none.ts');
  });
});
