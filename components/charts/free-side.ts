import type { Point } from './lines.ts';

/** Where the middle of a label stands, in pixels from what it names. */
export interface Offset {
  dx: number;
  dy: number;
}

/** From the corners of a path to the points between them, at most this many pixels apart. */
const spacing = 3;

/** A path as points so dense that none of it is missed; corners are in pixels. */
export function dense(corners: readonly Point[]): Point[] {
  return corners.flatMap(({ x, y }, i) => {
    const before = corners[i - 1] ?? { x, y };
    const count = Math.max(1, Math.ceil(Math.max(Math.abs(x - before.x), Math.abs(y - before.y)) / spacing));
    return Array.from({ length: count }, (_, k) => ({
      x: x + ((before.x - x) * k) / count,
      y: y + ((before.y - y) * k) / count,
    }));
  });
}

/**
 * The side of a point on which a label covers the least of what is drawn: above, below, to the right or to the left, the
 * first of these that is as free as any. All lengths are in pixels, `y` runs downward; `size` is that of the label.
 */
export function freeSide(at: Point, size: { width: number; height: number }, drawn: readonly Point[]): Offset {
  const [across, down] = [size.width / 2, size.height / 2];
  const air = 6;
  const sides = [
    { dx: 0, dy: -down - air },
    { dx: 0, dy: down + air },
    { dx: across + air + 2, dy: 0 },
    { dx: -across - air - 2, dy: 0 },
  ];
  const covered = sides.map(
    ({ dx, dy }) =>
      drawn.filter(({ x, y }) => Math.abs(x - at.x - dx) < across + 2 && Math.abs(y - at.y - dy) < down).length,
  );
  return sides[covered.indexOf(Math.min(...covered))] as Offset;
}
