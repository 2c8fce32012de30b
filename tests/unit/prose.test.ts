import { describe, expect, it } from 'vitest';
import { type Finding, shown } from './helpers/finding.ts';
import { lessonTexts } from './helpers/lessons.ts';
import { type MdxDocument, parseMdx } from './helpers/mdx.ts';
import { grammarFindings, numberFindings, starFindings, structureFindings } from './helpers/prose-rules.ts';

const lessons = lessonTexts();

type Rule = (document: MdxDocument, locale: string) => Finding[];

/** What a rule says about a piece of prose, as `line message`. */
const says = (rule: Rule, text: string, locale = 'en') =>
  rule(parseMdx('x.mdx', text), locale).map(({ line, message }) => `${line} ${message}`);

const allLessons = (rule: Rule) => shown(lessons.flatMap(({ document, locale }) => rule(document, locale)));

it('there are lessons to guard, in five languages', () => {
  expect(lessons.length).toBeGreaterThanOrEqual(5);
});

describe('prose without code, logic or words in formulas', () => {
  it('holds in every lesson', () => {
    expect(allLessons(structureFindings)).toEqual([]);
  });

  it.each([
    ['an import', "import X from './X.astro'\n\ntext", '1 a lesson imports nothing'],
    ['a code fence', 'text\n\n```js\na\n```', '3 code is shown by <Cell> or <Source>'],
    ['a display equation', '$$\nx\n$$', '1 display equations stand in lesson.ts'],
    ['an expression', 'The sum is {1 + 1}.', '1 no logic in prose: {1 + 1}'],
    ['words in a formula', '$x_{вход}$', '1 formulas are the same in all languages'],
    ['a decimal comma in a formula', '$0,5$', '1 the decimal sign is the point'],
    ['a heading without an id', '## Scale', '1 a heading needs an English id'],
    ['a translated id', '## Масштаб {#масштаб}', '1 the id of a heading is lower-case English'],
    ['a second title', '# Title {#title}', '1 headings of lessons are ## or ###'],
    ['an id used twice', '## A {#a}\n\n### B {#a}', '3 the id {#a} is used twice'],
  ])('refuses %s', (_, text, message) => {
    expect(says(structureFindings, text)).toEqual([expect.stringContaining(message)]);
  });

  it('accepts a heading with its id, math, code, tags and comments', () => {
    const text =
      '## Масштаб {#scale}\n\n$n_{in}$ and `fans` and <T id="fan-in">fan-in</T>. {/* term-ok: a quotation */}';
    expect(says(structureFindings, text)).toEqual([]);
  });
});

describe('no stars left', () => {
  it('holds in every lesson', () => {
    expect(allLessons(starFindings)).toEqual([]);
  });

  it('refuses stars that neither Markdown nor the plugin makes bold', () => {
    expect(says(starFindings, '두 번째 **가중치(weight)를 사용합니다.')).toHaveLength(1);
    expect(says(starFindings, '<Figure id="a">**가중치(weight)**를</Figure>')).toHaveLength(1);
    expect(says(starFindings, 'a **«b»**c')).toHaveLength(1);
  });

  it('accepts what becomes bold', () => {
    expect(says(starFindings, '이것은 **가중치(weight)**를 뜻합니다. `2**3` $x^{**}$ **bold**')).toEqual([]);
  });
});

describe('no typed numbers', () => {
  it('holds in every lesson', () => {
    expect(allLessons(numberFindings)).toEqual([]);
  });

  it.each(['0.05', '0,05', '.100', '10,000', '100', '2015', '1e-3', '10⁻³', '97.8%'])('refuses %s', (number) => {
    expect(says(numberFindings, `The first line\nsays ${number} here.`)).toEqual([
      expect.stringMatching(/^2 .* is typed/),
    ]);
  });

  it('refuses them in captions, headings, tables, hints and the front matter', () => {
    const text = [
      '---\ntitle: 784 inputs\n---\n\n## 500 units {#units}\n',
      '<Figure id="a">A width of 128.</Figure>\n',
      '<Exercise id="e">\nA *bound* of 0.3?\n\n<Hint>Try 0.25.</Hint>\n</Exercise>\n',
      '| width |\n|---|\n| 256 |\n',
    ];
    expect(says(numberFindings, text.join('\n')).map((each) => /"([^"]+)"/.exec(each)?.[1])).toEqual([
      '784',
      '500',
      '128',
      '0.3',
      '0.25',
      '256',
    ]);
  });

  it('accepts small whole numbers, names, math, code, tags and citations', () => {
    const text =
      'Two or 50 layers, float32, MT19937, $0.05$, `0.01`, <Num id="x100" />, <Cite id="he2015">He (2015)</Cite>.';
    expect(says(numberFindings, text)).toEqual([]);
  });
});

describe('no grammar that depends on a computed number', () => {
  it('holds in every lesson', () => {
    expect(allLessons(grammarFindings)).toEqual([]);
  });

  it.each([
    ['ko', '분산은 <Num id="a" />이 됩니다.', 'the particle "이"'],
    ['ko', '**<Num id="a" />**로 줄어듭니다.', 'the particle "로"'],
    ['ko', '값은 <Num id="a" />에서 <Num id="b" />를 뺀 것입니다.', 'the particle "를"'],
    ['ru', 'В сети <Num id="a" /> слоёв.', 'the case of "слоёв"'],
  ])('refuses in %s: %s', (locale, text, message) => {
    expect(says(grammarFindings, text, locale)).toEqual([expect.stringContaining(message)]);
  });

  it.each([
    ['ko', '층은 <Num id="a" />개이고, 비율은 <Num id="b" />입니다.'],
    ['ko', '<Num id="a" />가지 방법'],
    ['ru', 'Слоёв: <Num id="a" /> и <Num id="b" />, дисперсия равна <Num id="c" />.'],
    ['en', '<Num id="a" /> layers'],
  ])('accepts in %s: %s', (locale, text) => {
    expect(says(grammarFindings, text, locale)).toEqual([]);
  });
});
