import { type CatalogueId, type CatalogueRow, catalogue, catalogueIds } from '#initializers/catalogue.ts';
import { type Fans, fans } from '#initializers/fans.ts';
import { type FrameworkCode, frameworkCode } from '#initializers/framework-code.ts';
import { weightCount } from '#initializers/initializer.ts';
import { type FanMode, fanModes } from '#initializers/variance-scaling.ts';
import { type Distribution, distributionStd } from '#random/distributions.ts';
import { type StreamId, streamIds, streams } from '#random/streams.ts';
import type { Experiment } from './experiment.ts';
import { type FirstWeight, firstWeights } from './first-weights.ts';
import type { Values } from './parameters.ts';
import {
  type Bins,
  binsOf,
  type Distance,
  densityLine,
  distanceOf,
  type Moment,
  meanOf,
  momentsOf,
  type Spike,
  separate,
  smoothPart,
} from './weights-measure.ts';

const params = {
  init: { kind: 'choice', default: 'heNormal' as CatalogueId, options: catalogueIds },
  fanOut: { kind: 'integer', default: 100, min: 1, max: 1024 },
  fanIn: { kind: 'integer', default: 784, min: 1, max: 1024 },
  kernel: { kind: 'integer', default: 1, min: 1, max: 7 },
  gain: { kind: 'number', default: 1, min: 0.25, max: 4, scale: 'log' },
  mode: { kind: 'choice', default: 'fanIn' as FanMode, options: fanModes },
  stream: { kind: 'choice', default: 'torch' as StreamId, options: streamIds },
  seed: { kind: 'seed', default: 7 },
} as const;

/** Why nothing is drawn: a shape that the initializer cannot fill, or more weights than a page should draw. */
export type Refusal = 'fanInAboveFanOut' | 'tooMany';

export interface WeightsFrame {
  progress: number;
  /** [fanOut, fanIn], with two sizes of the kernel behind them where there is one. */
  shape: number[];
  fans: Fans;
  count: number;
  /** Settings that are not at their defaults, but that this initializer does not have. */
  unused: string[];
  refusal?: Refusal;
  law?: Distribution;
  /** Mean and standard deviation of the law; of a truncated normal distribution after the cut. */
  theory?: { mean: number; std: number };
  first: FirstWeight[];
  /** 32-bit words taken from the stream. */
  words: number;
  moments?: { mean: Moment; variance: Moment };
  spikes: Spike[];
  bins?: Bins;
  density?: { x: number[]; y: number[] };
  distance?: Distance;
  /** The same initializer in other frameworks, and how far their numbers agree with these. */
  code?: FrameworkCode;
}

type Settings = Values<typeof params>;

/** A matrix of 1024 x 1024. */
const mostWeights = 1048576;
/** Steps of a QR decomposition that take about half a second: rows x columns x the smaller of the two. */
const mostQrSteps = 134217728;

/**
 * What does this initializer draw? One tensor of weights, right after the stream was seeded: its first values with their
 * bits, its moments and its histogram beside the law that the initializer promises, the Kolmogorov-Smirnov distance, and
 * code that gives the same in PyTorch, NumPy, Keras and JAX.
 *
 * The largest run, a matrix of 1024 x 1024, takes about a second; drawing, sorting and QR are single steps of it, of up to
 * half a second.
 * A kernel of 1 means a dense matrix [fanOut, fanIn], except for initializers of convolutions; initializers of matrices
 * ignore the kernel.
 */
export const weights: Experiment<typeof params, WeightsFrame> = {
  id: 'weights',
  params,
  *run(values) {
    const row = catalogue[values.init];
    const shape = shapeOf(row, values);
    const count = weightCount(shape);
    const frame: WeightsFrame = {
      progress: 0,
      shape,
      fans: fans(shape),
      count,
      unused: unusedSettings(row, values),
      first: [],
      words: 0,
      spikes: [],
    };
    yield frame;
    const refusal = refusalOf(values.init, shape, count);
    if (refusal) {
      yield Object.assign(frame, { refusal, progress: 1 });
      return;
    }
    yield* draw(row, values, frame);
  },
};

/** Draws and measures, and yields after each step. */
function* draw(row: CatalogueRow, values: Settings, frame: WeightsFrame) {
  const { shape } = frame;
  const { gain, mode, seed, stream } = values;
  const initializer = row.make({ gain, mode });
  const law = initializer.distribution(shape);
  const generator = streams[stream](seed);
  const drawn = initializer(shape, generator);
  Object.assign(frame, {
    progress: 0.5,
    law,
    theory: { mean: meanOf(law), std: distributionStd(law) },
    first: firstWeights(drawn, shape),
    words: generator.wordsDrawn,
    code: frameworkCode(values.init, { shape, seed, gain, mode, stream }),
  });
  yield frame;
  const { spikes, rest } = separate(drawn, law);
  Object.assign(frame, { progress: 0.6, spikes, moments: momentsOf(drawn, law) });
  yield frame;
  const smooth = smoothPart(law);
  if (smooth) {
    const bins = binsOf(rest, smooth, frame.count);
    Object.assign(frame, { progress: 0.8, bins, density: densityLine(smooth, bins.edges) });
    yield frame;
    const distance = yield* inSteps(distanceOf(rest, smooth), frame);
    if (distance) frame.distance = distance;
  }
  frame.progress = 1;
  yield frame;
}

/** Goes through the steps of a longer calculation, with the frame as it is. */
function* inSteps<Result>(steps: Generator<undefined, Result, void>, frame: WeightsFrame) {
  let step = steps.next();
  for (; !step.done; step = steps.next()) yield frame;
  return step.value;
}

function shapeOf({ shapes }: CatalogueRow, { fanOut, fanIn, kernel }: Settings): number[] {
  const hasKernel = shapes === 'kernel' || (shapes !== 'matrix' && kernel > 1);
  return hasKernel ? [fanOut, fanIn, kernel, kernel] : [fanOut, fanIn];
}

function unusedSettings({ options, shapes }: CatalogueRow, values: Settings): string[] {
  const foreign = (['gain', 'mode'] as const).filter((name) => !options.includes(name));
  const names = shapes === 'matrix' ? [...foreign, 'kernel' as const] : foreign;
  return names.filter((name) => values[name] !== params[name].default);
}

function refusalOf(init: CatalogueId, shape: readonly number[], count: number): Refusal | undefined {
  const [fanOut = 1, fanIn = 1] = shape;
  if (init === 'deltaOrthogonal' && fanIn > fanOut) return 'fanInAboveFanOut';
  if (count > mostWeights) return 'tooMany';
  return qrSteps(init, fanOut, fanIn, count) > mostQrSteps ? 'tooMany' : undefined;
}

/** Orthogonal matrices are made by a QR decomposition: of [fanOut, all the rest], or of the kernel's middle alone. */
function qrSteps(init: CatalogueId, fanOut: number, fanIn: number, count: number): number {
  if (init === 'orthogonal') return count * Math.min(fanOut, count / fanOut);
  return init === 'deltaOrthogonal' ? fanOut * fanOut * fanIn : 0;
}
