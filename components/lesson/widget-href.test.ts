import { expect, it } from 'vitest';
import { experiments } from '#experiments/index.ts';
import type { NamedRun } from '#experiments/named-runs.ts';
import type { Values } from '#experiments/parameters.ts';
import { formatValues, parseValues } from '#experiments/parse-parameters.ts';
import { apartFromDefaults, readTyped, startingAt, typedFromAddress } from '#widgets/state.ts';
import { widgets } from '#widgets/widgets.ts';
import type { RunExercise } from './lesson.ts';
import { lessons } from './lessons.ts';
import { resultOf } from './results.ts';
import { widgetHref } from './widget-href.ts';

const exercise = (widget: string, set?: Record<string, string>): RunExercise => ({
  kind: 'run',
  widget,
  answer: () => 1,
  tolerance: 0.1,
  format: 'integer',
  ...(set ? { set } : {}),
});

it('the link leads to the widget, and its settings are what the widget reads from the address', () => {
  expect(widgetHref(exercise('depth-sweep'))).toBe('#widget-depth-sweep');
  const set = { init: 'lecunNormal', depth: '20' };
  const { search, hash } = new URL(widgetHref(exercise('depth-sweep', set)), 'https://page/en/he/');
  expect(hash).toBe('#widget-depth-sweep');
  expect(typedFromAddress(search, 'depth-sweep', widgets['depth-sweep']?.controls ?? [])).toEqual(set);
});

it('the build refuses a widget, a setting or a value that there is not', () => {
  expect(() => widgetHref(exercise('depths'))).toThrow('the widget "depths", which is not in');
  expect(() => widgetHref(exercise('home', { depth: '20' }))).toThrow('widget home has no control for "depth"');
  expect(() => widgetHref(exercise('depth-sweep', { depth: '900' }))).toThrow(
    'sets depth of widget depth-sweep to "900"',
  );
});

it('a widget of a lesson is set to what its figure shows, and the laboratory is told all that is not a default there', () => {
  for (const [id, { experiment, run }] of Object.entries(widgets)) {
    const { params = {} } = experiments[experiment] ?? {};
    const shown = resultOf(run).values as Values;
    const begin = apartFromDefaults(params, shown);
    expect(readTyped(startingAt(params, begin), {}).values, id).toEqual(shown);
    expect(parseValues(params, formatValues(params, shown)).values, `${id}, by way of an address`).toEqual(shown);
  }
});

it('a link sets what differs from the settings that the widget shows by itself', () => {
  // The widget begins with LeCun and tanh; the experiment itself with He and ReLU.
  const href = widgetHref(exercise('lecun-depth', { init: 'heNormal', activation: 'tanh' }));
  expect(new URL(href, 'https://page/').search).toBe('?lecun-depth.init=heNormal');
});

it('where an exercise sets a widget, its answer is read from the run that the widget then makes', () => {
  const ofLessons = lessons.flatMap(({ lesson }) => Object.entries(lesson.exercises));
  const setting = ofLessons.flatMap(([id, exercise]) => ('set' in exercise && exercise.set ? [{ id, exercise }] : []));
  expect(setting.length).toBeGreaterThan(5);
  for (const { id, exercise } of setting) {
    const { experiment, run } = widgets[exercise.widget] ?? { experiment: '', run: 'depth-sweep' };
    const own = startingAt(experiments[experiment]?.params ?? {}, resultOf(run).values as Values);
    const read: NamedRun[] = [];
    exercise.answer(<Frame>(name: NamedRun) => {
      read.push(name);
      return resultOf(name).frame as Frame;
    });
    const made = readTyped(own, exercise.set ?? {}).values;
    expect(
      read.map((name) => resultOf(name).values),
      id,
    ).toContainEqual(made);
  }
});
