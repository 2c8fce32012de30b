import { type Markish, text } from '@observablehq/plot';
import { spreadLabels } from './axes.ts';
import type { Point } from './lines.ts';
import { displayWidth, wrapLabel } from './wrap-label.ts';

export interface EndLabel {
  text: string;
  color: string;
  at: Point;
}

/** Pixels between a line's end and its label, and from there to the edge of the drawing. */
const offset = 8;
const padding = 10;
const fontSize = 13;
const lineHeight = 1.2;
/** Pixels from one label to the next: a line, and a little air. */
const labelGap = 17;

/**
 * Pixels to the right of the frame for labels at the ends of lines: as many as the longest needs, but at most 38% of
 * `width`, so that a phone keeps room for the lines themselves. `endLabels` breaks what is longer.
 */
export function labelRoom(labels: readonly EndLabel[], width: number): number {
  const longest = Math.max(0, ...labels.map((label) => displayWidth(label.text)));
  return Math.min(offset + padding + longest, Math.floor(0.38 * width));
}

/**
 * Labels at the right end of their lines, moved apart where lines end close together, and broken to fit into `room` (see
 * `labelRoom`). `toPixel` maps y to pixel rows; `frame` is the first and the last row.
 */
export function endLabels(
  labels: readonly EndLabel[],
  room: number,
  toPixel: (y: number) => number,
  frame: readonly [number, number],
): Markish[] {
  const lines = labels.map((label) => wrapLabel(label.text, room - offset - padding));
  const wanted = labels.map(({ at }) => toPixel(at.y));
  const heights = lines.map(({ length }) => labelGap + (length - 1) * fontSize * lineHeight);
  const placed = spreadLabels(wanted, heights, frame);
  return labels.map((label, index) =>
    endLabel(label, (lines[index] ?? []).join('\n'), (placed[index] ?? 0) - (wanted[index] ?? 0)),
  );
}

function endLabel({ at, color }: EndLabel, broken: string, dy: number): Markish {
  return text([at], {
    x: 'x',
    y: 'y',
    text: () => broken,
    dx: offset,
    dy,
    textAnchor: 'start',
    lineHeight,
    fill: `color-mix(in oklab, ${color} 72%, var(--ink))`,
    fontWeight: 600,
    stroke: 'var(--plot-background)',
    strokeWidth: 4,
    fontSize,
  });
}
