/** A line along which a function on a square grid has one value: its corners in order. */
export type Contour = readonly (readonly [x: number, y: number])[];

export interface Grid {
  size: number;
  low: number;
  high: number;
}

type Corner = readonly [column: number, row: number];
/** A side of a cell, named by its ends, so that both cells that share it name it alike. */
type Side = readonly [Corner, Corner];

/**
 * Marching squares (Lorensen and Cline 1987, in the plane): where `values`, size x size, x running first, cross `level`. A
 * side of a cell is crossed where one end is below and the other is not, in between by linear interpolation; in a saddle the
 * mean of the four corners decides which two sides belong together. Values that are NaN are crossed nowhere.
 */
export function contours(values: readonly number[], grid: Grid, level: number): Contour[] {
  const place = crossingOf(values, grid, level);
  const pieces: [Side, Side][] = [];
  for (let row = 0; row + 1 < grid.size; row++) {
    for (let column = 0; column + 1 < grid.size; column++) {
      pieces.push(...piecesOf(values, grid.size, level, [column, row]));
    }
  }
  return chained(pieces).map((sides) => sides.map(place));
}

/** The pairs of sides of a cell that a line joins. */
function piecesOf(values: readonly number[], size: number, level: number, [x, y]: Corner): [Side, Side][] {
  const corners: Corner[] = [
    [x, y],
    [x + 1, y],
    [x + 1, y + 1],
    [x, y + 1],
  ];
  const heights = corners.map(([column, row]) => values[row * size + column] as number);
  if (heights.some(Number.isNaN)) return [];
  const above = heights.map((height) => height >= level);
  const sides = corners.map((corner, i): Side => [corner, corners[(i + 1) % 4] as Corner]);
  const crossed = sides.filter((_, i) => above[i] !== above[(i + 1) % 4]);
  if (crossed.length < 4) return crossed.length === 2 ? [[crossed[0] as Side, crossed[1] as Side]] : [];
  const middle = heights.reduce((sum, height) => sum + height) / 4 >= level;
  const [a, b, c, d] = sides as [Side, Side, Side, Side];
  // the middle is joined with the corners on its side of the level, and the line cuts off the two others
  return middle === above[0]
    ? [
        [a, b],
        [c, d],
      ]
    : [
        [d, a],
        [b, c],
      ];
}

const keyOf = ([[x1, y1], [x2, y2]]: Side) =>
  x1 < x2 || (x1 === x2 && y1 < y2) ? `${x1},${y1},${x2},${y2}` : `${x2},${y2},${x1},${y1}`;

/** Joins pieces that share a side into lines as long as they get. */
function chained(pieces: readonly [Side, Side][]): Side[][] {
  const touching = new Map<string, number[]>();
  pieces.forEach((piece, i) => {
    for (const side of piece) touching.set(keyOf(side), [...(touching.get(keyOf(side)) ?? []), i]);
  });
  const used = new Set<number>();
  /** Goes on from a side as far as there are pieces. */
  const follow = (from: Side): Side[] => {
    const line: Side[] = [];
    for (let end = from; ; ) {
      const next = touching.get(keyOf(end))?.find((i) => !used.has(i));
      if (next === undefined) return line;
      used.add(next);
      const [first, second] = pieces[next] as [Side, Side];
      end = keyOf(first) === keyOf(end) ? second : first;
      line.push(end);
    }
  };
  return pieces.flatMap(([first, second], i) => {
    if (used.has(i)) return [];
    used.add(i);
    return [[...follow(first).reverse(), first, second, ...follow(second)]];
  });
}

/** From a crossed side to the place of the crossing. */
function crossingOf(values: readonly number[], { size, low, high }: Grid, level: number) {
  const at = (index: number) => low + ((high - low) * index) / (size - 1);
  return ([[x1, y1], [x2, y2]]: Side): [number, number] => {
    const [from, to] = [values[y1 * size + x1] as number, values[y2 * size + x2] as number];
    const share = (level - from) / (to - from);
    return [at(x1 + share * (x2 - x1)), at(y1 + share * (y2 - y1))];
  };
}
