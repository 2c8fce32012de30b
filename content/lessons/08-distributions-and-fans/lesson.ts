import type { DepthSweepFrame } from '#experiments/depth-sweep.ts';
import { slopeMoment, squareMoment } from '#experiments/mean-field.ts';
import type { NamedRun } from '#experiments/named-runs.ts';
import type { OneLayerFrame } from '#experiments/one-layer.ts';
import type { VarianceMapFrame } from '#experiments/variance-map.ts';
import type { WeightsFrame } from '#experiments/weights.ts';
import { fans } from '#initializers/fans.ts';
import { STD_OF_CUT_NORMAL } from '#initializers/variance-scaling.ts';
import type { Lesson, Results } from '#lesson/lesson.ts';
import { activationIds } from '#network/activations.ts';
import { erf, exp } from '#numerics/elementary.ts';

const drawn = (results: Results, run: NamedRun) => results<WeightsFrame>(run);
const varianceOf = (results: Results, run: NamedRun) => drawn(results, run).moments?.variance.measured ?? Number.NaN;
const oneLayerRuns = ['one-layer-lecun', 'one-layer-uniform'] as const;
const map = (results: Results, run: NamedRun) => results<VarianceMapFrame>(run);
const lastTheory = (results: Results, run: NamedRun) => results<DepthSweepFrame>(run).theory.at(-1) ?? Number.NaN;

/** The variance of N(0, 1) cut to [-c, c], by the formula of the lesson. */
const cutVariance = (c: number) => {
  const density = exp((-c * c) / 2) / Math.sqrt(2 * Math.PI);
  return 1 - (2 * c * density) / erf(c / Math.SQRT2);
};
const power = (factor: number, exponent: number) =>
  Array.from({ length: exponent }).reduce((product: number) => product * factor, 1);
/** E[h^2] where the second moment of z settles: q* is n Var[w] of it. */
const settledActivation = (results: Results) => map(results, 'variance-map').settlesAt / ((5 / 3) * (5 / 3));

const lesson = {
  slug: 'distributions-and-fans',
  sections: [
    'choices',
    'predict',
    'bounds',
    'shape',
    'truncated',
    'fans',
    'layouts',
    'gains',
    'break',
    'keep',
    'exercises',
    'sources',
  ],
  equations: {
    scaling: String.raw`\operatorname{Var}[w] = \frac{\mathrm{gain}^2}{n}`,
    uniform: String.raw`\operatorname{Var}[w] = \int_{-a}^{a} w^2\, \frac{dw}{2a} = \frac{a^2}{3}`,
    bound: String.raw`a = \sqrt{3 \operatorname{Var}[w]}`,
    fourth: String.raw`E_w[y^4] = \sum_{i,j,k,l} E_w[w_i w_j w_k w_l]\, x_i x_j x_k x_l`,
    'fourth-pairs': String.raw`\begin{aligned} E_w[y^4] &= 3 \operatorname{Var}[w]^2 \sum_{j \ne k} x_j^2 x_k^2 \\ & \quad + E[w^4] \sum_j x_j^4 \end{aligned}`,
    'fourth-kurtosis': String.raw`\begin{aligned} \frac{E_w[y^4]}{E_w[y^2]^2} &= 3 + (\kappa - 3) \frac{\sum_j x_j^4}{\left( \sum_j x_j^2 \right)^2}, \\[0.7em] \kappa &= \frac{E[w^4]}{\operatorname{Var}[w]^2} \end{aligned}`,
    'cut-density': String.raw`\begin{aligned} p(w) &= \frac{f(w)}{Z} \;\; \text{on} \; [-c, c], \\[0.6em] f(w) &= \frac{e^{-w^2/2}}{\sqrt{2\pi}}, \qquad Z = \int_{-c}^{c} f(w)\, dw \end{aligned}`,
    'cut-parts': String.raw`\begin{aligned} & \int_{-c}^{c} w \cdot w\, f(w)\, dw \\ & \quad = \Bigl[ -w\, f(w) \Bigr]_{-c}^{c} + \int_{-c}^{c} f(w)\, dw \end{aligned}`,
    'cut-variance': String.raw`\operatorname{Var}[w] = 1 - \frac{2 c\, f(c)}{Z}`,
    'conv-out': String.raw`n_\mathrm{in} = c_\mathrm{in} \prod k`,
    'conv-back': String.raw`n_\mathrm{out} = c_\mathrm{out} \prod k`,
    'conv-groups': String.raw`n_\mathrm{in} = \frac{c_\mathrm{in}}{g} \prod k, \qquad n_\mathrm{out} = \frac{c_\mathrm{out}}{g} \prod k`,
    'gain-map': String.raw`\begin{aligned} q' &= \mathrm{gain}^2\, E[\varphi(\sqrt{q}\, z)^2], \\ z &\sim N(0, 1) \end{aligned}`,
    'gain-one': String.raw`\mathrm{gain} = \frac{1}{\sqrt{E[\varphi(z)^2]}}`,
  },
  numbers: {
    'cut-variance': { value: () => cutVariance(2), format: { significant: 4 } },
    'cut-std': { value: () => STD_OF_CUT_NORMAL, format: { significant: 4 } },
    'cut-loss': { value: () => 1 - cutVariance(2), format: { percentDecimals: 0 } },
    'std-cut': {
      value: (results) => drawn(results, 'weights-truncated').theory?.std ?? Number.NaN,
      format: { significant: 4 },
    },
    'bound-uniform': { value: () => Math.sqrt(6 / 784), format: { significant: 3 } },
    'std-784': { value: () => Math.sqrt(2 / 784), format: { significant: 3 } },
    'variance-uniform': {
      value: (results) => varianceOf(results, 'weights-he-uniform') * 784,
      format: { significant: 3 },
    },
    'variance-truncated': {
      value: (results) => varianceOf(results, 'weights-truncated') * 784,
      format: { significant: 3 },
    },
    'fan-kernel': { value: (results) => drawn(results, 'weights-kernel').fans.fanIn, format: 'integer' },
    swapped: { value: () => 784 / 10, format: { significant: 3 } },
    'tanh-settles': { value: settledActivation, format: { significant: 3 } },
    'tanh-chi': { value: (results) => map(results, 'variance-map').chi ?? Number.NaN, format: { significant: 3 } },
    'sigmoid-chi': {
      value: (results) => map(results, 'variance-map-sigmoid').chi ?? Number.NaN,
      format: { significant: 2 },
    },
    'selu-settles': {
      value: (results) => map(results, 'variance-map-selu-torch').settlesAt,
      format: { significant: 2 },
    },
    'gelu-end': {
      value: (results) => map(results, 'variance-map-gelu').measured.at(-1) ?? Number.NaN,
      format: { significant: 1 },
    },
    'answer-conv-bound': { value: () => Math.sqrt(6 / 576), format: { significant: 3 } },
    'answer-uncorrected': { value: () => power(cutVariance(2), 20), format: { significant: 2 } },
    'answer-uncorrected-size': { value: () => Math.sqrt(power(cutVariance(2), 20)), format: { significant: 2 } },
    'answer-he-out': { value: (results) => varianceOf(results, 'weights-he-out'), format: { significant: 4 } },
  },
  figures: {
    'he-uniform': { chart: 'weights', runs: ['weights-he-uniform'] },
    'he-truncated': { chart: 'weights', runs: ['weights-truncated'] },
    gelu: { chart: 'variance-map', runs: ['variance-map-gelu'] },
  },
  claims: [],
  facts: {
    'normal, uniform and corrected truncated He weights have the variance 2/n within four standard errors': (results) =>
      (['weights', 'weights-he-uniform', 'weights-truncated'] as const).every((run) => {
        const { measured = 0, theory = 0, error = 0 } = drawn(results, run).moments?.variance ?? {};
        return Math.abs(theory - 2 / 784) < 1e-12 && Math.abs(measured - theory) < 4 * error;
      }),
    'the theory of fifty layers is the same for He normal and He uniform': (results) =>
      Math.abs(lastTheory(results, 'he-uniform') / lastTheory(results, 'depth-sweep') - 1) < 1e-9,
    'the bands of He normal and He uniform hold it in all fifty layers': (results) =>
      (['depth-sweep', 'he-uniform'] as const).every((run) => {
        const { theory, low, high } = results<DepthSweepFrame>(run);
        return theory.slice(1).every((q, i) => (low[i + 1] ?? q) <= q && q <= (high[i + 1] ?? 0));
      }),
    'LeCun normal and LeCun uniform on constant inputs stay on the line at every fan-in': (results) =>
      oneLayerRuns.every((run) => {
        const { secondMoment, secondMomentError, theory } = results<OneLayerFrame>(run);
        return theory.every(
          (law, i) =>
            Math.abs((secondMoment[i] ?? 0) - law) < 3 * (secondMomentError[i] ?? 0) && Math.abs(law - 1) < 1e-6,
        );
      }),
    'the error of the second moment is smaller for uniform weights at fan-in 1, and alike at 256': (results) => {
      const [normal = [], uniform = []] = oneLayerRuns.map((run) => results<OneLayerFrame>(run).secondMomentError);
      const ratioAt = (index: number) => (uniform.at(index) ?? Number.NaN) / (normal.at(index) ?? Number.NaN);
      return ratioAt(0) < 0.75 && Math.abs(ratioAt(-1) - 1) < 0.1;
    },
    'with means in weights and inputs the second moment is about twice the law at fan-in 256, for both shapes': (
      results,
    ) =>
      (['one-layer-lecun-means', 'one-layer-uniform-means'] as const).every((run) => {
        const { secondMoment, theory } = results<OneLayerFrame>(run);
        return Math.abs((secondMoment.at(-1) ?? 0) / (theory.at(-1) ?? Number.NaN) - 2.25) < 0.25;
      }),
    'the formula of the cut normal distribution gives the constant of the code': () =>
      Math.abs(Math.sqrt(cutVariance(2)) - STD_OF_CUT_NORMAL) < 1e-12,
    'with gain 5/3 the signal of tanh settles, and its gradient grows slowly': (results) => {
      const { settlesAt, chi } = map(results, 'variance-map');
      return settlesAt > 1 && settlesAt < 1.5 && (chi ?? 0) > 1;
    },
    'with gain 3/4 the signal of SELU settles far below one': (results) =>
      map(results, 'variance-map-selu-torch').settlesAt < 0.05,
    'the gain of GELU has a fixed point near one that is not stable': (results) =>
      map(results, 'variance-map-gelu').fixed.points.some(({ q, stable }) => Math.abs(q - 1) < 0.01 && !stable),
    'above it the map of GELU grows': (results) => {
      const { q, next } = map(results, 'variance-map-gelu').map;
      return q.some((each) => each > 5) && q.every((each, i) => each < 1.01 || (next[i] ?? 0) > each);
    },
    'what settles with a sigmoid of gain 1 is mostly the square of its mean': (results) =>
      0.25 > 0.9 * map(results, 'variance-map-sigmoid').settlesAt &&
      map(results, 'variance-map-sigmoid').settlesAt > 0.25,
    'the gain that keeps q = 1 has chi = 1 for linear, ReLU and leaky ReLU alone': () =>
      activationIds.every((activation) => {
        const chi = slopeMoment(activation, 1) / squareMoment(activation, 1);
        return Math.abs(chi - 1) < 1e-6 === ['linear', 'relu', 'leakyRelu'].includes(activation);
      }),
    'the gains of linear, ReLU and leaky ReLU keep every q': () =>
      (['linear', 'relu', 'leakyRelu'] as const).every(
        (activation) => Math.abs(squareMoment(activation, 9) / squareMoment(activation, 1) - 9) < 1e-9,
      ),
    'a shape with the inputs first gives He a fan-in of 10': () => fans([784, 10]).fanIn === 10,
    'a grouped kernel has the right fan-in and a fan-out four times too large': () => {
      const [unaware, aware] = [fans([128, 16, 3, 3]), fans([128, 16, 3, 3], { groups: 4 })];
      return unaware.fanIn === aware.fanIn && unaware.fanOut === 4 * aware.fanOut;
    },
    'a kernel of Keras, read by PyTorch’s rule, has a fan-in of 24576': () => fans([3, 3, 64, 128]).fanIn === 24576,
  },
  predictions: {
    'which-shape': { options: { normal: false, uniform: false, signs: false, none: true } },
  },
  exercises: {
    'conv-bound': { answer: () => Math.sqrt(6 / 576), tolerance: 0.01, format: { significant: 3 } },
    uncorrected: { answer: () => power(cutVariance(2), 20), tolerance: 0.03, format: { significant: 2 } },
    'which-fan': { kind: 'choice', options: { right: false, out: false, channels: false, mixed: true } },
    'derive-three-values': { kind: 'derivation' },
    'fan-out-run': {
      kind: 'run',
      widget: 'weights',
      answer: (results) => varianceOf(results, 'weights-he-out'),
      tolerance: 0.002,
      format: { significant: 4 },
    },
  },
  assumptions: [
    'zero-mean-weights',
    'weights-uncorrelated',
    'weights-independent-of-inputs',
    'same-distribution',
    'zero-bias',
    'kernel-inside',
    'stride-one',
    'normal-pre-activations',
  ],
  widgets: ['one-layer', 'weights', 'weights-kernel', 'variance-map'],
  linked: {
    quantities: ['fanIn', 'fanOut', 'weightVariance'],
    withoutValue: ['bound'],
  },
  cells: ['truncated', 'fans', 'gains'],
  citations: [
    'lecun1998',
    'glorot2010',
    'he2015',
    'klambauer2017',
    'johnson1994',
    'dumoulin2016',
    'paszke2019',
    'keras2015',
    'jax2018',
  ],
} as const satisfies Lesson;

export default lesson;
