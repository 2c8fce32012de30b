import { type LayerParameters, type StartId, startIds, starts } from '#initializers/starts.ts';
import { createWorkspace } from '#kernels/workspace.ts';
import { type ActivationId, activationIds, activations } from '#network/activations.ts';
import { classCount, type Digits, digitsWidths, emptyBatch, readBatch } from '#network/digits.ts';
import { createPass, drawMlp, inputOf, type Pass, parameterLengths, passLengths } from '#network/mlp.ts';
import { gradientNorm } from '#network/optimizers.ts';
import { lossAndGradients, type Trainer, trainerOf, update } from '#network/trainer.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import { measureTestAccuracy, testBatchSize } from './digits-accuracy.ts';
import type { Experiment } from './experiment.ts';
import type { Values } from './parameters.ts';

const params = {
  init: { kind: 'choice', default: 'heNormal' as StartId, options: startIds },
  gain: { kind: 'number', default: 1, min: 0.1, max: 10, scale: 'log' },
  limit: { kind: 'number', default: 1, min: 0.01, max: 100, scale: 'log' },
  learningRate: { kind: 'number', default: 1, min: 0.001, max: 10, scale: 'log' },
  activation: { kind: 'choice', default: 'relu' as ActivationId, options: activationIds },
  hiddenLayers: { kind: 'integer', default: 4, min: 1, max: 8 },
  width: { kind: 'integer', default: 100, min: 10, max: 200 },
  batch: { kind: 'integer', default: 100, min: 10, max: 200 },
  steps: { kind: 'integer', default: 120, min: 1, max: 2000 },
  seed: { kind: 'seed', default: 7 },
} as const;

/** Arrays hold one number per step, taken before that step's update; NaN and infinity are what they are. */
export interface ClippingFrame {
  progress: number;
  /** How many steps both networks have done. */
  step: number;
  lossWithout: number[];
  lossWith: number[];
  /** The norm of all gradients together, before clipping. */
  normWithout: number[];
  normWith: number[];
  /** The same after clipping; theory: min(norm before, limit). */
  normAfter: number[];
  normTheory: number[];
  /** Between the gradient before and after clipping: 1 where the direction is kept. */
  cosine: number[];
  /** The first step whose gradient is above the limit; the first where the losses differ in any bit. */
  firstClipped: number | null;
  parted: number | null;
  /** The first step whose loss is infinite or NaN. */
  divergedWithout: number | null;
  divergedWith: number | null;
  /** The share of the test digits classified right in the end. */
  accuracyWithout: number | null;
  accuracyWith: number | null;
}

type Settings = Values<typeof params>;

/**
 * What does clipping change? Trains the same network twice, from the same weights on the same digits in the same order: once
 * by plain stochastic gradient descent, and once with the gradient g replaced by g min(1, c / |g|), where |g| is the norm of
 * all gradients together (Pascanu, Mikolov and Bengio 2013, algorithm 1).
 *
 * What must hold: the norm after clipping is min(|g|, c), and the cosine between both is 1. Each gradient is multiplied by
 * the float64 factor and rounded to float32 once, so both hold to 2^-24 of themselves, 6e-8, as long as no gradient leaves
 * the normal numbers. Until the first step with |g| > c the two runs are the same to the bit.
 *
 * The weights are those of `torch.manual_seed(seed)`, multiplied by the gain.
 */
export const clipping: Experiment<typeof params, ClippingFrame> = {
  id: 'clipping',
  params,
  needs: 'digits',
  *run(values, { digits } = {}) {
    if (!digits) throw new Error('clipping needs the digits: run(values, { digits })');
    const { without, withLimit, pass, testPass } = prepare(values, digits);
    const batch = emptyBatch(values.batch, inputOf(pass));
    const frame = emptyFrame();
    for (let step = 0; step < values.steps; step++) {
      readBatch(digits, 0, digits.trainCount, step, batch);
      plainStep(without, batch.labels, pass, frame);
      yield frame;
      clippedStep(withLimit, batch.labels, pass, frame);
      compare(frame, step, values.limit);
      frame.step = step + 1;
      frame.progress = (0.95 * frame.step) / values.steps;
      yield frame;
    }
    frame.accuracyWithout = yield* measureTestAccuracy(without.mlp, testPass, digits, frame);
    frame.accuracyWith = yield* measureTestAccuracy(withLimit.mlp, testPass, digits, frame);
    frame.progress = 1;
    yield frame;
  },
};

const emptyFrame = (): ClippingFrame => ({
  ...{ progress: 0, step: 0, lossWithout: [], lossWith: [], normWithout: [], normWith: [], normAfter: [] },
  ...{ normTheory: [], cosine: [], firstClipped: null, parted: null, divergedWithout: null, divergedWith: null },
  ...{ accuracyWithout: null, accuracyWith: null },
});

/** Both networks, of equal weights, and the buffers that they share, all in one memory. */
function prepare(values: Settings, digits: Digits) {
  const { activation, init, seed, gain, limit, learningRate } = values;
  const widths = digitsWidths(values);
  const sizes = [values.batch, testBatchSize(digits)] as const;
  const network = parameterLengths(widths);
  const allocate = createWorkspace([network, network, ...sizes.map((size) => passLengths(widths, size))].flat());
  const trainer = (clip: number): Trainer => {
    const mlp = drawMlp(starts[init], widths, activations[activation], torchGenerator(seed), allocate);
    for (const { weights } of mlp.layers) scale(weights, gain);
    return trainerOf(mlp, { optimizer: 'sgd', learningRate, clip });
  };
  const [without, withLimit] = [trainer(0), trainer(limit)];
  const [pass, testPass] = [createPass(without.mlp, sizes[0], allocate), createPass(without.mlp, sizes[1], allocate)];
  return { without, withLimit, pass, testPass };
}

function scale(values: Float32Array, factor: number): void {
  if (factor !== 1) for (let k = 0; k < values.length; k++) values[k] = (values[k] as number) * factor;
}

function plainStep(trainer: Trainer, labels: Uint8Array, pass: Pass, frame: ClippingFrame): void {
  const { loss, gradients } = lossAndGradients(trainer, labels, classCount, pass);
  frame.lossWithout.push(loss);
  frame.normWithout.push(gradientNorm(gradients));
  update(trainer, gradients);
}

/** A step with clipping, which changes the gradients in place: what they were is kept to compare. */
function clippedStep(trainer: Trainer, labels: Uint8Array, pass: Pass, frame: ClippingFrame): void {
  const { loss, gradients } = lossAndGradients(trainer, labels, classCount, pass);
  const before = gradients.map(({ weights, bias }) => ({ weights: weights.slice(), bias: bias.slice() }));
  update(trainer, gradients);
  const [norm, after] = [gradientNorm(before), gradientNorm(gradients)];
  frame.lossWith.push(loss);
  frame.normWith.push(norm);
  frame.normAfter.push(after);
  frame.normTheory.push(Math.min(norm, trainer.clip));
  frame.cosine.push(product(before, gradients) / (norm * after));
}

/** The inner product of two sets of gradients, in float64. */
function product(a: readonly LayerParameters[], b: readonly LayerParameters[]): number {
  let sum = 0;
  a.forEach(({ weights, bias }, l) => {
    const other = b[l] as LayerParameters;
    for (let k = 0; k < weights.length; k++) sum += (weights[k] as number) * (other.weights[k] as number);
    for (let k = 0; k < bias.length; k++) sum += (bias[k] as number) * (other.bias[k] as number);
  });
  return sum;
}

/** Notes what happened at this step for the first time. */
function compare(frame: ClippingFrame, step: number, limit: number): void {
  const [without, withLimit] = [frame.lossWithout[step] as number, frame.lossWith[step] as number];
  if (!((frame.normWith[step] as number) <= limit)) frame.firstClipped ??= step;
  if (!Object.is(without, withLimit)) frame.parted ??= step;
  if (!Number.isFinite(without)) frame.divergedWithout ??= step;
  if (!Number.isFinite(withLimit)) frame.divergedWith ??= step;
}
