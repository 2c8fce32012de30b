import { expect, test } from '@playwright/test';
import { locales } from '../../src/i18n/locales.ts';
import { isServed, languageTag, lessonPages, pages, type SitePage } from './helpers/site.ts';

// The pages are parsed once, in one worker.
test.describe.configure({ mode: 'default' });

const published = pages.filter(({ path }) => !/^\/(404\.html$|workbench\/)/.test(path));
const inLanguages = pages.filter(({ locale }) => locale);

const textOf = (page: SitePage, selector: string) => page.document.querySelector(selector)?.textContent?.trim() ?? '';
const descriptionOf = ({ document }: SitePage) =>
  document.querySelector('meta[name=description]')?.getAttribute('content') ?? '';
const byPath = (path: string) => pages.find((page) => page.path === path);

/** The versions of a page in other languages: its `hreflang` links, language to path. */
const alternatesOf = ({ document }: SitePage) =>
  [...document.querySelectorAll('link[rel=alternate][hreflang]')].map((link): [string, string] => [
    link.getAttribute('hreflang') ?? '',
    new URL(link.getAttribute('href') ?? '').pathname,
  ]);

test('the build has a home page, a glossary and at least two lessons in five languages', () => {
  for (const subject of ['', 'glossary/', 'variance-of-a-layer/', 'digits/']) {
    const found = pages.filter((page) => page.locale && page.subject === subject).map(({ locale }) => locale);
    expect(found.sort(), subject).toEqual([...locales].sort());
  }
  for (const path of ['/', '/404.html', '/workbench/', '/workbench/depth-sweep/'])
    expect(byPath(path), path).toBeDefined();
});

test('every page names its language, and has one title of its own and one h1', () => {
  for (const page of pages) {
    const { document, locale, path } = page;
    expect(document.documentElement.getAttribute('lang'), path).toBe(languageTag(locale ?? 'en'));
    expect(document.querySelectorAll('h1').length, path).toBe(1);
    expect(textOf(page, 'h1'), path).not.toBe('');
  }
});

test('titles and descriptions say what is on the page, and no two pages of a language have the same', () => {
  for (const page of published) {
    expect(textOf(page, 'title').length, `title of ${page.path}`).toBeGreaterThan(10);
    expect(descriptionOf(page).length, `description of ${page.path}`).toBeGreaterThan(15);
  }
  const titles = published.map((page) => `${page.locale}: ${textOf(page, 'title')}`);
  const descriptions = published.map((page) => `${page.locale}: ${descriptionOf(page)}`);
  expect(new Set(titles).size).toBe(titles.length);
  expect(new Set(descriptions).size).toBe(descriptions.length);
  for (const page of lessonPages) expect(textOf(page, 'title')).toContain(textOf(page, 'h1'));
});

test('the versions of a page name each other, and English is the one for all other languages', () => {
  for (const page of inLanguages) {
    const alternates = alternatesOf(page);
    const written = locales.filter((locale) => byPath(`/${locale}/${page.subject}`));
    const expected = written.map((locale) => [languageTag(locale), `/${locale}/${page.subject}`]);
    expect(alternates, page.path).toEqual([...expected, ['x-default', `/en/${page.subject}`]]);
    for (const [, path] of alternates) expect(byPath(path), `${page.path} -> ${path}`).toBeDefined();
    const canonical = page.document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? '';
    expect(new URL(canonical).pathname).toBe(page.path);
  }
});

test('the language menu leads to the same page, or where it is not translated to the lessons in that language', () => {
  for (const { path, locale, subject, document } of inLanguages) {
    const links = [...document.querySelectorAll('nav.languages a')].map((link) => link.getAttribute('href'));
    const same = (other: string) => `/${other}/${subject}`;
    expect(links, path).toEqual(locales.map((other) => (byPath(same(other)) ? same(other) : `/${other}/#lessons`)));
    const current = document.querySelector('nav.languages [aria-current=true]');
    expect(current?.getAttribute('href'), path).toBe(same(locale ?? ''));
  }
});

test('next leads through the course, in English where a lesson is not translated yet, and previous leads back', () => {
  const neighbor = (page: SitePage | undefined, rel: string) =>
    page?.document.querySelector(`a[rel=${rel}]`)?.getAttribute('href') ?? undefined;
  const english = lessonPages.filter(({ locale }) => locale === 'en');
  const walk = (path: string | undefined, seen: string[] = []): string[] =>
    path && !seen.includes(path) ? walk(neighbor(byPath(path), 'next'), [...seen, path]) : seen;
  const course = walk(english.find((page) => !neighbor(page, 'prev'))?.path).map((path) => path.replace('/en/', ''));
  expect([...course].sort()).toEqual(english.map(({ subject }) => subject).sort());
  for (const page of lessonPages) {
    const at = course.indexOf(page.subject);
    const addressOf = (subject: string | undefined) =>
      subject && [`/${page.locale}/${subject}`, `/en/${subject}`].find((path) => byPath(path));
    expect(neighbor(page, 'prev'), page.path).toBe(addressOf(course[at - 1]));
    expect(neighbor(page, 'next'), page.path).toBe(addressOf(course[at + 1]));
  }
});

test('every link and every source within the site leads somewhere, every fragment to an element', () => {
  const broken = pages.flatMap((page) => {
    const addresses = [...page.document.querySelectorAll('[href], [src]')].map(
      (element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '',
    );
    return addresses.filter((address) => !leadsSomewhere(page, address)).map((address) => `${page.path} -> ${address}`);
  });
  expect(broken).toEqual([]);
});

function leadsSomewhere(page: SitePage, address: string): boolean {
  const { origin, pathname, hash } = new URL(address, `http://site${page.path}`);
  if (origin !== 'http://site') return true; // another site, or the canonical address of this one
  const target = byPath(pathname);
  if (!target) return isServed(pathname);
  return hash === '' || target.document.getElementById(decodeURIComponent(hash.slice(1))) !== null;
}

test('no id stands twice on a page', () => {
  for (const { path, document } of pages) {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      path,
    ).toEqual([]);
  }
});
