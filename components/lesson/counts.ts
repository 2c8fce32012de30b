import { globSync, readFileSync } from 'node:fs';
import { charts } from '#charts/index.ts';
import glossary from '#content/glossary.json' with { type: 'json' };
import { experiments } from '#experiments/index.ts';
import { catalogueIds } from '#initializers/catalogue.ts';
import { claims } from './claims.ts';
import { goldenFilesAtBuild } from './golden-files.ts';
import { lessons } from './lessons.ts';
import { works } from './references.ts';

/** A statement that begins a test; one with a table of cases counts once, and a group of tests not at all. */
const testBegins = /^\s*(?:it|test)(?:\.(?:each|for|concurrent|fails))?[(<]/gm;

/** How many tests a text of TypeScript writes down. */
export const countTests = (text: string): number => text.match(testBegins)?.length ?? 0;

const testsIn = (...patterns: string[]): number =>
  globSync(patterns).reduce((sum, file) => sum + countTests(readFileSync(file, 'utf8')), 0);

/** How many entries all lessons together have in one of their records or lists. */
const inLessons = (key: 'numbers' | 'facts' | 'equations' | 'exercises' | 'cells'): number =>
  lessons.reduce((sum, { lesson }) => sum + Object.keys(lesson[key]).length, 0);

/** The programs that PyTorch has run: a line of a record each, behind a line about the machine. */
const recordsIn = (file: string): number =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('{"meta"')).length;

const golden = goldenFilesAtBuild();

/** What there is of everything that is checked, counted while the site is built. */
export const counts = {
  lessons: lessons.length,
  experiments: Object.keys(experiments).length,
  charts: Object.keys(charts).length,
  initializers: catalogueIds.length,
  results: globSync('src/experiments/results/*.json').length,
  'golden-files': golden.length,
  'golden-cases': golden.reduce((sum, { cases }) => sum + cases, 0),
  numbers: inLessons('numbers'),
  facts: inLessons('facts'),
  equations: inLessons('equations'),
  cells: inLessons('cells'),
  exercises: inLessons('exercises'),
  claims: Object.keys(claims).length,
  terms: glossary.terms.length,
  works: Object.keys(works).length,
  'take-home-programs': recordsIn('tests/take-home.jsonl') + recordsIn('tests/snippets.jsonl'),
  'unit-tests': testsIn('{src,components,content,scripts,tests/unit}/**/*.test.{ts,tsx}'),
  'browser-tests': testsIn('tests/browser/*.spec.ts'),
} as const satisfies Record<string, number>;

export type CountId = keyof typeof counts;
