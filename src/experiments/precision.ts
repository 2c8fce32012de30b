import { matmulNT } from '#kernels/matmul.ts';
import { activate, activations } from '#network/activations.ts';
import { secondMoment } from '#numerics/moments.ts';
import { type FormatId, formatIds, formats, roundAll } from '#numerics/round-to-format.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import type { Experiment } from './experiment.ts';
import type { Values } from './parameters.ts';
import { type Milestones, magnitudeTheory, predictedMilestones } from './precision-theory.ts';
import { createBuffers, drawInputs, multiplyInParts } from './square-layers.ts';

const params = {
  format: { kind: 'choice', default: 'float16' as FormatId, options: formatIds },
  sigma: { kind: 'number', default: 0.03, min: 0.001, max: 10, scale: 'log' },
  activation: { kind: 'choice', default: 'linear', options: ['linear', 'relu'] },
  depth: { kind: 'integer', default: 20, min: 1, max: 200 },
  width: { kind: 'integer', default: 128, min: 1, max: 512 },
  batch: { kind: 'integer', default: 32, min: 1, max: 128 },
  seed: { kind: 'seed', default: 7 },
} as const;

export interface PrecisionFrame {
  progress: number;
  /** The limits of all formats; see `NumberFormat`. */
  limits: { format: FormatId; largest: number; smallestNormal: number; smallest: number }[];
  /** 0, 1, ..., depth; layer 0 is the input. */
  layers: number[];
  /** Root of the second moment of z; infinite, NaN and 0 are results. */
  size: number[];
  /** The logarithm to base 10 of the same in exact arithmetic, which has no limits; for all layers from the beginning. */
  theory: number[];
  /** Shares of the values of a layer. */
  infinite: number[];
  nan: number[];
  zero: number[];
  subnormal: number[];
  /** The first layers at which it happens, up to now, and those that theory expects; null for never. */
  observed: Milestones;
  predicted: Milestones;
}

type Settings = Values<typeof params>;

/**
 * When do numbers run out? Sends a batch of N(0, 1) inputs through linear or ReLU layers with weights from N(0, sigma^2), in a
 * number format: inputs, weights and every z are rounded to it when they are stored. A sum of products is accumulated in
 * float32 and rounded once, as tensor cores do; so float32 is plain float32.
 *
 * Weights as `torch.empty(width, width).normal_(0, sigma)` layer after layer after `torch.manual_seed(seed)`; inputs after
 * `torch.manual_seed(-1)`.
 */
export const precision: Experiment<typeof params, PrecisionFrame> = {
  id: 'precision',
  params,
  *run(values) {
    const { signal, next: z, weights } = createBuffers(values);
    signal.set(drawInputs(values));
    roundAll(signal, values.format);
    const frame = emptyFrame(values, secondMoment(signal));
    record(frame, signal, values.format);
    const generator = torchGenerator(values.seed);
    for (let layer = 1; layer <= values.depth; layer++) {
      generator.fillNormal(weights, 0, values.sigma);
      frame.progress = (layer - 0.75) / values.depth;
      yield frame;
      roundAll(weights, values.format);
      for (const _ of multiplyInParts(matmulNT, { signal, weights, out: z }, values)) yield frame;
      roundAll(z, values.format);
      record(frame, z, values.format);
      activate(activations[values.activation], z, signal); // of a number of the format, ReLU gives a number of the format
      frame.progress = layer / values.depth;
      yield frame;
    }
  },
};

function emptyFrame(values: Settings, q0: number): PrecisionFrame {
  const theory = magnitudeTheory(values, q0);
  return {
    progress: 0,
    limits: formatIds.map((format) => {
      const { largest, smallestNormal, smallest } = formats[format];
      return { format, largest, smallestNormal, smallest };
    }),
    layers: theory.map((_, layer) => layer),
    size: [],
    theory,
    infinite: [],
    nan: [],
    zero: [],
    subnormal: [],
    observed: { infinite: null, zero: null, subnormal: null },
    predicted: predictedMilestones(theory, formats[values.format], values.batch * values.width),
  };
}

/** Appends what a layer's z holds. */
function record(frame: PrecisionFrame, z: Float32Array, format: FormatId) {
  const layer = frame.size.length;
  const counts = countKinds(z, formats[format].smallestNormal);
  frame.size.push(Math.sqrt(secondMoment(z)));
  for (const kind of ['infinite', 'nan', 'zero', 'subnormal'] as const) frame[kind].push(counts[kind] / z.length);
  const { observed } = frame;
  if (counts.infinite > 0) observed.infinite ??= layer;
  if (counts.zero === z.length) observed.zero ??= layer;
  if (counts.subnormal > (z.length - counts.zero) / 2) observed.subnormal ??= layer;
}

function countKinds(z: Float32Array, smallestNormal: number) {
  const counts = { infinite: 0, nan: 0, zero: 0, subnormal: 0 };
  for (let i = 0; i < z.length; i++) {
    const size = Math.abs(z[i] as number);
    if (size === 0) counts.zero++;
    else if (size < smallestNormal) counts.subnormal++;
    else if (size === Infinity) counts.infinite++;
    else if (Number.isNaN(size)) counts.nan++;
  }
  return counts;
}
