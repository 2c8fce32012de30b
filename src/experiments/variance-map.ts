import { type ActivationId, activate, activationIds, activations } from '#network/activations.ts';
import { exp, log } from '#numerics/elementary.ts';
import { erfInverse } from '#numerics/erf-inverse.ts';
import { secondMoment } from '#numerics/moments.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import type { Experiment } from './experiment.ts';
import type { Values } from './parameters.ts';
import { createBuffers, sendForward } from './square-layers.ts';
import { chi, type FixedPoint, fixedPoints, momentsFrom, nextMoment, settlesAt } from './variance-map-theory.ts';

const params = {
  activation: { kind: 'choice', default: 'tanh' as ActivationId, options: activationIds },
  gain: { kind: 'number', default: 5 / 3, min: 0.1, max: 10, scale: 'log' },
  biasStd: { kind: 'number', default: 0, min: 0, max: 3 },
  q0: { kind: 'number', default: 10, min: 0.001, max: 1000, scale: 'log' },
  depth: { kind: 'integer', default: 20, min: 1, max: 200 },
  width: { kind: 'integer', default: 512, min: 1, max: 1024 },
  seed: { kind: 'seed', default: 7 },
} as const;

export interface VarianceMapFrame {
  progress: number;
  /** The map q -> q' at points for drawing: with the range of the layers and of the fixed points, in equal ratios. */
  map: { q: number[]; next: number[] };
  /** q_0, ..., q_depth by the map: the cobweb. */
  theory: number[];
  /** The second moments of the pre-activations of one network, layer by layer, from q_0 on. */
  measured: number[];
  /** All fixed points, the smallest first; empty where every q is one. */
  fixed: { points: FixedPoint[]; everywhere: boolean };
  /** Where q_0 goes with depth: a fixed point, 0 or infinity; NaN until it is known. */
  settlesAt: number;
  /** chi_1 there; null where q_0 goes to infinity. */
  chi: number | null;
}

type Settings = Values<typeof params>;

const batch = 8;
const mapPoints = 81;
/** What is drawn lies between these, and always around q_0; no place is at the edge. */
const drawn = { low: 1e-6, high: 1e6 };
const air = 1.5;

/**
 * Where does q settle? The map q -> q' = sigma_w^2 E[phi(sqrt(q) z)^2] + sigma_b^2 of second moments of pre-activations,
 * its fixed points, and the second moments of a network with weights N(0, sigma_w^2 / n) and biases N(0, sigma_b^2).
 *
 * The network begins at eight pre-activations z_0 with a second moment of exactly q_0, in orders from
 * `torch.manual_seed(-1)`; its layers are drawn after `torch.manual_seed(seed)`.
 */
export const varianceMap: Experiment<typeof params, VarianceMapFrame> = {
  id: 'variance-map',
  params,
  *run(values) {
    const frame = emptyFrame(values);
    for (const _ of compute(frame, values)) yield frame;
    for (const part of measure(values, frame.measured)) {
      frame.progress = part;
      yield frame;
    }
  },
};

const emptyFrame = ({ q0 }: Settings): VarianceMapFrame => ({
  progress: 0,
  map: { q: [], next: [] },
  theory: [],
  measured: [q0],
  fixed: { points: [], everywhere: false },
  settlesAt: Number.NaN,
  chi: null,
});

/** Fills in the theory, a part at a time. */
function* compute(frame: VarianceMapFrame, values: Settings) {
  frame.theory = momentsFrom(values, values.q0, values.depth);
  yield;
  const points = fixedPoints(values);
  yield;
  frame.fixed = points === 'all' ? { points: [], everywhere: true } : { points, everywhere: false };
  frame.settlesAt = settlesAt(values, values.q0, points);
  frame.chi = frame.settlesAt === Infinity ? null : chi(values, frame.settlesAt);
  frame.map = sampledMap(values, [...frame.theory, ...frame.fixed.points.map(({ q }) => q)]);
  yield;
}

/** Appends the second moments of one network's layers; yields the share done. */
export function* measure(values: Settings, moments: number[]) {
  const layers = { ...values, init: 'lecunNormal', batch } as const;
  const way = { inputs: firstSignal(values), seed: values.seed, buffers: createBuffers(layers) };
  yield* sendForward(layers, way, (_, z) => moments.push(secondMoment(z)));
}

/**
 * phi(z_0), where every z_0 holds the quantiles of N(0, q_0) at (i + 1/2) / n in an order of its own, scaled so that its
 * second moment is q_0: what varies from seed to seed is then the weights alone, as in the theory.
 */
function firstSignal({ activation, width, q0 }: Settings): Float32Array {
  const generator = torchGenerator(-1);
  const quantiles = Float64Array.from({ length: width }, (_, i) => erfInverse((2 * i + 1) / width - 1));
  const scale = width === 1 ? 0 : Math.sqrt(q0 / secondMoment(quantiles));
  const z = new Float32Array(batch * width);
  for (let row = 0; row < batch; row++) {
    const order = generator.permutation(width);
    order.forEach((from, to) => {
      z[row * width + to] = width === 1 ? Math.sqrt(q0) : scale * (quantiles[from] as number);
    });
  }
  activate(activations[activation], z, z);
  return z;
}

/** Over the whole powers of ten around the places, in equal ratios. */
function sampledMap(values: Settings, places: readonly number[]) {
  const shown = places.filter((q) => (q > drawn.low && q < drawn.high) || q === values.q0);
  const low = powerOfTenBelow(Math.min(...shown) / air);
  const high = 10 * powerOfTenBelow(Math.max(...shown) * air);
  const ratio = exp(log(high / low) / (mapPoints - 1));
  const q = [low];
  for (let i = 1; i < mapPoints; i++) q.push((q[i - 1] as number) * ratio);
  return { q, next: q.map((each) => nextMoment(values, each)) };
}

function powerOfTenBelow(q: number): number {
  let power = 1;
  while (power > q) power /= 10;
  while (10 * power <= q) power *= 10;
  return power;
}
