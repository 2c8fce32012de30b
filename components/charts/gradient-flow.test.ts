import { describe, expect, it } from 'vitest';
import { depthSweep } from '#experiments/depth-sweep.ts';
import { type GradientFlowFrame, gradientFlow } from '#experiments/gradient-flow.ts';
import { defaultValues } from '#experiments/parse-parameters.ts';
import { context, draw, readBack } from '../../tests/drawing.ts';
import { chart as sweepChart } from './depth-sweep.ts';
import { chart } from './gradient-flow.ts';

/** A run with seed 7, to its end or until some progress. */
function run(settings: object = {}, until = 1) {
  const values = { ...defaultValues(gradientFlow.params), depth: 6, width: 24, seeds: 3, ...settings };
  let frame: GradientFlowFrame | undefined;
  for (const current of gradientFlow.run(values)) {
    frame = structuredClone(current);
    if (current.progress >= until) break;
  }
  return { values, frame: frame as GradientFlowFrame };
}

function expectCurve(points: { x: number; y: number }[], ys: readonly number[]) {
  expect(points).toHaveLength(ys.length);
  for (const [i, { x, y }] of points.entries()) {
    expect(x).toBeCloseTo(i, 1);
    expect(Math.abs(y / (ys[i] as number) - 1)).toBeLessThan(2e-3);
  }
}

describe('the chart of gradient-flow', () => {
  it('draws the norm from the last layer to the first, and the theory (seed 7)', () => {
    const result = run();
    const [norms] = draw(chart, result);
    expectCurve(readBack(norms, 'measured'), result.frame.gradientNorm);
    expectCurve(readBack(norms, 'theory'), result.frame.theory.gradientNorm);
    expect(norms?.textContent).toContain('‖654321layer');
    expect(norms?.textContent).toMatch(/layer 1 \/ layer 6: \S.*theory: \S/);
  });

  it('draws the magnitudes of delta in the last, the middle and the first layer, bar by bar (seed 7)', () => {
    const { values, frame } = run();
    const [, magnitudes] = draw(chart, { values, frame });
    const bars = [...(magnitudes?.querySelectorAll('.series-magnitudes rect, rect.series-magnitudes') ?? [])];
    const counted = frame.histograms.flatMap(({ magnitudes: { lowest, shares } }) =>
      shares.map((_, i) => 2 ** (lowest + i)),
    );
    expect(bars).toHaveLength(counted.length);
    for (const [i, bar] of bars.entries()) {
      const left = magnitudes?.scale('x').invert(Number(bar.getAttribute('x'))) ?? Number.NaN;
      expect(Math.abs(left / (counted[i] as number) - 1)).toBeLessThan(0.05);
    }
    expect(magnitudes?.textContent).toContain('layer 6layer 3layer 1');
  });

  it('says from which layer on nothing is left (zero start, seed 7)', () => {
    const result = run({ init: 'zero' });
    expect(chart.legend?.([result], context).map(({ label }) => label)).toEqual([
      'zero, seed 7: 0 from layer 5',
      'theory',
      '5–95% of seeds',
    ]);
    const [, magnitudes] = draw(chart, result);
    expect(magnitudes?.textContent?.match(/exactly 0: 100\.0%/g)).toHaveLength(2);
  });

  it('counts the zeros of a row at the end that its bars leave free (seed 7)', () => {
    const anchors = (init: string) => {
      const [, magnitudes] = draw(chart, run({ init, activation: 'relu' }));
      const texts = [...(magnitudes?.querySelectorAll('text') ?? [])];
      const notes = texts.filter(({ textContent }) => textContent?.startsWith('exactly 0'));
      return notes.map((note) => note.closest('[text-anchor]')?.getAttribute('text-anchor'));
    };
    expect(anchors('heNormal')).toEqual(['start', 'start']);
    expect(anchors('normal001').at(-1)).toBe('end');
  });

  it('says in words and in the table what was measured (seed 7)', () => {
    const result = run();
    expect(chart.summary([result], context)).toMatch(
      /^Norm of the weight gradient from layer 6 back to layer 1, Xavier, normal, sigmoid, seed 7: \S+ in layer 6 and \S.* in layer 1, where theory says \S/,
    );
    const { columns, rows } = chart.table([result], context);
    expect(new Set(columns).size).toBe(columns.length);
    expect(rows.map(([layer]) => layer)).toEqual(['6', '5', '4', '3', '2', '1']);
    expect(chart.summary([run({}, 0)], context)).toBe('Nothing has been computed yet.');
  });

  it('names the layer that a stopped run reached, and has no theory for a constant start (seed 7)', () => {
    expect(chart.summary([run({ seeds: 0 }, 0.75)], context)).toMatch(/ in layer [345], where/);
    expect(chart.summary([run({ init: 'constant' })], context)).not.toContain('theory');
  });
});

it('the backward sweep runs from the last layer at the left to the input at the right (seed 7)', () => {
  const values = { ...defaultValues(depthSweep.params), direction: 'backward', depth: 5, width: 16, seeds: 0 } as const;
  const frame = [...depthSweep.run(values)].at(-1);
  if (!frame) throw new Error('no frame');
  const [sweep] = draw(sweepChart, { values, frame });
  expectCurve(readBack(sweep, 'measured'), frame.measured);
  expect(sweep?.textContent).toContain('543210layer');
  expect(sweep?.textContent).toContain('second moment of the error signal');
  expect(sweepChart.summary([{ values, frame }], context)).toMatch(
    /in the last layer and \S+ in layer 0, where theory says/,
  );
});
