import { expect, it } from 'vitest';
import { translator } from '#i18n/messages.ts';
import type { Parameters } from '#lab/settings.ts';
import { parseValues } from '#lab/settings.ts';
import { settingsText } from './labels.ts';
import { addressWith, noteText, readTyped, typedFromAddress } from './state.ts';

const params = {
  depth: { kind: 'integer', default: 50, min: 1, max: 200 },
  activation: { kind: 'choice', default: 'relu', options: ['relu', 'tanh'] },
} as const satisfies Parameters;

const en = translator('en');

it('reads only the settings of its own widget from the address, and only those that a control shows', () => {
  const address = '?depth-sweep.depth=9&other.depth=3&x=1&depth-sweep.width=4&depth-sweep.toString=1';
  expect(typedFromAddress(address, 'depth-sweep', ['depth', 'activation'])).toEqual({ depth: '9' });
});

it('writes what differs from the defaults and leaves the rest of the address alone', () => {
  const address = 'http://host/en/a/?x=1&w.depth=3#here';
  expect(addressWith(address, 'w', params, { depth: 50, activation: 'tanh' })).toBe(
    'http://host/en/a/?x=1&w.activation=tanh#here',
  );
});

it('says in the reader’s language what was wrong with a value and what is used instead', () => {
  const { notes } = parseValues(params, { depth: '900', activation: 'step' });
  expect(notes.map((note) => noteText(note, en, 'en'))).toEqual([
    'Depth (layers): 900 is outside 1 to 200, so 200 is used.',
    'Activation: “step” is not a choice. Used instead: ReLU.',
  ]);
});

it('takes an emptied number field as the default and an emptied choice of starts as a mistake', () => {
  const withStarts = { ...params, starts: { kind: 'choices', default: ['he'], options: ['he', 'zero'] } } as const;
  expect(readTyped(withStarts, { depth: ' ', activation: 'tanh' })).toMatchObject({ values: { depth: 50 }, notes: [] });
  const { values, notes } = readTyped(withStarts, { starts: '' });
  expect(values.starts).toEqual(['he']);
  expect(notes.map((note) => noteText(note, en, 'en'))).toEqual(['Choose at least one start.']);
});

it('names the starts that are used instead of unknown ones as the controls do, not by their ids', () => {
  const starts = { kind: 'choices', default: ['zero', 'heNormal'], options: ['zero', 'heNormal'] } as const;
  const { notes } = readTyped({ starts }, { starts: 'hee' });
  expect(notes.map((note) => noteText(note, en, 'en'))).toEqual([
    'Starts: “hee” is not a choice. Used instead: zero and He.',
  ]);
});

it('reads numbers as readers of any language type them, but never 1,000 layers as one', () => {
  const gain = { kind: 'number', default: 1, min: 0.25, max: 4 } as const;
  const mean = { kind: 'number', default: 0, min: -2, max: 2 } as const;
  const { values, notes } = readTyped({ ...params, gain, mean }, { depth: ' １２ ', gain: '0,5', mean: '−1.5' });
  expect({ values, notes }).toEqual({ values: { depth: 12, activation: 'relu', gain: 0.5, mean: -1.5 }, notes: [] });
  expect(readTyped(params, { depth: '1,000' }).notes).toMatchObject([{ key: 'depth', code: 'unreadable' }]);
});

it('says in words with which settings a run was made: its seed, and what differs from the defaults', () => {
  const withSeed = {
    ...params,
    weightMean: { kind: 'number', default: 0, min: -1, max: 1 },
    seed: { kind: 'seed', default: 7 },
  } as const;
  const { values } = readTyped(withSeed, { activation: 'tanh', weightMean: '-0.5' });
  expect(settingsText(withSeed, values, en, 'en')).toBe(
    'Activation: tanh · Mean of the weights (in standard deviations): −0.5 · Seed: 7',
  );
});
