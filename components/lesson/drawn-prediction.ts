import type { DrawnAxes } from '#charts/drawn-axes.ts';
import { axesAtBuild } from './figure-at-build.ts';
import type { DrawnPrediction, Lesson } from './lesson.ts';
import { entryOf, type Page } from './page.ts';
import { results } from './results.ts';

/** What a drawn curve is made of: where its handles stand, what was measured there, and the axes of the figure. */
export interface CurveToDraw {
  axes: { wide: DrawnAxes; narrow: DrawnAxes };
  /** The measured value at 0, from which the drawn curve starts. */
  start: number;
  /** Equally spaced positions on the x-axis, the last one at its end. */
  positions: readonly number[];
  measured: readonly number[];
}

/** Equally spaced whole positions on an axis from 0 to `last`, without 0. */
const positionsOn = (last: number, points: number): number[] =>
  Array.from({ length: points }, (_, index) => Math.round(((index + 1) * last) / points));

/** @throws if the figure has not the axes for it, or the measured curve no place on them at a handle */
export function curveToDraw(
  { for: id, points, curve }: DrawnPrediction,
  lesson: Lesson,
  { t, lang }: Page,
): CurveToDraw {
  const { chart, runs } = entryOf(lesson, 'Predict', lesson.figures, id);
  const axes = axesAtBuild(chart, runs, { t, lang });
  const positions = positionsOn(axes.wide.x.domain[1], points);
  const [low, high] = axes.wide.y.domain;
  const values = curve(results);
  const [start = Number.NaN, ...measured] = [0, ...positions].map((x) => values[x] ?? Number.NaN);
  const outside = [start, ...measured].find((value) => !(value >= low && value <= high));
  if (outside !== undefined) throw new Error(`the curve of figure "${id}" has ${outside}, outside ${low} to ${high}`);
  return { axes, start, positions, measured };
}
