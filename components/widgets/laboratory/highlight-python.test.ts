import { expect, it } from 'vitest';
import { tokensOf } from './highlight-python.ts';

const program = `"""A script's words, with # and 7."""
import torch  # for x in "y"
name = f'it\\'s {1e-3:.2f}'
if not_in[0x1F] is None: return  # 2
`;

it('loses nothing: the tokens are the program', () => {
  const texts = tokensOf(program).map(({ text }) => text);
  expect(texts.join('')).toBe(program);
});

it('tells comments, strings, numbers and keywords apart, and never looks into a string or a comment', () => {
  const of = (wanted: string) => tokensOf(program).flatMap(({ text, kind }) => (kind === wanted ? [text] : []));
  expect(of('string')).toEqual([`"""A script's words, with # and 7."""`, `f'it\\'s {1e-3:.2f}'`]);
  expect(of('comment')).toEqual(['# for x in "y"', '# 2']);
  expect(of('number')).toEqual(['0x1F']);
  expect(of('keyword')).toEqual(['import', 'if', 'is', 'None', 'return']);
});
