import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { commonRow, rangeFindings, repeatFindings, type Status, statusLines, statusOf } from './course-status.ts';
import { loadLessons } from './load-lessons.ts';

const all = (await loadLessons()).map(statusOf);

it('every lesson is within its ranges of words, minutes, experiments, cells and exercises', () => {
  expect(all.length).toBeGreaterThan(10);
  expect(all.flatMap(rangeFindings)).toEqual([]);
});

it('no lesson repeats a derivation of another', () => {
  expect(repeatFindings(all)).toEqual([]);
});

it('the command prints a row for every lesson, the sum and the rule, and fails if something is out of range', () => {
  const script = fileURLToPath(new URL('course-status.ts', import.meta.url));
  const { status, stdout } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
  expect(stdout).toContain(statusLines(all).join('\n'));
  expect(stdout).toContain('200 words');
  expect(status).toBe(all.flatMap(rangeFindings).length + repeatFindings(all).length > 0 ? 1 : 0);
});

describe('the check of the course finds', () => {
  const good: Status = {
    number: 1,
    slug: 'good',
    reading: {
      words: 1800,
      steps: 9,
      equations: [],
      widgets: 2,
      cells: 2,
      claims: 0,
      exercises: { numeric: 5, run: 1 },
    },
    tex: ['a', 'b', 'c', 'd'],
    citations: 4,
  };

  it('nothing in a good lesson', () => {
    expect(rangeFindings(good)).toEqual([]);
  });

  it('what is too short, too long or missing', () => {
    const short = { ...good, slug: 'short', reading: { ...good.reading, words: 1199, exercises: { run: 2 } } };
    expect(rangeFindings(short)).toEqual([
      'short: 1199 words, not 1200 to 2500',
      'short: 20 minutes, not 25 to 60',
      'short: 2 exercises, not at least 4',
    ]);
    const long = { ...good, reading: { ...good.reading, words: 2501, widgets: 1 } };
    expect(rangeFindings(long)).toEqual(['good: 2501 words, not 1200 to 2500', 'good: 1 widgets, not at least 2']);
  });

  it('three equations in a row that another lesson shows too, but not two, nor three apart', () => {
    const other = (...tex: string[]) => repeatFindings([good, { ...good, slug: 'other', tex }]);
    expect(other('x', 'b', 'c', 'd', 'y')).toEqual(['other repeats a derivation of good: b, then c, then d']);
    expect(other('b', 'c', 'x', 'd')).toEqual([]);
    expect(commonRow(['a', 'a', 'b'], ['a', 'b'])).toEqual(['a', 'b']);
  });
});
