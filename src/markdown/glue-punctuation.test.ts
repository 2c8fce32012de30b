import { expect, it } from 'vitest';
import { gluePunctuation } from './glue-punctuation.ts';

const text = (value: string) => ({ type: 'text', value });
const formula = (value: string) => ({ type: 'inlineMath', value });

/** The text of the children; of a formula its TeX with what is glued to it. */
const shown = (children: readonly object[] | undefined) =>
  children?.map((child) => {
    const { value, attributes } = child as { value?: string; attributes?: { name: string; value: string }[] };
    return value ?? attributes?.map((attribute) => `${attribute.name}: ${attribute.value}`).join(' ');
  });

it('sets a formula together with the marks around it', () => {
  expect(shown(gluePunctuation([text('so ('), formula('n'), text('). And')]))).toEqual([
    'so ',
    'tex: n before: ( after: ).',
    ' And',
  ]);
  expect(shown(gluePunctuation([text('因此'), formula('n'), text('。然后')]))).toEqual([
    '因此',
    'tex: n after: 。',
    '然后',
  ]);
});

it('counts a Korean particle, and a Russian dash with its no-break space', () => {
  expect(shown(gluePunctuation([formula('n'), text('이면, 또는')]))).toEqual(['tex: n after: 이면,', ' 또는']);
  expect(shown(gluePunctuation([formula('n'), text('\u00A0— это')]))).toEqual(['tex: n after: \u00A0—', ' это']);
});

it('gives the mark between two formulas to one of them', () => {
  expect(shown(gluePunctuation([formula('n'), text(', ('), formula('m')]))).toEqual([
    'tex: n after: ,',
    ' ',
    'tex: m before: (',
  ]);
});

it('leaves formulas between words alone', () => {
  expect(gluePunctuation([text('the '), formula('n'), text(' inputs')])).toBeUndefined();
  expect(gluePunctuation([text('팬인이 '), formula('n'), text(' 이면')])).toBeUndefined();
});
