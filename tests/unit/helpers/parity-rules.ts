import { blocksOf } from './blocks.ts';
import type { Finding } from './finding.ts';
import type { LessonText, Locale } from './lessons.ts';
import { descendants, frontMatter, lineOf } from './mdx.ts';
import { frontMatterKeys, type Mark, type Section, skeletonOf } from './skeleton.ts';

/** Where a translation differs from the English lesson in anything but words. Messages name the places in both files. */
export function parityFindings(english: LessonText, other: LessonText): Finding[] {
  const [source, translation] = [skeletonOf(english.document), skeletonOf(other.document)];
  const found = [...headMismatch(english, other), ...headingMismatch(english.file, source, other.file, translation)];
  const sections = source.flatMap((section) => {
    const same = translation.find(({ id }) => id === section.id);
    return same
      ? [
          ...orderMismatch(english.file, section, other.file, same),
          ...bagMismatch(english.file, section, other.file, same),
        ]
      : [];
  });
  return [...found, ...sections];
}

function headMismatch(english: LessonText, other: LessonText): Finding[] {
  const [expected, actual] = [english, other].map(({ document }) => frontMatterKeys(document).join(', '));
  if (expected === actual) return [];
  return [
    {
      file: other.file,
      line: 1,
      message: `the front matter has ${actual || 'nothing'}; ${english.file}:1 has ${expected}`,
    },
  ];
}

const heading = ({ id, depth }: Section) => (id === '' ? 'the end' : `${'#'.repeat(depth)} {#${id}}`);

const end: Section = { id: '', depth: 0, line: 1, sequence: [], inSentences: [] };

function headingMismatch(file: string, source: Section[], otherFile: string, translation: Section[]): Finding[] {
  const count = Math.max(source.length, translation.length);
  for (let index = 0; index < count; index++) {
    const [expected, actual] = [source[index] ?? end, translation[index] ?? end];
    if (heading(expected) !== heading(actual)) {
      const message = `the heading here is ${heading(actual)}; at ${file}:${expected.line} it is ${heading(expected)}`;
      return [{ file: otherFile, line: actual.line, message }];
    }
  }
  return [];
}

/** The first place where the order of tags differs: everything after it would differ too. */
function orderMismatch(file: string, source: Section, otherFile: string, translation: Section): Finding[] {
  const count = Math.max(source.sequence.length, translation.sequence.length);
  for (let index = 0; index < count; index++) {
    const [expected, actual] = [source.sequence[index], translation.sequence[index]];
    if (expected?.label !== actual?.label) {
      const here = `${actual?.label ?? 'no further tag'} stands here in #${source.id}`;
      const there = `${file}:${expected?.line ?? source.line} has ${expected?.label ?? 'no further tag'}`;
      return [{ file: otherFile, line: actual?.line ?? translation.line, message: `${here}; ${there}` }];
    }
  }
  return [];
}

const linesOf = (marks: Mark[], label: string) => marks.filter((mark) => mark.label === label).map(({ line }) => line);

const times = (count: number) => (count === 0 ? 'is missing' : count === 1 ? 'stands once' : `stands ${count} times`);

function bagMismatch(file: string, source: Section, otherFile: string, translation: Section): Finding[] {
  const labels = new Set([...source.inSentences, ...translation.inSentences].map(({ label }) => label));
  return [...labels].flatMap((label) => {
    const [expected, actual] = [linesOf(source.inSentences, label), linesOf(translation.inSentences, label)];
    if (expected.length === actual.length) return [];
    const there = `${file}:${expected.join(',') || source.line} it ${times(expected.length)}`;
    const message = `${label} ${times(actual.length)} in #${source.id}; at ${there}`;
    return [{ file: otherFile, line: actual[0] ?? translation.line, message }];
  });
}

/** Links that lead to another language's page. */
export function linkFindings({ file, locale, document }: LessonText): Finding[] {
  return [...descendants(document.tree)].flatMap((node) => {
    const [, target] = /^\/(en|ko|ja|ru|zh)\//.exec(node.type === 'link' ? (node.url ?? '') : '') ?? [];
    return target === undefined || target === locale
      ? []
      : [{ file, line: lineOf(node), message: `this link leads to the pages in ${target}: ${node.url}` }];
  });
}

const scripts: Record<Locale, RegExp> = {
  en: /\p{Script=Latin}/gu,
  ko: /\p{Script=Hangul}/gu,
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  ru: /\p{Script=Cyrillic}/gu,
  zh: /\p{Script=Han}/gu,
};

/** Shorter than this, a block may be nothing but a name. */
const LONGEST_NAME = 20;

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** Blocks that are not in the language of their file: nobody translated them. */
export function scriptFindings({ file, locale, document }: LessonText): Finding[] {
  return blocksOf(document).flatMap(({ pieces, line }) => {
    const text = pieces.map(({ kind, value }) => (kind === 'text' ? value : ' ')).join('');
    const [own, letters] = [count(text, scripts[locale]), count(text, /\p{L}/gu)];
    if (letters <= LONGEST_NAME || own >= letters / 8) return [];
    return [{ file, line, message: `this is not written in the language of the file: "${text.trim().slice(0, 40)}"` }];
  });
}

/** Titles that were left in English. */
export function titleFindings(english: LessonText, other: LessonText): Finding[] {
  const [source, translation] = [english, other].map(({ document }) => frontMatter(document).get('title'));
  if (translation === undefined || source?.value !== translation.value) return [];
  return [{ file: other.file, line: translation.line, message: `the title is still English: "${translation.value}"` }];
}
