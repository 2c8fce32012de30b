import { describe, expect, it } from 'vitest';
import type { Lesson } from '../../components/lesson/lesson.ts';
import { symbols } from '../../components/lesson/linked/symbols.ts';
import { quantityIds } from '../../src/experiments/quantities.ts';
import { catalogues } from '../../src/i18n/messages.ts';
import { textOf } from './helpers/files.ts';
import { shown } from './helpers/finding.ts';
import { lessonText, lessonTexts } from './helpers/lessons.ts';
import { lettersOf, linkedFindings, unseenNames } from './helpers/linked-rules.ts';

const declared = import.meta.glob<Lesson>('/content/lessons/*/lesson.ts', { import: 'default', eager: true });

/** Lessons that link something, with their English prose. */
const lessons = lessonTexts().flatMap((english) => {
  const lesson = declared[`/${english.folder}/lesson.ts`];
  return english.locale === 'en' && lesson?.linked ? [{ lesson, english }] : [];
});

it('lessons link quantities that stand in their formulas and have values, or say that they have none', () => {
  expect(lessons.length).toBeGreaterThanOrEqual(4);
  expect(shown(lessons.flatMap(({ lesson, english }) => linkedFindings(lesson, english)))).toEqual([]);
});

it('every quantity is linked by a lesson and has a name in every language', () => {
  const linked = new Set(
    lessons.flatMap(({ lesson }) => [...(lesson.linked?.quantities ?? []), ...(lesson.linked?.withoutValue ?? [])]),
  );
  expect(quantityIds.filter((id) => !linked.has(id))).toEqual([]);
  const nameless = Object.values(catalogues).flatMap((catalogue) =>
    quantityIds.filter((id) => !catalogue[`quantity.${id}`]),
  );
  expect(nameless).toEqual([]);
});

it('every name in code is shown by a cell or a source of a lesson that links it', () => {
  expect(unseenNames(lessons)).toEqual([]);
});

it('every letter of a linked symbol stands in NOTATION.md', () => {
  const known = new Set([...textOf('NOTATION.md').matchAll(/`([^`]+)`/g)].flatMap(([, tex]) => lettersOf(tex ?? '')));
  const letters = Object.values(symbols).flatMap(({ tex }) => tex.flatMap(lettersOf));
  expect(letters.length).toBeGreaterThan(40);
  expect(letters.filter((letter) => !known.has(letter))).toEqual([]);
});

describe('the guard of linked quantities finds', () => {
  const english = lessonText('content/lessons/x/en.mdx', 'Of $n$ terms, $q_L$.');
  const findings = (linked: NonNullable<Lesson['linked']>) =>
    linkedFindings({ equations: {}, widgets: ['one-layer'], linked } as unknown as Lesson, english).map(
      ({ message }) => message,
    );

  it('nothing in a good lesson', () => {
    expect(findings({ quantities: ['fanIn'], withoutValue: ['lastSecondMoment'] })).toEqual([]);
  });

  it('a symbol that is nowhere', () => {
    expect(findings({ quantities: ['inputMoment'] })).toEqual(['inputMoment is linked, but stands in no formula']);
  });

  it('a value that is not there, and one that is', () => {
    expect(findings({ quantities: ['lastSecondMoment'], withoutValue: ['fanIn'] })).toEqual([
      'lastSecondMoment has no value in any widget: it belongs to withoutValue',
      'fanIn has a value in a widget: it does not belong to withoutValue',
    ]);
  });
});
