import { type LayerParameters, starts } from '#initializers/starts.ts';
import { createWorkspace } from '#kernels/workspace.ts';
import { type ActivationId, activationIds } from '#network/activations.ts';
import { type Batch, classCount, type Digits, digitsWidths, emptyBatch, readBatch } from '#network/digits.ts';
import { forward, inputOf, type Mlp, type Pass, parameterLengths, passLengths } from '#network/mlp.ts';
import { normalizedLengths } from '#network/normalized-layer.ts';
import { lossAndGradients, type Trainer, trainerOf, type UpdateRule, update } from '#network/trainer.ts';
import { norm as normOf } from '#numerics/moments.ts';
import { measureTestAccuracy, testBatchSize } from './digits-accuracy.ts';
import type { Experiment } from './experiment.ts';
import { drawNetwork, momentsOf, normalized, normalStart, passFor } from './normalization-network.ts';
import { inputNorms, type LayerMoments, type NormId, normalizedMoments, normIds } from './normalization-theory.ts';
import type { Values } from './parameters.ts';

const params = {
  sigma: { kind: 'number', default: 0.01, min: 0.001, max: 10, scale: 'log' },
  activation: { kind: 'choice', default: 'relu' as ActivationId, options: activationIds },
  learningRate: { kind: 'number', default: 0.1, min: 0.001, max: 10, scale: 'log' },
  hiddenLayers: { kind: 'integer', default: 4, min: 1, max: 8 },
  width: { kind: 'integer', default: 100, min: 10, max: 200 },
  batch: { kind: 'integer', default: 100, min: 2, max: 200 },
  steps: { kind: 'integer', default: 60, min: 1, max: 1000 },
  seed: { kind: 'seed', default: 7 },
} as const;

/** A training from one of the two starts: the chosen N(0, sigma^2), or He. */
export interface NormalizedCurve {
  norm: NormId;
  start: 'sigma' | 'heNormal';
  /** The loss on the training batch of each step, before its update. */
  loss: number[];
  /** The share of the test digits classified right in the end. */
  accuracy: number | null;
}

export interface NormalizationFrame {
  progress: number;
  /** How many steps all networks have done. */
  step: number;
  /** The hidden layers: 1, 2, ... */
  layers: number[];
  /** Second moments of the pre-activations at the start with the chosen sigma, on the first batch. */
  moments: { norm: NormId; measured: LayerMoments; theory: LayerMoments }[];
  /** Standard deviations of the hidden weights for which the gradients of the first batch are measured. */
  sigmas: number[];
  /**
   * For each norm and hidden layer, sigma by sigma: the norm of d loss / d W, and learning rate times it over |W|, the share
   * of its own size by which the first step of gradient descent changes W. Theory, for batch and layer norm: g sigma and
   * step sigma^2 are constants, those of the largest sigma.
   */
  gradients: { norm: NormId; norms: number[][]; relativeSteps: number[][]; theory: number[]; stepTheory: number[] }[];
  curves: NormalizedCurve[];
}

type Settings = Values<typeof params>;

const epsilon = 1e-5;
const scannedSigmas = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];

/**
 * Does batch norm excuse a bad start? The same network without a norm, with batch norm and with layer norm between
 * pre-activation and activation, from hidden weights N(0, sigma^2) and from He.
 *
 * A norm takes the scale of the weights out of the forward pass: with it the loss depends on W / |W| alone (up to epsilon), so
 * by the chain rule its gradient goes as 1 / |W|, and a step of gradient descent changes W by a share of learning rate /
 * |W|^2 (van Laarhoven 2017, "L2 regularization versus batch and weight normalization"). A bad sigma is then a bad learning
 * rate: too large for a small sigma, too small for a large one.
 */
export const normalization: Experiment<typeof params, NormalizationFrame> = {
  id: 'normalization',
  params,
  needs: 'digits',
  *run(values, { digits } = {}) {
    if (!digits) throw new Error('normalization needs the digits: run(values, { digits })');
    const frame = emptyFrame(values);
    const batch = emptyBatch(values.batch);
    readBatch(digits, 0, digits.trainCount, 0, batch);
    yield* measureStart(values, batch, frame);
    yield* measureGradients(values, batch, frame);
    yield* train(values, digits, frame);
    frame.progress = 1;
    yield frame;
  },
};

const emptyFrame = ({ hiddenLayers }: Settings): NormalizationFrame => ({
  progress: 0,
  step: 0,
  layers: Array.from({ length: hiddenLayers }, (_, l) => l + 1),
  moments: [],
  sigmas: scannedSigmas,
  gradients: normIds.map((norm) => ({
    norm,
    norms: Array.from({ length: hiddenLayers }, () => []),
    relativeSteps: Array.from({ length: hiddenLayers }, () => []),
    theory: [],
    stepTheory: [],
  })),
  curves: [],
});

function* measureStart(values: Settings, { pixels }: Batch, frame: NormalizationFrame) {
  const mlp = drawNetwork(normalStart(values.sigma), values);
  const inputs = inputNorms(pixels, values.batch);
  for (const norm of normIds) {
    const pass = passFor(mlp, norm, values.batch);
    forward(normalized(mlp, norm), pixels, pass);
    const measured = momentsOf(pass);
    yield frame;
    const computing = normalizedMoments({ ...values, norm, epsilon }, inputs);
    let result = computing.next();
    for (; !result.done; result = computing.next()) yield frame;
    frame.moments.push({ norm, measured, theory: result.value });
  }
}

function* measureGradients(values: Settings, { pixels, labels }: Batch, frame: NormalizationFrame) {
  for (const [i, sigma] of frame.sigmas.entries()) {
    const mlp = drawNetwork(normalStart(sigma), values);
    yield frame;
    for (const { norm, norms, relativeSteps } of frame.gradients) {
      const trainer = trainerOf(normalized(mlp, norm), plainDescent(values));
      const pass = passFor(mlp, norm, values.batch);
      inputOf(pass).set(pixels);
      const { gradients } = lossAndGradients(trainer, labels, classCount, pass);
      for (let l = 0; l < values.hiddenLayers; l++) {
        const [gradient, layer] = [gradients[l] as LayerParameters, mlp.layers[l] as LayerParameters];
        const slope = normOf(gradient.weights);
        norms[l]?.push(slope);
        relativeSteps[l]?.push((values.learningRate * slope) / normOf(layer.weights));
      }
      yield frame;
    }
    frame.progress = (0.1 * (i + 1)) / frame.sigmas.length;
  }
  frame.gradients.forEach(addTheory);
}

const plainDescent = ({ learningRate }: Settings): UpdateRule => ({ optimizer: 'sgd', learningRate, clip: 0 });

/** The first layer's gradient and relative step, from what they are at the largest sigma, where epsilon is nothing. */
function addTheory(row: NormalizationFrame['gradients'][number]): void {
  if (row.norm === 'none') return;
  const last = scannedSigmas.length - 1;
  const largest = scannedSigmas[last] as number;
  const [slope, step] = [row.norms[0]?.[last] as number, row.relativeSteps[0]?.[last] as number];
  row.theory = scannedSigmas.map((sigma) => (slope * largest) / sigma);
  row.stepTheory = scannedSigmas.map((sigma) => (step * largest * largest) / (sigma * sigma));
}

/** A network on its way, with the passes for batches of training and of testing that fit its norm. */
interface Student {
  trainer: Trainer;
  pass: Pass;
  testPass: Pass;
  curve: NormalizedCurve;
}

function* train(values: Settings, digits: Digits, frame: NormalizationFrame) {
  const batch = emptyBatch(values.batch);
  const students = yield* enroll(values, testBatchSize(digits), frame);
  frame.curves = students.map(({ curve }) => curve);
  for (let step = 0; step < values.steps; step++) {
    readBatch(digits, 0, digits.trainCount, step, batch);
    for (const { trainer, pass, curve } of students) {
      inputOf(pass).set(batch.pixels);
      const { loss, gradients } = lossAndGradients(trainer, batch.labels, classCount, pass);
      curve.loss.push(loss);
      update(trainer, gradients);
      yield frame;
    }
    frame.step = step + 1;
    frame.progress = 0.1 + (0.85 * frame.step) / values.steps;
  }
  for (const { trainer, testPass, curve } of students) {
    curve.accuracy = yield* measureTestAccuracy(trainer.mlp, testPass, digits, frame);
  }
}

/** Both starts with each norm, in one memory; yields after each norm. */
function* enroll(
  values: Settings,
  testSize: number,
  frame: NormalizationFrame,
): Generator<NormalizationFrame, Student[]> {
  const widths = digitsWidths(values);
  const networks = new Array<number[]>(6).fill(parameterLengths(widths));
  const sizes = [values.batch, testSize];
  const passes = sizes.flatMap((size) => [
    ...new Array<number[]>(3).fill(passLengths(widths, size)),
    ...new Array<number[]>(2).fill(normalizedLengths(widths, size)),
  ]);
  const allocate = createWorkspace([...networks, ...passes].flat());
  const drawn = () => [
    { start: 'sigma' as const, mlp: drawNetwork(normalStart(values.sigma), values, allocate) },
    { start: 'heNormal' as const, mlp: drawNetwork(starts.heNormal, values, allocate) },
  ];
  const students: Student[] = [];
  for (const norm of normIds) {
    const pair = drawn();
    const [pass, testPass] = sizes.map((size) => passFor(pair[0]?.mlp as Mlp, norm, size, allocate)) as [Pass, Pass];
    for (const { start, mlp } of pair) {
      const trainer = trainerOf(normalized(mlp, norm), plainDescent(values));
      students.push({ trainer, pass, testPass, curve: { norm, start, loss: [], accuracy: null } });
    }
    yield frame;
  }
  return students;
}
