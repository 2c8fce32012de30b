import { expect, it } from 'vitest';
import type { Chart, Run } from '#charts/chart.ts';
import { drawAtBuild } from '#charts/draw-at-build.ts';
import { charts } from '#charts/index.ts';
import { decodeFrame } from '#experiments/frame-json.ts';
import { experiments } from '#experiments/index.ts';
import type { Parameter, Parameters, Values } from '#experiments/parameters.ts';
import { localeInfo, locales } from '#i18n/locales.ts';
import { translator } from '#i18n/messages.ts';
import { resultText } from '#lab/result-text.ts';
import { takeHome } from '#take-home/index.ts';
import { addressNotes, readAddress, rowOf } from '#widgets/laboratory/address.ts';
import { csvOf } from '#widgets/laboratory/csv.ts';
import type { LaboratoryRow } from '#widgets/laboratory/rows.ts';
import { isEmptyChoice, readTyped } from '#widgets/state.ts';
import { loadResource } from '../../scripts/load-resource.ts';
import { anyAddress, type Chooser, chooser } from '../../tests/laboratory-addresses.ts';
import { laboratoryRows } from './laboratory.ts';

const count = 10_000;
/** So many states run to their end, and their drawings become SVG; the others are shown after a step or a few. */
const thorough = 40;
const rows = laboratoryRows();

/** The same state in small: sizes near their lower ends, everything else as the address has it. */
function inSmall(params: Parameters, values: Values): Values {
  const small = (parameter: Parameter, value: Values[string]) =>
    parameter.kind === 'integer' ? Math.min(value as number, parameter.min + ((value as number) % 3)) : value;
  return Object.fromEntries(
    Object.entries(params).map(([key, parameter]) => [key, small(parameter, values[key] as Values[string])]),
  );
}

/** What experiments need, read once. */
const resources = { ...loadResource('digits') };

/** The frame after so many steps of a run, or the last one. */
function frameOf({ id }: LaboratoryRow, values: Values, steps: number): unknown {
  const experiment = experiments[id];
  if (!experiment) throw new Error(`there is no experiment "${id}"`);
  let frame: unknown;
  for (frame of experiment.run(values, resources)) if (--steps <= 0) break;
  return structuredClone(frame);
}

/** What the page shows of a run: everything that its chart can say and draw. Throws if any of it cannot be had. */
function show(row: LaboratoryRow, run: Run<unknown>, choose: Chooser, draws: boolean): void {
  const locale = choose.pick(locales);
  const context = { t: translator(locale), lang: localeInfo[locale].lang };
  const width = 300 + choose.below(700);
  const chart = charts[row.chart] as unknown as Chart<Run<unknown>>;
  const panels = chart.panels([run], { ...context, width });
  if (panels.length === 0) expect.fail('there is no panel');
  for (const drawing of draws ? drawAtBuild(panels) : []) {
    if (!/<(path|line|circle|rect|text)\b/.test(drawing)) expect.fail('there is nothing in the drawing');
    if (/\bNaN\b/.test(drawing.replace(/>[^<]*</g, '><'))) expect.fail('an element has the size or the place NaN');
  }
  chart.legend?.([run], { ...context, width });
  if (chart.summary([run], context) === '') expect.fail('there is no summary');
  const { columns, rows: lines } = chart.table([run], context);
  if (lines.some((line) => line.length !== columns.length)) expect.fail('a row of the table is too short or too long');
  if (csvOf(chart, run, context).split('\r\n').length < lines.length + 2) expect.fail('the CSV file lacks a row');
}

it(`shows a figure or says what is missing in ${count} states of the address bar, run in small (seed 1)`, () => {
  const choose = chooser(1);
  const addresses = Array.from({ length: count }, () => anyAddress(rows, choose));
  const shown = new Map<string, number>();
  for (let index = 0; index < count; index++) {
    const asked = readAddress(addresses[index] ?? '', rows);
    const row = rowOf(asked.id, rows);
    const { values, notes } = readTyped(row.params, asked.typed);
    if (notes.some(isEmptyChoice)) {
      expect(addressNotes(asked, row, translator('en'), 'en').length).toBeGreaterThan(0);
      continue;
    }
    const small = inSmall(row.params, values);
    const isThorough = index % (count / thorough) === 0;
    const steps = isThorough ? Number.POSITIVE_INFINITY : choose.pick([1, 1, 2, 5]);
    try {
      const frame = frameOf(row, small, steps);
      show(row, { values: small, frame }, choose, isThorough);
      const file = resultText(row.id, small, frame);
      if (isThorough) expect(decodeFrame(file)).toEqual({ experiment: row.id, values: small, frame });
      takeHome[row.id]?.(values);
    } catch (error) {
      throw new Error(`${row.id} ${JSON.stringify(small)} after ${steps} steps: ${(error as Error).message}`, {
        cause: error,
      });
    }
    shown.set(row.id, (shown.get(row.id) ?? 0) + 1);
  }
  expect([...shown.keys()].sort()).toEqual(rows.map(({ id }) => id).sort());
}, 180_000);
