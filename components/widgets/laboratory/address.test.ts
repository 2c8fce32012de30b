import { expect, it } from 'vitest';
import { translator } from '#i18n/messages.ts';
import { readTyped } from '../state.ts';
import { addressNotes, queryOf, readAddress } from './address.ts';
import type { LaboratoryRow } from './rows.ts';

const depth = { kind: 'integer', default: 50, min: 1, max: 200 } as const;
const seed = { kind: 'seed', default: 7 } as const;

const row = (id: string, params: LaboratoryRow['params']): LaboratoryRow => ({
  id,
  params,
  chart: 'depth-sweep',
  hasReport: false,
  hasScript: false,
  texts: {},
});
const deep = row('depth-sweep', { depth, seed });
const wide = row('one-layer', { fanIn: depth, seed });
const rows = [deep, wide];

const notes = (search: string) => addressNotes(readAddress(search, rows), deep, translator('en'), 'en');

it('reads an experiment and its settings, in the short form and in the one of the widgets', () => {
  expect(readAddress('?experiment=one-layer&fanIn=9&seed=3&depth=4', rows)).toEqual({
    id: 'one-layer',
    typed: { fanIn: '9', seed: '3' },
  });
  expect(readAddress('?one-layer.fanIn=9&x=1', rows)).toEqual({ id: 'one-layer', typed: { fanIn: '9' } });
  expect(readAddress('?experiment=depth-sweep&one-layer.fanIn=9&depth-sweep.depth=3', rows)).toEqual({
    id: 'depth-sweep',
    typed: { depth: '3' },
  });
});

it('shows the first experiment where none is asked for, and says so where there is no such experiment', () => {
  expect(readAddress('', rows)).toEqual({ id: 'depth-sweep', typed: {} });
  expect(notes('?experiment=depth-sweep')).toEqual([]);
  expect(notes('?experiment=nonsense')).toEqual(['There is no experiment “nonsense” here. Shown instead: Depth.']);
});

it('quotes what was given on one line, without unseen characters, and not a whole book of it', () => {
  expect(notes('?depth-sweep.depth=a%0A%E2%80%AEb')).toEqual([
    'Depth (layers): “a b” cannot be read. Write a number from 1 to 200; 50 is used.',
  ]);
  expect(notes(`?experiment=${'é'.repeat(100)}`)).toEqual([
    `There is no experiment “${'é'.repeat(40)}…” here. Shown instead: Depth.`,
  ]);
});

it('writes what differs from the defaults, so that reading gives the same settings back', () => {
  const query = queryOf('one-layer', wide.params, { fanIn: 9, seed: 7 });
  expect(query).toBe('?experiment=one-layer&fanIn=9');
  const { typed } = readAddress(query, rows);
  expect(readTyped(wide.params, typed)).toMatchObject({ values: { fanIn: 9, seed: 7 }, notes: [] });
});

it('reads a number of three hundred thousand digits, and one that breaks off at its end, as fast as any other', () => {
  const digits = '7'.repeat(300_000);
  for (const text of [digits, `${digits}x`, `.${digits}e`]) {
    expect(notes(`?experiment=depth-sweep&depth=${text}`)).toHaveLength(1);
  }
});
