import { locales as allLocales, type Locale, localeInfo } from '#i18n/locales.ts';
import { translator } from '#i18n/messages.ts';
import type { Translate } from '#i18n/translate.ts';
import { bindWords } from '#markdown/bind-words.ts';
import type { Lesson } from './lesson.ts';

/** What every component on a page may need to know about the page. */
export interface Page {
  locale: Locale;
  lang: string;
  t: Translate;
  /** The page's path after the language, such as `variance-of-a-layer/`; the same in every language. */
  path: string;
  /** The languages in which the page exists. */
  locales: readonly Locale[];
  lesson?: Lesson;
  /** The lesson's folder under content/lessons. */
  folder?: string;
}

interface PageOptions {
  locales?: readonly Locale[];
  lesson?: Lesson;
  folder?: string;
}

export function makePage(locale: Locale, path: string, { locales = allLocales, ...lesson }: PageOptions = {}): Page {
  const translate = translator(locale);
  // The texts of a page break their lines as its prose does.
  const t: Translate = locale === 'ru' ? (key, values) => bindWords(translate(key, values)) : translate;
  return { locale, lang: localeInfo[locale].lang, t, path, locales, ...lesson };
}

/** The lesson around a lesson component; a component that stands elsewhere is a mistake of the author. */
export function lessonOf(page: Page, tag: string): Lesson {
  if (!page.lesson) throw new Error(`<${tag}> stands on ${page.path || 'the home page'}, which is not a lesson`);
  return page.lesson;
}

/** Looks an id up in one of the lesson's records, or says which ids there are. */
export function entryOf<T>(lesson: Lesson, tag: string, record: Readonly<Record<string, T>>, id: string): T {
  const entry = record[id];
  if (entry === undefined) {
    throw new Error(
      `lesson ${lesson.slug}: <${tag} id="${id}"> is not in lesson.ts; there are ${Object.keys(record).join(', ')}`,
    );
  }
  return entry;
}
