import type { DepthSweepFrame } from '#experiments/depth-sweep.ts';
import type { GradientFlowFrame } from '#experiments/gradient-flow.ts';
import type { NamedRun } from '#experiments/named-runs.ts';
import type { Lesson, Results } from '#lesson/lesson.ts';

const sweep = (results: Results, run: NamedRun) => results<DepthSweepFrame>(run);
const last = (values: readonly number[]) => values.at(-1) ?? Number.NaN;
/** Norm of the weight gradient in layer 1 over that in the last layer. */
const gradientRatio = (results: Results, run: NamedRun) =>
  results<GradientFlowFrame>(run).ratio?.measured ?? Number.NaN;
/** Second moment of the error signal in layer 1 over that in the last layer. */
function signalRatio(results: Results, run: NamedRun) {
  const { deltaMoment } = results<GradientFlowFrame>(run);
  return last(deltaMoment) / (deltaMoment[0] ?? Number.NaN);
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
    'answer-reverse': {
      value: (results) => gradientRatio(results, 'gradients-five-large'),
      format: { significant: 3 },
    },
    'small-gradient': {
      value: (results) => gradientRatio(results, 'gradients-five-small'),
      format: { significant: 2 },
    },
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
    'torch-default-three-over-n',
    'tf-contrib',
    'xavier-without-underscore',
  ],
  facts: {
    'with tanh and n Var[w] = 1 the second moment is below 1/100 after 200 layers, and still falling': (results) => {
      const { measured, median } = sweep(results, 'tanh-lecun');
      return last(measured) < 0.01 && last(measured) > 1e-30 && last(median) < 0.9 * (median[150] ?? 0);
    },
    'it falls from one to between 0.1 and 0.3 in the first five layers': (results) => {
      const fifth = sweep(results, 'tanh-lecun').measured[5] ?? 0;
      return fifth > 0.1 && fifth < 0.3;
    },
    'over five sigmoid layers the small start loses more than a thousand times as much of the error signal': (
      results,
    ) => signalRatio(results, 'gradients-five-small') < 1e-6 * signalRatio(results, 'gradients-five-large'),
  },
  predictions: {
    'tanh-fate': { options: { quarter: false, hundredth: true, vanished: false }, for: 'lecun-depth' },
    'two-sizes': { options: { large: false, small: true, alike: false }, for: 'five-layers-back' },
  },
  exercises: {
    draws: { answer: () => drawsNeeded, tolerance: 0.01, format: { significant: 3 } },
    seeds: { answer: () => seedsNeeded, tolerance: 0.01, format: { significant: 3 } },
    'which-test': { kind: 'choice', options: { histogram: false, depth: true, accuracy: false, weights: false } },
    'derive-error': { kind: 'derivation' },
    'reverse-run': {
      kind: 'run',
      widget: 'five-layers-back',
      set: { init: 'normal1' },
      answer: (results: Results) => gradientRatio(results, 'gradients-five-large'),
      tolerance: 0.02,
      format: { significant: 3 },
    },
  },
  assumptions: ['independent-measurements', 'same-measurement'],
  widgets: ['lecun-depth', 'five-layers-back'],
  cells: ['standard-error', 'how-many-seeds'],
  citations: ['lecun1998', 'glorot2010', 'he2015', 'kumar2017', 'pascanu2013', 'saito2016', 'zhang2023'],
} as const satisfies Lesson;

export default lesson;
