import type { Translate } from '#i18n/translate.ts';
import type { MessageKey } from '#i18n/types.ts';
import { formatValues, type Parameters, type Values } from '#lab/settings.ts';
import { noteText, readTyped, type Typed } from '../state.ts';
import type { LaboratoryRow } from './rows.ts';

/** What an address asks for. */
export interface Asked {
  id: string;
  typed: Typed;
  /** An experiment that was asked for and is not there. */
  unknown?: string;
}

/** A note shows this much of what was given: an address may hold a whole book. */
const longestQuote = 40;

/**
 * Reads `?experiment=depth-sweep&depth=100`, or the form that widgets write, `?depth-sweep.depth=100`. Never throws: unknown
 * keys are ignored, of a repeated key the first is read, and without a known experiment the first row is shown.
 */
export function readAddress(search: string, rows: readonly LaboratoryRow[]): Asked {
  const address = new URLSearchParams(search);
  const wanted = address.get('experiment');
  const mentioned = rows.find(({ id }) => [...address.keys()].some((key) => key.startsWith(`${id}.`)));
  const row = rows.find(({ id }) => id === wanted) ?? (wanted === null ? mentioned : undefined) ?? firstOf(rows);
  const typed = Object.keys(row.params).flatMap((name) => {
    const text = address.get(name) ?? address.get(`${row.id}.${name}`);
    return text === null ? [] : [[name, text] as const];
  });
  const unknown = wanted === null || wanted === row.id ? {} : { unknown: wanted };
  return { id: row.id, typed: Object.fromEntries(typed), ...unknown };
}

export const rowOf = (id: string, rows: readonly LaboratoryRow[]) => rows.find((row) => row.id === id) ?? firstOf(rows);

function firstOf(rows: readonly LaboratoryRow[]): LaboratoryRow {
  const [row] = rows;
  if (!row) throw new Error('the laboratory has no experiment; see components/lesson/laboratory.ts');
  return row;
}

/** The reverse of `readAddress`: the experiment, and what differs from its defaults. */
export function queryOf(id: string, params: Parameters, values: Values): string {
  return `?${new URLSearchParams({ experiment: id, ...formatValues(params, values) })}`;
}

/** What of an address could not be had, in the reader's language. */
export function addressNotes(asked: Asked, row: LaboratoryRow, t: Translate, lang: string): string[] {
  const unknown = asked.unknown === undefined ? [] : [unknownText(asked.unknown, row.id, t)];
  const { notes } = readTyped(row.params, asked.typed);
  return [...unknown, ...notes.map((note) => noteText({ ...note, given: quote(note.given) }, t, lang))];
}

const unknownText = (given: string, id: string, t: Translate) =>
  t('laboratory.unknown', { given: quote(given), used: t(`experiment.${id}` as MessageKey) });

/** Text of unknown origin, made fit for a sentence: one line, no characters that are unseen or turn the writing around. */
function quote(given: string): string {
  const characters = [...given.slice(0, 4 * longestQuote).replace(/[\p{C}\p{Z}]+/gu, ' ')];
  return characters.length > longestQuote ? `${characters.slice(0, longestQuote).join('')}…` : characters.join('');
}
