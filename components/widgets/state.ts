import type { Translate } from '#i18n/translate.ts';
import { formatValues, type Note, type Parameter, type Parameters, parseValues, type Values } from '#lab/settings.ts';
import { paramLabel, valueLabel } from './labels.ts';
import { plainNumber } from './plain-number.ts';

/** What a reader has typed or chosen, by parameter, as text. */
export type Typed = Readonly<Record<string, string>>;

/** What of a run's settings is not an experiment's default. */
export const apartFromDefaults = (params: Parameters, values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(params[name]?.default)),
  );

/** An experiment's parameters with other defaults: the settings of the run that a widget shows before any other. */
export const startingAt = (params: Parameters, start: Values): Parameters =>
  Object.fromEntries(
    Object.entries(params).map(([name, parameter]) => [
      name,
      name in start ? ({ ...parameter, default: start[name] } as Parameter) : parameter,
    ]),
  );

/**
 * A widget's settings stand in the address bar behind its id: `?depth-sweep.depth=100&depth-sweep.seed=3`. Only those
 * that it has a control for are read, so that no setting acts unseen.
 */
export function typedFromAddress(search: string, slot: string, controls: readonly string[]): Typed {
  const address = new URLSearchParams(search);
  return Object.fromEntries(
    controls.flatMap((name) => {
      const text = address.get(`${slot}.${name}`);
      return text === null ? [] : [[name, text]];
    }),
  );
}

/** The address with this widget's settings in it, and everything else in it as it was. */
export function addressWith(address: string, slot: string, params: Parameters, values: Values): string {
  const url = new URL(address);
  for (const key of [...url.searchParams.keys()]) if (key.startsWith(`${slot}.`)) url.searchParams.delete(key);
  for (const [key, value] of Object.entries(formatValues(params, values)))
    url.searchParams.set(`${slot}.${key}`, value);
  return url.href;
}

/** Nothing is chosen where at least one must be: there is nothing to run. */
export const isEmptyChoice = ({ code, options }: Note) => code === 'unreadable' && options !== undefined;

/** A note of the parser in the reader's language. */
export function noteText(note: Note, t: Translate, lang: string): string {
  if (isEmptyChoice(note)) return t('note.noStart');
  const { key, code, given, min = '', max = '' } = note;
  const used = valueLabel(key, note.used, note.options !== undefined, t, lang);
  return t(`note.${code}`, { label: paramLabel(key, t), given, used, min, max });
}

/** Reads what was typed; an empty number field means the default and is no mistake, since it is on the way to a number. */
export function readTyped<P extends Parameters>(params: P, typed: Typed) {
  const entries = Object.entries(typed).map(([key, text]) => [key, plain(params[key]?.kind, text)] as const);
  const given = entries.filter(([key, text]) => text !== '' || params[key]?.kind === 'choices');
  return parseValues(params, Object.fromEntries(given));
}

function plain(kind: Parameters[string]['kind'] | undefined, text: string): string {
  if (kind === 'choice' || kind === 'choices') return text.trim();
  return plainNumber(text, kind === 'number' ? 'fraction' : 'whole');
}
