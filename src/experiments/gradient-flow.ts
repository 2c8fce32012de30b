import { type StartId, startIds, starts } from '#initializers/starts.ts';
import { matmulTN } from '#kernels/matmul.ts';
import { type ActivationId, activate, activationIds, activations } from '#network/activations.ts';
import { norm, secondMoment } from '#numerics/moments.ts';
import { quantile } from '#numerics/quantile.ts';
import type { Experiment } from './experiment.ts';
import { type GradientTheory, gradientTheory } from './gradient-theory.ts';
import { countMagnitudes, type Magnitudes } from './magnitudes.ts';
import type { Values } from './parameters.ts';
import { seedBand } from './seed-band.ts';
import { type Buffers, createBuffers, drawInputs, type Path, sendBackward, sendForward } from './square-layers.ts';

const params = {
  init: { kind: 'choice', default: 'xavierNormal' as StartId, options: startIds },
  gain: { kind: 'number', default: 1, min: 0.25, max: 4, scale: 'log' },
  activation: { kind: 'choice', default: 'sigmoid' as ActivationId, options: activationIds },
  depth: { kind: 'integer', default: 20, min: 1, max: 100 },
  width: { kind: 'integer', default: 100, min: 1, max: 512 },
  batch: { kind: 'integer', default: 32, min: 1, max: 128 },
  seeds: { kind: 'integer', default: 10, min: 0, max: 100 },
  seed: { kind: 'seed', default: 7 },
} as const;

export interface GradientFlowFrame {
  progress: number;
  /** depth, ..., 2, 1: the layers in the order in which the error signal meets them, as in all arrays below. */
  layers: number[];
  /** With the seed: the second moment of delta_l over units and batch, and the share that is exactly 0. */
  deltaMoment: number[];
  zeroShare: number[];
  /** With the seed: the norm of dL/dW_l, the sum over the batch. */
  gradientNorm: number[];
  /** See `gradientTheory`; `delta` has one entry more, for the input. Empty for starts whose weights have no mean of 0. */
  theory: GradientTheory;
  /** 5%, 50% and 95% quantiles of the gradient's norm, layer by layer, over the seeds done; empty with fewer than two. */
  low: number[];
  median: number[];
  high: number[];
  /** The gradient's norm in layer 1 divided by that in the last layer. */
  ratio: { measured: number; theory: number | null; low: number | null; high: number | null } | null;
  /** The magnitudes of delta with the seed, in the last layer, the middle one and the first. */
  histograms: { layer: number; magnitudes: Magnitudes }[];
  /** How many seeds are done. */
  members: number;
}

type Settings = Values<typeof params>;

/**
 * Does the error signal reach layer 1? Sends a batch of N(0, 1) inputs forward through layers of equal width, then an
 * error signal delta_L of N(0, 1) values, as if from some loss, back to the first layer, and measures what it brings there:
 * delta_l and the gradient of the weights, dL/dW_l.
 *
 * Weights and inputs are those of depth-sweep, and so is delta_L, drawn after the weights; its backward direction follows
 * delta itself over any depth.
 */
export const gradientFlow: Experiment<typeof params, GradientFlowFrame> = {
  id: 'gradient-flow',
  params,
  *run(values) {
    const signals = { inputs: drawInputs(values), buffers: createBuffers(values) };
    const frame = emptyFrame(values, signals);
    const total = Math.max(values.seeds, 1);
    const norms: number[][] = [];
    for (let member = 0; member < total; member++) {
      const record = member === 0 ? frame : emptyRecord();
      for (const part of sendBothWays(values, signals, values.seed + member, record)) {
        frame.progress = (member + part) / total;
        yield frame;
      }
      norms.push(record.gradientNorm);
      frame.members = norms.length;
      if (norms.length > 1) Object.assign(frame, seedBand(norms));
      frame.ratio = ratioOf(norms, frame.theory.gradientNorm);
      yield frame;
    }
  },
};

interface Signals {
  inputs: Float32Array;
  buffers: Buffers;
}

type SeedRecord = Pick<GradientFlowFrame, 'deltaMoment' | 'zeroShare' | 'gradientNorm' | 'histograms'>;

const emptyRecord = (): SeedRecord => ({ deltaMoment: [], zeroShare: [], gradientNorm: [], histograms: [] });

function emptyFrame(values: Settings, { inputs }: Signals): GradientFlowFrame {
  const moments = { q0: secondMoment(inputs), lastMoment: 1 };
  return {
    progress: 0,
    layers: Array.from({ length: values.depth }, (_, i) => values.depth - i),
    ...emptyRecord(),
    theory: gradientTheory(starts[values.init], values, moments),
    low: [],
    median: [],
    high: [],
    ratio: null,
    members: 0,
  };
}

/** Fills the record of one seed; yields the share that is done. */
function* sendBothWays(values: Settings, { inputs, buffers }: Signals, seed: number, record: SeedRecord) {
  const path: Path = { preActivations: [], generators: [] };
  for (const part of sendForward(values, { inputs, seed, buffers, path }, () => undefined)) yield part / 2;
  const shown = [values.depth, Math.floor((values.depth + 1) / 2), 1];
  const back = sendBackward(values, { path, buffers }, (layer, delta) => {
    if (layer === 0) return;
    record.deltaMoment.push(secondMoment(delta));
    record.zeroShare.push(delta.reduce((zeros, value) => zeros + (value === 0 ? 1 : 0), 0) / delta.length);
    record.gradientNorm.push(gradientNorm(values, delta, inputOf(layer, values, { inputs, path, buffers }), buffers));
    if (shown.includes(layer)) record.histograms.push({ layer, magnitudes: countMagnitudes(delta) });
  });
  for (const part of back) yield (1 + part) / 2;
}

/** What went into a layer, h_(l-1), in the buffer `z`. */
function inputOf(layer: number, { activation }: Settings, { inputs, path, buffers }: Signals & { path: Path }) {
  const { z } = buffers;
  z.set(layer === 1 ? inputs : (path.preActivations[layer - 2] as Float32Array));
  if (layer > 1) activate(activations[activation], z, z);
  return z;
}

/** || sum over the batch of delta h^T ||, the norm over all weights. */
function gradientNorm({ batch, width }: Settings, delta: Float32Array, h: Float32Array, { square }: Buffers): number {
  matmulTN(delta, h, square, width, batch, width);
  return norm(square);
}

/** First layer over last layer, which are at the end and at the beginning of each row. */
function ratioOf(norms: readonly (readonly number[])[], theory: readonly number[]): GradientFlowFrame['ratio'] {
  const ratioIn = (row: readonly number[]) => (row.at(-1) as number) / (row[0] as number);
  const ratios = norms.map(ratioIn);
  const at = (p: number) => (ratios.length > 1 ? quantile(ratios, p) : null);
  return {
    measured: ratios[0] as number,
    theory: theory.length > 0 ? ratioIn(theory) : null,
    low: at(0.05),
    high: at(0.95),
  };
}
