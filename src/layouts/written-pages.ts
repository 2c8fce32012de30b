import { getCollection } from 'astro:content';
import { type Locale, locales } from '#i18n/locales.ts';
import { activeLocales } from './active-locales.ts';

/** The paths of a page under content/pages: the languages in which it is written, all of which each of them names. */
export async function pathsOf(name: string) {
  const ids = new Set((await getCollection('pages')).map(({ id }) => id));
  const written: Locale[] = locales.filter((locale) => ids.has(`${name}/${locale}`));
  return activeLocales
    .filter((locale) => written.includes(locale))
    .map((locale) => ({ params: { locale }, props: { locale, locales: written } }));
}
