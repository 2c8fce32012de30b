import type { Translate } from '#i18n/translate.ts';
import type { MessageKey } from '#i18n/types.ts';
import type { Parameters, Values } from '#lab/settings.ts';
import { formatValues, type Note, parseValues } from '#lab/settings.ts';

/** What a reader has typed or chosen, by parameter, as text. */
export type Typed = Readonly<Record<string, string>>;

/** A widget's settings stand in the address bar behind its id: `?depth-sweep.depth=100&depth-sweep.seed=3`. */
export function typedFromAddress(search: string, slot: string): Typed {
  const prefix = `${slot}.`;
  const entries = [...new URLSearchParams(search)].filter(([key]) => key.startsWith(prefix));
  return Object.fromEntries(entries.map(([key, value]) => [key.slice(prefix.length), value]));
}

/** The address with this widget's settings in it, and everything else in it as it was. */
export function addressWith(address: string, slot: string, params: Parameters, values: Values): string {
  const url = new URL(address);
  for (const key of [...url.searchParams.keys()]) if (key.startsWith(`${slot}.`)) url.searchParams.delete(key);
  for (const [key, value] of Object.entries(formatValues(params, values)))
    url.searchParams.set(`${slot}.${key}`, value);
  return url.href;
}

/** A note of the parser in the reader's language. */
export function noteText(note: Note, t: Translate): string {
  const label = t(`param.${note.key}` as MessageKey);
  if (note.code === 'unreadable' && note.options) return t('note.noStart');
  return t(`note.${note.code}`, { ...noteValues(note), label });
}

const noteValues = ({ given, used, min, max }: Note) => ({ given, used, min: min ?? '', max: max ?? '' });

/** Reads what was typed; an empty number field means the default and is no mistake, since it is on the way to a number. */
export function readTyped<P extends Parameters>(params: P, typed: Typed) {
  const entries = Object.entries(typed).map(([key, text]) => [key, text.trim()] as const);
  const given = entries.filter(([key, text]) => text !== '' || params[key]?.kind === 'choices');
  return parseValues(params, Object.fromEntries(given));
}
