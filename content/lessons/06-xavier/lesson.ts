import type { DepthSweepFrame } from '#experiments/depth-sweep.ts';
import type { GradientFlowFrame } from '#experiments/gradient-flow.ts';
import { gradientTheory } from '#experiments/gradient-theory.ts';
import type { NamedRun } from '#experiments/named-runs.ts';
import type { VarianceMapFrame } from '#experiments/variance-map.ts';
import { nextMoment } from '#experiments/variance-map-theory.ts';
import { xavierNormal, xavierTruncatedNormal } from '#initializers/named-rows.ts';
import { starts } from '#initializers/starts.ts';
import { varianceScaling } from '#initializers/variance-scaling.ts';
import type { Lesson, Results } from '#lesson/lesson.ts';
import { distributionStd } from '#random/distributions.ts';

const sweep = (results: Results, run: NamedRun) => results<DepthSweepFrame>(run);
const map = (results: Results) => results<VarianceMapFrame>('variance-map');
const gradients = (results: Results, run: NamedRun) => results<GradientFlowFrame>(run);
/** What a frame's series holds at a layer, forward or backward. */
const atLayer = (frame: DepthSweepFrame, key: 'measured' | 'theory', layer: number) =>
  frame[key][frame.layers.indexOf(layer)] ?? Number.NaN;

const digits = [100, 784];

/** n_in Var[w] of Xavier for one layer. */
const forwardFactor = (fanIn: number, fanOut: number) => (2 * fanIn) / (fanIn + fanOut);
/** The product of these factors over a network. */
const forwardProduct = (widths: readonly number[]) =>
  widths.slice(1).reduce((product, fanOut, l) => product * forwardFactor(widths[l] ?? Number.NaN, fanOut), 1);

const lesson = {
  slug: 'xavier',
  sections: [
    'way-back',
    'backward',
    'compromise',
    'predict',
    'taper',
    'one-name',
    'tanh',
    'gain',
    'break',
    'keep',
    'exercises',
    'sources',
  ],
  equations: {
    'chain-rule': String.raw`\delta_j^{(l-1)} = \frac{\partial \mathcal{L}}{\partial z_j^{(l-1)}} = \sum_{i=1}^{n_\mathrm{out}} \frac{\partial \mathcal{L}}{\partial z_i^{(l)}} \frac{\partial z_i^{(l)}}{\partial z_j^{(l-1)}}`,
    delta: String.raw`\delta_j^{(l-1)} = \varphi'(z_j^{(l-1)}) \sum_{i=1}^{n_\mathrm{out}} w_{ij}\, \delta_i^{(l)}`,
    linearized: String.raw`\delta_j^{(l-1)} \approx \sum_{i=1}^{n_\mathrm{out}} w_{ij}\, \delta_i^{(l)}`,
    'backward-law': String.raw`E[\delta_{l-1}^2] = n_\mathrm{out} \operatorname{Var}[w]\, E[\delta_l^2]`,
    wishes: String.raw`n_\mathrm{in} \operatorname{Var}[w] = 1 \qquad n_\mathrm{out} \operatorname{Var}[w] = 1`,
    xavier: String.raw`\operatorname{Var}[w] = \frac{2}{n_\mathrm{in} + n_\mathrm{out}}`,
    harmonic: String.raw`\frac{2}{n_\mathrm{in} + n_\mathrm{out}} = \frac{2}{\dfrac{1}{1/n_\mathrm{in}} + \dfrac{1}{1/n_\mathrm{out}}}`,
    factors: String.raw`\begin{aligned} n_\mathrm{in} \operatorname{Var}[w] &= \frac{2 n_\mathrm{in}}{n_\mathrm{in} + n_\mathrm{out}} \\[0.85em] n_\mathrm{out} \operatorname{Var}[w] &= \frac{2 n_\mathrm{out}}{n_\mathrm{in} + n_\mathrm{out}} \end{aligned}`,
    bound: String.raw`\frac{a^2}{3} = \frac{2}{n_\mathrm{in} + n_\mathrm{out}} \qquad a = \sqrt{\frac{6}{n_\mathrm{in} + n_\mathrm{out}}}`,
    'slope-moment': String.raw`\begin{aligned} E[\varphi'(z)^2] &= E[(1 - \tanh(z)^2)^2] \\ & \approx 1 - 2 E[z^2] = 1 - 2 q \end{aligned}`,
    'delta-tanh': String.raw`\frac{E[\delta_1^2]}{E[\delta_L^2]} \approx \prod_{l=1}^{L-1} (1 - 2 q_l)`,
    telescope: String.raw`\prod_{l=1}^{L-1} (1 - 2 q_l) \approx \prod_{l=1}^{L-1} \frac{q_{l+1}}{q_l} = \frac{q_L}{q_1}`,
    'weight-gradient': String.raw`E[\delta_l^2]\, E[h_{l-1}^2] \approx \frac{q_L}{q_l} E[\delta_L^2] \cdot q_l = q_L E[\delta_L^2]`,
    settle: String.raw`q = \sigma_w^2 E[\tanh(z)^2] \qquad z \sim N(0, q)`,
    chi: String.raw`\chi_1 = \sigma_w^2 E[\tanh'(z)^2]`,
    sum: String.raw`n_\mathrm{in} v + n_\mathrm{out} v = 2 \quad \Rightarrow \quad v = \frac{2}{n_\mathrm{in} + n_\mathrm{out}}`,
    'product-below-one': String.raw`\frac{4 n_\mathrm{in} n_\mathrm{out}}{(n_\mathrm{in} + n_\mathrm{out})^2} = 1 - \left( \frac{n_\mathrm{in} - n_\mathrm{out}}{n_\mathrm{in} + n_\mathrm{out}} \right)^2`,
  },
  numbers: {
    'std-xavier': { value: () => distributionStd(xavierNormal().distribution(digits)), format: { significant: 3 } },
    'std-cut': {
      value: () => distributionStd(xavierTruncatedNormal({ corrected: false }).distribution(digits)),
      format: { significant: 3 },
    },
    'std-lecun': {
      value: () => distributionStd(varianceScaling({ mode: 'fanIn' }).distribution(digits)),
      format: { significant: 3 },
    },
    'variance-ratio': { value: () => forwardFactor(784, 100), format: { significant: 3 } },
    'tanh-forward': {
      value: (results) => {
        const frame = sweep(results, 'tanh-xavier');
        return atLayer(frame, 'theory', 50) / atLayer(frame, 'theory', 1);
      },
      format: { significant: 2 },
    },
    'tanh-backward': {
      value: (results) => atLayer(sweep(results, 'tanh-xavier-backward'), 'theory', 1),
      format: { significant: 2 },
    },
    'gradient-ratio': {
      value: (results) => gradients(results, 'gradients-tanh').ratio?.measured ?? Number.NaN,
      format: { significant: 2 },
    },
    'gain-q': { value: (results) => map(results).settlesAt, format: { significant: 3 } },
    'gain-h': { value: (results) => (map(results).settlesAt * 9) / 25, format: { significant: 3 } },
    'gain-chi': { value: (results) => map(results).chi ?? Number.NaN, format: { significant: 3 } },
    'gain-end': {
      value: (results) => atLayer(sweep(results, 'tanh-xavier-gain-backward'), 'measured', 1),
      format: { significant: 2 },
    },
    'gain-end-theory': {
      value: (results) => atLayer(sweep(results, 'tanh-xavier-gain-backward'), 'theory', 1),
      format: { significant: 2 },
    },
    'sigmoid-ratio': {
      value: (results) => gradients(results, 'gradient-flow').ratio?.measured ?? Number.NaN,
      format: { significant: 2 },
    },
    'sigmoid-gain-ratio': {
      value: (results) => gradients(results, 'gradients-sigmoid-gain').ratio?.measured ?? Number.NaN,
      format: { significant: 2 },
    },
    'taper-product': { value: () => forwardProduct([1024, 256, 64, 16]), format: { significant: 3 } },
    'answer-bound': { value: () => Math.sqrt(6 / 884), format: { significant: 3 } },
    'answer-factor': { value: () => forwardFactor(300, 100), format: { significant: 3 } },
    'answer-bottleneck': { value: () => forwardProduct([1024, 256, 64, 256, 1024]), format: { significant: 3 } },
    'answer-backward': {
      value: (results) => atLayer(sweep(results, 'tanh-xavier-backward'), 'measured', 1),
      format: { significant: 3 },
    },
  },
  figures: {
    'tanh-gradient': { chart: 'gradient-flow', runs: ['gradients-tanh'] },
    'gain-forward': { chart: 'depth-sweep', runs: ['tanh-xavier-gain'] },
    'gain-backward': { chart: 'depth-sweep', runs: ['tanh-xavier-gain-backward'] },
    'break-sigmoid': { chart: 'gradient-flow', runs: ['gradients-sigmoid-gain'] },
  },
  claims: [],
  facts: {
    'on the way back tanh with Xavier loses about what it loses on the way forward': (results) => {
      const forward = sweep(results, 'tanh-xavier');
      const ratio = atLayer(forward, 'theory', 50) / atLayer(forward, 'theory', 1);
      const back = atLayer(sweep(results, 'tanh-xavier-backward'), 'theory', 1);
      return back / ratio > 0.5 && back / ratio < 2;
    },
    'the first few tanh layers make the difference between the two directions': (results) => {
      const [forward, back] = [sweep(results, 'tanh-xavier'), sweep(results, 'tanh-xavier-backward')];
      const excess = (layer: number) =>
        (atLayer(back, 'theory', layer) * atLayer(forward, 'theory', layer)) / atLayer(forward, 'theory', 50) - 1;
      return excess(1) > 0.3 && [10, 20, 30, 40].every((layer) => Math.abs(excess(layer)) < 0.05);
    },
    'the gradient of the weights differs by less than a third over twenty tanh layers': (results) => {
      const { theory, ratio } = gradients(results, 'gradients-tanh');
      return (
        Math.max(...theory.gradientNorm) / Math.min(...theory.gradientNorm) < 1.33 && (ratio?.measured ?? 9) < 1.33
      );
    },
    'with gain 5/3 the second moment is level from layer 20 on': (results) => {
      const frame = sweep(results, 'tanh-xavier-gain');
      return Math.abs(atLayer(frame, 'theory', 50) / atLayer(frame, 'theory', 20) - 1) < 1e-3;
    },
    'and the error signal grows by the same factor in each layer': (results) => {
      const frame = sweep(results, 'tanh-xavier-gain-backward');
      return [45, 35, 25, 15].every(
        (layer) =>
          Math.abs(
            atLayer(frame, 'theory', layer - 1) / atLayer(frame, 'theory', layer) / (map(results).chi ?? 0) - 1,
          ) < 1e-3,
      );
    },
    'with gain 5/3 the error signal grows by a fifth per layer': (results) =>
      Math.abs((map(results).chi ?? 0) - 1.2) < 0.02,
    'the map that settles with gain 5/3 is the one of the figure': (results) =>
      Math.abs(map(results).settlesAt / atLayer(sweep(results, 'tanh-xavier-gain'), 'theory', 50) - 1) < 1e-6,
    'tanh lets the error signal grow wherever it holds the signal': (results) =>
      (['variance-map', 'variance-map-lecun-scaled'] as const).every((run) => {
        const held = results<VarianceMapFrame>(run).fixed.points.filter(({ q, stable }) => stable && q > 0);
        return held.length === 1 && held.every(({ chi }) => chi > 1);
      }),
    'the error signal of tanh layers shrinks while the gradient is nearly level': (results) => {
      const { deltaMoment } = gradients(results, 'gradients-tanh');
      return (deltaMoment.at(-1) ?? 1) < 0.1 * (deltaMoment[0] ?? 0);
    },
    'ReLU with Xavier halves the error signal in each layer and leaves the gradient nearly level and small': (
      results,
    ) => {
      const { theory, gradientNorm, deltaMoment } = gradients(results, 'gradients-relu-xavier');
      const level = gradientNorm.map((norm) => norm / (gradientNorm[0] ?? 0));
      return (
        theory.delta.slice(1, 20).every((m, index) => Math.abs(m / (theory.delta[index] ?? 0) - 0.5) < 1e-9) &&
        (deltaMoment.at(-1) ?? 1) < 1e-5 &&
        Math.max(...level) < 2 &&
        Math.min(...level) > 0.5 &&
        Math.max(...gradientNorm) < 0.02 * Math.min(...gradients(results, 'gradients-tanh').gradientNorm)
      );
    },
    'a larger gain lets sigmoid layers shrink the gradient less, and 4 is not enough': () => {
      const ratio = (gain: number) => {
        const network = { activation: 'sigmoid', depth: 20, width: 100, batch: 32, gain } as const;
        const { gradientNorm } = gradientTheory(starts.xavierNormal, network, { q0: 1, lastMoment: 1 });
        return (gradientNorm.at(-1) ?? 0) / (gradientNorm[0] ?? 0);
      };
      const ratios = [1, 1.5, 2, 2.5, 3, 3.5, 4].map(ratio);
      return ratios.every((each, index) => each > (ratios[index - 1] ?? 0)) && (ratios.at(-1) ?? 1) < 1e-3;
    },
    'with gain 4 the sums of sigmoid layers have a standard deviation above two': () => {
      let q = 1;
      for (let layer = 2; layer <= 20; layer++) q = nextMoment({ activation: 'sigmoid', gain: 4, biasStd: 0 }, q);
      return Math.sqrt(q) > 2;
    },
    'some gain between 1 and 5/3 brings the error signal back as it began': (results) => {
      const arrival = (run: NamedRun) => atLayer(sweep(results, run), 'theory', 1);
      return arrival('tanh-xavier-backward') < 1 && arrival('tanh-xavier-gain-backward') > 1;
    },
    'the error signal with gain 5/3 ends above a thousand': (results) =>
      atLayer(sweep(results, 'tanh-xavier-gain-backward'), 'measured', 1) > 1000,
    'Xavier leaves almost nothing of the gradient in twenty sigmoid layers': (results) =>
      (gradients(results, 'gradient-flow').ratio?.measured ?? 1) < 1e-9,
    'with gain 4 the sigmoid’s gradient shrinks far less, but it still shrinks': (results) => {
      const ratio = gradients(results, 'gradients-sigmoid-gain').ratio?.measured ?? Number.NaN;
      return ratio < 0.01 && ratio > 1e6 * (gradients(results, 'gradient-flow').ratio?.measured ?? 1);
    },
    'linear layers of equal width keep the error signal on average': (results) =>
      sweep(results, 'linear-xavier-backward').theory.every((moment) => Math.abs(moment - 1) < 1e-9),
  },
  predictions: {
    taper: { options: { both: false, opposite: true, fade: false }, for: { cell: 'see-saw' } },
    gain: { options: { level: false, slow: false, grows: true }, for: 'gain-backward' },
  },
  exercises: {
    'digits-bound': { answer: () => Math.sqrt(6 / 884), tolerance: 0.01, format: { significant: 3 } },
    factor: { answer: () => forwardFactor(300, 100), tolerance: 0.001, format: { significant: 3 } },
    bottleneck: {
      answer: () => forwardProduct([1024, 256, 64, 256, 1024]),
      tolerance: 0.01,
      format: { significant: 3 },
    },
    'why-compromise': { kind: 'choice', options: { forward: false, backward: true, uniform: false } },
    'derive-sum': { kind: 'derivation' },
    'see-backward': {
      kind: 'run',
      widget: 'xavier-depth',
      set: { gain: '1' },
      answer: (results: Results) => atLayer(sweep(results, 'tanh-xavier-backward'), 'measured', 1),
      tolerance: 0.02,
      format: { significant: 3 },
    },
  },
  assumptions: [
    'small-signal',
    'third-order',
    'zero-mean-weights',
    'weights-uncorrelated',
    'equal-variance',
    'fresh-weights',
    'backward-independence',
    'great-width',
  ],
  widgets: ['xavier-weights', 'xavier-depth', 'gradient-flow'],
  linked: {
    quantities: [
      'fanIn',
      'fanOut',
      'weightVariance',
      'factor',
      'backwardFactor',
      'bound',
      'deltaMoment',
      'firstDeltaMoment',
      'lastDeltaMoment',
      'depth',
    ],
    withoutValue: ['secondMoment', 'firstSecondMoment', 'lastSecondMoment'],
  },
  cells: ['see-saw', 'one-name'],
  citations: ['glorot2010', 'he2015', 'saito2016', 'jia2014', 'schoenholz2017', 'rumelhart1986'],
} as const satisfies Lesson;

export default lesson;
