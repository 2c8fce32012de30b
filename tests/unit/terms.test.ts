import { describe, expect, it } from 'vitest';
import glossary from '../../content/glossary.json' with { type: 'json' };
import { catalogues } from '../../src/i18n/messages.ts';
import { proseOfCatalogue } from './helpers/catalogue-rules.ts';
import { shown } from './helpers/finding.ts';
import { type Locale, lessonText, lessonTexts, locales } from './helpers/lessons.ts';
import { avoidedFindings, isFormOf, type Term, termFindings } from './helpers/term-rules.ts';

const terms = glossary.terms as unknown as Term[];
const lessons = lessonTexts();

const termOf = (id: string): Term => {
  const term = terms.find((each) => each.id === id);
  if (!term) throw new Error(`the glossary has no ${id}`);
  return term;
};

describe('the glossary', () => {
  it('has every term in every language, once', () => {
    expect(new Set(terms.map(({ id }) => id)).size).toBe(terms.length);
    expect(terms.filter((term) => locales.some((locale) => !term[locale]))).toEqual([]);
  });

  it('has Russian patterns that match their own terms', () => {
    const patterned = terms.filter(({ stem }) => stem?.ru);
    expect(patterned.length).toBeGreaterThan(50);
    expect(patterned.filter((term) => !isFormOf(term.ru, term, 'ru')).map(({ id }) => id)).toEqual([]);
  });
});

it('no lesson uses a wrong form of a term', () => {
  expect(shown(lessons.flatMap((lesson) => avoidedFindings(lesson, lesson.locale, terms)))).toEqual([]);
});

it('no text of the interface uses a wrong form of a term', () => {
  const findings = locales.flatMap((locale) =>
    avoidedFindings(proseOfCatalogue(catalogues[locale], locale), locale, terms),
  );
  expect(shown(findings)).toEqual([]);
});

it('every <T> in a lesson says the term as the glossary does', () => {
  expect(shown(lessons.flatMap((lesson) => termFindings(lesson, terms)))).toEqual([]);
});

describe('the guard of terms', () => {
  const avoided = (locale: Locale, text: string) =>
    avoidedFindings(lessonText(`x/${locale}.mdx`, text), locale, terms).map(
      ({ line, message }) => `${line} ${message}`,
    );

  it.each<[Locale, string, string]>([
    ['ko', '첫 줄.\n그라디언트가 사라집니다.', '2 "그라디언트" is not the term; write 기울기 (gradient)'],
    ['ja', 'グラデーションが消えます。', '1 "グラデーション" is not the term; write 勾配 (gradient)'],
    ['zh', '使用RELU激活。', '1 "RELU" is not the term; write ReLU (relu)'],
    ['zh', '从分布中绘图。', '1 "分布中绘图" is not the term; write 采样 (sampling)'],
    [
      'ru',
      'Потеря градиента. Это потери градиента.',
      '1 "потери градиента" is not the term; write затухание градиента (vanishing-gradient)',
    ],
  ])('finds in %s: %s', (locale, text, message) => {
    expect(avoided(locale, text)).toContain(message);
  });

  it('leaves code, formulas and right words alone', () => {
    expect(avoided('zh', '`RELU` $RELU$ ReLU')).toEqual([]);
    expect(avoided('ru', 'Функция потерь и лоссо')).toEqual([expect.stringContaining('лоссо')]);
    expect(avoided('ru', 'Колосс и потери')).toEqual([]);
  });

  it('lets a wrong form stand within a longer right one, and where a comment gives a reason', () => {
    const short: Term = { ...termOf('activation'), id: 'x', ko: '활성', avoid: { ko: ['활성화'] } };
    const long: Term = { ...termOf('activation'), id: 'y', ko: '활성화 함수' };
    const found = (text: string) => avoidedFindings(lessonText('x/ko.mdx', text), 'ko', [short, long]);
    expect(found('활성화가')).toHaveLength(1);
    expect(found('활성화 함수가')).toEqual([]);
    expect(found('활성화가 {/* term-ok: a quotation */}')).toEqual([]);
    expect(found('{/* term-ok: a quotation */}\n\n활성화가\n\n활성화가')).toHaveLength(1);
    expect(found('활성화가 {/* term-ok: */}')).toHaveLength(1);
  });

  it.each<[Locale, string, string]>([
    ['en', 'weight', 'weights'],
    ['en', 'bias', 'Biases'],
    ['en', 'mlp', 'multilayer perceptron'],
    ['en', 'mlp', 'MLP'],
    ['en', 'neuron', 'units'],
    ['en', 'seed', 'random seed'],
    ['ko', 'fan-in', '팬인'],
    ['ko', 'fan-in', '팬인(fan-in)'],
    ['ko', 'variance', '분산(variance)'],
    ['ja', 'variance', '分散'],
    ['ja', 'fan-in', 'fan-in（入力ユニット数）'],
    ['zh', 'variance', '方差（variance）'],
    ['ru', 'variance', 'дисперсией'],
    ['ru', 'weight', 'Веса'],
    ['ru', 'fan-in', 'числа входов (fan-in)'],
    ['ru', 'he-init', 'инициализации Хе (He)'],
    ['ru', 'second-moment', 'второго момента'],
  ])('takes in %s for %s: %s', (locale, id, text) => {
    expect(isFormOf(text, termOf(id), locale)).toBe(true);
  });

  it.each<[Locale, string, string]>([
    ['en', 'variance', 'spread'],
    ['en', 'bias', 'parameter'],
    ['ko', 'variance', '분산을'],
    ['ko', 'gradient', '그래디언트'],
    ['ja', 'variance', '標準偏差'],
    ['zh', 'bias', '偏差'],
    ['ru', 'variance', 'разброса'],
    ['ru', 'second-moment', 'второго слоя'],
  ])('refuses in %s for %s: %s', (locale, id, text) => {
    const tag = lessonText(`x/${locale}.mdx`, `a <T id="${id}">${text}</T>`);
    expect(termFindings(tag, terms).map(({ message }) => message)).toEqual([
      `<T id="${id}"> says "${text}"; the glossary has ${termOf(id)[locale]}`,
    ]);
  });
});
