import { expect, it } from 'vitest';
import { bindWords } from './bind-words.ts';

const [noBreak, joiner] = ['\u00A0', '\u2060'];
/** The text with the two signs made visible. */
const shown = (text: string) => bindWords(text).replaceAll(noBreak, '~').replaceAll(joiner, '+');

it('keeps the number of a lesson on the line of the word before it', () => {
  expect(shown('As lesson 8 says (lessons 6 and 12), in layer\n3.')).toBe(
    'As lesson~8 says (lessons~6 and 12), in layer~3.',
  );
  expect(shown('Lesson 7 and algorithm 1')).toBe('Lesson~7 and algorithm~1');
  expect(shown('В уроке 4, как слой 16 и уравнение 2')).toBe('В~уроке~4, как слой~16 и~уравнение~2');
});

it('leaves other numbers as they are', () => {
  for (const text of ['after 120 steps it', 'width 512', 'a lesson for 30 people', 'stable 3'])
    expect(bindWords(text)).toBe(text);
});

it('keeps a dash on the line of the word before it, and leaves other dashes as they are', () => {
  expect(shown('Выход — это сумма\n— как всегда')).toBe('Выход~— это сумма~— как всегда');
  for (const text of ['Колмогорова–Смирнова', '层——宽度', 'minus - minus']) expect(bindWords(text)).toBe(text);
});

it('keeps a short Russian word with the next one, and a particle with the one before', () => {
  expect(shown('В слое и на выходе, но не с нулями')).toBe('В~слое и~на~выходе, но~не~с~нулями');
  expect(shown('32-битное число')).toBe('32-+битное число');
  expect(shown('во столько же раз, что было бы верно')).toBe('во~столько~же раз, что было~бы верно');
});

it('binds a word to the formula that begins after it, as to a word', () => {
  expect(shown('сеть с ')).toBe('сеть с~');
});

it('leaves longer Russian words, and parts of words, as they are', () => {
  for (const text of ['для всех слоёв', 'какой-то вес', 'либо одно', 'ReLU равно 0 там'])
    expect(bindWords(text)).toBe(text);
});

it('keeps a Korean particle with its word, also behind a bracket, a quotation mark or a percent sign', () => {
  expect(shown('팬(fan)과 “1쯤”이라는 90%입니다')).toBe('팬+(fan)+과 “1쯤”+이라는 90%+입니다');
  expect(shown('레슨 7에서 식 5부터 약 16배')).toBe('레슨~7에서 식~5부터 약~16배');
});

it('keeps a number with what it counts, in Chinese and in Japanese', () => {
  expect(shown('2次モーメントを1つ、50層')).toBe('2+次モーメントを1+つ、50+層');
  expect(shown('50层、2倍')).toBe('50+层、2+倍');
});

it('leaves English alone, and what it has bound already', () => {
  const english = 'A layer (fan-in 3) of 50 layers, 90% of it; no more.';
  expect(bindWords(english)).toBe(english);
  const bound = bindWords('в слое 팬(fan)과 50層');
  expect(bindWords(bound)).toBe(bound);
});
