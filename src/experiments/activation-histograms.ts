import { type StartId, startIds, starts } from '#initializers/starts.ts';
import { type ActivationId, activationIds, activations } from '#network/activations.ts';
import { histogram } from '#numerics/histogram.ts';
import { mean, secondMoment } from '#numerics/moments.ts';
import { gaussianExpectation } from '#numerics/quadrature.ts';
import { atomTheory, binTheory, intervalsBelow, isSaturated, saturationTheory, shapes } from './activation-theory.ts';
import type { Experiment } from './experiment.ts';
import { squareMoment } from './mean-field.ts';
import type { Values } from './parameters.ts';
import { secondMomentTheory } from './second-moment-theory.ts';
import { createBuffers, drawInputs, sendForward } from './square-layers.ts';

const params = {
  init: { kind: 'choice', default: 'normal1' as StartId, options: startIds },
  gain: { kind: 'number', default: 1, min: 0.25, max: 4, scale: 'log' },
  activation: { kind: 'choice', default: 'sigmoid' as ActivationId, options: activationIds },
  depth: { kind: 'integer', default: 5, min: 1, max: 50 },
  width: { kind: 'integer', default: 100, min: 1, max: 1024 },
  batch: { kind: 'integer', default: 100, min: 1, max: 256 },
  seed: { kind: 'seed', default: 7 },
} as const;

/** What a layer holds, or what theory says of it; shares are of all values of all units, examples included. */
export interface LayerContents {
  /** The share in each bin; atoms are not counted here. */
  bins: number[];
  /** The share of values that are exactly the atom, for each atom of the frame. */
  atoms: number[];
  /** The share outside the range, infinities included, NaN not. */
  outside: number;
  mean: number;
  secondMoment: number;
  /** The share within 0.01 of an asymptote of sigmoid, tanh or hard tanh; null for other activations. */
  saturated: number | null;
}

export interface MeasuredLayer extends LayerContents {
  /** The share of units that are 0 for every example of the batch; null unless the activation is ReLU. */
  dead: number | null;
  infinite: number;
  nan: number;
}

export interface ActivationHistogramsFrame {
  progress: number;
  /** The edges of the bins, and the values that a share of the units may have exactly. */
  edges: number[];
  atoms: number[];
  /** 1, 2, ..., depth; so layer l is at l - 1. */
  layers: number[];
  measured: MeasuredLayer[];
  /** For all layers from the beginning; empty for starts whose weights have no mean of 0. */
  theory: LayerContents[];
}

type Settings = Values<typeof params>;

/** An odd number, so that the middle of a symmetric range is the middle of a bin. */
const binCount = 41;

/**
 * What do the layers hold? Sends a batch of N(0, 1) inputs through layers of equal width and counts the activations
 * h_l = phi(z_l) of each: saturated at 0 and 1, collapsed onto 0.5, or spread out.
 *
 * Weights after `torch.manual_seed(seed)`, inputs after `torch.manual_seed(-1)`, as in depth-sweep. In theory z_l is
 * N(0, q_l), the limit of great width, with q_l from the recursion of `second-moment-theory.ts`.
 */
export const activationHistograms: Experiment<typeof params, ActivationHistogramsFrame> = {
  id: 'activation-histograms',
  params,
  *run(values) {
    const inputs = drawInputs(values);
    const { range, atoms } = shapes[values.activation];
    const edges = Array.from(histogram([], rangeOf(range)).edges);
    const layers = Array.from({ length: values.depth }, (_, i) => i + 1);
    const frame: ActivationHistogramsFrame = {
      ...{ progress: 0, edges, atoms: [...atoms] },
      ...{ layers, measured: [], theory: [] },
    };
    yield frame;
    frame.theory = theoryOf(values, edges, secondMoment(inputs));
    const way = { inputs, seed: values.seed, buffers: createBuffers(values) };
    const steps = sendForward(values, way, (_, __, h) => frame.measured.push(contentsOf(h, values)));
    for (const part of steps) {
      frame.progress = part;
      yield frame;
    }
  },
};

const rangeOf = ([low, high]: readonly [number, number]) => ({ bins: binCount, low, high });

/** Counts a layer's activations, batch x width. */
function contentsOf(h: Float32Array, { activation, width }: Settings): MeasuredLayer {
  const { range, atoms, asymptotes } = shapes[activation];
  const kinds = countKinds(h, activation);
  const { counts } = histogram(atoms.length > 0 ? h.filter((value) => !atoms.includes(value)) : h, rangeOf(range));
  return {
    bins: Array.from(counts, (count) => count / h.length),
    atoms: kinds.atoms.map((count) => count / h.length),
    outside: kinds.outside / h.length,
    mean: mean(h),
    secondMoment: secondMoment(h),
    saturated: asymptotes ? kinds.saturated / h.length : null,
    dead: activation === 'relu' ? deadUnits(h, width) / width : null,
    infinite: kinds.infinite / h.length,
    nan: kinds.nan / h.length,
  };
}

/** One loop for all, since a layer may have a quarter of a million values. */
function countKinds(h: Float32Array, activation: ActivationId) {
  const {
    range: [low, high],
    atoms,
  } = shapes[activation];
  const counts = { atoms: atoms.map(() => 0), outside: 0, saturated: 0, infinite: 0, nan: 0 };
  for (let i = 0; i < h.length; i++) {
    const value = h[i] as number;
    const atom = atoms.indexOf(value);
    if (atom >= 0) counts.atoms[atom] = (counts.atoms[atom] as number) + 1;
    if (value < low || value > high) counts.outside++;
    if (isSaturated(activation, value)) counts.saturated++;
    if (Math.abs(value) === Infinity) counts.infinite++;
    if (Number.isNaN(value)) counts.nan++;
  }
  return counts;
}

/** Units, the columns of h, that are 0 in every row. */
function deadUnits(h: Float32Array, width: number): number {
  const isAlive = new Uint8Array(width);
  for (let i = 0; i < h.length; i++) if (h[i] !== 0) isAlive[i % width] = 1;
  return width - isAlive.reduce((sum, alive) => sum + alive, 0);
}

/** What phi(z), z ~ N(0, q_l), holds, for every layer. */
function theoryOf(values: Settings, edges: number[], q0: number): LayerContents[] {
  const { activation } = values;
  const below = intervalsBelow(activation, edges);
  const moments = secondMomentTheory(starts[values.init], values, q0).slice(1);
  return moments.map((q) => {
    const bins = binTheory(activation, edges, below, q);
    const atoms = shapes[activation].atoms.map((atom) => atomTheory(activation, atom, q));
    const inside = [...bins, ...atoms].reduce((sum, share) => sum + share, 0);
    return {
      bins,
      atoms,
      outside: Math.max(0, 1 - inside),
      mean: gaussianExpectation((z) => activations[activation].value(Math.sqrt(q) * z)),
      secondMoment: squareMoment(activation, q),
      saturated: saturationTheory(activation, q),
    };
  });
}
