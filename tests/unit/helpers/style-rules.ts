import { type Block, type Prose, proseOf } from './blocks.ts';
import type { Finding } from './finding.ts';

/** A pattern that must not occur in the prose of some languages. */
interface StyleRule {
  languages: string;
  pattern: RegExp;
  message: string;
}

// Characters of Chinese and Japanese: letters, and punctuation as wide as they are.
const letter = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]`;
const wide = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々、。，！？：；（）「」『』《》]`;

/** Forms of simplified Chinese's commonest characters that only traditional Chinese has. */
const traditional =
  '學習網絡層為數學對應輸變權隨機導這個們來說時間過開關實現種經線單點當產義計結構圖詞語請從後內與麼沒';

const styleRules: readonly StyleRule[] = [
  { languages: 'en ko ja ru zh', pattern: /\.\.\./g, message: 'write … for three dots (…… in Chinese)' },
  { languages: 'en ko ja ru zh', pattern: /"/g, message: 'write the quotation marks of the language, not "' },
  {
    languages: 'en ko ja ru zh',
    pattern: /'/g,
    message: 'write ’ for the apostrophe, and the quotation marks of the language',
  },
  { languages: 'en ko ja ru zh', pattern: /\s--?\s|--/g, message: 'write a dash (– or —), not hyphens' },
  {
    languages: 'en ko ja ru zh',
    pattern: /[\u200B-\u200D\u2060\uFEFF\u00AD]/g,
    message: 'an invisible character stands here',
  },
  {
    languages: 'en ko ja ru zh',
    pattern: /[０-９Ａ-Ｚａ-ｚ]/g,
    message: 'digits and Latin letters are narrow in every language',
  },
  {
    languages: 'en',
    pattern: /\b\w*(?:initiali[s]|normali[s]e|optimi[s]|behaviour|colour|centre|neighbour|favour|analyse)\w*/gi,
    message: 'the English of the course is American: initialization, behavior, center',
  },
  { languages: 'ko', pattern: /[，。！？：；（）]/g, message: 'Korean punctuation is narrow: , . ? ! : ; ( )' },
  { languages: 'ko', pattern: /\p{Script=Hangul}:\s*$/gu, message: 'a Korean sentence does not end in a colon' },
  { languages: 'ko', pattern: /당신|여러분/g, message: 'the reader is not addressed by a pronoun' },
  {
    languages: 'ko',
    pattern: /(?:을\(를\)|이\(가\)|은\(는\)|와\(과\)|\(으\)로)/g,
    message: 'choose the particle by the Korean reading',
  },
  {
    languages: 'ko',
    pattern: /[A-Za-z0-9\uE000-\uE002]\s(?:은|는|을|를|과|와|의|으로|로)(?=[\s.,])/g,
    message: 'a particle follows a Latin word, number or formula without a space',
  },
  {
    languages: 'ja zh',
    pattern: new RegExp(`${letter}[,.?!;:]|(?<!\\b[a-z]|al|vs)[,.?!;]\\s*${letter}`, 'giu'),
    message: 'punctuation is wide: 、 。 ， ？ ！',
  },
  {
    languages: 'ja zh',
    pattern: new RegExp(`${letter}[(]|[)]${letter}`, 'gu'),
    message: 'brackets in the text are wide: （ ）',
  },
  {
    languages: 'ja zh',
    pattern: new RegExp(`${wide}\\s+\\S|\\S\\s+${wide}`, 'gu'),
    message: 'no space and no line break is typed beside a character; the style sheet makes the gap',
  },
  { languages: 'ja', pattern: /[，．]/g, message: 'write 、 and 。' },
  { languages: 'ja', pattern: /[“”]/g, message: 'write 「 」' },
  { languages: 'ja', pattern: /[\uFF61-\uFF9F]/g, message: 'Katakana is wide' },
  { languages: 'zh', pattern: /您/g, message: 'the reader is 你' },
  { languages: 'zh', pattern: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, message: 'Kana in Chinese text' },
  {
    languages: 'zh',
    pattern: new RegExp(`[${traditional}]`, 'g'),
    message: 'a traditional character in simplified Chinese',
  },
  { languages: 'zh', pattern: /(?<!…)…(?!…)/g, message: 'the Chinese ellipsis is ……' },
  { languages: 'ru', pattern: /[“]/g, message: 'write «ёлочки» (and „лапки“ within them)' },
  {
    languages: 'ru',
    pattern: /(?<=[\p{L}\p{N},;:)—–\uE000-\uE002]\s+)(?:Вы|Вас|Вам|Вами|Ваш\p{L}*)(?!\p{L})/gu,
    message: 'write «вы» with a small letter',
  },
  { languages: 'ru', pattern: /\s[;:!?]/g, message: 'no space before this mark in Russian' },
];

/** Faults of typography and of address, told from math, code and tags by the parser. */
export function styleFindings({ file, blocks }: Prose, locale: string): Finding[] {
  const rules = styleRules.filter(({ languages }) => languages.split(' ').includes(locale));
  return blocks.flatMap((block) => [
    ...rules.flatMap((rule) => occurrences(file, block, rule)),
    ...unnormalized(file, block),
  ]);
}

function occurrences(file: string, block: Block, { pattern, message }: StyleRule): Finding[] {
  const { text, lineAt } = proseOf(block);
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => {
    const around = text.slice(Math.max(0, index - 8), index + found.length + 8).replace(/\s+/g, ' ');
    return { file, line: lineAt(index), message: `${message}: "${visible(around)}"` };
  });
}

/** Marks of math, code and tags as a reader of the message understands them. */
const visible = (text: string): string =>
  text
    .replace(/\uE000/g, '$…$')
    .replace(/\uE001/g, '`…`')
    .replace(/\uE002/g, '<…/>');

/** Composed characters (NFC): a search for 가 must find every 가. */
function unnormalized(file: string, block: Block): Finding[] {
  const { text, lineAt } = proseOf(block);
  const offset = [...text].findIndex((_, index) => text[index] !== text.normalize('NFC')[index]);
  return text === text.normalize('NFC')
    ? []
    : [{ file, line: lineAt(offset), message: 'the characters are not composed (Unicode NFC)' }];
}

/** Whether the site's register is broken: 합니다체 in Korean, です・ます in Japanese. */
export function registerFindings({ file, blocks }: Prose, locale: string): Finding[] {
  const plain = { ko: plainKorean, ja: plainJapanese }[locale];
  if (!plain) return [];
  const sentences = blocks.filter(
    ({ kind, tags }) => kind !== 'heading' && kind !== 'tableCell' && !tags.includes('Said'),
  );
  return sentences.flatMap((block) => {
    const { text, lineAt } = proseOf(block);
    return plain(text).map(({ offset, ending }) => ({
      file,
      line: lineAt(offset),
      message: `a plain sentence, "…${ending}": lessons are written in ${locale === 'ko' ? '합니다체' : 'です・ます'}`,
    }));
  });
}

interface Ending {
  offset: number;
  ending: string;
}

/** Sentences that end in 다 but not in -ㅂ니다 or -ㅂ시다: the final consonant of the syllable before tells. */
function plainKorean(text: string): Ending[] {
  const endings = text.matchAll(/(\S*?)(\p{Script=Hangul})?(니|시)?다(?=[.?!](?:[\s”’)]|$))/gu);
  return [...endings].flatMap(({ 0: ending, 2: before = '', 3: polite, index }) => {
    const finalConsonant = (before.charCodeAt(0) - 0xac00) % 28;
    return polite && finalConsonant === 17 ? [] : [{ offset: index, ending }]; // 17 is ㅂ
  });
}

/** Sentences that end in a verb or adjective in its plain form; those that end in a noun (体言止め) are left alone. */
function plainJapanese(text: string): Ending[] {
  const unquoted = text.replace(/「[^」]*」|『[^』]*』/g, (quoted) => '〇'.repeat(quoted.length));
  const sentences = unquoted.matchAll(/[^。？]+(?=[。？])/g);
  return [...sentences].flatMap(({ 0: sentence, index }) => {
    const end = sentence.replace(/（[^）]*）$/, '').replace(/か$/, '');
    const polite = /(?:です|ます|でした|ました|ません|でしょう|ましょう|ください|ませんでした)$/.test(end);
    const isPlain = !polite && /[うくぐすつぬぶむるただい]$/.test(end);
    return isPlain ? [{ offset: index, ending: end.slice(-6) }] : [];
  });
}
