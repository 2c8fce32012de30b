import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Lesson } from '#lesson/lesson.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A lesson with its English prose, as it stands in the project. */
export interface WrittenLesson {
  /** From the folder's name: `04-variance-of-a-layer` is lesson 4. */
  number: number;
  /** `04-variance-of-a-layer` */
  folder: string;
  lesson: Lesson;
  english: string;
}

/** All lessons, in order, outside of the site's build. */
export async function loadLessons(): Promise<WrittenLesson[]> {
  const files = globSync('content/lessons/*/lesson.ts', { cwd: root }).sort();
  return Promise.all(
    files.map(async (file) => {
      const folder = basename(dirname(file));
      const { default: lesson } = (await import(pathToFileURL(root + file).href)) as { default: Lesson };
      const english = readFileSync(`${root}content/lessons/${folder}/en.mdx`, 'utf8');
      return { number: Number.parseInt(folder, 10), folder, lesson, english };
    }),
  );
}
