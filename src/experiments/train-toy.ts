import { type StartId, startIds } from '#initializers/starts.ts';
import { type Allocate, createWorkspace } from '#kernels/workspace.ts';
import { type ActivationId, activationIds } from '#network/activations.ts';
import { countCorrect } from '#network/loss.ts';
import { createPass, forward, inputOf, type Pass, passLengths } from '#network/mlp.ts';
import { drawToyData, type ToyData, type ToyDataId, toyDataIds } from '#network/toy-data.ts';
import {
  createTrainer,
  lossAndGradients,
  type OptimizerId,
  optimizerIds,
  type Trainer,
  trainerLengths,
  update,
} from '#network/trainer.ts';
import { tanh } from '#numerics/elementary.ts';
import type { Experiment } from './experiment.ts';
import type { Values } from './parameters.ts';

const params = {
  data: { kind: 'choice', default: 'circles' as ToyDataId, options: toyDataIds },
  starts: {
    kind: 'choices',
    default: ['zero', 'normal001', 'xavierNormal', 'heNormal'] as readonly StartId[],
    options: startIds,
  },
  activation: { kind: 'choice', default: 'relu' as ActivationId, options: activationIds },
  hiddenLayers: { kind: 'integer', default: 3, min: 1, max: 6 },
  width: { kind: 'integer', default: 16, min: 2, max: 64 },
  learningRate: { kind: 'number', default: 0.3, min: 0.001, max: 10, scale: 'log' },
  optimizer: { kind: 'choice', default: 'sgd' as OptimizerId, options: optimizerIds },
  steps: { kind: 'integer', default: 300, min: 1, max: 5000 },
  points: { kind: 'integer', default: 200, min: 40, max: 400 },
  noise: { kind: 'number', default: 0.1, min: 0, max: 0.5 },
  seed: { kind: 'seed', default: 7 },
} as const;

export interface ToyNetwork {
  start: StartId;
  /** The loss on all points at each step, before its update. */
  loss: number[];
  /** The share of the points that are classified right, at each of the frame's `snapshotSteps`. */
  accuracy: number[];
  /**
   * p - 1/2 for the probability p of class 1, at size x size places from (low, low) on, x running first: the newest snapshot,
   * to three significant digits, so that a network that hardly decides still shows which way; empty before the first.
   */
  margins: number[];
}

export interface TrainToyFrame {
  progress: number;
  /** How many steps every network has done. */
  step: number;
  /** x, y and class (0 or 1) of every point. */
  points: { x: number[]; y: number[]; label: number[] };
  grid: { size: number; low: number; high: number };
  snapshotSteps: number[];
  networks: ToyNetwork[];
}

type Settings = Values<typeof params>;

const classes = 2;
const snapshotEvery = 50;
const grid = { size: 40, low: -1.5, high: 1.5 };
/** The grid is computed by so many rows at a time. */
const rowsAtATime = 10;

/**
 * What does the start do to learning, where one can see it? Trains the same network from several starts on points of two
 * classes in the plane, by the softmax cross-entropy of all points at once, and draws where each network changes its mind.
 * The points come from `torch.manual_seed(-2)`, which no weight uses, and are the same for every seed.
 */
export const trainToy: Experiment<typeof params, TrainToyFrame> = {
  id: 'train-toy',
  params,
  *run(values) {
    const data = drawToyData(values.data, values.points, values.noise, -2);
    const allocate = layOut(values);
    const students = values.starts.map((start) => enroll(start, values, allocate));
    const mlp = (students[0] as Student).trainer.mlp;
    const pass = createPass(mlp, values.points, allocate);
    const gridPass = createPass(mlp, grid.size * rowsAtATime, allocate);
    inputOf(pass).set(data.points);
    const frame = firstFrame(data, students);
    for (let step = 0; step < values.steps; step++) {
      if (step % snapshotEvery === 0) yield* takeSnapshots(students, { data, pass, gridPass }, frame);
      for (const [i, { trainer, record }] of students.entries()) {
        const { loss, gradients } = lossAndGradients(trainer, data.labels, classes, pass);
        record.loss.push(loss);
        update(trainer, gradients);
        frame.progress = (0.98 * (step + (i + 1) / students.length)) / values.steps;
        yield frame;
      }
      frame.step = step + 1;
    }
    yield* takeSnapshots(students, { data, pass, gridPass }, frame);
    frame.progress = 1;
    yield frame;
  },
};

interface Student {
  trainer: Trainer;
  record: ToyNetwork;
}

const widthsOf = ({ hiddenLayers, width }: Settings) => [2, ...new Array<number>(hiddenLayers).fill(width), classes];

/** One memory for all networks, and for the passes of the points and of a part of the grid. */
function layOut(values: Settings): Allocate {
  const widths = widthsOf(values);
  const networks = new Array<number[]>(values.starts.length).fill(trainerLengths(widths, values.optimizer));
  const passes = [values.points, grid.size * rowsAtATime].map((size) => passLengths(widths, size));
  return createWorkspace([...networks, ...passes].flat());
}

function enroll(start: StartId, values: Settings, allocate: Allocate): Student {
  const { activation, seed } = values;
  const trainer = createTrainer(
    { start, widths: widthsOf(values), activation, seed },
    { ...values, clip: 0 },
    allocate,
  );
  return { trainer, record: { start, loss: [], accuracy: [], margins: [] } };
}

function firstFrame({ points, labels }: ToyData, students: Student[]): TrainToyFrame {
  const axis = (offset: number) => Array.from(labels, (_, i) => points[2 * i + offset] as number);
  return {
    progress: 0,
    step: 0,
    points: { x: axis(0), y: axis(1), label: [...labels] },
    grid,
    snapshotSteps: [],
    networks: students.map(({ record }) => record),
  };
}

interface Bench {
  data: ToyData;
  pass: Pass;
  gridPass: Pass;
}

/** Accuracy and decisions of every network after the steps done so far. */
function* takeSnapshots(students: Student[], { data, pass, gridPass }: Bench, frame: TrainToyFrame) {
  frame.snapshotSteps.push(frame.step);
  for (const { trainer, record } of students) {
    const logits = forward(trainer.mlp, inputOf(pass), pass);
    record.accuracy.push(countCorrect(logits, data.labels, classes) / data.labels.length);
    const margins: number[] = [];
    for (let row = 0; row < grid.size; row += rowsAtATime) {
      fillGrid(inputOf(gridPass), row);
      margins.push(...marginsOf(forward(trainer.mlp, inputOf(gridPass), gridPass)));
      yield frame;
    }
    record.margins = margins;
  }
}

/** The places of `rowsAtATime` rows of the grid, from row `first` on. */
function fillGrid(places: Float32Array, first: number): void {
  const at = (index: number) => grid.low + ((grid.high - grid.low) * index) / (grid.size - 1);
  for (let i = 0; i < places.length / 2; i++) {
    places[2 * i] = at(i % grid.size);
    places[2 * i + 1] = at(first + Math.floor(i / grid.size));
  }
}

/** Softmax of two logits: p_1 = 1 / (1 + e^-(z_1 - z_0)), so p_1 - 1/2 = tanh((z_1 - z_0) / 2) / 2. */
function marginsOf(logits: Float32Array): number[] {
  return Array.from({ length: logits.length / classes }, (_, i) => {
    const lead = (logits[2 * i + 1] as number) - (logits[2 * i] as number);
    return Number((tanh(lead / 2) / 2).toPrecision(3));
  });
}
