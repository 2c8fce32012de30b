import type { DepthSweepFrame } from '#experiments/depth-sweep.ts';
import type { NamedRun } from '#experiments/named-runs.ts';
import type { TrainDigitsFrame } from '#experiments/train-digits.ts';
import { normal } from '#initializers/plain.ts';
import { starts } from '#initializers/starts.ts';
import type { Lesson, Results } from '#lesson/lesson.ts';
import { activations } from '#network/activations.ts';
import { createPass, drawMlp, forward } from '#network/mlp.ts';
import { log } from '#numerics/elementary.ts';
import { mean, secondMoment, variance } from '#numerics/moments.ts';
import { quantile } from '#numerics/quantile.ts';
import { torchGenerator } from '#random/torch-generator.ts';

const last = (values: readonly number[]) => values.at(-1) ?? Number.NaN;

/** By which factor the ends of the band differ in the last layer. */
function band(results: Results, run: NamedRun): number {
  const { low, high } = results<DepthSweepFrame>(run);
  return last(high) / last(low);
}

/** Test accuracies after the last step, one per seed. */
const accuracies = (results: Results, start: string) =>
  results<TrainDigitsFrame>('digits-pairs')
    .curves.find((curve) => curve.start === start)
    ?.members.map(({ accuracy }) => last(accuracy)) ?? [];

/** The lead of He over Xavier in test accuracy, seed by seed. */
function leads(results: Results): number[] {
  const xavier = accuracies(results, 'xavierNormal');
  return accuracies(results, 'heNormal').map((he, i) => he - (xavier[i] ?? Number.NaN));
}

/** s^2 / N with the deviation taken from the values themselves, so from N - 1. */
const squaredError = (values: readonly number[]) => variance(values) / (values.length - 1);
const pairedErrors = (results: Results) => mean(leads(results)) / Math.sqrt(squaredError(leads(results)));
const separateErrors = (results: Results) =>
  mean(leads(results)) /
  Math.sqrt(squaredError(accuracies(results, 'heNormal')) + squaredError(accuracies(results, 'xavierNormal')));

/** What the second cell computes: by how much the second moment grows, seed by seed from seed 7 on. */
function growths(count: number): number[] {
  const widths = new Array<number>(21).fill(32);
  const inputs = normal()([32], torchGenerator(-1));
  return Array.from({ length: count }, (_, i) => {
    const mlp = drawMlp(starts.heNormal, widths, activations.relu, torchGenerator(7 + i));
    return secondMoment(forward(mlp, inputs, createPass(mlp, 1))) / secondMoment(inputs);
  });
}

/** Var[h^2] of h = max(0, z), z standard normal. */
const squareVariance = 5 / 4;
const drawsNeeded = squareVariance * 1e6;
const seedsNeeded = (5 * 50) / 128 / 0.01;

const lesson = {
  slug: 'claims',
  sections: [
    'question',
    'method',
    'predict',
    'errors',
    'symmetry',
    'size',
    'lecun',
    'xavier',
    'he',
    'gradients',
    'frameworks',
    'break',
    'keep',
    'exercises',
    'sources',
  ],
  equations: {
    'variance-of-mean': String.raw`\operatorname{Var}[\bar x] = \frac{1}{N^2} \sum_{i=1}^{N} \operatorname{Var}[x_i] = \frac{\operatorname{Var}[x]}{N}`,
    'standard-error': String.raw`\operatorname{SE} = \frac{s}{\sqrt{N}}`,
    distance: String.raw`\frac{\bar x - \mu_0}{\operatorname{SE}}`,
    'how-many': String.raw`N \ge \left( \frac{k\, s}{d} \right)^2`,
    'relu-error': String.raw`\operatorname{SE} = \sqrt{\frac{5}{4N}}`,
  },
  numbers: {
    'answer-draws': { value: () => drawsNeeded, format: { significant: 3 } },
    'answer-seeds': { value: () => seedsNeeded, format: { significant: 3 } },
    'relu-error': { value: () => Math.sqrt(squareVariance / 262144), format: { significant: 2 } },
    'band-one': { value: (results) => band(results, 'he-band-128'), format: { significant: 2 } },
    'band-many': { value: (results) => band(results, 'he-band-many'), format: { significant: 2 } },
    'answer-band': { value: (results) => band(results, 'he-band-512'), format: { significant: 3 } },
    lead: { value: (results) => mean(leads(results)), format: { percentDecimals: 1 } },
    'separate-errors': { value: separateErrors, format: { significant: 2 } },
    'paired-errors': { value: pairedErrors, format: { significant: 2 } },
  },
  figures: {},
  claims: [
    'equal-units-stay-equal',
    'constant-layer',
    'dropout-breaks-symmetry',
    'zero-is-linear',
    'six-derivatives',
    'near-zero',
    'healthy-histogram',
    'saturation-vanishes',
    'small-limits-expression',
    'lecun-std-one',
    'lecun-unit-uniform',
    'uniform-or-normal',
    'lecun-for-sigmoid',
    'tanh-stabilizes',
    'xavier-is-one-over-n',
    'equal-widths-only',
    'sigmoid-symmetric',
    'xavier-not-for-relu',
    'one-over-n-for-relu',
    'relu-halves-variance',
    'linear-so-larger',
    'he-two-over-root',
    'variance-of-neurons',
    'zero-mean-suffices',
    'he-for-relatives',
    'std-as-bound',
    'then-nothing-vanishes',
    'weight-gradient-shrinks',
    'large-weights-small-gradient',
    'relu-never-vanishes',
    'large-weights-explode',
    'biases-are-safe',
    'clip-the-weights',
    'last-to-first-update',
    'in-out-shape',
    'torch-default-is-lecun',
    'tf-contrib',
    'xavier-without-underscore',
  ],
  facts: {
    'with 256 inputs in place of one the band is more than two thirds as wide, by logarithms': (results) =>
      log(band(results, 'he-band-many')) > (2 / 3) * log(band(results, 'he-band-128')),
    'with four times the width it is about half as wide': (results) =>
      Math.abs(log(band(results, 'he-band-512')) / log(band(results, 'he-band-128')) - 1 / 2) < 0.1,
    'seed by seed the lead of He is more than ten standard errors, of separate networks less than three': (results) =>
      pairedErrors(results) > 10 && separateErrors(results) < 3,
    'the mean of four starts is off by a factor of two, that of 400 by a tenth, and the median is far below': () => {
      const all = growths(400);
      return (
        Math.abs(mean(all.slice(0, 4)) / 2 - 2) < 0.2 &&
        Math.abs(mean(all) / 2 - 1) < 0.15 &&
        quantile(all, 0.5) < 0.5 * mean(all)
      );
    },
  },
  predictions: {
    'many-inputs': { options: { sixteenth: false, quarter: false, hardly: true }, for: 'many-inputs' },
    'four-seeds': { options: { tenth: false, third: false, twice: true }, for: { cell: 'how-many-seeds' } },
    pairs: { options: { fewer: false, same: false, more: true }, for: 'paired-seeds' },
  },
  exercises: {
    draws: { answer: () => drawsNeeded, tolerance: 0.01, format: { significant: 3 } },
    seeds: { answer: () => seedsNeeded, tolerance: 0.01, format: { significant: 3 } },
    'which-test': { kind: 'choice', options: { histogram: false, depth: true, accuracy: false, weights: false } },
    'derive-error': { kind: 'derivation' },
    'wide-band': {
      kind: 'run',
      widget: 'many-inputs',
      set: { batch: '1', width: '512' },
      answer: (results: Results) => band(results, 'he-band-512'),
      tolerance: 0.02,
      format: { significant: 3 },
    },
  },
  assumptions: ['independent-measurements', 'same-measurement'],
  widgets: ['many-inputs', 'paired-seeds'],
  cells: ['standard-error', 'how-many-seeds'],
  citations: ['lecun1998', 'glorot2010', 'he2015', 'kumar2017', 'pascanu2013', 'saito2016', 'zhang2023'],
} as const satisfies Lesson;

export default lesson;
