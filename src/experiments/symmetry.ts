import { type ActivationId, activationIds, activations } from '#network/activations.ts';
import type { Mlp, Pass } from '#network/mlp.ts';
import { sgdStep } from '#network/sgd.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import type { Experiment } from './experiment.ts';
import type { Values } from './parameters.ts';
import {
  differencesOf,
  incomingNorm,
  type Moved,
  spectrumOf,
  type Unit,
  unitsOf,
  watchMoves,
} from './symmetry-measure.ts';
import {
  type BeginningId,
  batches,
  beginningIds,
  beginnings,
  computeGradients,
  drawExamples,
  drawMask,
  drawNetwork,
  passOf,
} from './symmetry-network.ts';
import { gradientOf, outputOf, type TwoTwoOne } from './two-two-one.ts';

const params = {
  beginning: { kind: 'choice', default: 'equalIncoming' as BeginningId, options: beginningIds },
  noise: { kind: 'number', default: 0.0001, min: 0.000001, max: 0.1, scale: 'log' },
  activation: { kind: 'choice', default: 'tanh' as ActivationId, options: activationIds },
  units: { kind: 'integer', default: 4, min: 2, max: 8 },
  biases: { kind: 'choice', default: 'learned' as 'learned' | 'none', options: ['learned', 'none'] },
  dropout: { kind: 'number', default: 0, min: 0, max: 0.9 },
  learningRate: { kind: 'number', default: 0.2, min: 0.001, max: 10, scale: 'log' },
  steps: { kind: 'integer', default: 1200, min: 1, max: 5000 },
  seed: { kind: 'seed', default: 7 },
} as const;

/** A hidden unit on its way: weights on x1 and x2, bias, outgoing weight, point by point. */
export interface UnitPath {
  first: number[];
  second: number[];
  bias: number[];
  outgoing: number[];
}

export interface SymmetryFrame {
  progress: number;
  /** Steps done at each point recorded; every array below that has one entry per point is about this moment. */
  points: number[];
  /** The loss of the next mini-batch. */
  loss: number[];
  /** The hidden units' paths. */
  hidden: { units: UnitPath[] };
  /** Largest difference between two units; exactly 0 means equal float32 numbers. Incoming counts weights and biases. */
  incomingDifference: number[];
  outgoingDifference: number[];
  /** Root mean square length of the units' incoming weights. */
  incomingNorm: number[];
  /** The singular values of d loss / d W1 on the next mini-batch, and its rank in float32. */
  singularValues: { larger: number[]; smaller: number[] };
  rank: number[];
  /** The first step (not only of those recorded) after which two units differ in what comes in; null as long as there is none. */
  splitStep: number | null;
  /** The first step after which that difference is more than a tenth of `incomingNorm`. */
  apartStep: number | null;
  /** Shares of the parameters that have ever left their start. */
  moved: Moved;
  /** The 2-2-1 network with this start, and the seven derivatives of its cross-entropy at x = 1, target 1. */
  twoTwoOne: { parameters: TwoTwoOne; output: number; derivatives: TwoTwoOne };
}

type Settings = Values<typeof params>;

const mostPoints = 60;
const apartShare = 0.1;
const stepsPerFrame = 20;

/**
 * Can equal units ever differ? Trains a network with two inputs, one hidden layer and one output by gradient descent on
 * mini-batches, and compares its hidden units after every step, bit by bit.
 *
 * Two units with equal incoming weights, biases and outgoing weights get equal gradients from every batch, so they stay
 * equal for ever, whatever the data and their order. With equal incoming but different outgoing weights the gradients of
 * the incoming weights differ, and the units split at step 1.
 *
 * Three streams: weights from `torch.manual_seed(seed)`, W1 and then W2; the order of the data from seed + 2^31; dropout
 * masks from -3 - seed.
 */
export const symmetry: Experiment<typeof params, SymmetryFrame> = {
  id: 'symmetry',
  params,
  *run(values) {
    const { beginning, units, noise, activation, seed, steps } = values;
    const mlp = drawNetwork(beginning, units, noise, activations[activation], torchGenerator(seed));
    const pass = passOf(mlp);
    const moves = watchMoves(mlp);
    const masks = torchGenerator(-3 - seed);
    const order = batches(drawExamples(), torchGenerator(seed + 0x80000000));
    const frame = emptyFrame(values);
    const stride = Math.floor((steps + mostPoints - 1) / mostPoints);
    for (let step = 0; step <= steps; step++) {
      if (step > 0) update(mlp, pass, values);
      moves.update();
      const mask = values.dropout > 0 ? drawMask(units, values.dropout, masks) : undefined;
      const loss = computeGradients(mlp, order.next().value, pass, mask);
      compare(frame, step, unitsOf(mlp));
      if (step % stride === 0 || step === steps) record(frame, step, loss, mlp, pass);
      frame.moved = moves.shares();
      frame.progress = step / steps;
      if (step % stepsPerFrame === 0 || step === steps) yield frame;
    }
  },
};

/** One step of gradient descent; biases that are not learned stay where they are, at zero. */
function update({ layers }: Mlp, pass: Pass, { learningRate, biases }: Settings) {
  const gradients = pass.layers.map(({ gradient }) => gradient);
  if (biases === 'none') for (const { bias } of gradients) bias.fill(0);
  sgdStep(layers, gradients, learningRate);
}

/** Notes when the units split, and when they are apart. */
function compare(frame: SymmetryFrame, step: number, units: readonly Unit[]) {
  const { incoming } = differencesOf(units);
  if (incoming !== 0) frame.splitStep ??= step;
  if (incoming > apartShare * incomingNorm(units)) frame.apartStep ??= step;
}

function record(frame: SymmetryFrame, step: number, loss: number, mlp: Mlp, pass: Pass) {
  const units = unitsOf(mlp);
  const differences = differencesOf(units);
  const { values, rank } = spectrumOf((pass.layers[0] as Pass['layers'][number]).gradient.weights, units.length);
  frame.points.push(step);
  frame.loss.push(loss);
  frame.incomingDifference.push(differences.incoming);
  frame.outgoingDifference.push(differences.outgoing);
  frame.incomingNorm.push(incomingNorm(units));
  frame.singularValues.larger.push(values[0]);
  frame.singularValues.smaller.push(values[1]);
  frame.rank.push(rank);
  for (const [k, { incoming, bias, outgoing }] of units.entries()) {
    const path = frame.hidden.units[k] as UnitPath;
    path.first.push(incoming[0]);
    path.second.push(incoming[1]);
    path.bias.push(bias);
    path.outgoing.push(outgoing);
  }
}

const emptyFrame = (values: Settings): SymmetryFrame => ({
  progress: 0,
  points: [],
  loss: [],
  hidden: {
    units: Array.from({ length: values.units }, () => ({ first: [], second: [], bias: [], outgoing: [] })),
  },
  incomingDifference: [],
  outgoingDifference: [],
  incomingNorm: [],
  singularValues: { larger: [], smaller: [] },
  rank: [],
  splitStep: null,
  apartStep: null,
  moved: { incoming: 0, hiddenBias: 0, outgoing: 0, outputBias: 0 },
  twoTwoOne: smallest(values),
});

/** The 2-2-1 network drawn as the other one is, but with one input: its weights are columns, its biases zero. */
function smallest({ beginning, noise, seed }: Settings): SymmetryFrame['twoTwoOne'] {
  const stream = torchGenerator(seed);
  const [a1, a2] = beginnings[beginning]([2, 1], noise, stream) as unknown as [number, number];
  const [a3, a4] = beginnings[beginning]([1, 2], noise, stream) as unknown as [number, number];
  const parameters = { a1, a2, b1: 0, b2: 0, a3, a4, b3: 0 };
  return { parameters, output: outputOf(parameters, 1).y, derivatives: gradientOf(parameters, 1, 1, 'crossEntropy') };
}
