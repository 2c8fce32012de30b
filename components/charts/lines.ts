import { line, type Markish } from '@observablehq/plot';
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

/** The pixel row of a value on a linear axis that Plot draws between these two rows. */
export const linearPixel =
  ([low, high]: readonly [number, number], top: number, bottom: number) =>
  (y: number): number =>
    bottom + ((y - low) / (high - low)) * (top - bottom);

/** The same on a log axis. */
export function logPixel([low, high]: readonly [number, number], top: number, bottom: number): (y: number) => number {
  const pixelOf = linearPixel([Math.log10(low), Math.log10(high)], top, bottom);
  return (y) => pixelOf(Math.log10(y));
}
