import { expect, it } from 'vitest';
import type { Lesson, LessonPrediction } from './lesson.ts';
import { coverOf, targetOf } from './predictions.ts';

const lesson = (predictions: Record<string, LessonPrediction>) =>
  ({ slug: 'x', figures: { decay: {}, both: {} }, widgets: ['sweep', 'both'], predictions }) as unknown as Lesson;
const choice = (target?: string): LessonPrediction => ({
  options: { a: true, b: false },
  ...(target ? { for: target } : {}),
});

it('a prediction covers the figure, the widget or the cell that it names, or nothing', () => {
  const loop = { options: { a: true, b: false }, for: { cell: 'loop' } };
  expect(targetOf(lesson({}), loop)?.element).toBe('cell-loop');
  expect(coverOf(lesson({ loop }), 'cell', 'loop')?.id).toBe('loop');
  expect(targetOf(lesson({}), choice('decay'))?.element).toBe('figure-decay');
  expect(targetOf(lesson({}), choice('sweep'))?.element).toBe('widget-sweep');
  expect(targetOf(lesson({}), choice())).toBeUndefined();
});

it('a name of nothing, and one of two things, are refused', () => {
  expect(() => targetOf(lesson({}), choice('lost'))).toThrow('for "lost", which is no figure and no widget of it');
  expect(() => targetOf(lesson({}), choice('both'))).toThrow('for "both", a figure and a widget');
});

it('a figure knows the one prediction that covers it', () => {
  expect(coverOf(lesson({ fate: choice('decay'), free: choice() }), 'figure', 'decay')?.id).toBe('fate');
  expect(coverOf(lesson({ fate: choice('sweep') }), 'figure', 'sweep')).toBeUndefined();
  expect(coverOf(undefined, 'widget', 'sweep')).toBeUndefined();
  expect(() => coverOf(lesson({ fate: choice('decay'), end: choice('decay') }), 'figure', 'decay')).toThrow(
    'two predictions cover the figure "decay"',
  );
});
