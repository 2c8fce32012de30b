import type { Lesson } from './lesson.ts';
import { results } from './results.ts';

const modules = import.meta.glob<Lesson>('/content/lessons/*/lesson.ts', { import: 'default', eager: true });

/** Stops the build where the prose of a lesson says what its results do not show. */
function checkFacts({ slug, facts }: Lesson): void {
  for (const [fact, holds] of Object.entries(facts)) {
    if (!holds(results)) throw new Error(`lesson ${slug}: the results do not show that ${fact}`);
  }
}

export interface LoadedLesson {
  lesson: Lesson;
  folder: string;
  /** From the folder's name: `04-variance-of-a-layer` is lesson 4. */
  number: number;
}

/** All lessons of the course, in order. */
export const lessons: readonly LoadedLesson[] = Object.entries(modules)
  .map(([path, lesson]) => {
    const folder = path.split('/').at(-2) ?? '';
    checkFacts(lesson);
    return { lesson, folder, number: Number.parseInt(folder, 10) };
  })
  .sort((a, b) => a.number - b.number);
