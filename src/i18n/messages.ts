import { en } from './en.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { type Locale, localeInfo } from './locales.ts';
import { ru } from './ru.ts';
import type { Message, MessageKey, Messages } from './types.ts';
import { zh } from './zh.ts';

export const catalogues: Record<Locale, Messages> = { en, ko, ja, ru, zh };

/** Looks up a text in a catalogue and fills its `{placeholders}`; a plural message chooses its form by `n`. */
export function translate(message: Message, lang: string, values: Readonly<Record<string, string | number>> = {}): string {
  const text = typeof message === 'string' ? message : pluralForm(message, lang, Number(values.n));
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

function pluralForm(forms: Exclude<Message, string>, lang: string, n: number): string {
  return forms[new Intl.PluralRules(lang).select(n)] ?? forms.other;
}

export type Translate = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

/** The texts of one language, for pages that are made at build. */
export function translator(locale: Locale): Translate {
  return (key, values) => translate(catalogues[locale][key], localeInfo[locale].lang, values);
}

/** The part of a catalogue that an island takes along: every key that begins with one of the prefixes. */
export function messagesWith(locale: Locale, prefixes: readonly string[]): Partial<Messages> {
  const chosen = Object.entries(catalogues[locale]).filter(([key]) => prefixes.some((prefix) => key.startsWith(prefix)));
  return Object.fromEntries(chosen);
}
