import { expect, it } from 'vitest';
import { gluePunctuation } from './glue-punctuation.ts';

const text = (value: string) => ({ type: 'text', value });
const formula = { type: 'inlineMath', value: 'n' };

it('joins a formula to the punctuation around it', () => {
  expect(gluePunctuation([text('so ('), formula, text('). And')])).toEqual([text('so (⁠'), formula, text('⁠). And')]);
  expect(gluePunctuation([text('因此'), formula, text('。')])?.at(-1)).toEqual(text('⁠。'));
});

it('leaves formulas between words alone', () => {
  expect(gluePunctuation([text('the '), formula, text(' inputs')])).toBeUndefined();
  expect(gluePunctuation([text('팬인이 '), formula, text('이면')])).toBeUndefined();
});
