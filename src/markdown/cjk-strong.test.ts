import { expect, it } from 'vitest';
import { pairStrong } from './cjk-strong.ts';

const text = (value: string) => ({ type: 'text', value });

it('makes Korean text between leftover ** strong, with its particle outside', () => {
  expect(pairStrong([text('**가중치(weight)**를')])).toEqual([
    { type: 'strong', children: [text('가중치(weight)')] },
    text('를'),
  ]);
});

it('keeps inner nodes of a strong span in place', () => {
  const code = { type: 'inlineCode', value: 'x' };
  expect(pairStrong([text('**「'), code, text('」**です')])).toEqual([
    { type: 'strong', children: [text('「'), code, text('」')] },
    text('です'),
  ]);
});

it('leaves English powers and unbalanced stars as they were written', () => {
  expect(pairStrong([text('2**3 and 4**5')])).toBeUndefined();
  expect(pairStrong([text('가중치 ** 초기화')])).toBeUndefined();
});
