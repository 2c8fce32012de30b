import { describe, expect, it } from 'vitest';
import { formatNumber } from '#i18n/format.ts';
import { checkAnswer } from './check-answer.ts';
import type { Lesson, LessonExercise } from './lesson.ts';
import { results } from './results.ts';
import { widgetHref } from './widget-href.ts';

const lessons = import.meta.glob<Lesson>('/content/lessons/*/lesson.ts', { import: 'default', eager: true });
const exercises = Object.values(lessons).flatMap(({ slug, widgets, exercises }) =>
  Object.entries(exercises).map(([id, exercise]): [string, LessonExercise, readonly string[]] => [
    `${slug} ${id}`,
    exercise,
    widgets,
  ]),
);
const numeric = exercises.flatMap(([name, exercise]) => ('answer' in exercise ? [{ name, exercise }] : []));

it('there are exercises of every kind', () => {
  const kinds = new Set(exercises.map(([, { kind }]) => kind ?? 'numeric'));
  expect([...kinds].sort()).toEqual(['choice', 'derivation', 'numeric', 'run']);
});

describe.each(numeric)('$name', ({ exercise: { answer, tolerance, format } }) => {
  const right = answer(results);
  const verdictOn = (typed: number | string) => checkAnswer(String(typed), right, tolerance);

  it('has a finite answer that is not zero, and accepts it, in full and as it is shown', () => {
    expect(Number.isFinite(right) && right !== 0, `${right}`).toBe(true);
    expect(verdictOn(right)).toBe('right');
    const shown = formatNumber(right, format);
    expect(verdictOn(shown), `${shown} is shown for ${right}, tolerance ${tolerance}`).toBe('right');
  });

  it('refuses what is half as large again, of the other sign, zero, and just beyond the tolerance', () => {
    for (const wrong of [1.5 * right, -right, 0, right * (1 + 3 * tolerance), right * (1 - 3 * tolerance)])
      expect(verdictOn(wrong), `${wrong}`).toBe('wrong');
  });

  it('says what it cannot read', () => {
    for (const text of ['', 'about one', `${right}x`]) expect(verdictOn(text)).toBe('unreadable');
  });
});

it('every choice has a right and a wrong option', () => {
  const choices = exercises.flatMap(([name, exercise]) => (exercise.kind === 'choice' ? [{ name, exercise }] : []));
  expect(choices.length).toBeGreaterThan(0);
  for (const { name, exercise } of choices)
    expect(new Set(Object.values(exercise.options)), name).toEqual(new Set([true, false]));
});

it('an exercise to run names a widget of its lesson, and settings that this widget takes', () => {
  const runs = exercises.flatMap(([name, exercise, widgets]) =>
    exercise.kind === 'run' ? [{ name, exercise, widgets }] : [],
  );
  expect(runs.length).toBeGreaterThan(0);
  for (const { name, exercise, widgets } of runs) {
    expect(widgets, name).toContain(exercise.widget);
    expect(widgetHref(exercise), name).toContain(`#widget-${exercise.widget}`);
  }
});
