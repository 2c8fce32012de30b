import { line, type PlotOptions } from '@observablehq/plot';
import { expect, it } from 'vitest';
import { drawAtBuild } from './draw-at-build.ts';

/** Two clipped lines, as a figure of training has them. */
const panel = (top: number): PlotOptions => {
  const points = [0, 1, top].map((y, x) => ({ x, y }));
  return { y: { domain: [0, 2] }, marks: [1, 2].map(() => line(points, { x: 'x', y: 'y', clip: true })) };
};

const idsOf = (svg = '') => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);

it('draws the same text whatever was drawn before', () => {
  const first = drawAtBuild([panel(3)]);
  drawAtBuild([panel(5)]);
  expect(drawAtBuild([panel(3)])).toEqual(first);
  expect(drawAtBuild([panel(3)], 'again')).not.toEqual(first);
});

it('gives every clip path of every drawing an id of its own, and refers to those alone', () => {
  const drawings = drawAtBuild([panel(3), panel(5)]);
  const ids = drawings.flatMap(idsOf);
  expect(ids.length).toBeGreaterThanOrEqual(2);
  expect(new Set(ids).size).toBe(ids.length);
  for (const svg of drawings) {
    const used = [...svg.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id);
    expect(used.length).toBeGreaterThan(0);
    expect(idsOf(svg)).toEqual(expect.arrayContaining(used));
  }
  expect(drawings.join()).not.toContain('plot-clip');
});
