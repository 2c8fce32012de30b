import { defineMdastPlugin } from 'satteri';

const noBreak = '\u00A0';
/** Has no width and no break at either side. */
const joiner = '\u2060';

/** What is called by its number, in English and in Russian. */
const numbered = [
  'lessons?|layers?|seeds?|steps?|algorithms?|equations?|sections?|chapters?|tables?|figures?|exercises?|issues?',
  'урок|сло|шаг|алгоритм|уравнени|раздел|глав|таблиц|рисун|упражнени',
].join('|');

/** What a text says, and what it says with the sign that keeps a line together. Each rule knows its language by the letters. */
const rules: readonly (readonly [RegExp, string])[] = [
  // A name and its number.
  [new RegExp(String.raw`(?<=(?<!\p{L})(?:${numbered})\p{L}{0,3})\s+(?=\d)`, 'giu'), noBreak],
  // Russian: no line begins with a dash, a short preposition or conjunction does not end a line, a particle does not begin one.
  [/\s+(?=—)/g, noBreak],
  [/(?<![\p{L}\p{N}])(а|во?|до|за|из?|ко?|на|не|ни|но|об?|от|по|со?|у)\s+/giu, `$1${noBreak}`],
  [/(?<=[а-яё])\s+(же|ли|бы)(?![\p{L}\p{N}-])/giu, `${noBreak}$1`],
  [/(?<=\d-)(?=[а-яё])/giu, joiner],
  // Korean: the English form, the mark behind it and the particle belong to the word; so do a name and its number.
  [/(?<=\p{Script=Hangul})(?=\()/gu, joiner],
  [/(?<=[)\]”’%])(?=\p{Script=Hangul})/gu, joiner],
  [/(?<!\p{L})(레슨|식|그림|약)\s+(?=\d|$)/gu, `$1${noBreak}`],
  // Chinese and Japanese: a number and what it counts.
  [/(?<=\d)(?=[つ次個个層层倍乗回割行番枚張张乘阶步])/gu, joiner],
];

/** The text with no line break between words that are read as one: see the rules. */
export const bindWords = (text: string): string =>
  rules.reduce((bound, [pattern, replacement]) => bound.replace(pattern, replacement), text);

/** The plugin for Sätteri; it must run before `gluePunctuationPlugin`, which sets formulas together with what is bound to them. */
export function bindWordsPlugin() {
  return defineMdastPlugin({
    name: 'bind-words',
    text: (node: { value: string }) => {
      const value = bindWords(node.value);
      return value === node.value ? undefined : { type: 'text', value };
    },
  } as never);
}
