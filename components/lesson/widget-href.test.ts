import { expect, it } from 'vitest';
import { typedFromAddress } from '#widgets/state.ts';
import { widgets } from '#widgets/widgets.ts';
import type { RunExercise } from './lesson.ts';
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
