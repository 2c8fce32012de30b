// Prints what each lesson holds, how long it is, and what is out of range: `npm run course:status`.
import { minutesFor, minutesOf, type Reading, readingOf, WORDS_PER_MINUTE } from '#lesson/reading.ts';
import { isProgram } from './is-program.mjs';
import { loadLessons, type WrittenLesson } from './load-lessons.ts';

/** The least and the most that a lesson may have. */
export const ranges = {
  words: [1200, 2500],
  minutes: [25, 60],
  widgets: [2, Number.POSITIVE_INFINITY],
  cells: [2, Number.POSITIVE_INFINITY],
  exercises: [4, Number.POSITIVE_INFINITY],
} as const;

/** A lesson and what was counted in it. */
export interface Status {
  number: number;
  slug: string;
  reading: Reading;
  /** The TeX of the equations that the prose shows, in order. */
  tex: readonly string[];
  citations: number;
}

export function statusOf({ number, lesson, english }: WrittenLesson): Status {
  const reading = readingOf(lesson, english);
  const tex = reading.equations.map((id) => (lesson.equations[id] ?? '').replace(/\s+/g, ''));
  return { number, slug: lesson.slug, reading, tex, citations: lesson.citations.length };
}

const exerciseCount = ({ exercises }: Reading) => Object.values(exercises).reduce((sum, count) => sum + count, 0);

/** What of a lesson is out of its range, in words. */
export function rangeFindings({ slug, reading }: Status): string[] {
  const counted = { ...reading, minutes: minutesOf(reading), exercises: exerciseCount(reading) };
  return Object.entries(ranges).flatMap(([what, [least, most]]) => {
    const count = counted[what as keyof typeof ranges];
    if (count >= least && count <= most) return [];
    const range = most === Number.POSITIVE_INFINITY ? `at least ${least}` : `${least} to ${most}`;
    return [`${slug}: ${count} ${what}, not ${range}`];
  });
}

/** So many equal equations in a row are a derivation that is given twice. */
const DERIVATION = 3;

/** The longest row of equations that two lessons both show one after another. */
export function commonRow(a: readonly string[], b: readonly string[]): string[] {
  let longest: string[] = [];
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      let length = 0;
      while (a[i + length] !== undefined && a[i + length] === b[j + length]) length += 1;
      if (length > longest.length) longest = a.slice(i, i + length);
    }
  }
  return longest;
}

const pairsOf = <T>(all: readonly T[]): [T, T][] =>
  all.flatMap((a, index) => all.slice(index + 1).map((b): [T, T] => [a, b]));

/** Which lessons repeat a derivation of another. */
export const repeatFindings = (all: readonly Status[]): string[] =>
  pairsOf(all).flatMap(([a, b]) => {
    const row = commonRow(a.tex, b.tex);
    return row.length < DERIVATION ? [] : [`${b.slug} repeats a derivation of ${a.slug}: ${row.join(', then ')}`];
  });

/** Single equations that two lessons show, for information: a result may be quoted. */
const sharedEquations = (all: readonly Status[]): string[] =>
  pairsOf(all).flatMap(([a, b]) =>
    [...new Set(a.tex)].filter((tex) => b.tex.includes(tex)).map((tex) => `${a.slug} and ${b.slug}: ${tex}`),
  );

const kindsOf = ({ exercises }: Reading) =>
  Object.entries(exercises)
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ');

const columns: readonly [title: string, width: number, cell: (status: Status) => string | number][] = [
  ['words', 6, ({ reading }) => reading.words],
  ['minutes', 8, ({ reading }) => minutesOf(reading)],
  ['steps', 6, ({ reading }) => reading.steps],
  ['equations', 10, ({ reading }) => reading.equations.length],
  ['widgets', 8, ({ reading }) => reading.widgets],
  ['cells', 6, ({ reading }) => reading.cells],
  ['claims', 7, ({ reading }) => reading.claims],
  ['works', 6, ({ citations }) => citations],
];

/** The table of all lessons, line by line. */
export function statusLines(all: readonly Status[]): string[] {
  const head = `${'lesson'.padEnd(26)}${columns.map(([title, width]) => title.padStart(width)).join('')}  exercises`;
  const rows = all.map((status) => {
    const cells = columns.map(([, width, cell]) => String(cell(status)).padStart(width)).join('');
    return `${`${status.number} ${status.slug}`.padEnd(26)}${cells}  ${kindsOf(status.reading)}`;
  });
  const total = all.reduce((sum, { reading }) => sum + minutesOf(reading), 0);
  const words = all.reduce((sum, { reading }) => sum + reading.words, 0);
  return [head, ...rows, `${all.length} lessons, ${words} words, ${total} minutes`];
}

if (isProgram(import.meta.url)) {
  const all = (await loadLessons()).map(statusOf);
  console.log(statusLines(all).join('\n'));
  const { equation, claim, cell, widget, exercise } = minutesFor;
  console.log(
    `\nWords: outside exercises and sources, without formulas. Minutes, to the next five: ${WORDS_PER_MINUTE} words, or ` +
      `${1 / equation} displayed equations, or ${1 / claim} claims, or ${1 / cell} cell a minute; ${widget} for an experiment, ${exercise} for an exercise.`,
  );
  const shared = sharedEquations(all);
  if (shared.length > 0) console.log(`\nEquations that two lessons show:\n  ${shared.join('\n  ')}`);
  const findings = [...all.flatMap(rangeFindings), ...repeatFindings(all)];
  if (findings.length > 0) console.error(`\nOut of range:\n  ${findings.join('\n  ')}`);
  process.exitCode = findings.length > 0 ? 1 : 0;
}
