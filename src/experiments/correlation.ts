import { type StartId, startIds } from '#initializers/starts.ts';
import { type ActivationId, activationIds } from '#network/activations.ts';
import { secondMoment } from '#numerics/moments.ts';
import { quantile } from '#numerics/quantile.ts';
import type { Generator as RandomGenerator } from '#random/generator.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import {
  type Destination,
  destinationOf,
  firstPair,
  gaussianLayerOf,
  nextPair,
  type Pair,
  settledCosine,
} from './correlation-theory.ts';
import type { Experiment } from './experiment.ts';
import type { Values } from './parameters.ts';
import { createBuffers, sendForward } from './square-layers.ts';
import { chi } from './variance-map-theory.ts';

const params = {
  init: { kind: 'choice', default: 'heNormal' as StartId, options: startIds },
  gain: { kind: 'number', default: 1, min: 0.25, max: 4, scale: 'log' },
  activation: { kind: 'choice', default: 'relu' as ActivationId, options: activationIds },
  biasStd: { kind: 'number', default: 0, min: 0, max: 3 },
  cosine: { kind: 'number', default: 0, min: -1, max: 1 },
  depth: { kind: 'integer', default: 30, min: 1, max: 200 },
  width: { kind: 'integer', default: 128, min: 2, max: 1024 },
  seeds: { kind: 'integer', default: 20, min: 0, max: 100 },
  seed: { kind: 'seed', default: 7 },
} as const;

/** Curves over the layers from 0, the input, on. */
export interface PairSeries {
  cosine: number[];
  q: number[];
}

export interface CorrelationFrame {
  progress: number;
  /** 0, 1, ..., depth. */
  layers: number[];
  /** With the seed: the cosine of the two inputs' pre-activations, and the mean of their second moments. NaN is a result. */
  measured: PairSeries;
  /** In the limit of infinite width; empty for starts whose weights have a mean. */
  theory: PairSeries;
  /** 5%, 50% and 95% quantiles of the cosine, layer by layer, over the seeds done; empty with fewer than two. */
  low: number[];
  median: number[];
  high: number[];
  members: number;
  /** Where the theory goes with depth; null without theory. */
  destination: Destination | null;
}

type Settings = Values<typeof params>;

/**
 * Do two inputs stay different? Sends two inputs of second moment 1 with a given cosine through layers of equal width,
 * z_l = W_l phi(z_(l-1)) + b_l, and measures the cosine of their pre-activations in every layer.
 *
 * Layers are drawn after `torch.manual_seed(seed)`, those of the other members after seed + 1, ...; `biasStd` adds
 * N(0, biasStd^2) to the biases of the start. The inputs come from `torch.manual_seed(-1)`.
 */
export const correlation: Experiment<typeof params, CorrelationFrame> = {
  id: 'correlation',
  params,
  *run(values) {
    const inputs = drawPair(values, torchGenerator(-1));
    const frame = emptyFrame(values, inputs);
    for (const _ of computeTheory(frame, values)) yield frame;
    const total = Math.max(values.seeds, 1);
    const done: number[][] = [];
    for (let member = 0; member < total; member++) {
      const series = member === 0 ? frame.measured : seriesOf(inputs, values.width);
      for (const part of measurePair(values, inputs, values.seed + member, series)) {
        frame.progress = (member + part) / total;
        yield frame;
      }
      done.push(series.cosine);
      frame.members = done.length;
      if (done.length > 1) Object.assign(frame, band(done));
      yield frame;
    }
  },
};

const emptyFrame = ({ depth, width }: Settings, inputs: Float32Array): CorrelationFrame => ({
  progress: 0,
  layers: Array.from({ length: depth + 1 }, (_, layer) => layer),
  measured: seriesOf(inputs, width),
  theory: { cosine: [], q: [] },
  low: [],
  median: [],
  high: [],
  members: 0,
  destination: null,
});

/**
 * Two rows of `width` numbers with second moment 1 and cosine c, to float32: x and c x + sqrt(1 - c^2) y, where y is a
 * normal draw of which the share along x is taken away.
 */
export function drawPair({ width, cosine }: Pick<Settings, 'width' | 'cosine'>, generator: RandomGenerator) {
  const rows = new Float64Array(2 * width);
  generator.fillNormal(rows, 0, 1);
  const [x, y] = [rows.subarray(0, width), rows.subarray(width)];
  normalize(x);
  const along = products(x, y) / width;
  for (let i = 0; i < width; i++) y[i] = (y[i] as number) - along * (x[i] as number);
  normalize(y);
  const across = Math.sqrt(1 - cosine * cosine);
  for (let i = 0; i < width; i++) y[i] = cosine * (x[i] as number) + across * (y[i] as number);
  return Float32Array.from(rows);
}

function normalize(x: Float64Array) {
  const length = Math.sqrt(secondMoment(x));
  for (let i = 0; i < x.length; i++) x[i] = (x[i] as number) / length;
}

function products(x: ArrayLike<number>, y: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += (x[i] as number) * (y[i] as number);
  return sum;
}

/** Cosine, at most 1 after rounding, and mean second moment of the rows. Zeros and infinities have no direction: NaN. */
export function pairOf(rows: Float32Array, width: number): Pair {
  const [x, y] = [rows.subarray(0, width), rows.subarray(width)];
  const cosine = products(x, y) / (Math.sqrt(products(x, x)) * Math.sqrt(products(y, y)));
  return { cosine: Math.min(1, Math.max(-1, cosine)), q: (secondMoment(x) + secondMoment(y)) / 2 };
}

function seriesOf(inputs: Float32Array, width: number): PairSeries {
  const { cosine, q } = pairOf(inputs, width);
  return { cosine: [cosine], q: [q] };
}

const append = (series: PairSeries, { cosine, q }: Pair) => {
  series.cosine.push(cosine);
  series.q.push(q);
};

/** Appends the layers of one network; yields the share done. */
function* measurePair(values: Settings, inputs: Float32Array, seed: number, series: PairSeries) {
  const layers = { ...values, batch: 2 };
  const way = { inputs, seed, buffers: createBuffers(layers) };
  yield* sendForward(layers, way, (_, z) => append(series, pairOf(z, values.width)));
}

/** Fills in the theory layer by layer. Inputs that have come to rest need no more integrals. */
function* computeTheory(frame: CorrelationFrame, values: Settings) {
  const layer = gaussianLayerOf(values);
  if (!layer) return;
  let pair: Pair = { q: 1, cosine: values.cosine };
  append(frame.theory, pair);
  for (let l = 1; l <= values.depth; l++) {
    const next = l === 1 ? firstPair(layer, pair) : nextPair(layer, pair);
    const resting = l > 1 && Object.is(next.q, pair.q) && Object.is(next.cosine, pair.cosine);
    pair = next;
    append(frame.theory, pair);
    if (resting) for (; l < values.depth; l++) append(frame.theory, pair);
    yield;
  }
  const destination = destinationOf(layer, frame.theory.q[1] as number, (q) => chi(layer, q));
  yield;
  frame.destination = { ...destination, cosine: yield* settledCosine(layer, destination) };
}

/** Layer by layer the quantiles over the members. */
function band(members: number[][]) {
  const layers = (members[0] as number[]).map((_, layer) => members.map((cosines) => cosines[layer] as number));
  const at = (p: number) => layers.map((cosines) => quantile(cosines, p));
  return { low: at(0.05), median: at(0.5), high: at(0.95) };
}
