import { line, type Markish, type TextOptions, text } from '@observablehq/plot';
import { spreadLabels } from './axes.ts';
import type { LegendEntry } from './chart.ts';
import type { Point } from './lines.ts';
import { displayWidth, wrapLabel } from './wrap-label.ts';

export interface EndLabel extends Omit<LegendEntry, 'label'> {
  text: string;
  /** Where its line ends. */
  at: Point;
}

/** Pixels between the frame and a label, and from there to the edge of the drawing. */
const offset = 8;
const padding = 10;
const fontSize = 13;
const lineHeight = 1.2;
/** Pixels from one label to the next: a line, and a little air, which must be seen between labels of several lines. */
const labelGap = 17;
const airAfterSeveralLines = 4;
/** Room at the right of a drawing that has no labels there. */
const plainRoom = 14;

/** Narrower than this, labels beside the lines would leave no room for the lines: they stand in the legend above. */
export const fitsLabels = (width: number) => width >= 500;

/** The legend that takes the place of labels in a narrow drawing. */
export const legendOf = (labels: readonly EndLabel[], width: number): LegendEntry[] =>
  fitsLabels(width) ? [] : labels.map(({ text, at: _, ...style }) => ({ label: text, ...style }));

/**
 * Pixels to the right of the frame for labels at the ends of lines: as many as the longest needs, but at most 38% of
 * `width`. `endLabels` breaks what is longer.
 */
export function labelRoom(labels: readonly EndLabel[], width: number): number {
  if (!fitsLabels(width)) return plainRoom;
  const longest = Math.max(0, ...labels.map((label) => displayWidth(label.text)));
  return Math.min(offset + padding + Math.ceil(longest), Math.floor(0.38 * width));
}

/** Where the labels of a drawing stand. */
interface Place {
  /** Pixels of the whole drawing. */
  width: number;
  /** From y to pixel rows; `frame` is the first and the last row. */
  toPixel(y: number): number;
  frame: readonly [number, number];
  /** x at the right edge of the frame. */
  edge: number;
}

/**
 * Labels beside the right edge of the frame, where no line runs, at the heights where their lines end: moved apart where
 * lines end close together, and broken to fit into `labelRoom`. A thin leader goes to a line that ends before the edge.
 */
export function endLabels(labels: readonly EndLabel[], { width, toPixel, frame, edge }: Place): Markish[] {
  if (!fitsLabels(width)) return [];
  const room = labelRoom(labels, width) - offset - padding;
  const lines = labels.map((label) => wrapLabel(label.text, room));
  const wanted = labels.map(({ at }) => toPixel(at.y));
  const heights = lines.map(
    ({ length }) => labelGap + (length - 1) * fontSize * lineHeight + (length > 1 ? airAfterSeveralLines : 0),
  );
  const placed = spreadLabels(wanted, heights, frame);
  return labels.flatMap((label, index) => [
    ...leader(label, edge),
    labelAt(
      { ...label, text: (lines[index] ?? []).join('\n'), at: { ...label.at, x: edge } },
      { dx: offset, dy: (placed[index] ?? 0) - (wanted[index] ?? 0), textAnchor: 'start' },
    ),
  ]);
}

/** A label in the color of its line, with a halo. */
export function labelAt({ text: words, at, color }: EndLabel, place: Pick<TextOptions, 'dx' | 'dy' | 'textAnchor'>) {
  return text([at], {
    ...place,
    x: 'x',
    y: 'y',
    text: () => words,
    lineHeight,
    fill: inkOf(color),
    fontWeight: 600,
    stroke: 'var(--plot-background)',
    strokeWidth: 4,
    fontSize,
  });
}

/** A hairline like those of the grid, which nobody takes for a curve that goes on. */
function leader({ at }: EndLabel, edge: number): Markish[] {
  if (at.x >= edge) return [];
  const ends = [at, { ...at, x: edge }];
  return [line(ends, { x: 'x', y: 'y', stroke: 'var(--control-rule)', strokeWidth: 0.75, className: 'leader' })];
}

/** A color of a line, dark enough for words. */
const inkOf = (color: string) => `color-mix(in oklab, ${color} 72%, var(--ink))`;
