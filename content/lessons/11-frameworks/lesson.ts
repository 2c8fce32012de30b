import type { CorrelationFrame } from '#experiments/correlation.ts';
import { arcCosineKernel } from '#experiments/correlation-theory.ts';
import type { DepthSweepFrame } from '#experiments/depth-sweep.ts';
import { slopeMoment, squareMoment } from '#experiments/mean-field.ts';
import type { NamedRun } from '#experiments/named-runs.ts';
import type { TrainDigitsFrame } from '#experiments/train-digits.ts';
import { type DefaultsFramework, frameworkDefaults } from '#initializers/framework-defaults.ts';
import { STD_OF_CUT_NORMAL } from '#initializers/variance-scaling.ts';
import type { Lesson, Results } from '#lesson/lesson.ts';
import { log } from '#numerics/elementary.ts';
import { distributionVariance } from '#random/distributions.ts';

const sweep = (results: Results, run: NamedRun) => results<DepthSweepFrame>(run);
const last = (values: readonly number[]) => values.at(-1) ?? Number.NaN;
/** The second moment in the last layer relative to the input. */
const kept = (results: Results, run: NamedRun) =>
  last(sweep(results, run).measured) / (sweep(results, run).measured[0] ?? Number.NaN);
const cosine = (results: Results, run: NamedRun, layer: number) =>
  results<CorrelationFrame>(run).measured.cosine.at(layer) ?? Number.NaN;
const trained = (results: Results, start: string) =>
  results<TrainDigitsFrame>('digits-deep-defaults').curves.find((curve) => curve.start === start)?.members[0];
const accuracy = (results: Results, start: string) => last(trained(results, start)?.accuracy ?? []);
const loss = (results: Results, start: string) => last(trained(results, start)?.loss ?? []);

/** Of a weight in a layer of this kind and shape, as the framework draws it. */
const defaultVariance = (framework: DefaultsFramework, layer: 'dense' | 'embedding', shape: readonly number[]) => {
  const row = frameworkDefaults[layer][framework];
  return row ? distributionVariance(row.weight.distribution(shape)) : Number.NaN;
};

/** n Var[w] of a square dense layer. */
const squareFactor = (framework: DefaultsFramework) => 256 * defaultVariance(framework, 'dense', [256, 256]);

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
    'claims',
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
    'relu-pair': String.raw`\begin{aligned} E[\varphi(z) \varphi(z')] &= \frac{1}{4} \left( E[z z'] + E[\lvert z z' \rvert] \right) \\[0.7em] &\ge \frac{1}{2}\, E[z z'] \end{aligned}`,
    pair: String.raw`\begin{aligned} & E[z_{l+1} z'_{l+1}] \\ & \quad = n \cdot \frac{1}{3n} \cdot E[\varphi(z_l) \varphi(z'_l)] + \frac{1}{3n} \end{aligned}`,
    'cosine-step': String.raw`c_{l+1} = \frac{E[\varphi(z_l) \varphi(z'_l)]}{3\, q^*} + \frac{5}{6} \ge \frac{c_l}{6} + \frac{5}{6}`,
    'cosine-gap': String.raw`1 - c_{l+1} \le \frac{1 - c_l}{6}`,
    linear: String.raw`\begin{aligned} q_{l+1} &= \frac{q_l}{3} + \frac{1}{3n}, \qquad q^* = \frac{1}{2n}, \\[0.7em] 1 - c_{l+1} &= \frac{1 - c_l}{3} \end{aligned}`,
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
    // Two vectors of one length: |z - z'|^2 / |z|^2 = 2 (1 - c).
    'distance-30': {
      value: (results) => Math.sqrt(2 * (1 - cosine(results, 'correlation-torch', -1))),
      format: { significant: 1 },
    },
    'cosine-gap-30': {
      value: (results) => 1 - cosine(results, 'correlation-torch', -1),
      format: { significant: 1 },
    },
    'keras-cosine': { value: (results) => cosine(results, 'correlation-keras', -1), format: { significant: 3 } },
    'tfjs-factor': { value: () => squareFactor('tfjs'), format: { significant: 3 } },
    'tfjs-half': { value: () => squareFactor('tfjs') / 2, format: { significant: 3 } },
    'accuracy-he': { value: (results) => accuracy(results, 'heNormal'), format: { percentDecimals: 0 } },
    'accuracy-keras': { value: (results) => accuracy(results, 'xavierUniform'), format: { percentDecimals: 0 } },
    'accuracy-torch': { value: (results) => accuracy(results, 'torchDefault'), format: { percentDecimals: 0 } },
    'loss-torch': { value: (results) => loss(results, 'torchDefault'), format: { significant: 3 } },
    'log-ten': { value: () => log(10), format: { significant: 3 } },
    'embedding-ratio': {
      value: () =>
        Math.sqrt(
          defaultVariance('pytorch', 'embedding', [1000, 64]) / defaultVariance('keras', 'embedding', [1000, 64]),
        ),
      format: { significant: 2 },
    },
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
  claims: ['randn-minus-one', 'code-in-one-line'],
  facts: {
    'thirty ReLU layers of PyTorch’s default end within a third of the floor 2/(5n)': (results) =>
      Math.abs(last(sweep(results, 'torch-default').measured) / reluFloor(128) - 1) < 1 / 3 &&
      Math.abs(last(sweep(results, 'torch-default').theory) / reluFloor(128) - 1) < 1e-9,
    'the theory is within two percent of the floor in layer 6': (results) =>
      Math.abs((sweep(results, 'torch-default').theory[6] ?? 0) / reluFloor(128) - 1) < 0.02,
    'the bound of PyTorch’s default is 1/sqrt(n), so that n Var[w] is a third': () => {
      const law = frameworkDefaults.dense.pytorch?.weight.distribution([100, 784]);
      return (
        law?.kind === 'uniform' &&
        Math.abs(law.high * 28 - 1) < 1e-12 &&
        Math.abs(784 * distributionVariance(law) - 1 / 3) < 1e-12
      );
    },
    'n Var[w] of a square dense layer is 1/3, 1, 1 and the square of the cut normal’s deviation: none is 2': () =>
      Math.abs(squareFactor('pytorch') - 1 / 3) < 1e-9 &&
      Math.abs(squareFactor('keras') - 1) < 1e-9 &&
      Math.abs(squareFactor('flax') - 1) < 1e-9 &&
      Math.abs(squareFactor('tfjs') - STD_OF_CUT_NORMAL * STD_OF_CUT_NORMAL) < 1e-9,
    'the mean product behind two ReLUs is at least half of that before them, here for normal numbers': () =>
      Array.from({ length: 200 }, (_, k) => k / 100 - 1).every((c) => arcCosineKernel(c) >= c / 2),
    'at the floor the gap to one shrinks at least sixfold per layer': (results) => {
      const gaps = results<CorrelationFrame>('correlation-torch').theory.cosine.map((c) => 1 - c);
      return gaps.slice(8, 12).every((gap, k) => gap * 5.9 < (gaps[k + 7] ?? 0));
    },
    'two orthogonal inputs are parallel to the rounding of 32 bits after thirty layers': (results) => {
      const distance = Math.sqrt(2 * (1 - cosine(results, 'correlation-torch', -1)));
      return distance > 1 / 67_108_864 && distance < 1 / 4_194_304;
    },
    'without biases the cosine climbs more slowly': (results) =>
      cosine(results, 'correlation-keras', 4) < cosine(results, 'correlation-torch', 4),
    'Keras’s default keeps less of the size than PyTorch’s and more of the difference': (results) =>
      kept(results, 'keras-default') < kept(results, 'torch-default') / 1000 &&
      cosine(results, 'correlation-keras', -1) < 0.999 &&
      cosine(results, 'correlation-torch', -1) > 0.999_999,
    'without biases the signal has no floor': (results) => kept(results, 'torch-without-bias') < 1e-20,
    'linear layers of PyTorch’s default make inputs alike more slowly than ReLU layers': (results) =>
      cosine(results, 'correlation-torch-linear', 8) < cosine(results, 'correlation-torch', 8),
    'with eight hidden layers and 180 steps He learns, Keras’s default learns later, PyTorch’s not yet': (results) =>
      accuracy(results, 'heNormal') > 0.88 &&
      accuracy(results, 'xavierUniform') < accuracy(results, 'heNormal') &&
      accuracy(results, 'torchDefault') < 0.121 && // the share of the most frequent digit of the test
      Math.abs(loss(results, 'torchDefault') - log(10)) < 0.01,
    'sigmoid layers with a standard deviation of 3.6/sqrt(n) have their fixed point at 4.6': () =>
      Math.abs(3.6 * 3.6 * squareMoment('sigmoid', 4.6) - 4.6) < 0.01,
    'chi is below one there': () => 3.6 * 3.6 * slopeMoment('sigmoid', 4.6) < 1,
  },
  predictions: {
    'which-default': { options: { pytorch: false, keras: false, flax: false, none: true }, for: 'keras' },
    'orthogonal-inputs': { options: { zero: false, half: false, one: true }, for: 'torch-correlation' },
  },
  exercises: {
    'floor-512': { answer: () => reluFloor(512), tolerance: 0.01, format: { significant: 3 } },
    rounding: { answer: layersToRounding, tolerance: 0.001, format: 'integer' },
    'which-call': { kind: 'choice', options: { linear: true, plain: false, xavier: false, normal: false } },
    'derive-linear': { kind: 'derivation' },
    'linear-run': {
      kind: 'run',
      widget: 'torch-correlation',
      set: { activation: 'linear' },
      answer: (results) => cosine(results, 'correlation-torch-linear', 8),
      tolerance: 0.005,
      format: { significant: 3 },
    },
  },
  assumptions: [
    'relu-activation',
    'weights-independent-of-inputs',
    'fresh-weights',
    'zero-mean-weights',
    'weights-uncorrelated',
    'equal-variance',
    'symmetric-weights',
  ],
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
