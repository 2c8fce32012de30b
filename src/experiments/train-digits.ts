import { type LayerParameters, type StartId, startIds } from '#initializers/starts.ts';
import { type Allocate, createWorkspace } from '#kernels/workspace.ts';
import { type ActivationId, activationIds } from '#network/activations.ts';
import { classCount, type Digits, digitsWidths, emptyBatch, readBatch } from '#network/digits.ts';
import { createPass, inputOf, type Pass, passLengths } from '#network/mlp.ts';
import { gradientNorm } from '#network/optimizers.ts';
import {
  createTrainer,
  lossAndGradients,
  type OptimizerId,
  optimizerIds,
  type Trainer,
  trainerLengths,
  update,
} from '#network/trainer.ts';
import { norm } from '#numerics/moments.ts';
import { measureTestAccuracy, testBatchSize } from './digits-accuracy.ts';
import type { Experiment } from './experiment.ts';
import type { Values } from './parameters.ts';

const params = {
  starts: {
    kind: 'choices',
    default: ['zero', 'normal001', 'xavierNormal', 'heNormal'] as readonly StartId[],
    options: startIds,
  },
  activation: { kind: 'choice', default: 'relu' as ActivationId, options: activationIds },
  hiddenLayers: { kind: 'integer', default: 4, min: 1, max: 8 },
  width: { kind: 'integer', default: 100, min: 10, max: 200 },
  learningRate: { kind: 'number', default: 0.1, min: 0.001, max: 10, scale: 'log' },
  batch: { kind: 'integer', default: 100, min: 10, max: 200 },
  steps: { kind: 'integer', default: 180, min: 1, max: 2000 },
  optimizer: { kind: 'choice', default: 'sgd' as OptimizerId, options: optimizerIds },
  clip: { kind: 'number', default: 0, min: 0, max: 10 },
  seeds: { kind: 'integer', default: 1, min: 1, max: 10 },
  seed: { kind: 'seed', default: 7 },
} as const;

/** One network on its way: everything but the seed grows as it trains. */
export interface TrainedNetwork {
  seed: number;
  /** The loss on the training batch of each step, before that step's update; `loss[0]` is the initial loss. */
  loss: number[];
  /** The share of the test digits that are classified right, at each of the frame's `accuracySteps`. */
  accuracy: number[];
  /** The norm of d loss / d W of each layer, from the input to the logits, at the first step. */
  gradientNorms: number[];
  /**
   * The same at each of `accuracySteps` that a step follows, and at the end of each row the norm of all gradients together,
   * those of biases too; before clipping.
   */
  gradientHistory: number[][];
}

export interface TrainDigitsFrame {
  progress: number;
  /** How many steps every network has done. */
  step: number;
  /** After how many steps the test accuracy is measured; the last entry may be in progress. */
  accuracySteps: number[];
  /** For every start, its networks with seed, seed + 1, ... */
  curves: { start: StartId; members: TrainedNetwork[] }[];
}

const accuracyEvery = 30;

/**
 * What does the start do to learning? Trains the same network on the same digits in the same order from several starts,
 * side by side, on the softmax cross-entropy. Batches run through the training images in the order of the file, which is
 * mixed, again and again.
 */
export const trainDigits: Experiment<typeof params, TrainDigitsFrame> = {
  id: 'train-digits',
  params,
  needs: 'digits',
  *run(values, { digits } = {}) {
    if (!digits) throw new Error('train-digits needs the digits: run(values, { digits })');
    const allocate = layOut(values, testBatchSize(digits));
    const frame: TrainDigitsFrame = { progress: 0, step: 0, accuracySteps: [], curves: emptyCurves(values) };
    const students = yield* enroll(values, allocate, frame);
    const [pass, testPass] = [values.batch, testBatchSize(digits)].map((size) =>
      createPass((students[0] as Student).trainer.mlp, size, allocate),
    ) as [Pass, Pass];
    const batch = emptyBatch(values.batch, inputOf(pass));
    for (let step = 0; step < values.steps; step++) {
      const measured = step % accuracyEvery === 0;
      if (measured) yield* measureAccuracy(students, testPass, digits, frame);
      readBatch(digits, 0, digits.trainCount, step, batch);
      for (const [i, student] of students.entries()) {
        trainOneStep(student, batch.labels, pass, measured);
        frame.progress = (step + (i + 1) / students.length) / values.steps;
        frame.step = i + 1 === students.length ? step + 1 : step;
        yield frame;
      }
    }
    yield* measureAccuracy(students, testPass, digits, frame);
  },
};

interface Student {
  trainer: Trainer;
  record: TrainedNetwork;
}

type Settings = Values<typeof params>;

/** One memory for all networks and for the two passes that they share. */
function layOut(values: Settings, testSize: number): Allocate {
  const widths = digitsWidths(values);
  const networks = new Array<number[]>(values.starts.length * values.seeds).fill(
    trainerLengths(widths, values.optimizer),
  );
  return createWorkspace([networks, passLengths(widths, values.batch), passLengths(widths, testSize)].flat(2));
}

const emptyCurves = ({ starts, seed, seeds }: Settings): TrainDigitsFrame['curves'] =>
  starts.map((start) => ({
    start,
    members: Array.from({ length: seeds }, (_, member) => ({
      seed: seed + member,
      loss: [],
      accuracy: [],
      gradientNorms: [],
      gradientHistory: [],
    })),
  }));

/** Draws the networks of all curves; yields after each, since a hundred of them take a while. */
function* enroll(
  values: Settings,
  allocate: Allocate,
  frame: TrainDigitsFrame,
): Generator<TrainDigitsFrame, Student[]> {
  const [widths, { activation }] = [digitsWidths(values), values];
  const students: Student[] = [];
  for (const { start, members } of frame.curves) {
    for (const record of members) {
      const trainer = createTrainer({ start, widths, activation, seed: record.seed }, values, allocate);
      students.push({ trainer, record });
      yield frame;
    }
  }
  return students;
}

/** One step on the batch that lies in `pass`; the norms of its gradients are kept where they are asked for. */
function trainOneStep({ trainer, record }: Student, labels: Uint8Array, pass: Pass, keepsNorms: boolean) {
  const { loss, gradients } = lossAndGradients(trainer, labels, classCount, pass);
  record.loss.push(loss);
  if (keepsNorms) {
    const layers = normsOf(gradients);
    if (record.gradientNorms.length === 0) record.gradientNorms = layers;
    record.gradientHistory.push([...layers, gradientNorm(gradients)]);
  }
  update(trainer, gradients);
}

/** The norm of d loss / d W of each layer. */
const normsOf = (gradients: readonly LayerParameters[]) => gradients.map(({ weights }) => norm(weights));

/** The test accuracy of every network after the steps done so far. */
function* measureAccuracy(students: Student[], pass: Pass, digits: Digits, frame: TrainDigitsFrame) {
  frame.accuracySteps.push(frame.step);
  for (const { trainer, record } of students) {
    record.accuracy.push(yield* measureTestAccuracy(trainer.mlp, pass, digits, frame));
  }
  yield frame;
}
