import { getCollection, getEntry } from 'astro:content';
import { type Locale, locales } from '#i18n/locales.ts';
import { bindWords } from '#markdown/bind-words.ts';
import type { LoadedLesson } from './lessons.ts';

/** The languages in which a lesson is written. */
export async function localesOf({ folder }: LoadedLesson): Promise<Locale[]> {
  const written = new Set((await getCollection('lessons')).map(({ id }) => id));
  return locales.filter((locale) => written.has(`${folder}/${locale}`));
}

/** The language in which a reader of another one gets a lesson: their own, or English as long as it is not translated. */
export async function readableIn(loaded: LoadedLesson, locale: Locale): Promise<Locale> {
  return (await localesOf(loaded)).includes(locale) ? locale : 'en';
}

/** Title, question and description of a lesson in a language. */
export async function frontMatter(folder: string, locale: Locale) {
  const entry = await getEntry('lessons', `${folder}/${locale}`);
  if (!entry) throw new Error(`content/lessons/${folder}/${locale}.mdx is missing`);
  const { title, question } = entry.data;
  return { ...entry.data, title: bindWords(title), question: bindWords(question) };
}
