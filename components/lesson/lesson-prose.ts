import { getEntry } from 'astro:content';
import { attribute, descendants, isTag, mdxTree } from '#markdown/mdx-tree.ts';
import type { LoadedLesson } from './lessons.ts';
import { minutesOf, readingOf } from './reading.ts';

/** What the English text of a lesson tells about the lesson in every language. */
export interface LessonProse {
  minutes: number;
  /** The ids of the glossary's terms that it marks. */
  terms: ReadonlySet<string>;
}

const read = new Map<string, LessonProse>();

/** Reads a lesson's English text, once. */
export async function lessonProse({ lesson, folder }: LoadedLesson): Promise<LessonProse> {
  const known = read.get(folder);
  if (known) return known;
  const entry = await getEntry('lessons', `${folder}/en`);
  if (entry?.body === undefined) throw new Error(`content/lessons/${folder}/en.mdx is missing`);
  const tags = [...descendants(mdxTree(entry.body))].filter((node) => isTag(node) && node.name === 'T');
  const terms = new Set(tags.map((tag) => attribute(tag, 'id') ?? ''));
  const prose = { minutes: minutesOf(readingOf(lesson, entry.body)), terms };
  read.set(folder, prose);
  return prose;
}
