import { en } from './en.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { type Locale, localeInfo } from './locales.ts';
import { ru } from './ru.ts';
import { type Translate, translatorOf } from './translate.ts';
import type { MessageKey, Messages } from './types.ts';
import { zh } from './zh.ts';

export const catalogues: Record<Locale, Messages> = { en, ko, ja, ru, zh };

/** The texts of one language, for pages that are made at build. */
export function translator(locale: Locale): Translate {
  return translatorOf(catalogues[locale], localeInfo[locale].lang);
}

/**
 * The part of a catalogue that an island takes along: every key that begins with one of the prefixes. `replaced` gives some
 * of these keys the texts of other keys.
 */
export function messagesWith(
  locale: Locale,
  prefixes: readonly string[],
  replaced: Readonly<Partial<Record<MessageKey, MessageKey>>> = {},
): Partial<Messages> {
  const catalogue = catalogues[locale];
  const keys = (Object.keys(catalogue) as MessageKey[]).filter((key) =>
    prefixes.some((prefix) => key.startsWith(prefix)),
  );
  return Object.fromEntries(keys.map((key) => [key, catalogue[replaced[key] ?? key]]));
}
