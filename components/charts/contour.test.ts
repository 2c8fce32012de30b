import { describe, expect, it } from 'vitest';
import { contours } from './contour.ts';

const grid = { size: 41, low: -1, high: 1 };

function sampled(value: (x: number, y: number) => number, { size, low, high } = grid): number[] {
  const at = (index: number) => low + ((high - low) * index) / (size - 1);
  return Array.from({ length: size * size }, (_, i) => value(at(i % size), at(Math.floor(i / size))));
}

describe('contours', () => {
  it('finds a circle as one closed line, to the error of linear interpolation', () => {
    const lines = contours(
      sampled((x, y) => x * x + y * y),
      grid,
      0.49,
    );
    expect(lines).toHaveLength(1);
    const [line = []] = lines;
    expect(line.length).toBeGreaterThan(80);
    for (const [x, y] of line) expect(Math.abs(Math.hypot(x, y) - 0.7)).toBeLessThan(1e-3);
    expect(line.at(-1)).toEqual(line[0]);
  });

  it('finds a straight line from edge to edge exactly', () => {
    const lines = contours(
      sampled((x, y) => x + 2 * y),
      grid,
      0.31,
    );
    expect(lines).toHaveLength(1);
    for (const [x, y] of lines[0] ?? []) expect(x + 2 * y).toBeCloseTo(0.31, 12);
    expect([lines[0]?.[0]?.[0], lines[0]?.at(-1)?.[0]].map((x) => Math.abs(x ?? 0))).toEqual([1, 1]);
  });

  it('keeps two islands apart, and splits a saddle by its middle', () => {
    const islands = sampled((x, y) => Math.min(Math.hypot(x - 0.5, y), Math.hypot(x + 0.5, y)));
    expect(contours(islands, grid, 0.3)).toHaveLength(2);
    const cell = { size: 2, low: 0, high: 1 };
    // high at (0, 0) and (1, 1); rows run in y
    expect(contours([1, 0, 0, 0.9], cell, 0.4).map((line) => line.length)).toEqual([2, 2]);
    const joined = contours([1, 0, 0, 0.9], cell, 0.4);
    const apart = contours([1, 0, 0, 0.9], cell, 0.6);
    // joined: one line cuts off (1, 0); apart: one cuts off (0, 0)
    expect(joined.some((line) => line.every(([x, y]) => x - y > 0))).toBe(true);
    expect(apart.some((line) => line.every(([x, y]) => x + y < 1))).toBe(true);
  });

  it('finds nothing where nothing crosses, and nothing beside NaN', () => {
    expect(
      contours(
        sampled(() => 0.5),
        grid,
        0.5,
      ),
    ).toEqual([]);
    expect(
      contours(
        sampled(() => Number.NaN),
        grid,
        0.5,
      ),
    ).toEqual([]);
  });
});
