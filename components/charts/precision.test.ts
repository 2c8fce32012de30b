import { expect, it } from 'vitest';
import { defaultValues } from '#experiments/parse-parameters.ts';
import { type PrecisionFrame, precision } from '#experiments/precision.ts';
import { context, type Drawing, draw as drawOf } from '../../tests/drawing.ts';
import { chart } from './precision.ts';

/** A run with seed 7, to its end or until some progress. */
function run(settings: object = {}, until = 1) {
  const values = { ...defaultValues(precision.params), width: 64, batch: 8, ...settings };
  let frame: PrecisionFrame | undefined;
  for (const current of precision.run(values)) {
    frame = structuredClone(current);
    if (current.progress >= until) break;
  }
  return { values, frame: frame as PrecisionFrame };
}

const draw = (drawn: ReturnType<typeof run>) => drawOf(chart, drawn)[0] as Drawing;

/** The decades of a drawn line, read back through the axis. */
function decadesOf(drawing: Drawing, series: string): number[] {
  const path = drawing.querySelector(`.series-${series} path, path.series-${series}`)?.getAttribute('d') ?? '';
  return [...path.matchAll(/,(-?[\d.]+)/g)].map(([, y]) => drawing.scale('y').invert(Number(y)));
}

it('draws the size of z in decades, up to the layer before the first infinity, and exact arithmetic (float16, seed 7)', () => {
  const drawn = run({ sigma: 1 });
  const drawing = draw(drawn);
  const finite = drawn.frame.size.filter(Number.isFinite);
  expect(finite.length).toBeLessThan(8);
  const decades = decadesOf(drawing, 'measured');
  expect(decades).toHaveLength(finite.length);
  for (const [layer, decade] of decades.entries()) expect(decade).toBeCloseTo(Math.log10(finite[layer] as number), 2);
  const exact = decadesOf(drawing, 'theory');
  for (const [layer, decade] of exact.entries()) expect(decade).toBeCloseTo(drawn.frame.theory[layer] as number, 2);
});

it('shades from the smallest to the largest number of the format', () => {
  const drawing = draw(run());
  const ends = [...drawing.querySelectorAll('.range rect, rect.range')].map((rect) => {
    const top = Number(rect.getAttribute('y'));
    const bottom = top + Number(rect.getAttribute('height'));
    return [bottom, top].map((pixel) => drawing.scale('y').invert(pixel));
  });
  const [normal, subnormal] = ends;
  expect(normal?.[0]).toBeCloseTo(Math.log10(2 ** -14), 2);
  expect(normal?.[1]).toBeCloseTo(Math.log10(65504), 2);
  expect(subnormal?.[0]).toBeCloseTo(Math.log10(2 ** -24), 2);
});

it('says when numbers ran out, and when theory expected it (seed 7)', () => {
  const small = run();
  const { observed, predicted } = small.frame;
  expect(draw(small).textContent).toContain(`only zeros: layer ${observed.zero}, predicted ${predicted.zero}`);
  expect(draw(small).textContent).toContain(`float16, seed 7: 0 from layer ${observed.zero}`);
  expect(draw(run({ sigma: 1 })).textContent).toMatch(/an infinity: layer \d+, predicted \d+/);
  expect(draw(run({ sigma: 0.125 })).textContent).not.toContain('predicted');
});

it('names the limits of float16 in the range of float32, but not those that lie together', () => {
  const text = draw(run({ format: 'float32', sigma: 0.125 })).textContent ?? '';
  expect(text).toContain('largest float16');
  expect(text).toContain('smallest float16');
  expect(text).not.toContain('bfloat16');
  expect(draw(run({ format: 'bfloat16', sigma: 0.125 })).textContent).not.toContain('smallest normal');
});

it('says in words and in the table what was measured; nothing yet after the input alone', () => {
  const drawn = run({ sigma: 1 });
  expect(chart.summary([drawn], context)).toMatch(
    /^Size of the pre-activations in float16 over 20 layers, weights N\(0, 1²\), linear, seed 7: \S+ in layer 1 and NaN in layer 20\. First layer with an infinity: \d+; first layer of zeros: –\.$/,
  );
  const { columns, rows } = chart.table([drawn], context);
  expect(columns).toHaveLength(rows[0]?.length ?? 0);
  expect(rows).toHaveLength(21);
  expect(rows.at(-1)?.slice(-1)).toEqual(['100.0%']);
  expect(chart.summary([run({}, 0)], context)).toBe('Nothing has been computed yet.');
});
