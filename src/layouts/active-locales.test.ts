import { expect, it } from 'vitest';
import { chooseLocales } from './active-locales.ts';

it('builds all five languages unless some are named', () => {
  expect(chooseLocales(undefined)).toHaveLength(5);
  expect(chooseLocales('en,ko')).toEqual(['en', 'ko']);
});

it('names a language that does not exist, and those that do', () => {
  expect(() => chooseLocales('en,de')).toThrow('LOCALES names "de"; the languages are en, ko, ja, ru, zh');
});
