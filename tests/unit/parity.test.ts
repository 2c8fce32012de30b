import { describe, expect, it } from 'vitest';
import type { Lesson } from '../../components/lesson/lesson.ts';
import { declaredFindings } from './helpers/declared-rules.ts';
import { type Finding, shown } from './helpers/finding.ts';
import { type LessonText, lessonText, lessonTexts, locales } from './helpers/lessons.ts';
import { linkFindings, parityFindings, scriptFindings, titleFindings } from './helpers/parity-rules.ts';

const texts = lessonTexts();
const declared = import.meta.glob<Lesson>('/content/lessons/*/lesson.ts', { import: 'default', eager: true });
const folders = Object.keys(declared).map((path) => path.slice(1).replace('/lesson.ts', ''));

const textIn = (folder: string, locale: string) =>
  texts.find((text) => text.folder === folder && text.locale === locale);

/** Compares each translation with its English lesson. */
const allPairs = (rule: (english: LessonText, other: LessonText) => Finding[]) =>
  shown(
    texts.flatMap((text) => {
      const english = textIn(text.folder, 'en');
      return english && text !== english ? rule(english, text) : [];
    }),
  );

it('every lesson and every other page of prose stands in English, and if it is translated, in all five languages', () => {
  const all = [...new Set([...folders, ...texts.map(({ folder }) => folder)])];
  const written = (folder: string) => locales.filter((locale) => textIn(folder, locale));
  const inAll = all.filter((folder) => written(folder).length === locales.length);
  expect(inAll).toEqual(
    expect.arrayContaining([
      'content/lessons/04-variance-of-a-layer',
      'content/lessons/10-digits',
      'content/pages/laboratory',
      'content/pages/parity',
    ]),
  );
  const others = all.filter((folder) => !inAll.includes(folder)).map((folder) => [folder, ...written(folder)]);
  expect(others.filter(([, ...languages]) => languages.join() !== 'en')).toEqual([]);
});

it('a lesson and its lesson.ts speak of the same sections, equations, numbers, figures and sources', () => {
  const findings = folders.flatMap((folder) => {
    const english = textIn(folder, 'en');
    const lesson = declared[`/${folder}/lesson.ts`];
    return english && lesson ? declaredFindings(lesson, english) : [];
  });
  expect(shown(findings)).toEqual([]);
});

it('translations differ from the English lesson in nothing but words', () => {
  expect(allPairs(parityFindings)).toEqual([]);
});

it('every title and every paragraph is written in the language of its file', () => {
  expect([...allPairs(titleFindings), ...shown(texts.flatMap(scriptFindings))]).toEqual([]);
});

it('links lead to pages of the same language', () => {
  expect(shown(texts.flatMap(linkFindings))).toEqual([]);
});

const english = `---
title: Scale
---

## Scale {#scale}

The <T id="variance">variance</T> of $y$ is <Num id="a" /> (<Cite id="he2015" />), see \`fans\` and [digits](/en/digits/#run).

<Eq id="law" />

<Cell id="c">
1. One.
2. Two.
</Cell>

### Depth {#depth}

<Figure id="f">Caption of $L$ layers.</Figure>
`;

/** The English lesson with some parts replaced. */
const changed = (...replacements: [string, string][]) =>
  lessonText(
    'x/ko.mdx',
    replacements.reduce((text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`the example does not contain ${from}`);
      return text.replace(from, to);
    }, english),
  );

const differences = (...replacements: [string, string][]) =>
  shown(parityFindings(lessonText('x/en.mdx', english), changed(...replacements)));

describe('the guard of parity', () => {
  it('accepts other words in another order', () => {
    const sentence = /The <T.*\n/.exec(english)?.[0] ?? '';
    const korean =
      '<Cite id="he2015" />: $y$의 <T id="variance">분산</T>은 <Num id="a" />배, `fans`와 [숫자](/ko/digits/#run).\n';
    expect(differences([sentence, korean], ['Caption of $L$ layers.', '$L$층'])).toEqual([]);
  });

  it('finds a heading with another id or depth, and names both lines', () => {
    expect(differences(['{#depth}', '{#tiefe}'])).toEqual([
      'x/ko.mdx:16: the heading here is ### {#tiefe}; at x/en.mdx:16 it is ### {#depth}',
    ]);
    expect(differences(['### Depth', '## Depth'])).toEqual([
      'x/ko.mdx:16: the heading here is ## {#depth}; at x/en.mdx:16 it is ### {#depth}',
    ]);
  });

  it('finds a missing section', () => {
    const section = english.slice(english.indexOf('### Depth'));
    expect(differences([section, ''])).toEqual([
      'x/ko.mdx:1: the heading here is the end; at x/en.mdx:16 it is ### {#depth}',
    ]);
  });

  it.each<[string, [string, string], string]>([
    ['a changed formula', ['$y$', '$x$'], 'x/ko.mdx:5: $y$ is missing in #scale; at x/en.mdx:7 it stands once'],
    [
      'a translated name in code',
      ['`fans`', '`Fächer`'],
      'x/ko.mdx:5: `fans` is missing in #scale; at x/en.mdx:7 it stands once',
    ],
    [
      'a missing number',
      ['<Num id="a" />', ''],
      'x/ko.mdx:5: <Num id="a"> is missing in #scale; at x/en.mdx:7 it stands once',
    ],
    [
      'another source',
      ['he2015', 'he2016'],
      'x/ko.mdx:5: <Cite id="he2015"> is missing in #scale; at x/en.mdx:7 it stands once',
    ],
    [
      'another term',
      ['"variance"', '"mean"'],
      'x/ko.mdx:5: <T id="variance"> is missing in #scale; at x/en.mdx:7 it stands once',
    ],
    [
      'another link',
      ['#run', '#test'],
      'x/ko.mdx:5: the link to /…/digits/#run is missing in #scale; at x/en.mdx:7 it stands once',
    ],
    [
      'another equation',
      ['id="law"', 'id="flaw"'],
      'x/ko.mdx:9: <Eq id="flaw"> stands here in #scale; x/en.mdx:9 has <Eq id="law">',
    ],
    [
      'a shorter legend',
      ['2. Two.\n', ''],
      'x/ko.mdx:11: <Cell id="c"> with 1 items stands here in #scale; x/en.mdx:11 has <Cell id="c"> with 2 items',
    ],
    [
      'a missing figure',
      [english.slice(english.indexOf('<Figure')), '$L$'],
      'x/ko.mdx:16: no further tag stands here in #depth; x/en.mdx:18 has <Figure id="f">',
    ],
    ['other front matter', ['title:', 'name:'], 'x/ko.mdx:1: the front matter has name; x/en.mdx:1 has title'],
  ])('finds %s', (_, replacement, finding) => {
    expect(differences(replacement)).toContain(finding);
  });

  it('finds an untranslated title, paragraph and link', () => {
    const source = lessonText('x/en.mdx', english);
    expect(shown(titleFindings(source, changed(['### Depth', '### 깊이'])))).toEqual([
      'x/ko.mdx:2: the title is still English: "Scale"',
    ]);
    expect(shown(scriptFindings(changed(['Caption of $L$ layers.', '$L$층의 설명입니다.'])))).toEqual([
      'x/ko.mdx:7: this is not written in the language of the file: "The variance of   is   ( ), see   and di"',
    ]);
    expect(shown(linkFindings(changed()))).toEqual(['x/ko.mdx:7: this link leads to the pages in en: /en/digits/#run']);
    expect(linkFindings(changed(['/en/digits', '/ko/digits']))).toEqual([]);
  });

  it('finds what lesson.ts declares and the prose lacks, and the other way round', () => {
    const record = (...ids: string[]) => Object.fromEntries(ids.map((id) => [id, {}]));
    const lesson = {
      sections: ['scale', 'depth'],
      equations: record('law', 'unused'),
      numbers: record('a'),
      figures: record(),
      claims: record(),
      exercises: record(),
      widgets: [],
      cells: ['c'],
      citations: ['he2015'],
    } as unknown as Lesson;
    expect(shown(declaredFindings(lesson, lessonText('x/en.mdx', english)))).toEqual([
      'x/lesson.ts:1: equations has "unused", which no <Eq> shows',
      'x/en.mdx:18: <Figure id="f"> is not among the figures of lesson.ts',
    ]);
    const moved = { ...lesson, sections: ['depth', 'scale'] };
    expect(shown(declaredFindings(moved, lessonText('x/en.mdx', english)))[0]).toBe(
      'x/en.mdx:1: lesson.ts has the sections depth scale; the prose has scale depth',
    );
  });
});
