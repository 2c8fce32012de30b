import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { drawAtBuild } from './draw-at-build.ts';
import { type EndLabel, endLabels, labelRoom, legendOf } from './end-labels.ts';
import { displayWidth } from './wrap-label.ts';

const label = (text: string, x = 10, y = 5): EndLabel => ({ text, color: 'red', dash: 'none', at: { x, y } });
const long = 'N(0, 1), seed 7: ∞ from layer 35, and a few more words that no drawing has room for on one line';

/** Draws labels at a frame that is 10 wide in x and 10 high in y, and says where each stands. */
function drawn(labels: readonly EndLabel[], width = 760) {
  const toPixel = (y: number) => 110 - 10 * y;
  const [svg = ''] = drawAtBuild([
    {
      width,
      height: 120,
      marginLeft: 0,
      marginTop: 10,
      marginBottom: 10,
      marginRight: labelRoom(labels, width),
      x: { domain: [0, 10], axis: null },
      y: { domain: [0, 10], axis: null },
      marks: endLabels(labels, { width, toPixel, frame: [10, 110], edge: 10 }),
    },
  ]);
  const { document } = parseHTML(svg);
  const places = [...document.querySelectorAll('text')].map(placeOf);
  return {
    xs: places.map(([x]) => x),
    ys: places.map(([, y]) => y),
    leaders: document.querySelectorAll('.leader').length,
  };
}

/** Where an element stands in its drawing: the sum of all that it and what it is in are moved by. */
function placeOf(element: Element): [number, number] {
  const [, dx, dy] = /translate\(([-\d.]+),\s*([-\d.]+)\)/.exec(element.getAttribute('transform') ?? '') ?? [];
  const [x, y] = element.parentElement ? placeOf(element.parentElement) : [0, 0];
  return [x + Number(dx ?? 0), y + Number(dy ?? 0)];
}

it('makes as much room as the longest label needs, in whole pixels, where there is enough', () => {
  expect(labelRoom([label('theory'), label('seed')], 760)).toBe(18 + Math.ceil(displayWidth('theory')));
});

it('takes at most 38% of the width', () => {
  expect(labelRoom([label(long)], 760)).toBe(288);
});

it('puts all labels at the right edge, apart from each other, with a leader to a line that ends before it', () => {
  const { xs, ys, leaders } = drawn([label('theory', 0, 8), label('He', 10, 8), label('band', 4, 8)]);
  expect(new Set(xs).size).toBe(1);
  expect(ys).toHaveLength(3);
  const [first = 0, second = 0, third = 0] = ys.toSorted((a, b) => a - b);
  expect(Math.min(second - first, third - second)).toBeGreaterThanOrEqual(16.9);
  expect(leaders).toBe(2);
});

it('leaves air below a label of several lines', () => {
  const { ys } = drawn([label(long, 10, 8), label('He', 10, 7.9)]);
  const [first = 0, second = 0] = ys;
  const [lines, lineHeight, gap] = [3, 13 * 1.2, 17];
  expect(second - first).toBeGreaterThan(((lines - 1) * lineHeight) / 2 + gap + 1.5);
});

it('moves labels of a narrow drawing into its legend', () => {
  const labels = [label('theory'), label('He')];
  expect(drawn(labels, 344).xs).toEqual([]);
  expect(labelRoom(labels, 344)).toBeLessThan(20);
  expect(legendOf(labels, 344).map((entry) => entry.label)).toEqual(['theory', 'He']);
  expect(legendOf(labels, 760)).toEqual([]);
});
