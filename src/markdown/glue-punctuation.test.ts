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
    'tex: n after: 。 room: room-before',
    '然后',
  ]);
});

it('counts a Korean particle, and a Russian dash with its no-break space', () => {
  expect(shown(gluePunctuation([formula('n'), text('이면, 또는')]))).toEqual(['tex: n after: 이면,', ' 또는']);
  expect(shown(gluePunctuation([formula('n'), text('\u00A0— это')]))).toEqual(['tex: n after: \u00A0—', ' это']);
});

it('gives a formula room beside a Chinese or Japanese character, and not beside a mark', () => {
  expect(shown(gluePunctuation([text('层は'), formula('n'), text('個')]))).toEqual([
    '层は',
    'tex: n room: room-before room-after',
    '個',
  ]);
  const term = { type: 'mdxJsxTextElement', children: [text('分散')], value: '分散' };
  expect(shown(gluePunctuation([term, formula('n')]))).toEqual(['分散', 'tex: n room: room-before']);
  expect(shown(gluePunctuation([text('例：'), formula('n'), text('」')]))).toEqual(['例：', 'tex: n after: 」', '']);
});

it('keeps a short Russian word on the line of its formula', () => {
  expect(shown(gluePunctuation([text('а не с\u00A0'), formula('n'), text(' и\u00A0'), formula('m')]))).toEqual([
    'а не ',
    'tex: n before: с\u00A0',
    ' ',
    'tex: m before: и\u00A0',
  ]);
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
