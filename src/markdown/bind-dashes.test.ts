import { expect, it } from 'vitest';
import { bindDashes } from './bind-dashes.ts';

it('keeps a dash on the line of the word before it', () => {
  expect(bindDashes('Выход — это сумма\n— и только')).toBe('Выход\u00A0— это сумма\u00A0— и только');
});

it('leaves other dashes as they are', () => {
  for (const text of ['Колмогорова–Смирнова', '层——宽度', 'minus - minus']) expect(bindDashes(text)).toBe(text);
});
