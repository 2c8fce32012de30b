import { describe, expect, it } from 'vitest';
import { weights } from '#experiments/weights.ts';
import { context, type Drawing, draw as drawOf, runOf } from '../../tests/drawing.ts';
import { chart } from './weights.ts';

/** A run with seed 7, to its end or until some progress. */
const run = (settings: Record<string, string> = {}, until = 1) => runOf(weights, settings, until);

const draw = (drawn: ReturnType<typeof run>) => drawOf(chart, drawn)[0] as Drawing;

/** The bars of a drawing, read back through its axes. */
function barsOf(drawing: Drawing, series: string) {
  const number = (bar: Element, name: string) => Number(bar.getAttribute(name));
  return [...drawing.querySelectorAll(`.series-${series} rect, rect.series-${series}`)].map((bar) => ({
    left: drawing.scale('x').invert(number(bar, 'x')),
    height: drawing.scale('y').invert(number(bar, 'y')),
  }));
}

it('draws the histogram that was computed, bar by bar, and the density of the law (seed 7)', () => {
  const drawn = run();
  const drawing = draw(drawn);
  const bars = barsOf(drawing, 'measured');
  expect(bars).toHaveLength(60);
  for (const [i, { left, height }] of bars.entries()) {
    expect(left).toBeCloseTo(drawn.frame.bins?.edges[i] ?? Number.NaN, 3);
    expect(height).toBeCloseTo(drawn.frame.bins?.heights[i] ?? Number.NaN, 1);
  }
  const path = drawing.querySelector('.series-theory path, path.series-theory')?.getAttribute('d') ?? '';
  const highest = Math.min(...[...path.matchAll(/,(-?[\d.]+)/g)].map(([, y]) => Number(y)));
  expect(drawing.scale('y').invert(highest)).toBeCloseTo(1 / (Math.sqrt(2 / 784) * Math.sqrt(2 * Math.PI)), 1);
});

it('marks bounds and standard deviations apart: sqrt(3) of one is the other (PyTorch’s nn.Linear, seed 7)', () => {
  const text = draw(run({ init: 'torchLinear' })).textContent ?? '';
  expect(text.match(/bound/g)).toHaveLength(2);
  expect(text).toContain('−σ');
  expect(draw(run()).textContent).not.toContain('bound');
});

it('shows a handful of weights one by one, at their places (seed 7)', () => {
  const drawn = run({ fanOut: '3', fanIn: '4' });
  const drawing = draw(drawn);
  const dots = [...drawing.querySelectorAll('.series-measured circle, circle.series-measured')];
  const places = dots.map((each) => drawing.scale('x').invert(Number(each.getAttribute('cx'))));
  expect(places).toHaveLength(12);
  for (const [i, place] of places.entries()) expect(place).toBeCloseTo(Number(drawn.frame.first[i]?.decimal), 2);
  expect(barsOf(drawing, 'measured')).toHaveLength(0);
});

describe('values that many weights share', () => {
  it('are bars of their share, with the value and the share in words (identity 100 x 10)', () => {
    const drawing = draw(run({ init: 'identity', fanIn: '10' }));
    const heights = barsOf(drawing, 'spike').map(({ height }) => height);
    expect(heights).toHaveLength(2);
    expect(heights[0]).toBeCloseTo(0.01, 2);
    expect(heights[1]).toBeCloseTo(0.99, 2);
    expect(drawing.textContent).toContain('1.0% are 1');
    expect(drawing.textContent).toContain('99.0% are 0');
  });

  it('are a line to the top beside the histogram of the others (sparse, seed 7)', () => {
    const drawing = draw(run({ init: 'sparse' }));
    expect(barsOf(drawing, 'measured')).toHaveLength(60);
    expect(drawing.querySelectorAll('.series-spike line, line.series-spike')).toHaveLength(1);
    expect(drawing.textContent).toContain('10.0% are 0');
  });

  it('say so in the summary and the table, without a variance of rounding errors (constant)', () => {
    const drawn = run({ init: 'constant' });
    expect(chart.summary([drawn], context)).toBe('The values of the weights. Weights: 78400. constant: 100% are 0.01.');
    expect(chart.table([drawn], context).rows).toEqual([['Share of the weights that are 0.01', '100%', '100%', '–']]);
  });
});

it('says in the summary and the table what was measured and what the law says (seed 7)', () => {
  expect(chart.summary([run()], context)).toBe(
    'Histogram of the weights beside the density of their law. Weights: 78400. He, normal, seed 7: mean −0.000204, variance 0.002539, where theory says 0.002551.',
  );
  const { columns, rows } = chart.table([run()], context);
  expect(columns).toEqual(['Quantity', 'Measured, seed 7', 'Theory', 'Standard error']);
  expect(rows[1]).toEqual(['Variance', '0.002539', '0.002551', '1.29\u00A0×\u00A010⁻⁵']);
  expect(rows).toHaveLength(3 + 60);
});

it('shows why nothing was drawn, and that nothing has been measured yet', () => {
  const refused = run({ init: 'deltaOrthogonal' });
  expect(chart.summary([refused], context)).toContain('Choose a larger fan-out or a smaller fan-in.');
  expect(draw(refused).textContent?.replaceAll(/\s+/g, ' ')).toContain('smaller fan-in.');
  expect(chart.table([refused], context).rows).toEqual([]);
  const early = run({}, 0.5);
  expect(chart.summary([early], context)).toBe('Nothing has been computed yet.');
  expect(draw(early).textContent).toContain('Nothing has been computed yet.');
});
