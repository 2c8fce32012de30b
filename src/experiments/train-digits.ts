import { type StartId, startIds, starts } from '#initializers/starts.ts';
import { type Allocate, createWorkspace } from '#kernels/workspace.ts';
import { type ActivationId, activationIds, activations } from '#network/activations.ts';
import { type Batch, classCount, type Digits, emptyBatch, pixelsPerImage, readBatch } from '#network/digits.ts';
import { countCorrect, softmaxCrossEntropy } from '#network/loss.ts';
import {
  backward,
  createPass,
  drawMlp,
  forward,
  inputOf,
  logitsGradientOf,
  type Mlp,
  type Pass,
  parameterLengths,
  passLengths,
} from '#network/mlp.ts';
import { sgdStep } from '#network/sgd.ts';
import { secondMoment } from '#numerics/moments.ts';
import { torchGenerator } from '#random/torch-generator.ts';
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
 * side by side, with plain stochastic gradient descent on the softmax cross-entropy. Batches run through the training
 * images in the order of the file, which is mixed, again and again.
 */
export const trainDigits: Experiment<typeof params, TrainDigitsFrame> = {
  id: 'train-digits',
  params,
  needs: 'digits',
  *run(values, { digits } = {}) {
    if (!digits) throw new Error('train-digits needs the digits: run(values, { digits })');
    const allocate = layOut(values, testBatch(digits));
    const trainers = values.starts.flatMap((start) => ofStart(start, values, allocate));
    const [pass, testPass] = [values.batch, testBatch(digits)].map((size) =>
      createPass((trainers[0] as Trainer).mlp, size, allocate),
    ) as [Pass, Pass];
    const batch = emptyBatch(values.batch, inputOf(pass));
    const frame: TrainDigitsFrame = { progress: 0, step: 0, accuracySteps: [], curves: curvesOf(trainers) };
    for (let step = 0; step < values.steps; step++) {
      if (step % accuracyEvery === 0) yield* measureAccuracy(trainers, testPass, digits, frame);
      readBatch(digits, 0, digits.trainCount, step, batch);
      for (const [i, trainer] of trainers.entries()) {
        trainOneStep(trainer, batch, pass, values.learningRate);
        frame.progress = (step + (i + 1) / trainers.length) / values.steps;
        frame.step = i + 1 === trainers.length ? step + 1 : step;
        yield frame;
      }
    }
    yield* measureAccuracy(trainers, testPass, digits, frame);
  },
};

interface Trainer {
  start: StartId;
  mlp: Mlp;
  record: TrainedNetwork;
}

type Settings = Values<typeof params>;

const widthsOf = ({ hiddenLayers, width }: Settings) => [
  pixelsPerImage,
  ...new Array<number>(hiddenLayers).fill(width),
  classCount,
];

const testBatch = ({ testCount }: Digits) => Math.min(100, testCount);

/** One memory for all networks and for the two passes that they share. */
function layOut(values: Settings, testSize: number): Allocate {
  const widths = widthsOf(values);
  const networks = new Array<number[]>(values.starts.length * values.seeds).fill(parameterLengths(widths));
  return createWorkspace([networks, passLengths(widths, values.batch), passLengths(widths, testSize)].flat(2));
}

function ofStart(start: StartId, values: Settings, allocate: Allocate): Trainer[] {
  const widths = widthsOf(values);
  return Array.from({ length: values.seeds }, (_, member) => {
    const seed = values.seed + member;
    const mlp = drawMlp(starts[start], widths, activations[values.activation], torchGenerator(seed), allocate);
    return { start, mlp, record: { seed, loss: [], accuracy: [], gradientNorms: [] } };
  });
}

function curvesOf(trainers: Trainer[]): TrainDigitsFrame['curves'] {
  const ids = [...new Set(trainers.map(({ start }) => start))];
  return ids.map((id) => ({
    start: id,
    members: trainers.filter(({ start }) => start === id).map(({ record }) => record),
  }));
}

function trainOneStep({ mlp, record }: Trainer, { pixels, labels }: Batch, pass: Pass, learningRate: number) {
  const logitsGradient = logitsGradientOf(pass);
  record.loss.push(softmaxCrossEntropy(forward(mlp, pixels, pass), labels, classCount, logitsGradient));
  const gradients = backward(mlp, logitsGradient, pass);
  if (record.gradientNorms.length === 0) record.gradientNorms = gradients.map(({ weights }) => norm(weights));
  sgdStep(mlp.layers, gradients, learningRate);
}

const norm = (values: Float32Array) => Math.sqrt(secondMoment(values) * values.length);

/** Classifies all test digits with every network, a hundred at a time. */
function* measureAccuracy(trainers: Trainer[], pass: Pass, digits: Digits, frame: TrainDigitsFrame) {
  const batch = emptyBatch(pass.batch, inputOf(pass));
  const batches = Math.floor(digits.testCount / batch.size);
  frame.accuracySteps.push(frame.step);
  for (const { mlp, record } of trainers) {
    let correct = 0;
    for (let index = 0; index < batches; index++) {
      readBatch(digits, digits.trainCount, digits.testCount, index, batch);
      correct += countCorrect(forward(mlp, batch.pixels, pass), batch.labels, classCount);
      yield frame;
    }
    record.accuracy.push(correct / (batches * batch.size));
  }
  yield frame;
}
