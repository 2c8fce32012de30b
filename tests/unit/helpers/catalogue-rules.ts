import { localeInfo } from '../../../src/i18n/locales.ts';
import type { Message } from '../../../src/i18n/types.ts';
import type { Block, Prose } from './blocks.ts';
import type { Finding } from './finding.ts';
import type { Locale } from './lessons.ts';

export type Catalogue = Readonly<Record<string, Message>>;

/** The forms of a message: one, or one per plural category. */
const formsOf = (message: Message): [category: string, text: string][] =>
  typeof message === 'string'
    ? [['', message]]
    : Object.entries(message).map(([category, text]) => [category, text ?? '']);

const placeholders = (text: string) => new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name));

const sorted = (names: Iterable<string>) => [...new Set(names)].sort().join(', ') || 'none';

/** Where a catalogue differs from the English one in anything but words. */
export function catalogueFindings(english: Catalogue, other: Catalogue, locale: Locale): Finding[] {
  const file = `src/i18n/${locale}.ts`;
  const missing = Object.keys(english).filter((key) => !(key in other));
  const extra = Object.keys(other).filter((key) => !(key in english));
  const messages = [
    ...missing.map((key) => `'${key}' is missing`),
    ...extra.map((key) => `'${key}' is not in en.ts`),
    ...Object.entries(other).flatMap(([key, message]) => {
      const source = english[key];
      return source === undefined ? [] : messageFaults(source, message, locale).map((fault) => `'${key}' ${fault}`);
    }),
  ];
  return messages.map((message) => ({ file, line: 1, message }));
}

function messageFaults(source: Message, message: Message, locale: Locale): string[] {
  const forms = formsOf(message);
  const used = sorted(forms.flatMap(([, text]) => [...placeholders(text)]));
  const wanted = sorted(formsOf(source).flatMap(([, text]) => [...placeholders(text)]));
  return [
    ...(used === wanted ? [] : [`has the placeholders ${used}; en.ts has ${wanted}`]),
    ...pluralFaults(source, message, locale),
    ...forms.flatMap(([category, text]) => textFaults(text).map((fault) => `${category} ${fault}`.trim())),
    ...(isUntranslated(formsOf(source), forms, locale) ? ['is not translated'] : []),
  ];
}

/** A plural message has exactly the forms that the language tells apart. */
function pluralFaults(source: Message, message: Message, locale: Locale): string[] {
  if (typeof source === 'string' || typeof message === 'string') {
    return typeof source === typeof message ? [] : ['has plural forms in one of the two languages only'];
  }
  const wanted = sorted(new Intl.PluralRules(localeInfo[locale].lang).resolvedOptions().pluralCategories);
  const actual = sorted(Object.keys(message));
  const count = Object.entries(message).filter(([category, text]) => category !== 'one' && !text?.includes('{n}'));
  return [
    ...(actual === wanted ? [] : [`has the plural forms ${actual}; the language has ${wanted}`]),
    ...count.map(([category]) => `${category} does not say the number {n}`),
  ];
}

function textFaults(text: string): string[] {
  return [
    ...(/<\/?[a-z]|&#?\w+;/i.test(text) ? ['contains HTML'] : []),
    ...(text.trim() === '' ? ['is empty'] : []),
    ...(text === text.trim() ? [] : ['begins or ends with a space']),
    ...(/[{}]/.test(text.replace(/\{\w+\}/g, '')) ? ['has a broken {placeholder}'] : []),
  ];
}

const scripts: Record<Locale, RegExp> = {
  en: /\p{Script=Latin}/u,
  ko: /\p{Script=Hangul}/u,
  ja: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  ru: /\p{Script=Cyrillic}/u,
  zh: /\p{Script=Han}/u,
};

/** Names and formulas stay as they are in every language. */
const names =
  /\{\w+\}|LeCun|Xavier|Zero to He|PyTorch|(leaky )?ReLU|[SG]?ELU|SiLU|softplus|tanh|sigmoid|Var|Adam|SGD|b?float(16|32)|XOR/gi;

function isUntranslated(source: [string, string][], forms: [string, string][], locale: Locale): boolean {
  const hasWords = source.some(([, text]) => /[a-z]{3,}/i.test(text.replace(names, '')));
  return hasWords && !forms.some(([, text]) => scripts[locale].test(text));
}

/** The texts of a catalogue as blocks of prose, for the rules of style and of terms. */
export function proseOfCatalogue(catalogue: Catalogue, locale: Locale): Prose {
  const blocks = Object.entries(catalogue).flatMap(([key, message]) =>
    formsOf(message).map(
      ([, value]): Block => ({
        kind: key,
        line: 1,
        tags: [],
        comments: [],
        pieces: [{ kind: 'text', value, line: 1, tags: [] }],
      }),
    ),
  );
  return { file: `src/i18n/${locale}.ts`, blocks };
}
