import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { experiments } from '#experiments/index.ts';
import type { Claim } from '#lesson/claim.ts';
import { loadLessons } from './load-lessons.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The places that a target may name, each with the file where it stands. */
export type Places = ReadonlyMap<string, string>;

/** Which statements on trial answer a row of the audit: claim ids by row. */
export type Answers = ReadonlyMap<string, readonly string[]>;

/** Pages that are no text of content/pages. */
const builtPages = ['glossary'];

/** All sections, equations and exercises of the lessons: `he#forward`, `he#eq-he`, `he#exercise-leaky`. */
async function lessonPlaces(): Promise<[string, string][]> {
  return (await loadLessons()).flatMap(({ lesson, folder }) => {
    const ids = [
      ...lesson.sections,
      ...Object.keys(lesson.equations).map((id) => `eq-${id}`),
      ...Object.keys(lesson.exercises).map((id) => `exercise-${id}`),
    ];
    return ids.map((id): [string, string] => [`${lesson.slug}#${id}`, `content/lessons/${folder}/en.mdx`]);
  });
}

const claimFiles = (): string[] =>
  globSync('content/claims/*.ts', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !/\.test\.ts$|\/index\.ts$/.test(file))
    .sort();

/** Everything that a target may name. */
export async function loadPlaces(): Promise<Places> {
  const pages = globSync('content/pages/*/en.mdx', { cwd: root }).map((file) => file.replaceAll('\\', '/'));
  const { terms } = JSON.parse(readFileSync(`${root}content/glossary.json`, 'utf8')) as { terms: { id: string }[] };
  return new Map([
    ...(await lessonPlaces()),
    ...Object.keys(experiments).map((id): [string, string] => [`experiment:${id}`, `src/experiments/${id}.ts`]),
    ...claimFiles().map((file): [string, string] => [`claim:${basename(file, '.ts')}`, file]),
    ...terms.map(({ id }): [string, string] => [`term:${id}`, 'content/glossary.json']),
    ...pages.map((file): [string, string] => [`page:${file.split('/').at(-2)}`, file]),
    ...builtPages.map((name): [string, string] => [`page:${name}`, `src/pages/[locale]/${name}.astro`]),
  ]);
}

/** Reads from every claim which rows it answers. */
export async function loadAnswers(): Promise<Answers> {
  const answers = new Map<string, string[]>();
  for (const file of claimFiles()) {
    const { default: claim } = (await import(pathToFileURL(root + file).href)) as { default: Claim };
    for (const row of claim.rows) answers.set(row, [...(answers.get(row) ?? []), basename(file, '.ts')]);
  }
  return answers;
}
