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

/** The pixel row of a value on a log axis that Plot draws with this height and these margins. */
export function logPixel(domain: readonly [number, number], top: number, bottom: number): (y: number) => number {
  const [low, high] = domain.map(Math.log10) as [number, number];
  return (y) => bottom + ((Math.log10(y) - low) / (high - low)) * (top - bottom);
}
