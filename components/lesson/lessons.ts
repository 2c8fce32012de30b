import type { Lesson } from './lesson.ts';

const modules = import.meta.glob<Lesson>('/content/lessons/*/lesson.ts', { import: 'default', eager: true });

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
    return { lesson, folder, number: Number.parseInt(folder, 10) };
  })
  .sort((a, b) => a.number - b.number);
