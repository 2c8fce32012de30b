import { expect, it } from 'vitest';
import { charts } from '#charts/index.ts';
import { experiments } from '#experiments/index.ts';
import { locales } from '#i18n/locales.ts';
import { catalogues, messagesWith } from '#i18n/messages.ts';
import { laboratoryRows, laboratoryTexts, notOffered } from './laboratory.ts';

const rows = laboratoryRows();

it('offers every experiment of the registry, or there is a reason why not', () => {
  const excused = Object.keys(notOffered);
  expect([...rows.map(({ id }) => id), ...excused].sort()).toEqual(Object.keys(experiments).sort());
});

it('offers each with all of its parameters and a chart that exists', () => {
  for (const { id, params, chart } of rows) {
    expect(params).toBe(experiments[id]?.params);
    expect(charts[chart], `${id}: chart ${chart}`).toBeDefined();
  }
});

it('no parameter has the name that says which experiment is meant', () => {
  expect(rows.filter(({ params }) => 'experiment' in params)).toEqual([]);
});

it('every experiment has a name and a question, and every parameter and option its text, in five languages', () => {
  const keys = rows.flatMap(({ id }) => [`experiment.${id}`, `question.${id}`]);
  for (const locale of locales) {
    const texts = messagesWith(locale, laboratoryTexts(rows));
    expect(keys.filter((key) => !(key in texts))).toEqual([]);
  }
  const named = Object.keys(catalogues.en).filter((key) => /^(experiment|question)\./.test(key));
  expect(named.filter((key) => !keys.includes(key))).toEqual([]);
});
