import { expect, it } from 'vitest';
import { type Chart, cell, type Run } from '#charts/chart.ts';
import { translator } from '#i18n/messages.ts';
import { csvOf } from './csv.ts';

const run = { values: {}, frame: [1 / 3, Number.NaN, -Infinity, undefined, -0] };

const chart: Chart<Run<unknown>> = {
  panels: () => [],
  summary: () => '',
  table: ([shown]) => ({
    columns: ['He, normal', 'the "best"'],
    rows: ((shown as typeof run).frame ?? []).map((value, index) => [
      String(index),
      cell(value, { percentDecimals: 0 }),
    ]),
  }),
};

it('writes every number in full, a hole for what is missing, and quotes what would break the columns', () => {
  const text = csvOf(chart, run, { t: translator('en'), lang: 'en' });
  expect(text).toBe('\uFEFF"He, normal","the ""best"""\r\n0,0.3333333333333333\r\n1,nan\r\n2,-inf\r\n3,\r\n4,-0\r\n');
});
