import { expect, it } from 'vitest';
import type { ClippingFrame } from '#experiments/clipping.ts';
import { context, type Drawing, draw as drawOf, readBack, committed as resultOf } from '../../tests/drawing.ts';
import { type ClippingRun, chart } from './clipping.ts';
import { trailingMean } from './train-digits.ts';

const committed = (name: string) => resultOf<ClippingRun>(name);
const draw = (run: ClippingRun, width?: number) => drawOf(chart, run, width);

function expectCurve(drawing: Drawing, series: string, ys: readonly number[]) {
  const points = readBack(drawing, series);
  expect(points).toHaveLength(ys.length);
  points.forEach(({ x, y }, step) => {
    expect(x).toBeCloseTo(step, 1);
    expect(Math.abs(y / (ys[step] as number) - 1)).toBeLessThan(2e-3);
  });
}

it('draws loss and gradient norm with clipping, and without as far as they are numbers (seed 7)', () => {
  const run = committed('clipping');
  const { lossWith, lossWithout, normWith, divergedWithout } = run.frame;
  const [losses, norms] = draw(run) as [Drawing, Drawing];
  expectCurve(losses, 'with', trailingMean(lossWith));
  expectCurve(norms, 'with', normWith);
  expect(divergedWithout).not.toBeNull();
  const shown = lossWithout.filter((loss) => loss < 1e30).length;
  expect(shown).toBe(divergedWithout);
  const path = losses.querySelector('.series-without path, path.series-without')?.getAttribute('d') ?? '';
  expect([...path.matchAll(/[ML]/g)].length).toBeGreaterThan(0);
  expect(losses.querySelector('.series-without')).not.toBeNull();
});

it('says which run diverged and when, and what clipping made of it (seed 7)', () => {
  const run = committed('clipping');
  const labels = chart.legend?.([run], context).map(({ label }) => label);
  expect(labels?.[0]).toBe('clipped at norm 1');
  expect(labels?.[1]).toBe(`not clipped: loss NaN from step ${run.frame.divergedWithout}`);
  expect(chart.summary([run], context)).toMatch(/Step 0 is the first to be clipped.*the loss is NaN without/);
  expect(chart.summary([committed('clipping-never')], context)).toContain('both runs are the same to the bit');
  expect(labels).toContain('limit c');
  expect(draw(run)[1]?.querySelectorAll('[stroke-dasharray="6 3"]')).toHaveLength(1);
});

it('shows in its table how far down the norm comes (seed 7)', () => {
  const run = committed('clipping');
  const { columns, rows } = chart.table([run], context);
  expect(columns).toHaveLength(6);
  expect(rows.length).toBeLessThanOrEqual(22);
  expect(rows[0]?.[5]).toBe('1.00');
  expect(rows.at(-1)?.[0]).toBe('119');
});

it('waits for the first step, and stands every loss that there is', () => {
  const values = committed('clipping').values;
  const empty: ClippingFrame = {
    ...{ progress: 0, step: 0, lossWithout: [], lossWith: [], normWithout: [], normWith: [], normAfter: [] },
    ...{ normTheory: [], cosine: [], firstClipped: null, parted: null, divergedWithout: null, divergedWith: null },
    ...{ accuracyWithout: null, accuracyWith: null },
  };
  expect(chart.summary([{ values, frame: empty }], context)).toBe('Nothing has been computed yet.');
  expect(draw({ values, frame: empty }, 344)).toHaveLength(2);
  const odd = { ...empty, step: 2, lossWithout: [Infinity, Number.NaN], lossWith: [0, 1e38], normWith: [0, Infinity] };
  expect(draw({ values, frame: { ...odd, normWithout: [0, Number.NaN] } }, 344)).toHaveLength(2);
});
