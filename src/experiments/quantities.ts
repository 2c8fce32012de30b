import { type StartId, starts } from '#initializers/starts.ts';
import { distributionVariance } from '#random/distributions.ts';
import type { CorrelationFrame } from './correlation.ts';
import type { DepthSweepFrame } from './depth-sweep.ts';
import type { GradientFlowFrame } from './gradient-flow.ts';
import type { OneLayerFrame } from './one-layer.ts';
import { type InputId, inputMoments, rawSecondMoment, shifted } from './one-layer-theory.ts';
import type { VarianceMapFrame } from './variance-map.ts';
import type { WeightsFrame } from './weights.ts';

/** What the formulas of the lessons speak of and experiments know; NOTATION.md says what each is. */
export const quantityIds = [
  'fanIn',
  'fanOut',
  'depth',
  'weightVariance',
  'factor',
  'backwardFactor',
  'bound',
  'inputMoment',
  'inputVariance',
  'outputMoment',
  'outputVariance',
  'secondMoment',
  'inputSecondMoment',
  'firstSecondMoment',
  'lastSecondMoment',
  'activationMoment',
  'deltaMoment',
  'firstDeltaMoment',
  'lastDeltaMoment',
  'deltaFactor',
  'cosine',
] as const;

export type QuantityId = (typeof quantityIds)[number];

/** One value: a setting, what theory says, or what was measured with the seed; in this layer, if it is one of many. */
export interface QuantityValue {
  kind: 'setting' | 'theory' | 'measured';
  value: number;
  layer?: number;
}

export type Quantities = Partial<Record<QuantityId, QuantityValue[]>>;

const setting = (value: number): QuantityValue[] => [{ kind: 'setting', value }];
const theory = (value: number): QuantityValue[] => [{ kind: 'theory', value }];

/** Measurement and theory at one place of two series; without a place what stands there belongs to no layer. */
const pair = (measured: Series, expected: Series, index: number, layer?: number): QuantityValue[] =>
  (['measured', 'theory'] as const).flatMap((kind) => {
    const value = (kind === 'measured' ? measured : expected)[index];
    return value === undefined ? [] : [{ kind, value, ...(layer === undefined ? {} : { layer }) }];
  });

type Series = readonly number[];

interface Square {
  init: StartId;
  gain: number;
  width: number;
  depth: number;
}

/** Of layers of equal width: both fans, Var[w] and the factors of the second moments, forward and backward. */
function squareLayers({ init, gain, width, depth }: Square): Quantities {
  const variance = weightVariance(init, gain, width);
  const fan = setting(width);
  const factor = theory(width * variance);
  return {
    fanIn: fan,
    fanOut: fan,
    depth: setting(depth),
    weightVariance: theory(variance),
    factor,
    backwardFactor: factor,
  };
}

/** Var[w] of a start times gain^2, for a square layer of this width. */
const weightVariance = (init: StartId, gain: number, n: number): number =>
  distributionVariance(starts[init].weights.distribution([n, n])) * gain * gain;

/** The ids of a second moment: in any layer, in the input or beyond the first layer, in the first and in the last layer. */
interface Places {
  any: QuantityId;
  input?: QuantityId;
  first: QuantityId;
  last: QuantityId;
}

const forward: Places = {
  any: 'secondMoment',
  input: 'inputSecondMoment',
  first: 'firstSecondMoment',
  last: 'lastSecondMoment',
};
const backward: Places = { any: 'deltaMoment', first: 'firstDeltaMoment', last: 'lastDeltaMoment' };

/** What two series over `layers` say of the input, of the first and of the last layer, as far as they have come. */
function alongLayers(
  { any, input, first, last }: Places,
  layers: Series,
  measured: Series,
  expected: Series,
  depth: number,
) {
  const at = (layer: number) => pair(measured, expected, layers.indexOf(layer), layer);
  const bare = (layer: number) => pair(measured, expected, layers.indexOf(layer));
  return {
    [any]: depth === 1 ? at(1) : [...at(1), ...at(depth)],
    [first]: bare(1),
    [last]: bare(depth),
    ...(input && { [input]: bare(0).slice(0, 1) }),
  };
}

const depthSweep = (values: Square & { direction: string }, frame: DepthSweepFrame): Quantities => ({
  ...squareLayers(values),
  ...alongLayers(
    values.direction === 'backward' ? backward : forward,
    frame.layers,
    frame.measured,
    frame.theory,
    values.depth,
  ),
});

function gradientFlow(values: Square, { layers, deltaMoment, theory: expected }: GradientFlowFrame): Quantities {
  const step = (moments: Series) => moments.slice(1, 2).map((next) => next / (moments[0] as number));
  return {
    ...squareLayers(values),
    ...alongLayers(backward, layers, deltaMoment, expected.delta, values.depth),
    ...(values.depth > 1 && { deltaFactor: pair(step(deltaMoment), step(expected.delta), 0, values.depth - 1) }),
  };
}

function correlation(values: Square, { layers, measured, theory: expected }: CorrelationFrame): Quantities {
  const at = (layer: number) => pair(measured.cosine, expected.cosine, layers.indexOf(layer), layer);
  return {
    ...squareLayers(values),
    ...alongLayers(forward, layers, measured.q, expected.q, values.depth),
    cosine: values.depth === 1 ? at(1) : [...at(1), ...at(values.depth)],
  };
}

/** Weights N(0, gain^2 / n). */
const varianceMap = (
  { gain, width, depth }: { gain: number; width: number; depth: number },
  { measured, theory: expected }: VarianceMapFrame,
): Quantities => ({
  fanIn: setting(width),
  depth: setting(depth),
  weightVariance: theory((gain * gain) / width),
  factor: theory(gain * gain),
  ...alongLayers(
    forward,
    Array.from({ length: depth + 1 }, (_, layer) => layer),
    measured,
    expected,
    depth,
  ),
});

interface OneLayerValues {
  init: StartId;
  gain: number;
  inputs: InputId;
  inputMean: number;
}

/** At the largest fan-in that is done. */
function oneLayer({ init, gain, inputs, inputMean }: OneLayerValues, frame: OneLayerFrame): Quantities {
  const last = frame.fanIn.length - 1;
  const n = frame.fanIn[last];
  if (n === undefined) return {};
  const variance = weightVariance(init, gain, n);
  const x = shifted(inputMoments[inputs], inputMean);
  return {
    fanIn: setting(n),
    weightVariance: theory(variance),
    factor: theory(n * variance),
    inputMoment: theory(rawSecondMoment(x)),
    inputVariance: theory(x.std * x.std),
    outputMoment: pair(frame.secondMoment, frame.theory, last),
    outputVariance: pair(frame.variance, frame.theory, last),
  };
}

function weights(_: unknown, { fans, law, moments }: WeightsFrame): Quantities {
  const { fanIn, fanOut } = fans;
  const variance = moments && [moments.variance.measured, moments.variance.theory];
  const scaled = (by: number) => variance && pair([by * (variance[0] as number)], [by * (variance[1] as number)], 0);
  const weightVariance = scaled(1);
  return {
    fanIn: setting(fanIn),
    fanOut: setting(fanOut),
    ...(weightVariance && { weightVariance, factor: scaled(fanIn), backwardFactor: scaled(fanOut) }),
    ...(law?.kind === 'uniform' && { bound: theory(law.high) }),
  };
}

const experiments: Readonly<Record<string, (values: never, frame: never) => Quantities>> = {
  'depth-sweep': depthSweep,
  'gradient-flow': gradientFlow,
  correlation,
  'variance-map': varianceMap,
  'one-layer': oneLayer,
  weights,
};

/** The quantities that a run of this experiment, finished or not, has values for; none for experiments without formulas. */
export function quantitiesOf(experiment: string, values: object, frame: object): Quantities {
  const quantities = experiments[experiment]?.(values as never, frame as never) ?? {};
  return Object.fromEntries(Object.entries(quantities).filter(([, list]) => list && list.length > 0));
}
