import { existsSync, globSync, readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { isLocale, type Locale, localeInfo } from '../../../src/i18n/locales.ts';

const folder = 'dist-test';

/** A page of the test build: what a reader's address leads to. */
export interface SitePage {
  /** The address, such as `/ko/digits/`. */
  path: string;
  locale: Locale | undefined;
  /** What it shows, the same in every language: `digits/`, `glossary/`, empty for the home page. */
  subject: string;
  /** Parsed when it is asked for. */
  readonly document: Document;
}

const files = globSync('**/*.html', { cwd: folder })
  .map((path) => path.replaceAll('\\', '/'))
  .sort();

/** Every page that was built, found in the folder and not in a list. */
export const pages: readonly SitePage[] = files.map((file) => {
  const path = `/${file.replace(/index\.html$/, '')}`;
  const [first = '', ...rest] = path.slice(1).split('/');
  const locale = isLocale(first) ? first : undefined;
  const subject = locale ? rest.join('/') : path;
  let parsed: Document | undefined;
  return {
    path,
    locale,
    subject,
    get document() {
      parsed ??= parseHTML(readFileSync(`${folder}/${file}`, 'utf8')).document as unknown as Document;
      return parsed;
    },
  };
});

/** What is no lesson: the home page and the pages that lessons refer to. */
const otherSubjects = ['', 'about/', 'glossary/', 'laboratory/', 'notation/', 'parity/', 'references/'];

/** Pages of lessons, in all languages. */
export const lessonPages = pages.filter(({ locale, subject }) => locale && !otherSubjects.includes(subject));

/** The comparison with PyTorch and NumPy, in all languages. */
export const parityPages = pages.filter(({ locale, subject }) => locale && subject === 'parity/');

/** The laboratory, in all languages. */
export const laboratoryPages = pages.filter(({ locale, subject }) => locale && subject === 'laboratory/');

/** Every folder and file below the site's root that an address may name. */
export function isServed(path: string): boolean {
  const file = decodeURIComponent(path.endsWith('/') ? `${path}index.html` : path);
  return existsSync(folder + file);
}

/** What is served at an address, such as `/_astro/page.js`. */
export const builtFile = (path: string): string => readFileSync(folder + decodeURIComponent(path), 'utf8');

export const languageTag = (locale: Locale): string => localeInfo[locale].lang;

/** The scripts of the build that contain a text, by their addresses. */
export const scriptsWith = (text: string): string[] =>
  globSync('**/*.js', { cwd: folder })
    .filter((file) => readFileSync(`${folder}/${file}`, 'utf8').includes(text))
    .map((file) => `/${file.replaceAll('\\', '/')}`);
