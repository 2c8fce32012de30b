import { expect, it } from 'vitest';
import { gluePunctuation } from './glue-punctuation.ts';
import { inlineFormula } from './katex.ts';

const text = (value: string) => ({ type: 'text', value });
const formula = (value: string) => ({ type: 'inlineMath', value });

/** The text of the children; the HTML of a formula with what is glued to it. */
const shown = (children: readonly object[] | undefined) =>
  children?.map((child) => {
    const { value, attributes } = child as { value?: string; attributes?: { value: string }[] };
    return value ?? attributes?.[0]?.value;
  });

it('sets a formula together with the marks around it', () => {
  expect(shown(gluePunctuation([text('so ('), formula('n'), text('). And')]))).toEqual([
    'so ',
    inlineFormula('n', '(', ').'),
    ' And',
  ]);
  expect(shown(gluePunctuation([text('因此'), formula('n'), text('。然后')]))).toEqual([
    '因此',
    inlineFormula('n', '', '。'),
    '然后',
  ]);
});

it('counts a Korean particle, and a Russian dash with its no-break space', () => {
  expect(shown(gluePunctuation([formula('n'), text('이면, 또는')]))).toEqual([
    inlineFormula('n', '', '이면,'),
    ' 또는',
  ]);
  expect(shown(gluePunctuation([formula('n'), text('\u00A0— это')]))).toEqual([
    inlineFormula('n', '', '\u00A0—'),
    ' это',
  ]);
});

it('gives the mark between two formulas to one of them', () => {
  expect(shown(gluePunctuation([formula('n'), text(', ('), formula('m')]))).toEqual([
    inlineFormula('n', '', ','),
    ' ',
    inlineFormula('m', '('),
  ]);
});

it('leaves formulas between words alone', () => {
  expect(gluePunctuation([text('the '), formula('n'), text(' inputs')])).toBeUndefined();
  expect(gluePunctuation([text('팬인이 '), formula('n'), text(' 이면')])).toBeUndefined();
});
