import { line, type PlotOptions } from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { drawnAxes, onLinearAxis } from './drawn-axes.ts';

const { document } = parseHTML('<html><body></body></html>') as unknown as { document: Document };
const panel = (options: PlotOptions): PlotOptions => ({
  width: 400,
  height: 300,
  marginLeft: 50,
  marginRight: 30,
  marginTop: 20,
  marginBottom: 40,
  x: { domain: [0, 200] },
  y: { type: 'log', domain: [1e-4, 1] },
  marks: [line([{ x: 0, y: 1 }], { x: 'x', y: 'y' })],
  ...options,
});

it('the axes of a drawing are where its margins put them', () => {
  const axes = drawnAxes(panel({}), document);
  expect(axes).toMatchObject({ width: 400, height: 300 });
  expect(axes.x).toEqual({ domain: [0, 200], range: [50, 370] });
  expect(axes.y).toEqual({ domain: [1e-4, 1], range: [260, 20] });
  expect(onLinearAxis(axes.x, 50)).toBe(130);
});

it('other axes are refused', () => {
  expect(() => drawnAxes(panel({ y: { domain: [0, 1] } }), document)).toThrow('the y-axis must be log, and is linear');
  expect(() => drawnAxes(panel({ x: { type: 'log', domain: [1, 2] } }), document)).toThrow('the x-axis must be linear');
});
