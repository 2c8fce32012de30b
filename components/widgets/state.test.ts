import { expect, it } from 'vitest';
import { translator } from '#i18n/messages.ts';
import type { Parameters } from '#lab/settings.ts';
import { parseValues } from '#lab/settings.ts';
import { addressWith, noteText, readTyped, typedFromAddress } from './state.ts';

const params = {
  depth: { kind: 'integer', default: 50, min: 1, max: 200 },
  activation: { kind: 'choice', default: 'relu', options: ['relu', 'tanh'] },
} as const satisfies Parameters;

it('reads only the settings of its own widget from the address', () => {
  expect(typedFromAddress('?depth-sweep.depth=9&other.depth=3&x=1', 'depth-sweep')).toEqual({ depth: '9' });
});

it('writes what differs from the defaults and leaves the rest of the address alone', () => {
  const address = 'http://host/en/a/?x=1&w.depth=3#here';
  expect(addressWith(address, 'w', params, { depth: 50, activation: 'tanh' })).toBe(
    'http://host/en/a/?x=1&w.activation=tanh#here',
  );
});

it('says in the reader’s language what was wrong with a value and what is used instead', () => {
  const { notes } = parseValues(params, { depth: '900', activation: 'step' });
  expect(notes.map((note) => noteText(note, translator('en')))).toEqual([
    'Depth (layers): 900 is outside 1 to 200, so 200 is used.',
    'Activation: “step” is not a choice, so relu is used.',
  ]);
});

it('takes an emptied number field as the default and an emptied choice of starts as a mistake', () => {
  const withStarts = { ...params, starts: { kind: 'choices', default: ['he'], options: ['he', 'zero'] } } as const;
  expect(readTyped(withStarts, { depth: ' ', activation: 'tanh' })).toMatchObject({ values: { depth: 50 }, notes: [] });
  const { values, notes } = readTyped(withStarts, { starts: '' });
  expect(values.starts).toEqual(['he']);
  expect(notes.map((note) => noteText(note, translator('en')))).toEqual(['Choose at least one start.']);
});
