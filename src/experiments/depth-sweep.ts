import { drawLayer, type StartId, startIds, starts } from '#initializers/starts.ts';
import { matmulNT } from '#kernels/matmul.ts';
import { engine } from '#kernels/simd.ts';
import { addBias } from '#kernels/updates.ts';
import { createWorkspace } from '#kernels/workspace.ts';
import { type ActivationId, activate, activationIds, activations } from '#network/activations.ts';
import { secondMoment } from '#numerics/moments.ts';
import { quantile } from '#numerics/quantile.ts';
import type { Generator as RandomGenerator } from '#random/generator.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import type { Experiment } from './experiment.ts';
import type { Values } from './parameters.ts';
import { secondMomentTheory } from './second-moment-theory.ts';

const params = {
  init: { kind: 'choice', default: 'heNormal' as StartId, options: startIds },
  gain: { kind: 'number', default: 1, min: 0.25, max: 4, scale: 'log' },
  activation: { kind: 'choice', default: 'relu' as ActivationId, options: activationIds },
  depth: { kind: 'integer', default: 50, min: 1, max: 200 },
  width: { kind: 'integer', default: 128, min: 1, max: 1024 },
  batch: { kind: 'integer', default: 32, min: 1, max: 256 },
  seeds: { kind: 'integer', default: 20, min: 0, max: 100 },
  seed: { kind: 'seed', default: 7 },
} as const;

export interface DepthSweepFrame {
  progress: number;
  /** 0, 1, ..., depth; layer 0 is the input. */
  layers: number[];
  /** The second moment of each layer's pre-activation z, over units and batch, with the seed; layer 0: of the input. */
  measured: number[];
  /** The expected second moments, see `secondMomentTheory`; empty for starts whose weights have no mean of 0. */
  theory: number[];
  /** 5%, 50% and 95% quantiles, layer by layer, over the seeds done; empty with fewer than two. */
  low: number[];
  median: number[];
  high: number[];
  /** How many seeds are done. */
  members: number;
}

type Settings = Values<typeof params>;

/**
 * Does the signal survive L layers? Sends a batch of N(0, 1) inputs through layers of equal width,
 * z_l = W_l phi(z_(l-1)) + b_l, and measures the second moment q_l of z_l.
 *
 * The weights are drawn layer after layer after `torch.manual_seed(seed)`, so the first matrix is the one that
 * `nn.init.kaiming_normal_(torch.empty(width, width))` gives there; further seeds are seed + 1, seed + 2, ... The inputs
 * come from `torch.manual_seed(-1)`, a stream that no weight uses, and are the same for every seed. Overflow is a result:
 * q may be infinite or NaN.
 */
export const depthSweep: Experiment<typeof params, DepthSweepFrame> = {
  id: 'depth-sweep',
  params,
  *run(values) {
    const inputs = drawInputs(values);
    const q0 = secondMoment(inputs);
    const frame: DepthSweepFrame = {
      progress: 0,
      layers: Array.from({ length: values.depth + 1 }, (_, layer) => layer),
      measured: [q0],
      theory: secondMomentTheory(starts[values.init], values, q0),
      low: [],
      median: [],
      high: [],
      members: 0,
    };
    const total = Math.max(values.seeds, 1);
    const done: number[][] = [];
    for (let member = 0; member < total; member++) {
      const moments = member === 0 ? frame.measured : [q0];
      for (const part of secondMoments(values, inputs, values.seed + member, moments)) {
        frame.progress = (member + part) / total;
        yield frame;
      }
      done.push(moments);
      frame.members = done.length;
      if (done.length > 1) Object.assign(frame, band(done));
      yield frame;
    }
  },
};

/** batch x width inputs from N(0, 1). */
function drawInputs({ batch, width }: Settings): Float32Array {
  const inputs = new Float32Array(batch * width);
  torchGenerator(-1).fillNormal(inputs, 0, 1);
  return inputs;
}

/** Appends q_1, ..., q_depth of one seed to `moments`; yields the share that is done. Only one layer's weights are kept. */
function* secondMoments(values: Settings, inputs: Float32Array, seed: number, moments: number[]) {
  const generator = torchGenerator(seed);
  const { x, z, weights, bias } = createBuffers(values);
  x.set(inputs);
  for (let layer = 1; layer <= values.depth; layer++) {
    const drawn = drawScaledLayer(values, generator);
    weights.set(drawn.weights);
    bias.set(drawn.bias);
    yield (layer - 0.5) / values.depth;
    for (const _ of multiplyInParts(x, weights, z, values)) yield (layer - 0.5) / values.depth;
    addBias(z, bias);
    moments.push(secondMoment(z));
    activate(activations[values.activation], z, x);
    yield layer / values.depth;
  }
}

/** One layer's arrays, where the kernels find them. */
function createBuffers({ width, batch }: Settings) {
  const [signal, square] = [batch * width, width * width];
  const allocate = createWorkspace([signal, signal, square, width]);
  return { x: allocate(signal), z: allocate(signal), weights: allocate(square), bias: allocate(width) };
}

/** Z = X W^T; without SIMD some rows at a time, so that no part takes longer than a few hundredths of a second. */
function* multiplyInParts(x: Float32Array, weights: Float32Array, z: Float32Array, { batch, width }: Settings) {
  const rows = engine() === 'simd' ? batch : Math.max(1, Math.floor(16_000_000 / (width * width)));
  for (let first = 0; first < batch; first += rows) {
    const last = Math.min(first + rows, batch);
    const part = [first * width, last * width] as const;
    matmulNT(x.subarray(...part), weights, z.subarray(...part), last - first, width, width);
    yield;
  }
}

/** The start's layer, its weights (not its bias) multiplied by the gain. */
function drawScaledLayer({ init, width, gain }: Settings, generator: RandomGenerator) {
  const layer = drawLayer(starts[init], width, width, generator);
  if (gain !== 1) for (let i = 0; i < layer.weights.length; i++) layer.weights[i] = (layer.weights[i] as number) * gain;
  return layer;
}

/** Layer by layer the quantiles over the members. */
function band(members: number[][]) {
  const layers = (members[0] as number[]).map((_, layer) => members.map((moments) => moments[layer] as number));
  const at = (p: number) => layers.map((moments) => quantile(moments, p));
  return { low: at(0.05), median: at(0.5), high: at(0.95) };
}
