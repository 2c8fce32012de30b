import { expect, it } from 'vitest';
import { displayWidth, wrapLabel } from './wrap-label.ts';

it('leaves a label alone that fits', () => {
  expect(wrapLabel('theory', 100)).toEqual(['theory']);
});

it('breaks at spaces, but not inside brackets', () => {
  expect(wrapLabel('N(0, 1), seed 7: ∞ from layer 35', 100)).toEqual(['N(0, 1), seed', '7: ∞ from', 'layer 35']);
  expect(wrapLabel('N(0, 1), 난수 시드 7: 35층부터 ∞', 60)[0]).toBe('N(0, 1),');
});

it('breaks Japanese and Chinese between words, with no closing punctuation at the start of a line', () => {
  expect(wrapLabel('N(0, 1)、乱数シード7：35層目から∞', 100)).toEqual(['N(0, 1)、', '乱数シード7：', '35層目から∞']);
  expect(wrapLabel('He（一様）、乱数シード7', 100)).toEqual(['He（一様）、', '乱数シード7']);
  expect(wrapLabel('N(0, 1)，随机种子7：从第35层起为∞', 100)).toEqual(['N(0, 1)，', '随机种子7：', '从第35层起为∞']);
});

it('loses no character and keeps every line within the limit where its pieces do', () => {
  const label = 'квантили 5–95% по сидам';
  const lines = wrapLabel(label, 80);
  expect(lines.join(' ')).toBe(label);
  expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(80);
});

it('gives a piece that is longer than the limit a line of its own', () => {
  expect(wrapLabel('an unbreakable word', 40)).toEqual(['an', 'unbreakable', 'word']);
});
