import { type StartId, startIds, starts } from '#initializers/starts.ts';
import { type ActivationId, activationIds } from '#network/activations.ts';
import { secondMoment } from '#numerics/moments.ts';
import type { Experiment } from './experiment.ts';
import { gradientTheory } from './gradient-theory.ts';
import type { Values } from './parameters.ts';
import { secondMomentTheory } from './second-moment-theory.ts';
import { seedBand } from './seed-band.ts';
import { type Buffers, createBuffers, drawInputs, type Path, sendBackward, sendForward } from './square-layers.ts';

const params = {
  init: { kind: 'choice', default: 'heNormal' as StartId, options: startIds },
  gain: { kind: 'number', default: 1, min: 0.25, max: 4, scale: 'log' },
  activation: { kind: 'choice', default: 'relu' as ActivationId, options: activationIds },
  direction: { kind: 'choice', default: 'forward', options: ['forward', 'backward'] },
  depth: { kind: 'integer', default: 50, min: 1, max: 200 },
  width: { kind: 'integer', default: 128, min: 1, max: 1024 },
  batch: { kind: 'integer', default: 32, min: 1, max: 256 },
  seeds: { kind: 'integer', default: 20, min: 0, max: 100 },
  seed: { kind: 'seed', default: 7 },
} as const;

export interface DepthSweepFrame {
  progress: number;
  /** The layers in the order in which the signal meets them: 0, 1, ..., depth, or backward depth, ..., 1, 0; 0 is the input. */
  layers: number[];
  /**
   * The second moment over units and batch, with the seed: forward of each layer's pre-activation z, for layer 0 of the
   * input; backward of delta, the derivative of a loss by z, for layer 0 by the input.
   */
  measured: number[];
  /**
   * The expected second moments, see `secondMomentTheory` and `gradientTheory`; empty for starts whose weights have no mean
   * of 0.
   */
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
 * Does the signal survive L layers? Forward: sends a batch of N(0, 1) inputs through layers of equal width,
 * z_l = W_l phi(z_(l-1)) + b_l, and measures the second moment q_l of z_l. Backward: then sends an error signal of N(0, 1)
 * values, drawn after the weights, from the last z back to the input, and measures the second moment of delta_l.
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
    const isForward = values.direction === 'forward';
    const signals = { inputs, q0: secondMoment(inputs), buffers: createBuffers(values) };
    const frame: DepthSweepFrame = {
      progress: 0,
      layers: Array.from({ length: values.depth + 1 }, (_, i) => (isForward ? i : values.depth - i)),
      measured: [],
      theory: theoryOf(values, signals.q0),
      low: [],
      median: [],
      high: [],
      members: 0,
    };
    const total = Math.max(values.seeds, 1);
    const done: number[][] = [];
    for (let member = 0; member < total; member++) {
      const moments = member === 0 ? frame.measured : [];
      for (const part of secondMoments(values, signals, values.seed + member, moments)) {
        frame.progress = (member + part) / total;
        yield frame;
      }
      done.push(moments);
      frame.members = done.length;
      if (done.length > 1) Object.assign(frame, seedBand(done));
      yield frame;
    }
  },
};

/** Appends the second moments of one seed to `moments`, in the order of their way; yields the share that is done. */
function* secondMoments(values: Settings, { q0, inputs, buffers }: Signals, seed: number, moments: number[]) {
  if (values.direction === 'forward') {
    moments.push(q0);
    yield* sendForward(values, { inputs, seed, buffers }, (_, z) => moments.push(secondMoment(z)));
    return;
  }
  const path: Path = { preActivations: [], generators: [] };
  for (const part of sendForward(values, { inputs, seed, buffers, path }, () => undefined)) yield part / 2;
  const back = sendBackward(values, { path, buffers }, (_, delta) => moments.push(secondMoment(delta)));
  for (const part of back) yield (1 + part) / 2;
}

/** What all seeds of a run share. */
interface Signals {
  inputs: Float32Array;
  /** The second moment of the inputs. */
  q0: number;
  buffers: Buffers;
}

function theoryOf(values: Settings, q0: number): number[] {
  const start = starts[values.init];
  return values.direction === 'forward'
    ? secondMomentTheory(start, values, q0)
    : gradientTheory(start, values, { q0, lastMoment: 1 }).delta;
}
