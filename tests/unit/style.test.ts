import { describe, expect, it } from 'vitest';
import type { Prose } from './helpers/blocks.ts';
import { type Finding, shown } from './helpers/finding.ts';
import { lessonText, lessonTexts } from './helpers/lessons.ts';
import { registerFindings, styleFindings } from './helpers/style-rules.ts';
import { yoFindings } from './helpers/yo.ts';

const lessons = lessonTexts();

type Rule = (prose: Prose, locale: string) => Finding[];

const says = (rule: Rule, locale: string, text: string) =>
  rule(lessonText(`x/${locale}.mdx`, text), locale).map(({ line, message }) => `${line} ${message}`);

const allLessons = (rule: Rule) => shown(lessons.flatMap((lesson) => rule(lesson, lesson.locale)));

describe('the typography of each language', () => {
  it('holds in every lesson', () => {
    expect(allLessons(styleFindings)).toEqual([]);
  });

  it.each([
    ['en', 'And so on...', 'three dots'],
    ['en', 'He said "one".', 'quotation marks'],
    ['en', "It doesn't learn.", 'apostrophe'],
    ['en', 'a word - a pause', 'dash'],
    ['en', 'zero\u200Bwidth', 'invisible'],
    ['en', 'The initialisation of a layer', 'American'],
    ['ko', '가중치를 그립니다。', 'Korean punctuation is narrow'],
    ['ko', '다음과 같습니다:', 'colon'],
    ['ko', '여러분은 봅니다.', 'pronoun'],
    ['ko', '값이 ReLU 를 지납니다.', 'without a space'],
    ['ko', '값이 $n$ 의 배수입니다.', 'without a space'],
    ['ko', 'Xavier을(를) 씁니다.', 'by the Korean reading'],
    ['ko', '가중치'.normalize('NFD'), 'not composed'],
    ['ja', '重みは小さい, しかし', 'punctuation is wide'],
    ['ja', 'ReLUです.', 'punctuation is wide'],
    ['ja', '勾配(gradient)です', 'brackets in the text are wide'],
    ['ja', 'ReLU を使います。', 'no space'],
    ['ja', '重み $w$です。', 'no space'],
    ['ja', '重みは\n小さいです。', 'no space'],
    ['ja', '重み，偏り', '、 and 。'],
    ['ja', '“重み”です。', '「 」'],
    ['ja', 'ＲｅＬＵです。', 'narrow'],
    ['zh', '权重很小, 但是', 'punctuation is wide'],
    ['zh', '对于$x$,则', 'punctuation is wide'],
    ['zh', '使用 ReLU', 'no space'],
    ['zh', '您可以运行', '你'],
    ['zh', '权重の方差', 'Kana'],
    ['zh', '權重', 'traditional'],
    ['zh', '等等…', '……'],
    ['ru', 'слово “сеть”', 'ёлочки'],
    ['ru', 'Как видно, Вы правы.', '«вы»'],
    ['ru', 'Слоёв : два', 'no space before'],
    ['ru', 'сеть - это слои', 'dash'],
  ])('refuses in %s: %s', (locale, text, message) => {
    expect(says(styleFindings, locale, text)).toContainEqual(expect.stringContaining(message));
  });

  it.each([
    ['en', 'The “first” layer doesn’t learn … 1–5, `a - b`, $a \\cdot "b"$; see e.g. <Cite id="he2015" />.'],
    ['ko', 'ReLU를 쓰면 $n$이 커집니다. He 초기화는 256개, 즉 <Num id="a" />배입니다. 예: 이 값'],
    ['ja', 'Heの初期値（He initialization）は$n$に依存します。「重み」は<Num id="a" />倍、ReLU, tanhなど。'],
    ['zh', 'He初始化（He initialization）依赖于$n$。“权重”是<Num id="a" />倍……'],
    ['ru', 'Мы видим: «вес» — это число. Вы правы? Тогда вы считаете.'],
  ])('accepts in %s: %s', (locale, text) => {
    expect(says(styleFindings, locale, text)).toEqual([]);
  });

  it('names the line and the place', () => {
    expect(says(styleFindings, 'ja', '## 見出し {#a}\n\n一行目です。**強調**して$x$ の二行目です。')).toEqual([
      '3 no space and no line break is typed beside a character; the style sheet makes the gap: "目です。強調して$…$ の二行目です。"',
    ]);
  });
});

describe('one register: 합니다체 in Korean, です・ます in Japanese', () => {
  it('holds in every lesson', () => {
    expect(allLessons(registerFindings)).toEqual([]);
  });

  it.each([
    ['ko', '분산은 그대로이다. 다음을 봅니다.'],
    ['ko', '값이 커진다.'],
    ['ko', '그것은 아니다.'],
    ['ja', '分散は変わらない。'],
    ['ja', '信号が消える。次に進みます。'],
    ['ja', 'これは$x$である。'],
  ])('refuses in %s: %s', (locale, text) => {
    expect(says(registerFindings, locale, text)).toHaveLength(1);
  });

  it.each([
    ['ko', '분산은 그대로입니다. 함께 봅시다. 왜 그렇습니까? 다음은 표입니다.'],
    ['ko', '<Said>분산은 그대로이다.</Said>'],
    ['ja', '分散は変わりません。どうなるでしょうか。「消える。」と言います（注）。図は分散。見てください。'],
    ['en', 'It is so.'],
  ])('accepts in %s: %s', (locale, text) => {
    expect(says(registerFindings, locale, text)).toEqual([]);
  });
});

describe('ё in Russian', () => {
  const yo: Rule = (prose, locale) => (locale === 'ru' ? yoFindings(prose) : []);

  it('is written in every lesson', () => {
    expect(allLessons(yo)).toEqual([]);
  });

  it('is asked for where a word is always written with it', () => {
    expect(says(yo, 'ru', 'Еще один слой.\nСлоев много, все растет.')).toEqual([
      '1 write Ещё, not Еще',
      '2 write Слоёв, not Слоев',
      '2 write растёт, not растет',
    ]);
    expect(says(yo, 'ru', 'Ещё один слой. Слоёв много, все растут.')).toEqual([]);
  });
});
