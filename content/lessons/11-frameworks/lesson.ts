import type { CorrelationFrame } from '#experiments/correlation.ts';
import type { DepthSweepFrame } from '#experiments/depth-sweep.ts';
import type { NamedRun } from '#experiments/named-runs.ts';
import type { TrainDigitsFrame } from '#experiments/train-digits.ts';
import { STD_OF_CUT_NORMAL } from '#initializers/variance-scaling.ts';
import type { Lesson, Results } from '#lesson/lesson.ts';

const sweep = (results: Results, run: NamedRun) => results<DepthSweepFrame>(run);
const last = (values: readonly number[]) => values.at(-1) ?? Number.NaN;
/** The second moment in the last layer relative to the input. */
const kept = (results: Results, run: NamedRun) =>
  last(sweep(results, run).measured) / (sweep(results, run).measured[0] ?? Number.NaN);
const cosine = (results: Results, run: NamedRun, layer: number) =>
  results<CorrelationFrame>(run).measured.cosine.at(layer) ?? Number.NaN;
const accuracy = (results: Results, start: string) =>
  last(
    results<TrainDigitsFrame>('digits-deep-defaults').curves.find((curve) => curve.start === start)?.members[0]
      ?.accuracy ?? [],
  );

/** Where the second moment of ReLU layers under PyTorch's default settles. */
const reluFloor = (n: number) => 2 / (5 * n);

/** How often 6 divides the distance of a cosine from one until float32 does not see it. */
function layersToRounding(): number {
  let layers = 0;
  for (let distance = 1; distance >= 1 / 16_777_216; distance /= 6) layers += 1;
  return layers;
}

const lesson = {
  slug: 'frameworks',
  minutes: 40,
  sections: [
    'nothing-chosen',
    'predict',
    'root-five',
    'floor',
    'inputs',
    'training',
    'defaults',
    'names',
    'own',
    'take-home',
    'break',
    'keep',
    'exercises',
    'sources',
  ],
  equations: {
    gain: String.raw`\mathrm{gain} = \sqrt{\frac{2}{1 + a^2}} = \sqrt{\frac{2}{1 + 5}} = \frac{1}{\sqrt{3}}`,
    std: String.raw`\operatorname{std}[w] = \frac{\mathrm{gain}}{\sqrt{n}} = \frac{1}{\sqrt{3n}}`,
    bound: String.raw`\sqrt{3} \cdot \frac{1}{\sqrt{3n}} = \frac{1}{\sqrt{n}}, \qquad \operatorname{Var}[w] = \frac{1}{3n}`,
    step: String.raw`q_{l+1} = n \cdot \frac{1}{3n} \cdot \frac{q_l}{2} + \frac{1}{3n} = \frac{q_l}{6} + \frac{1}{3n}`,
    floor: String.raw`q^* = \frac{q^*}{6} + \frac{1}{3n} \quad \Longrightarrow \quad q^* = \frac{2}{5n}`,
    approach: String.raw`q_l - q^* = \frac{q_1 - q^*}{6^{\,l-1}}`,
    pair: String.raw`E[z z'] = n \cdot \frac{1}{3n} \cdot q^* J(c_l) + \frac{1}{3n}`,
    'cosine-step': String.raw`c_{l+1} = \frac{2 J(c_l)}{6} + \frac{5}{6}`,
    'cosine-gap': String.raw`1 - c_{l+1} = \frac{1 - 2 J(c_l)}{6} \le \frac{1 - c_l}{6}`,
    linear: String.raw`q_{l+1} = \frac{q_l}{3} + \frac{1}{3n}, \qquad q^* = \frac{1}{2n}, \qquad 1 - c_{l+1} = \frac{1 - c_l}{3}`,
  },
  numbers: {
    'torch-end': { value: (results) => kept(results, 'torch-default'), format: { significant: 2 } },
    'keras-end': { value: (results) => kept(results, 'keras-default'), format: { significant: 1 } },
    'without-bias-end': { value: (results) => kept(results, 'torch-without-bias'), format: { significant: 1 } },
    'floor-128': { value: () => reluFloor(128), format: { significant: 3 } },
    'floor-measured': {
      value: (results) => last(sweep(results, 'torch-default').measured),
      format: { significant: 3 },
    },
    'cosine-4': { value: (results) => cosine(results, 'correlation-torch', 4), format: { significant: 2 } },
    'cosine-gap-30': {
      value: (results) => 1 - cosine(results, 'correlation-torch', -1),
      format: { significant: 1 },
    },
    'keras-cosine': { value: (results) => cosine(results, 'correlation-keras', -1), format: { significant: 3 } },
    'tfjs-factor': { value: () => STD_OF_CUT_NORMAL * STD_OF_CUT_NORMAL, format: { significant: 3 } },
    'tfjs-half': { value: () => (STD_OF_CUT_NORMAL * STD_OF_CUT_NORMAL) / 2, format: { significant: 3 } },
    'accuracy-he': { value: (results) => accuracy(results, 'heNormal'), format: { percentDecimals: 0 } },
    'accuracy-keras': { value: (results) => accuracy(results, 'xavierUniform'), format: { percentDecimals: 0 } },
    'accuracy-torch': { value: (results) => accuracy(results, 'torchDefault'), format: { percentDecimals: 0 } },
    'embedding-ratio': { value: () => Math.sqrt(3) / 0.05, format: { significant: 2 } },
    'answer-floor': { value: () => reluFloor(512), format: { significant: 3 } },
    'answer-rounding': { value: layersToRounding, format: 'integer' },
    'answer-linear-cosine': {
      value: (results) => cosine(results, 'correlation-torch-linear', 8),
      format: { significant: 3 },
    },
  },
  figures: {
    floor: { chart: 'depth-sweep', runs: ['torch-default'] },
    keras: { chart: 'depth-sweep', runs: ['keras-default'] },
  },
  claims: {},
  facts: {
    'thirty ReLU layers of PyTorch’s default end within a third of the floor 2/(5n)': (results) =>
      Math.abs(last(sweep(results, 'torch-default').measured) / reluFloor(128) - 1) < 1 / 3 &&
      Math.abs(last(sweep(results, 'torch-default').theory) / reluFloor(128) - 1) < 1e-9,
    'two orthogonal inputs are parallel to nine digits after thirty layers': (results) =>
      1 - cosine(results, 'correlation-torch', -1) < 1e-9,
    'without biases the cosine climbs more slowly': (results) =>
      cosine(results, 'correlation-keras', 4) < cosine(results, 'correlation-torch', 4),
    'with Keras’s default the cosine after thirty layers is still below 0.999': (results) =>
      cosine(results, 'correlation-keras', -1) < 0.999,
    'with eight hidden layers and 180 steps He learns, Keras’s default learns later, PyTorch’s not yet': (results) =>
      accuracy(results, 'heNormal') > 0.88 &&
      accuracy(results, 'xavierUniform') < accuracy(results, 'heNormal') &&
      accuracy(results, 'torchDefault') < 0.15,
  },
  predictions: {
    'which-default': { options: { pytorch: false, keras: false, flax: false, none: true } },
    'orthogonal-inputs': { options: { zero: false, half: false, one: true } },
  },
  exercises: {
    'floor-512': { answer: () => reluFloor(512), tolerance: 0.01, format: { significant: 3 } },
    rounding: { answer: layersToRounding, tolerance: 0.001, format: 'integer' },
    'which-call': { kind: 'choice', options: { linear: true, plain: false, xavier: false, normal: false } },
    'derive-linear': { kind: 'derivation' },
    'linear-run': {
      kind: 'run',
      widget: 'torch-correlation',
      answer: (results) => cosine(results, 'correlation-torch-linear', 8),
      tolerance: 0.005,
      format: { significant: 3 },
    },
  },
  assumptions: ['weights-independent-of-inputs', 'fresh-weights', 'zero-mean-weights', 'normal-pre-activations'],
  widgets: ['torch-correlation', 'deep-defaults', 'weights'],
  cells: ['root-five', 'same-layer', 'custom'],
  citations: [
    'lecun1998',
    'he2015',
    'kumar2017',
    'paszke2019',
    'keras2015',
    'jax2018',
    'flax2020',
    'pytorch1667',
    'pytorch15314',
  ],
} as const satisfies Lesson;

export default lesson;
