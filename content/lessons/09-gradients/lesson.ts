import type { ActivationHistogramsFrame } from '#experiments/activation-histograms.ts';
import type { ClippingFrame } from '#experiments/clipping.ts';
import type { GradientFlowFrame } from '#experiments/gradient-flow.ts';
import { slopeMoment, squareMoment } from '#experiments/mean-field.ts';
import type { NamedRun } from '#experiments/named-runs.ts';
import type { PrecisionFrame } from '#experiments/precision.ts';
import type { Lesson, Results } from '#lesson/lesson.ts';
import type { ActivationId } from '#network/activations.ts';

const flow = (results: Results, run: NamedRun) => results<GradientFlowFrame>(run);
const clip = (results: Results, run: NamedRun) => results<ClippingFrame>(run);
const runsOut = (results: Results, run: NamedRun) => results<PrecisionFrame>(run);
const first = (values: readonly number[]) => values[0] ?? Number.NaN;
const last = (values: readonly number[]) => values.at(-1) ?? Number.NaN;

/** Norm of dL/dW in layer 1 over that in the last layer. */
const ratio = (results: Results, run: NamedRun) => flow(results, run).ratio?.measured ?? Number.NaN;
/** The factor chi of the second moment of delta, from the last layer to the one before it, in theory. */
const chi = (results: Results, run: NamedRun) => flow(results, run).theory.delta[1] ?? Number.NaN;
/** All these factors, from the last one down. */
const chis = (results: Results, run: NamedRun) => {
  const { delta } = flow(results, run).theory;
  return delta.slice(1, -1).map((moment, i) => moment / (delta[i] ?? Number.NaN));
};
/** chi where the second moment has settled, for n Var[w] = factor. */
const chiWhereSettled = (activation: ActivationId, factor: number) => {
  let q = factor;
  for (let layer = 0; layer < 100; layer++) q = factor * squareMoment(activation, q);
  return factor * slopeMoment(activation, q);
};
/** Second moment of delta in layer 1 over that in the last layer. */
const signalRatio = (results: Results, run: NamedRun) => {
  const { deltaMoment } = flow(results, run);
  return last(deltaMoment) / first(deltaMoment);
};
/** The magnitudes of delta in layer 1: the share of the entries in [2^k, 2^(k+1)), for each k. */
const binsOf = (results: Results, run: NamedRun) => {
  const { lowest, shares } = flow(results, run).histograms.at(-1)?.magnitudes ?? { lowest: 0, shares: [] };
  return shares.map((share, bin) => ({ exponent: lowest + bin, share }));
};
/** The share of the entries, over units and batch, below 2^-10. */
const tinyShare = (results: Results, run: NamedRun) =>
  binsOf(results, run).reduce((sum, { exponent, share }) => sum + (exponent < -10 ? share : 0), 0);
const shareAboveOne = (results: Results, run: NamedRun) =>
  binsOf(results, run).reduce((sum, { exponent, share }) => sum + (exponent >= 0 ? share : 0), 0);
/** The most that the entries below 1 can add to the mean square: as if each stood at the upper end of its bin. */
const squaresBelowOne = (results: Results, run: NamedRun) =>
  binsOf(results, run).reduce(
    (sum, { exponent, share }) => sum + (exponent < 0 ? share * quarter(-exponent - 1) : 0),
    0,
  );
const deadShare = (results: Results, run: NamedRun) =>
  results<ActivationHistogramsFrame>(run).measured.at(-1)?.dead ?? Number.NaN;

const half = (times: number) => Array.from({ length: times }).reduce((product: number) => product / 2, 1);
const quarter = (times: number) => half(2 * times);

const reluRuns = ['gradients-relu-small', 'gradients-relu-xavier', 'gradients-relu'] as const;

const lesson = {
  slug: 'gradients',
  sections: [
    'way-back',
    'predict',
    'jacobians',
    'factor',
    'experiment',
    'saturation',
    'weights',
    'numbers',
    'clipping',
    'dead-units',
    'break',
    'claims',
    'keep',
    'exercises',
    'sources',
  ],
  equations: {
    recursion: String.raw`\delta_l = \varphi'(z_l) \odot W_{l+1}^\top \delta_{l+1}`,
    product: String.raw`\begin{aligned} \delta_1 &= D_1 W_2^\top\, D_2 W_3^\top \cdots D_{L-1} W_L^\top\, \delta_L, \\ D_l &= \operatorname{diag} \varphi'(z_l) \end{aligned}`,
    bound: String.raw`\lVert \delta_1 \rVert \le \left( \prod_{l=2}^{L} \lVert W_l \rVert \max_j \lvert \varphi'(z_{l-1,j}) \rvert \right)\! \lVert \delta_L \rVert`,
    'linear-part': String.raw`\begin{aligned} & E\!\left[ \left( W_{l+1}^\top \delta_{l+1} \right)_j^2 \right] \\ & \quad = n_\mathrm{out} \operatorname{Var}[w^{(l+1)}]\, m_{l+1} \end{aligned}`,
    chi: String.raw`\begin{aligned} m_l &= \chi_l\, m_{l+1}, \\ \chi_l &= n_\mathrm{out} \operatorname{Var}[w^{(l+1)}]\, E[\varphi'(z_l)^2] \end{aligned}`,
    'chi-product': String.raw`m_1 = m_L \prod_{l=1}^{L-1} \chi_l`,
    'slope-integral': String.raw`E[\varphi'(z)^2] = \int_{-\infty}^{\infty} \varphi'(z)^2\, \frac{e^{-z^2/2q}}{\sqrt{2\pi q}}\, dz`,
    'slope-large': String.raw`E[\varphi'(z)^2] \approx \frac{1}{\sqrt{2\pi q}} \int_{-\infty}^{\infty} \varphi'(z)^2\, dz`,
    'sigmoid-integral': String.raw`\int_{-\infty}^{\infty} \varphi'(z)^2\, dz = \int_0^1 h (1 - h)\, dh = \frac{1}{6}`,
    'sigmoid-chi': String.raw`\chi \approx \frac{n \operatorname{Var}[w]}{6 \sqrt{\pi\, n \operatorname{Var}[w]}} = \frac{\sqrt{n \operatorname{Var}[w]}}{6 \sqrt{\pi}}`,
    'weight-gradient': String.raw`\frac{\partial \mathcal{L}}{\partial W_l} = \delta_l\, h_{l-1}^\top, \qquad \frac{\partial \mathcal{L}}{\partial b_l} = \delta_l`,
    inner: String.raw`\left\langle W_l, \frac{\partial \mathcal{L}}{\partial W_l} \right\rangle = \delta_l^\top W_l\, h_{l-1} = \delta_l^\top z_l`,
    'one-up': String.raw`\begin{aligned} \delta_l^\top z_l &= \left( W_{l+1}^\top \delta_{l+1} \right)^{\!\top} \left( \varphi'(z_l) \odot z_l \right) \\ &= \delta_{l+1}^\top W_{l+1} h_l = \delta_{l+1}^\top z_{l+1} \end{aligned}`,
    balance: String.raw`\begin{aligned} \left\langle W_1, \frac{\partial \mathcal{L}}{\partial W_1} \right\rangle &= \left\langle W_2, \frac{\partial \mathcal{L}}{\partial W_2} \right\rangle \\[0.7em] &= \dots = \left\langle W_L, \frac{\partial \mathcal{L}}{\partial W_L} \right\rangle \end{aligned}`,
    clip: String.raw`g \leftarrow g \cdot \min\!\left( 1, \frac{c}{\lVert g \rVert} \right)`,
    'tanh-chi': String.raw`\chi \approx \frac{4}{3} \sqrt{\frac{n \operatorname{Var}[w]}{2\pi}}`,
  },
  numbers: {
    'sigmoid-ratio': { value: (results) => ratio(results, 'gradient-flow'), format: { significant: 2 } },
    'chi-sigmoid': { value: (results) => chi(results, 'gradient-flow'), format: { significant: 3 } },
    'chi-sigmoid-root': { value: (results) => Math.sqrt(chi(results, 'gradient-flow')), format: { significant: 2 } },
    'chi-tanh': { value: (results) => chi(results, 'gradients-tanh'), format: { significant: 3 } },
    'chi-tanh-large': { value: (results) => chi(results, 'gradients-large'), format: { significant: 3 } },
    'chi-sigmoid-large': { value: (results) => chi(results, 'gradients-sigmoid-large'), format: { significant: 3 } },
    'chi-sigmoid-formula': { value: () => 10 / (6 * Math.sqrt(Math.PI)), format: { significant: 3 } },
    'border-sigmoid': { value: () => 36 * Math.PI, format: { significant: 3 } },
    'sigmoid-large-ratio': {
      value: (results) => ratio(results, 'gradients-sigmoid-large'),
      format: { significant: 2 },
    },
    'sigmoid-large-tiny': {
      value: (results) => tinyShare(results, 'gradients-sigmoid-large'),
      format: { percentDecimals: 0 },
    },
    'sigmoid-large-few': {
      value: (results) => shareAboveOne(results, 'gradients-sigmoid-large'),
      format: { percentDecimals: 0 },
    },
    'tanh-large-ratio': { value: (results) => ratio(results, 'gradients-large'), format: { significant: 2 } },
    'relu-small-signal': {
      value: (results) => Math.sqrt(signalRatio(results, 'gradients-relu-small')),
      format: { significant: 2 },
    },
    'relu-small-ratio': { value: (results) => ratio(results, 'gradients-relu-small'), format: { significant: 2 } },
    'relu-small-norm': {
      value: (results) => first(flow(results, 'gradients-relu-small').gradientNorm),
      format: { significant: 1 },
    },
    'relu-he-norm': {
      value: (results) => first(flow(results, 'gradients-relu').gradientNorm),
      format: { significant: 2 },
    },
    'half-overflow': {
      value: (results) => runsOut(results, 'precision-overflow').observed.infinite ?? Number.NaN,
      format: 'integer',
    },
    'half-zeros': {
      value: (results) => runsOut(results, 'precision').observed.zero ?? Number.NaN,
      format: 'integer',
    },
    'clip-diverged': {
      value: (results) => clip(results, 'clipping').divergedWithout ?? Number.NaN,
      format: 'integer',
    },
    'clip-accuracy': {
      value: (results) => clip(results, 'clipping').accuracyWith ?? Number.NaN,
      format: { percentDecimals: 0 },
    },
    'gain-first-loss': { value: (results) => first(clip(results, 'clipping-gain').lossWith), format: 'integer' },
    'gain-accuracy': {
      value: (results) => clip(results, 'clipping-gain').accuracyWith ?? Number.NaN,
      format: { percentDecimals: 0 },
    },
    'plain-accuracy': {
      value: (results) => clip(results, 'clipping-never').accuracyWith ?? Number.NaN,
      format: { percentDecimals: 0 },
    },
    'dead-shallow': { value: (results) => deadShare(results, 'histograms-he'), format: { percentDecimals: 0 } },
    'dead-deep': { value: (results) => deadShare(results, 'histograms-he-deep'), format: { percentDecimals: 0 } },
    'torch-ratio': { value: (results) => ratio(results, 'gradients-relu-torch'), format: { significant: 2 } },
    'answer-lecun-relu': { value: () => Math.sqrt(half(29)), format: { significant: 2 } },
    'answer-loss-scale': { value: () => 65536, format: 'integer' },
    'answer-leaky': {
      value: (results) => last(flow(results, 'gradients-leaky-small').deltaMoment),
      format: { significant: 2 },
    },
  },
  figures: {
    sigmoid: { chart: 'gradient-flow', runs: ['gradient-flow'] },
    'tanh-large': { chart: 'gradient-flow', runs: ['gradients-large'] },
    'relu-small': { chart: 'gradient-flow', runs: ['gradients-relu-small'] },
    'clip-gain': { chart: 'clipping', runs: ['clipping-gain'] },
  },
  claims: ['leaky-never-stops', 'no-swinging'],
  facts: {
    'with sigmoid and Xavier the weight gradient falls from every layer to the one before, over eleven orders of magnitude':
      (results) => {
        const { gradientNorm } = flow(results, 'gradient-flow');
        return (
          gradientNorm.every((norm, i) => i === 0 || norm < (gradientNorm[i - 1] ?? 0)) &&
          ratio(results, 'gradient-flow') < 1e-11
        );
      },
    'with tanh and Xavier the gradient of layer 1 is within a factor of two of the last one': (results) =>
      ratio(results, 'gradients-tanh') > 0.5 && ratio(results, 'gradients-tanh') < 2,
    'with N(0, 1) and tanh the error signal grows at every layer on its way back': (results) => {
      const { deltaMoment } = flow(results, 'gradients-large');
      return deltaMoment.every((moment, i) => i === 0 || moment > (deltaMoment[i - 1] ?? Number.POSITIVE_INFINITY));
    },
    'tanh with N(0, 1) is saturated: most units of every layer are': (results) =>
      results<ActivationHistogramsFrame>('histograms-tanh').measured.every(({ saturated }) => (saturated ?? 0) > 0.5),
    'in a saturated sigmoid network the entries of delta in layer 1 that are above 1 carry two thirds of the mean square':
      (results) =>
        squaresBelowOne(results, 'gradients-sigmoid-large') <
        last(flow(results, 'gradients-sigmoid-large').deltaMoment) / 3,
    'the saturated sigmoid has a chi below one at n Var[w] = 100, by the formula and by the integral': (results) =>
      10 / (6 * Math.sqrt(Math.PI)) < 1 && Math.abs(chi(results, 'gradients-sigmoid-large') - 1) < 0.05,
    'chi of tanh with Xavier is below one and falls toward the first layer': (results) => {
      const factors = chis(results, 'gradients-tanh');
      return factors.every((factor, i) => factor < 1 && factor < (factors[i - 1] ?? 1));
    },
    'the formula of the saturated tanh is within a tenth at n Var[w] = 100, and off by more at the lowest gain': (
      results,
    ) => {
      const formula = (factor: number) => (4 / 3) * Math.sqrt(factor / (2 * Math.PI));
      const atLowestGain = chiWhereSettled('tanh', 100 / 16);
      return (
        Math.abs(chi(results, 'gradients-large') / formula(100) - 1) < 0.1 && atLowestGain / formula(100 / 16) > 1.1
      );
    },
    'with N(0, 1) and sigmoid the gradient of layer 1 is of the size of the last one': (results) =>
      Math.abs(ratio(results, 'gradients-sigmoid-large') - 1) < 0.5,
    'with ReLU the ratio of the weight gradients is the same for three scales': (results) =>
      reluRuns.every((run) => Math.abs(ratio(results, run) / ratio(results, 'gradients-relu') - 1) < 1e-4),
    'with ReLU and N(0, 0.01²) the weight gradients of all layers lie within a factor of two': (results) => {
      const { gradientNorm } = flow(results, 'gradients-relu-small');
      return Math.max(...gradientNorm) < 2 * Math.min(...gradientNorm);
    },
    'clipping keeps the run at rate 1 alive and the other one ends in NaN': (results) =>
      clip(results, 'clipping').divergedWith === null && clip(results, 'clipping').divergedWithout !== null,
    'a start three times too large, clipped, ends behind a third as many steps from the right one': (results) =>
      (clip(results, 'clipping-gain').accuracyWith ?? 1) < (clip(results, 'clipping-never').accuracyWith ?? 0) &&
      clip(results, 'clipping-gain').step === 3 * clip(results, 'clipping-never').step,
    'that start ends in NaN without clipping, and the right one never meets its limit': (results) =>
      clip(results, 'clipping-gain').divergedWithout !== null &&
      clip(results, 'clipping-gain').divergedWith === null &&
      clip(results, 'clipping-never').firstClipped === null,
    'with ReLU and N(0, 0.01²) the error signal falls from every layer to the one before': (results) => {
      const { deltaMoment } = flow(results, 'gradients-relu-small');
      return deltaMoment.every((moment, i) => i === 0 || moment < 0.1 * (deltaMoment[i - 1] ?? 0));
    },
    'He keeps the weight gradients of all layers within a factor of two': (results) => {
      const { gradientNorm } = flow(results, 'gradients-relu');
      return Math.max(...gradientNorm) < 2 * Math.min(...gradientNorm);
    },
    'the share of dead units grows from the fifth layer to the fiftieth': (results) =>
      deadShare(results, 'histograms-he-deep') > 5 * deadShare(results, 'histograms-he'),
    'with He and ReLU at width 4 the gradients of most networks are exactly zero': (results) =>
      flow(results, 'gradients-relu-narrow').median.every((norm) => norm === 0),
    'with leaky ReLU and N(0, 0.01²) the error signal still vanishes': (results) =>
      last(flow(results, 'gradients-leaky-small').deltaMoment) < 1e-40,
  },
  predictions: {
    'saturated-tanh': { options: { vanish: false, same: false, explode: true }, for: 'tanh-large' },
    'relu-layers': { options: { first: false, last: false, same: true }, for: 'relu-small' },
  },
  exercises: {
    'lecun-relu': { answer: () => Math.sqrt(half(29)), tolerance: 0.02, format: { significant: 2 } },
    'which-gradient': { kind: 'choice', options: { weights: false, biases: true, both: false, none: false } },
    'derive-tanh': { kind: 'derivation' },
    'loss-scale': { answer: () => 65536, tolerance: 0.0001, format: 'integer' },
    'leaky-run': {
      kind: 'run',
      widget: 'gradient-flow',
      answer: (results) => last(flow(results, 'gradients-leaky-small').deltaMoment),
      tolerance: 0.05,
      format: { significant: 2 },
    },
  },
  assumptions: [
    'backward-independence',
    'zero-mean-weights',
    'weights-uncorrelated',
    'equal-variance',
    'normal-pre-activations',
    'saturated-units',
    'zero-bias',
    'homogeneous-activation',
  ],
  widgets: ['gradient-flow', 'precision', 'clipping'],
  linked: {
    quantities: [
      'fanOut',
      'weightVariance',
      'factor',
      'backwardFactor',
      'deltaMoment',
      'firstDeltaMoment',
      'lastDeltaMoment',
      'deltaFactor',
      'depth',
    ],
  },
  cells: ['balance', 'clip'],
  citations: [
    'rumelhart1986',
    'hochreiter1991',
    'bengio1994',
    'glorot2010',
    'he2015',
    'pascanu2013',
    'schoenholz2017',
    'yang2019',
    'du2018',
    'micikevicius2018',
    'maas2013',
  ],
} as const satisfies Lesson;

export default lesson;
