import { depthSweep } from './depth-sweep.ts';
import type { Experiment } from './experiment.ts';
import { oneLayer } from './one-layer.ts';
import type { Parameters, Values } from './parameters.ts';
import { defaultValues } from './parse-parameters.ts';
import { pixelMoments } from './pixel-moments.ts';
import type { Resources } from './resources.ts';
import { trainDigits } from './train-digits.ts';
import { weights } from './weights.ts';

/** One result that lessons and pages refer to by name: an experiment with all its values. */
export interface NamedRunRow {
  experiment: Experiment;
  values: Values;
}

/** An experiment with its default values, except for those given. */
function row<P extends Parameters, F extends { progress: number }>(
  experiment: Experiment<P, F>,
  changes: Partial<Values<P>> = {},
): NamedRunRow {
  return {
    experiment: experiment as unknown as Experiment,
    values: { ...defaultValues(experiment.params), ...changes },
  };
}

const linear = { activation: 'linear', init: 'lecunNormal' } as const;
const band = { ...linear, depth: 20, batch: 1, seeds: 30 } as const;

const allStarts = {
  starts: ['zero', 'normal001', 'lecunNormal', 'xavierNormal', 'heNormal', 'torchDefault'],
  steps: 120,
} as const;
/** With N(0, 1) as well, which a bounded activation survives. */
const withLarge = {
  starts: ['normal1', 'lecunNormal', 'xavierNormal', 'heNormal', 'torchDefault'],
  steps: 120,
} as const;
const rate = (learningRate: number) =>
  ({ starts: ['lecunNormal', 'xavierNormal', 'heNormal'], steps: 90, learningRate }) as const;

const rows = {
  'depth-sweep': row(depthSweep),
  'depth-linear': row(depthSweep, linear),
  'depth-linear-hot': row(depthSweep, { ...linear, gain: 1.1 }),
  'depth-linear-cold': row(depthSweep, { ...linear, gain: 0.9 }),
  'band-32': row(depthSweep, { ...band, width: 32 }),
  'band-128': row(depthSweep, { ...band, width: 128 }),
  'band-512': row(depthSweep, { ...band, width: 512 }),
  'one-layer': row(oneLayer),
  'one-layer-weight-mean': row(oneLayer, { weightMean: 0.3, inputs: 'relu' }),
  'one-layer-input-mean': row(oneLayer, { inputMean: 1 }),
  'one-layer-dependent': row(oneLayer, { dependence: 0.3 }),
  'pixel-moments': row(pixelMoments),
  weights: row(weights),
  'train-digits': row(trainDigits),
  'digits-first-loss': row(trainDigits, { starts: ['normal1', 'heNormal'], steps: 6 }),
  'digits-one-hidden': row(trainDigits, { starts: ['normal001'], hiddenLayers: 1, steps: 90 }),
  'digits-relu': row(trainDigits, { ...allStarts, seeds: 3 }),
  'digits-tanh': row(trainDigits, { ...withLarge, activation: 'tanh' }),
  'digits-sigmoid': row(trainDigits, { ...withLarge, activation: 'sigmoid' }),
  'digits-lr-0.01': row(trainDigits, rate(0.01)),
  'digits-lr-0.03': row(trainDigits, rate(0.03)),
  'digits-lr-0.1': row(trainDigits, rate(0.1)),
  'digits-lr-0.3': row(trainDigits, rate(0.3)),
  'digits-lr-1': row(trainDigits, rate(1)),
};

export type NamedRun = keyof typeof rows;

export const namedRuns: Readonly<Record<NamedRun, NamedRunRow>> = rows;

/** What the file of a named run holds: `results/<name>.json`, as `frame-json.ts` writes it. */
export interface NamedResult {
  experiment: string;
  values: Values;
  frame: unknown;
}

/** Runs it to the end. */
export function computeNamedRun(name: NamedRun, resources: Partial<Resources> = {}): NamedResult {
  const { experiment, values } = namedRuns[name];
  let frame: unknown;
  for (frame of experiment.run(values, resources));
  return { experiment: experiment.id, values, frame };
}
