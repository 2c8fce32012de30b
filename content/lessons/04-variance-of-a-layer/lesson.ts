import type { DepthSweepFrame } from '#experiments/depth-sweep.ts';
import type { NamedRun } from '#experiments/named-runs.ts';
import type { OneLayerFrame } from '#experiments/one-layer.ts';
import type { PixelMomentsFrame } from '#experiments/pixel-moments.ts';
import type { Lesson, Results } from '#lesson/lesson.ts';

const lastOf = (values: readonly number[]) => values.at(-1) ?? Number.NaN;
const sweepEnd = (results: Results, run: NamedRun, key: 'measured' | 'theory' | 'low' | 'high') =>
  lastOf(results<DepthSweepFrame>(run)[key]);
/** The same relative to the input. */
const relativeEnd = (results: Results, run: NamedRun, key: 'measured' | 'low' | 'high') =>
  sweepEnd(results, run, key) / (results<DepthSweepFrame>(run).measured[0] ?? Number.NaN);
const pixels = (results: Results) => results<PixelMomentsFrame>('pixel-moments');
const oneLayerEnd = (
  results: Results,
  run: NamedRun,
  key: 'variance' | 'secondMoment' | 'secondMomentError' | 'theory' | 'naive',
) => lastOf(results<OneLayerFrame>(run)[key]);

/** The power L of a factor, by multiplication. */
const power = (factor: number, exponent: number) =>
  Array<number>(exponent)
    .fill(factor)
    .reduce((product, x) => product * x, 1);

/** The standard deviation that keeps the second moment at fan-in n. */
const keepingStd = (n: number) => 1 / Math.sqrt(n);

const lesson = {
  slug: 'variance-of-a-layer',
  sections: [
    'size',
    'predict',
    'one-layer',
    'check',
    'many-layers',
    'experiment',
    'fluctuations',
    'break',
    'claims',
    'keep',
    'exercises',
    'sources',
  ],
  equations: {
    output: String.raw`y = \sum_{j=1}^{n} w_j x_j`,
    mean: String.raw`E_w[y] = \sum_{j=1}^{n} E_w[w_j]\, x_j = 0`,
    square: String.raw`\begin{aligned} E_w[y^2] &= \sum_{j,k} E_w[w_j w_k]\, x_j x_k \\[1.25em] &= \sum_{j=1}^{n} E_w[w_j^2]\, x_j^2 \end{aligned}`,
    'given-x': String.raw`E_w[y^2] = n \operatorname{Var}[w] \cdot \frac{1}{n} \sum_{j=1}^{n} x_j^2`,
    law: String.raw`\operatorname{Var}[y] = E[y^2] = n \operatorname{Var}[w]\, E[x^2]`,
    'law-zero-mean': String.raw`\operatorname{Var}[y] = n \operatorname{Var}[w] \operatorname{Var}[x]`,
    'one-step': String.raw`q_l = n_l \operatorname{Var}[w^{(l)}]\, q_{l-1}`,
    product: String.raw`q_L = q_0 \prod_{l=1}^{L} n_l \operatorname{Var}[w^{(l)}]`,
    power: String.raw`q_L = q_0 \left( n \operatorname{Var}[w] \right)^L`,
    ratio: String.raw`\frac{q_l}{n \operatorname{Var}[w]\, q_{l-1}} = \frac{1}{n} \sum_{i=1}^{n} g_i^2`,
    'log-spread': String.raw`\operatorname{Var}[\ln q_L] \approx \frac{2L}{n}`,
    'given-x-mean': String.raw`E_w[y^2] = \operatorname{Var}[w] \sum_{j=1}^{n} x_j^2 + m^2 \left( \sum_{j=1}^{n} x_j \right)^2`,
    'law-weight-mean': String.raw`\begin{aligned} E[y^2] &= n \operatorname{Var}[w]\, E[x^2] \\ &\quad + m^2 \left( n \operatorname{Var}[x] + n^2 E[x]^2 \right) \end{aligned}`,
  },
  numbers: {
    'hot-end': {
      value: (results) => relativeEnd(results, 'depth-linear-hot', 'measured'),
      format: { significant: 2 },
    },
    'cold-end': {
      value: (results) => relativeEnd(results, 'depth-linear-cold', 'measured'),
      format: { significant: 2 },
    },
    'power-hot': { value: () => power(1.21, 50), format: { significant: 3 } },
    'power-cold': { value: () => power(0.81, 50), format: { significant: 3 } },
    'pixel-variance': { value: (results) => pixels(results).variance, format: { significant: 3 } },
    'pixel-second-moment': { value: (results) => pixels(results).secondMoment, format: { significant: 3 } },
    'band-32-low': { value: (results) => relativeEnd(results, 'band-32', 'low'), format: { significant: 2 } },
    'band-32-high': { value: (results) => relativeEnd(results, 'band-32', 'high'), format: { significant: 2 } },
    'band-512-low': { value: (results) => relativeEnd(results, 'band-512', 'low'), format: { significant: 2 } },
    'band-512-high': { value: (results) => relativeEnd(results, 'band-512', 'high'), format: { significant: 2 } },
    'weight-mean-excess': {
      value: (results) =>
        oneLayerEnd(results, 'one-layer-weight-mean', 'secondMoment') /
        oneLayerEnd(results, 'one-layer-weight-mean', 'theory'),
      format: { significant: 2 },
    },
    'dependence-excess': {
      value: (results) =>
        oneLayerEnd(results, 'one-layer-dependent', 'secondMoment') /
        oneLayerEnd(results, 'one-layer-dependent', 'theory'),
      format: { significant: 2 },
    },
    'answer-std-784': { value: () => keepingStd(784), format: { significant: 3 } },
    'answer-bound-300': { value: () => Math.sqrt(3) * keepingStd(300), format: { significant: 3 } },
    'answer-half-life': { value: () => halfLife(), format: 'integer' },
    'answer-band': { value: () => Math.sqrt((2 * 50) / 100), format: { significant: 2 } },
    'answer-naive': { value: (results) => oneLayerEnd(results, 'one-layer-relu', 'naive'), format: { significant: 3 } },
    'answer-two-laws': {
      value: (results) => oneLayerEnd(results, 'one-layer-relu', 'secondMoment'),
      format: { significant: 3 },
    },
    'answer-two-errors': {
      value: (results) => 2 * oneLayerEnd(results, 'one-layer-relu', 'secondMomentError'),
      format: { significant: 2 },
    },
  },
  figures: {
    'three-gains': { chart: 'depth-compare', runs: ['depth-linear-cold', 'depth-linear', 'depth-linear-hot'] },
    bands: { chart: 'band-width', runs: ['band-32', 'band-128', 'band-512'] },
    'break-inputs': { chart: 'one-layer', runs: ['one-layer-input-mean'] },
    'break-weights': { chart: 'one-layer', runs: ['one-layer-weight-mean'] },
    'break-dependence': { chart: 'one-layer', runs: ['one-layer-dependent'] },
  },
  claims: ['near-one', 'minimize-variance'],
  facts: {
    'with inputs of mean 1 the law with E[x²] holds and the one with Var[x] is too low by a factor of two': (
      results,
    ) => {
      const { secondMoment, theory, naive } = results<OneLayerFrame>('one-layer-input-mean');
      return theory.every(
        (law, index) =>
          Math.abs((secondMoment[index] ?? 0) / law - 1) < 0.15 && Math.abs(law / (naive[index] ?? 0) - 2) < 1e-9,
      );
    },
    'a tenth more or less in the standard deviation multiplies the theory by 1.21 or 0.81 in each layer': (results) =>
      (
        [
          ['depth-linear', 1],
          ['depth-linear-hot', 1.21],
          ['depth-linear-cold', 0.81],
        ] as const
      ).every(([run, factor]) => {
        const { theory } = results<DepthSweepFrame>(run);
        return theory.slice(1).every((q, index) => Math.abs(q / (theory[index] ?? 0) / factor - 1) < 1e-9);
      }),
    'the first run of the widget doubles once in theory and then stays': (results) => {
      const [q0 = 0, ...layers] = results<DepthSweepFrame>('depth-sweep').theory;
      return layers.every((q) => Math.abs(q / (2 * q0) - 1) < 1e-9);
    },
    'its seed 7 ends above nearly all others': (results) =>
      sweepEnd(results, 'depth-sweep', 'measured') > sweepEnd(results, 'depth-sweep', 'high'),
    'the band narrows with width': (results) => {
      const spread = (run: NamedRun) => sweepEnd(results, run, 'high') / sweepEnd(results, run, 'low');
      return spread('band-32') > spread('band-128') && spread('band-128') > spread('band-512');
    },
    'with a mean of the weights the square of the mean of y grows like n², and the variance stays near the law': (
      results,
    ) => {
      const { exactSecondMoment, exactVariance, theory } = results<OneLayerFrame>('one-layer-weight-mean');
      const squares = exactSecondMoment.map((moment, index) => moment - (exactVariance[index] ?? 0));
      return (
        squares.slice(1).every((square, index) => Math.abs(square / (squares[index] ?? 0) / 4 - 1) < 1e-9) &&
        exactVariance.every((variance, index) => Math.abs(variance / (theory[index] ?? 0) - 1) < 0.1) &&
        Math.abs(oneLayerEnd(results, 'one-layer-weight-mean', 'variance') / lastOf(theory) - 1) < 0.1
      );
    },
    'the formula for weights with a mean is what the figure’s run expects': (results) => {
      const { fanIn, exactSecondMoment } = results<OneLayerFrame>('one-layer-weight-mean');
      const [mean, square] = [1 / Math.sqrt(2 * Math.PI), 1 / 2];
      const formula = (n: number) => n * square + 0.09 * (n * (square - mean * mean) + n * n * mean * mean);
      return exactSecondMoment.every((moment, index) => Math.abs(moment / formula(fanIn[index] ?? 0) - 1) < 1e-9);
    },
    'equal inputs leave the points on the line, for normal weights and for uniform ones': (results) =>
      (['one-layer-lecun', 'one-layer-uniform'] as const).every((run) => {
        const { secondMoment, theory } = results<OneLayerFrame>(run);
        return theory.every((law, index) => Math.abs((secondMoment[index] ?? 0) / law - 1) < 0.15);
      }),
    'behind a ReLU the measurement agrees with E[x²] and not with Var[x]': (results) => {
      const end = (key: 'secondMoment' | 'secondMomentError' | 'theory' | 'naive') =>
        oneLayerEnd(results, 'one-layer-relu', key);
      return (
        Math.abs(end('secondMoment') - end('theory')) < 2 * end('secondMomentError') &&
        end('secondMoment') - end('naive') > 5 * end('secondMomentError')
      );
    },
    'weights that depend on the input leave the law': (results) =>
      oneLayerEnd(results, 'one-layer-dependent', 'secondMoment') >
      5 * oneLayerEnd(results, 'one-layer-dependent', 'theory'),
  },
  predictions: {
    'one-output': { options: { one: false, root: true, count: false } },
  },
  exercises: {
    'std-784': { answer: () => keepingStd(784), tolerance: 0.01, format: { significant: 3 } },
    'bound-300': { answer: () => Math.sqrt(3) * keepingStd(300), tolerance: 0.01, format: { significant: 3 } },
    'half-life': { answer: () => halfLife(), tolerance: 0.001, format: 'integer' },
    pixels: { answer: (results) => pixels(results).secondMoment, tolerance: 0.03, format: { significant: 3 } },
    band: { answer: () => Math.sqrt((2 * 50) / 100), tolerance: 0.01, format: { significant: 2 } },
    'double-fan': { kind: 'choice', options: { same: false, half: false, root: true } },
    'derive-weight-mean': { kind: 'derivation' },
    'see-two-laws': {
      kind: 'run',
      widget: 'one-layer',
      set: { inputs: 'relu' },
      answer: (results: Results) => oneLayerEnd(results, 'one-layer-relu', 'secondMoment'),
      tolerance: 0.02,
      format: { significant: 3 },
    },
  },
  assumptions: [
    'zero-bias',
    'weights-independent-of-inputs',
    'zero-mean-weights',
    'weights-uncorrelated',
    'equal-variance',
    'linear-activation',
    'fresh-weights',
    'normal-weights',
  ],
  widgets: ['depth-sweep', 'one-layer'],
  linked: {
    quantities: [
      'fanIn',
      'weightVariance',
      'factor',
      'inputMoment',
      'inputVariance',
      'outputMoment',
      'outputVariance',
      'secondMoment',
      'inputSecondMoment',
      'lastSecondMoment',
      'depth',
    ],
    withoutValue: ['bound'],
  },
  cells: ['second-moment', 'overflow'],
  citations: ['lecun1998', 'glorot2010', 'he2015', 'hanin2018'],
} as const satisfies Lesson;

/** The first layer in which halving has made a millionth. */
function halfLife(): number {
  let layer = 0;
  for (let q = 1; q >= 1e-6; q /= 2) layer += 1;
  return layer;
}

export default lesson;
