import type { Locale } from './locales.ts';

const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** The address of a page in a language; `path` is English in every language and ends with a slash unless empty. */
export const pageHref = (locale: Locale, path = '') => `${base}/${locale}/${path}`;

/** The address of a file in `public/`. */
export const fileHref = (path: string) => `${base}/${path}`;
