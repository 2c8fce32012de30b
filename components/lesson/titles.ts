import { getEntry } from 'astro:content';
import type { Locale } from '#i18n/locales.ts';
import type { LoadedLesson } from './lessons.ts';

/** The title of a lesson in a language, from its front matter. */
export async function titleOf({ folder }: LoadedLesson, locale: Locale): Promise<string> {
  return (await frontMatter(folder, locale)).title;
}

/** Title, question and description of a lesson in a language. */
export async function frontMatter(folder: string, locale: Locale) {
  const entry = await getEntry('lessons', `${folder}/${locale}`);
  if (!entry) throw new Error(`content/lessons/${folder}/${locale}.mdx is missing`);
  return entry.data;
}
