import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Coverage, coverageFindings, coverageTable, loadCoverage, tableFile, targetsOf } from './coverage.ts';
import { loadAnswers, loadPlaces } from './coverage-places.ts';

const coverage = loadCoverage();
const places = await loadPlaces();
const answers = await loadAnswers();

describe('the course covers', () => {
  it('every row of the audit and every topic of the plan, at places that exist', () => {
    expect(coverageFindings(coverage, places, answers)).toEqual([]);
  });

  it('all 170 rows: 41 Korean, 35 Japanese, 32 Russian, 62 Chinese, none left out', () => {
    const expected = Object.entries({ ko: 41, ja: 35, ru: 32, zh: 62 }).flatMap(([seed, count]) =>
      Array.from({ length: count }, (_, index) => `${seed}-${String(index + 1).padStart(2, '0')}`),
    );
    expect(coverage.rows.map(({ id }) => id)).toEqual(expected);
  });

  it('the verdicts of the audit: 90 correct, 48 imprecise, 28 wrong, 4 outdated', () => {
    const count = (verdict: string) => coverage.rows.filter((row) => row.verdict === verdict).length;
    expect(['correct', 'imprecise', 'wrong', 'outdated'].map(count)).toEqual([90, 48, 28, 4]);
  });

  it('topics of all thirteen lessons', () => {
    const parts = new Set(coverage.topics.map(({ part }) => part));
    for (let lesson = 1; lesson <= 13; lesson++) expect([...parts]).toContain(`Lesson ${lesson}`);
  });
});

it('docs/coverage.md is what `npm run coverage` writes', () => {
  const written = readFileSync(tableFile, 'utf8');
  expect(written === coverageTable(coverage, places, answers), 'stale: npm run coverage').toBe(true);
});

describe('the check of the coverage finds', () => {
  const known = new Map([
    ['he#forward', 'content/lessons/07-he/en.mdx'],
    ['claim:near-one', 'content/claims/near-one.ts'],
  ]);
  const row = { id: 'ko-01', verdict: 'wrong', says: 'a_b | c', targets: ['he#forward'] } as const;
  const good: Coverage = { notes: { ko: 'Notes' }, rows: [row], topics: [] };
  const found = (changes: Partial<Coverage>, claims = new Map<string, string[]>()) =>
    coverageFindings({ ...good, ...changes }, known, claims);

  it('nothing where all is well', () => {
    expect(found({})).toEqual([]);
  });

  it('a row and a topic without a target, but not a row that a claim answers', () => {
    const bare = { ...row, targets: [] };
    expect(found({ rows: [bare] })).toEqual(['ko-01: no target']);
    expect(found({ rows: [bare] }, new Map([['ko-01', ['near-one']]]))).toEqual([]);
    expect(found({ topics: [{ part: 'Lesson 1', topic: 'x', targets: [] }] })).toEqual(['Lesson 1, x: no target']);
  });

  it.each(['he#backwards', 'claim:near-two', 'experiment:x', 'term:x', 'page:x'])(
    'a target that is not there: %s',
    (at) => {
      expect(found({ rows: [{ ...row, targets: [at] }] })).toEqual([`ko-01: there is no ${at}`]);
    },
  );

  it('a claim about no row, a row of unknown notes, a row that stands twice', () => {
    expect(found({}, new Map([['ko-99', ['near-one']]]))).toEqual(['claim:near-one names ko-99, which is no row']);
    expect(found({ rows: [{ ...row, id: 'xx-01' }] })).toEqual(['xx-01: from which notes?']);
    expect(found({ rows: [row, row] })).toEqual(['ko-01: twice']);
  });

  it('its table names claims first, escapes what Markdown would read, and adds remarks', () => {
    const claims = new Map([['ko-01', ['near-one']]]);
    expect(targetsOf(row, claims)).toEqual(['claim:near-one', 'he#forward']);
    const text = coverageTable({ ...good, rows: [{ ...row, remark: 'but not all' }] }, known, claims);
    expect(text).toContain(
      '| ko-01 | a\\_b \\| c | wrong | [`claim:near-one`](../content/claims/near-one.ts), ' +
        '[`he#forward`](../content/lessons/07-he/en.mdx); but not all |',
    );
    expect(text).toContain('Of the 1 rows that are not correct, 1 are answered');
  });
});
