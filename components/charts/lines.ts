import { line, type Markish, text } from '@observablehq/plot';
import { spreadLabels } from './axes.ts';
import type { SeriesStyle } from './series.ts';

export interface Point {
  x: number;
  y: number;
}

/** Lines of a series carry its id, so that a test can read the drawn curve back. */
export function curve(
  points: readonly Point[],
  id: string,
  { color, dash }: SeriesStyle,
  width = 2.25,
  clip = false,
): Markish {
  return line(points, {
    x: 'x',
    y: 'y',
    stroke: color,
    strokeWidth: width,
    clip,
    ...(dash === 'none' ? {} : { strokeDasharray: dash, strokeLinecap: dash.startsWith('0.1') ? 'round' : 'butt' }),
    className: `series series-${id}`,
  });
}

export interface EndLabel {
  text: string;
  color: string;
  at: Point;
}

/** Labels at the right end of their lines, moved apart where lines end close together. `toPixel` maps y to pixels. */
export function endLabels(
  labels: readonly EndLabel[],
  toPixel: (y: number) => number,
  frame: readonly [number, number],
): Markish[] {
  const wanted = labels.map(({ at }) => toPixel(at.y));
  const placed = spreadLabels(wanted, 17, frame);
  return labels.map((label, index) =>
    text([label.at], {
      x: 'x',
      y: 'y',
      text: () => label.text,
      dx: 8,
      dy: (placed[index] ?? 0) - (wanted[index] ?? 0),
      textAnchor: 'start',
      fill: `color-mix(in oklab, ${label.color} 72%, var(--ink))`,
      fontWeight: 600,
      stroke: 'var(--plot-background)',
      strokeWidth: 4,
      fontSize: 13,
    }),
  );
}

/** The pixel row of a value on a log axis that Plot draws with this height and these margins. */
export function logPixel(domain: readonly [number, number], top: number, bottom: number): (y: number) => number {
  const [low, high] = domain.map(Math.log10) as [number, number];
  return (y) => bottom + ((Math.log10(y) - low) / (high - low)) * (top - bottom);
}
