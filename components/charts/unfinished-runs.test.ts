import { expect, it } from 'vitest';
import type { DepthSweepFrame } from '#experiments/depth-sweep.ts';
import { depthSweep as depthExperiment } from '#experiments/depth-sweep.ts';
import { oneLayer as oneLayerExperiment } from '#experiments/one-layer.ts';
import { parseValues } from '#experiments/parse-parameters.ts';
import { translator } from '#i18n/messages.ts';
import { chart as depthSweep } from './depth-sweep.ts';
import { drawAtBuild } from './draw-at-build.ts';
import { chart as oneLayer } from './one-layer.ts';
import { chart as trainDigits } from './train-digits.ts';

const context = { t: translator('en'), lang: 'en', width: 344 };

/** A depth sweep of six layers with seed 7, after `layers` of them. */
function sweep(init: string, layers: number) {
  const { values } = parseValues(depthExperiment.params, { init, depth: '6', width: '16', seeds: '0' });
  let frame: DepthSweepFrame | undefined;
  for (const current of depthExperiment.run(values)) {
    frame = structuredClone(current);
    if (frame.measured.length > layers) break;
  }
  return { values, frame: frame as DepthSweepFrame };
}

function layerRun(settings: Record<string, string>) {
  const { values } = parseValues(oneLayerExperiment.params, { fanIn: '8', ...settings });
  const frame = [...oneLayerExperiment.run(values)].at(-1);
  if (!frame) throw new Error('one-layer yielded nothing');
  return { values, frame };
}

const member = (loss: number[], accuracy: number[]) => ({
  seed: 7,
  loss,
  accuracy,
  gradientNorms: [],
  gradientHistory: [],
});

/** A training of two starts: zero is measured first. */
const training = (zero: ReturnType<typeof member>, he: ReturnType<typeof member>, accuracySteps: number[]) => ({
  values: { activation: 'relu', learningRate: 0.1, steps: 60, seed: 7, seeds: 1 },
  frame: {
    progress: 0.5,
    step: zero.loss.length,
    accuracySteps,
    curves: [
      { start: 'zero' as const, members: [zero] },
      { start: 'heNormal' as const, members: [he] },
    ],
  },
});

it('depth-sweep names the layer that a stopped run reached, and leaves the others open (seed 7)', () => {
  const run = sweep('heNormal', 2);
  expect(depthSweep.summary([run], context)).toMatch(/ in layer 1 and \S+ in layer 2, where theory says \d/);
  const rows = depthSweep.table([run], context).rows;
  expect(rows[3]?.[1]).toBe('–');
  expect(rows[3]?.[2]).toMatch(/\d/);
});

it('depth-sweep says nothing of a theory that there is not (seed 7)', () => {
  const run = sweep('constant', 6);
  expect(run.frame.theory).toEqual([]);
  expect(depthSweep.summary([run], context)).not.toContain('theory');
  expect(depthSweep.table([run], context).columns).toEqual(['Layer', 'Measured, seed 7']);
});

it('runs that have not computed anything say so', () => {
  const empty = sweep('heNormal', 0);
  expect(depthSweep.summary([empty], context)).toBe('Nothing has been computed yet.');
  const { values, frame } = layerRun({});
  const nothing = Object.fromEntries(Object.keys(frame).map((key) => [key, key === 'progress' ? 0 : []]));
  expect(oneLayer.summary([{ values, frame: nothing as never }], context)).toBe('Nothing has been computed yet.');
});

it('train-digits reports the last accuracy that every network has, with its step', () => {
  const run = training(member([2, 1], [0.1, 0.5]), member([2], [0.2]), [0, 30]);
  expect(trainDigits.summary([run], context)).toContain('Test accuracy at step 0: zero 10.0% and He 20.0%');
  expect(trainDigits.table([run], context).rows[1]).toEqual(['30', '1.50', '50.0%', '2.00', '–']);
});

it('train-digits does not report an accuracy that is not measured', () => {
  const run = training(member([], [0.1]), member([], []), [0]);
  expect(trainDigits.summary([run], context)).toContain('The test accuracy has not been measured yet.');
  expect(trainDigits.table([run], context).rows).toEqual([['0', '–', '10.0%', '–', '–']]);
});

it('train-digits says in the legend which network diverged, and when', () => {
  const labels = (he: number[]) =>
    trainDigits.legend?.([training(member([2, 1], []), member(he, []), [])], context).map(({ label }) => label);
  expect(labels([2, 900, Number.NaN, Number.NaN])).toEqual(['zero', 'He, normal: loss NaN from step 2']);
  expect(labels([2, Infinity, Number.NaN])).toEqual(['zero', 'He, normal: loss ∞ from step 1']);
  expect(labels([2, 900, 70])).toEqual(['zero', 'He, normal: loss above 3']);
  expect(labels([2.5, 2])).toEqual(['zero', 'He, normal']);
});

it('one-layer says that the naive law predicts 0 for constant inputs (seed 7)', () => {
  const [svg = ''] = drawAtBuild(oneLayer.panels([layerRun({ inputs: 'constant' })], { ...context, width: 760 }));
  expect(svg).toContain('n Var[w] Var[x]: 0');
  expect(svg).toContain('n Var[w] E[x²]');
});

it('one-layer keeps silent about the naive law where it is the law (seed 7)', () => {
  expect(drawAtBuild(oneLayer.panels([layerRun({})], { ...context, width: 760 })).join()).not.toContain('Var[x]');
});
