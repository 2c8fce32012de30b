import { describe, expect, it } from 'vitest';
import type { Parameter, Values } from '#experiments/parameters.ts';
import { largestSeed } from '#experiments/parse-parameters.ts';
import { localeInfo, locales } from '#i18n/locales.ts';
import { translator } from '#i18n/messages.ts';
import { addressNotes, queryOf, readAddress, rowOf } from '#widgets/laboratory/address.ts';
import { readTyped } from '#widgets/state.ts';
import { anyAddress, chooser } from '../../tests/laboratory-addresses.ts';
import { laboratoryRows } from './laboratory.ts';

const count = 10_000;
const rows = laboratoryRows();
const languages = locales.map((locale) => ({ t: translator(locale), lang: localeInfo[locale].lang }));

/** Whether a run may have this value: said here once more, and not by the code that is tested. */
function isLegal(parameter: Parameter, value: Values[string]): boolean {
  if (parameter.kind === 'choice') return parameter.options.includes(value as string);
  if (parameter.kind === 'choices') {
    const chosen = value as readonly string[];
    return chosen.length > 0 && chosen.every((each) => parameter.options.includes(each));
  }
  const { min, max } = parameter.kind === 'seed' ? { min: 0, max: largestSeed } : parameter;
  const number = value as number;
  return number >= min && number <= max && (parameter.kind === 'number' || Number.isInteger(number));
}

/** Whether a value is what a reader would say that the text says. A number may be typed in full-width characters. */
function says(text: string, parameter: Parameter, value: Values[string]): boolean {
  const plain = text.trim();
  if (parameter.kind === 'choices') {
    return [...new Set(plain.split(','))].sort().join() === [...(value as string[])].sort().join();
  }
  if (plain === '') return value === parameter.default; // nothing was asked for
  if (parameter.kind === 'choice') return plain === value;
  const narrow = text.replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  return Number(narrow.replace('−', '-').replace(',', '.')) === value;
}

describe(`${count} addresses that anyone may have written (seed 1)`, () => {
  const choose = chooser(1);
  const addresses = Array.from({ length: count }, () => anyAddress(rows, choose));

  it('are as different as they should be', () => {
    const asked = addresses.map((address) => readAddress(address, rows));
    expect(new Set(asked.map(({ id }) => id)).size).toBe(rows.length);
    expect(asked.filter(({ unknown }) => unknown !== undefined).length).toBeGreaterThan(count / 10);
    const noted = asked.filter(({ id, typed }) => readTyped(rowOf(id, rows).params, typed).notes.length > 0);
    expect(noted.length).toBeGreaterThan(count / 2);
    expect(noted.length).toBeLessThan(count);
    expect(Math.max(...addresses.map(({ length }) => length))).toBeGreaterThan(50_000);
    expect(addresses.filter((address) => /%(?![\da-f]{2})/i.test(address)).length).toBeGreaterThan(count / 20);
  });

  it('give values that a run may have, and a note for each that is not what was asked for', () => {
    for (const address of addresses) {
      const { id, typed } = readAddress(address, rows);
      const { params } = rowOf(id, rows);
      const { values, notes } = readTyped(params, typed);
      expect(Object.keys(values)).toEqual(Object.keys(params));
      for (const [key, parameter] of Object.entries(params)) {
        const value = values[key] as Values[string];
        const text = typed[key];
        if (!isLegal(parameter, value)) expect.fail(`${key} = ${value} from ${address.slice(0, 300)}`);
        const isNoted = notes.some((note) => note.key === key);
        if (text === undefined ? isNoted : !isNoted && !says(text, parameter, value)) {
          expect.fail(`${key}: "${text?.slice(0, 80)}" became ${value}, ${isNoted ? 'with' : 'without'} a note`);
        }
      }
    }
  });

  it('have notes in words in every language, of a length to be read, and nothing of what was given in disguise', () => {
    for (const address of addresses) {
      const asked = readAddress(address, rows);
      const row = rowOf(asked.id, rows);
      for (const { t, lang } of languages) {
        for (const note of addressNotes(asked, row, t, lang)) {
          if (note.length > 400 || /[\p{Cc}\p{Cf}\p{Cs}]|\{(?!value)\w+\}|^(param|note)\./u.test(note)) {
            expect.fail(`${lang}: ${JSON.stringify(note)}`);
          }
        }
      }
    }
  });

  it('lead, once they are mended, to the same values without a note', () => {
    for (const address of addresses) {
      const { id, typed } = readAddress(address, rows);
      const { params } = rowOf(id, rows);
      const { values } = readTyped(params, typed);
      const again = readAddress(queryOf(id, params, values), rows);
      const mended = readTyped(params, again.typed);
      if (again.id !== id || mended.notes.length > 0) expect.fail(address.slice(0, 300));
      if (JSON.stringify(mended.values) !== JSON.stringify(values)) expect.fail(address.slice(0, 300));
    }
  });
});
