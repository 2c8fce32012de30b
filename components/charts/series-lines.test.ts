import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { styleOf } from './series.ts';

const css = readFileSync('src/styles/series.css', 'utf8');
const starts = {
  normal1: 'normal1',
  normal001: 'normal001',
  lecun: 'lecunNormal',
  xavier: 'xavierNormal',
  torch: 'torchDefault',
  other: 'sparse',
};

/** The lengths of dashes and gaps in the gradient of a start, in pixels. */
function dashes(start: string): string {
  const rule = css.split(`[data-start="${start}"]`)[1]?.split('}')[0] ?? '';
  const ends = [...rule.matchAll(/ (\d+)px (\d+)px|0 (\d+)px/g)].map(([, from, to, first]) =>
    first ? Number(first) : Number(to) - Number(from),
  );
  return ends.join(' ');
}

describe('the line of a start in the text', () => {
  it.each(Object.entries(starts))('has the color and the dashes of the charts: %s', (start, id) => {
    const { color, dash } = styleOf(id);
    expect(dashes(start)).toBe(dash);
    expect(css.split(`[data-start="${start}"]`)[1]?.split('}')[0]).toContain(color);
  });

  it('is solid for He and dotted for zero', () => {
    expect(css).toContain('linear-gradient(var(--he) 0 0)');
    expect(css).toContain('radial-gradient(circle, var(--zero)');
  });

  it.each([
    ['zero', 'zero'],
    ['constant', 'constant'],
  ])('has the dots of the charts as far apart: %s', (start, id) => {
    const period = styleOf(id)
      .dash.split(' ')
      .map(Number)
      .reduce((sum, length) => sum + length, 0);
    expect(css.split(`[data-start="${start}"]`)[1]?.split('}')[0]).toContain(`--series-tile: ${period.toFixed(1)}px;`);
  });

  it('tells zero and constant apart, which stand in one chart', () => {
    expect(styleOf('constant').dash).not.toBe(styleOf('zero').dash);
  });
});
