import { describe, expect, it } from 'vitest';
import { catalogues } from '../../src/i18n/messages.ts';
import { type Catalogue, catalogueFindings, proseOfCatalogue } from './helpers/catalogue-rules.ts';
import { shown } from './helpers/finding.ts';
import { type Locale, locales } from './helpers/lessons.ts';
import { styleFindings } from './helpers/style-rules.ts';
import { yoFindings } from './helpers/yo.ts';

it('every language has every text of the interface, with the same placeholders and its own plural forms', () => {
  expect(Object.keys(catalogues)).toEqual([...locales]);
  expect(Object.keys(catalogues.en).length).toBeGreaterThan(100);
  expect(shown(locales.flatMap((locale) => catalogueFindings(catalogues.en, catalogues[locale], locale)))).toEqual([]);
});

it('the texts of the interface keep the typography of their language', () => {
  const findings = locales.flatMap((locale) => styleFindings(proseOfCatalogue(catalogues[locale], locale), locale));
  expect(shown([...findings, ...yoFindings(proseOfCatalogue(catalogues.ru, 'ru'))])).toEqual([]);
});

describe('the guard of the catalogues finds', () => {
  const english: Catalogue = {
    'nav.next': 'Next lesson',
    'run.count': { one: '{n} run of {total}', other: '{n} runs of {total}' },
    'name.relu': 'ReLU',
  };
  const russian: Catalogue = {
    'nav.next': 'Следующий урок',
    'run.count': {
      one: '{n} прогон из {total}',
      few: '{n} прогона из {total}',
      many: '{n} прогонов из {total}',
      other: '{n} прогона из {total}',
    },
    'name.relu': 'ReLU',
  };
  const faults = (changes: Record<string, unknown>, locale: Locale = 'ru') =>
    catalogueFindings(english, { ...russian, ...changes } as Catalogue, locale).map(({ message }) => message);

  it('nothing in a good catalogue', () => {
    expect(faults({})).toEqual([]);
  });

  it('a missing and an extra text', () => {
    const { 'nav.next': _, ...rest } = russian;
    expect(catalogueFindings(english, rest, 'ru').map(({ message }) => message)).toEqual(["'nav.next' is missing"]);
    expect(faults({ 'nav.last': 'Последний' })).toEqual(["'nav.last' is not in en.ts"]);
  });

  it('another placeholder', () => {
    expect(faults({ 'nav.next': 'Урок {number}' })).toEqual(["'nav.next' has the placeholders number; en.ts has none"]);
  });

  it('plural forms that the language has not, or lacks', () => {
    expect(faults({ 'run.count': { one: '{n} из {total}', other: '{n} из {total}' } })).toEqual([
      "'run.count' has the plural forms one, other; the language has few, many, one, other",
    ]);
    expect(faults({ 'run.count': '{n} из {total}' })).toEqual([
      "'run.count' has plural forms in one of the two languages only",
    ]);
    expect(catalogueFindings(english, russian, 'ko').map(({ message }) => message)).toContainEqual(
      "'run.count' has the plural forms few, many, one, other; the language has other",
    );
  });

  it('a plural form without its number', () => {
    const forms = { ...(russian['run.count'] as object), few: 'прогона из {total}' };
    expect(faults({ 'run.count': forms })).toEqual(["'run.count' few does not say the number {n}"]);
  });

  it('nothing in a name that every language writes alike', () => {
    expect(catalogueFindings({ a: 'LeCun', b: 'N(0, 1)' }, { a: 'LeCun', b: 'N(0, 1)' }, 'ko')).toEqual([]);
  });

  it.each([
    ['Следующий <b>урок</b>', 'contains HTML'],
    ['Урок &nbsp; два', 'contains HTML'],
    ['', 'is empty'],
    ['Урок ', 'begins or ends with a space'],
    ['Урок {', 'has a broken {placeholder}'],
    ['Next', 'is not translated'],
  ])('the fault of "%s"', (text, fault) => {
    const source: Catalogue = { 'nav.next': 'the next lesson' };
    expect(catalogueFindings(source, { 'nav.next': text }, 'ru').map(({ message }) => message)).toContain(
      `'nav.next' ${fault}`,
    );
  });
});
