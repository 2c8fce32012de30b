import type { CorrelationFrame } from '#experiments/correlation.ts';
import { arcCosineKernel } from '#experiments/correlation-theory.ts';
import type { DepthSweepFrame } from '#experiments/depth-sweep.ts';
import type { NamedRun } from '#experiments/named-runs.ts';
import type { OneLayerFrame } from '#experiments/one-layer.ts';
import { inputMoments, outputMoments, rawSecondMoment, termMoments } from '#experiments/one-layer-theory.ts';
import type { Lesson, Results } from '#lesson/lesson.ts';
import { exp } from '#numerics/elementary.ts';

const lastOf = (values: readonly number[]) => values.at(-1) ?? Number.NaN;
const sweep = (results: Results, run: NamedRun) => results<DepthSweepFrame>(run);
const sweepEnd = (results: Results, run: NamedRun, key: 'measured' | 'theory' | 'low' | 'median' | 'high') =>
  lastOf(sweep(results, run)[key]);
/** The same relative to the average over all networks, the theory. */
const toTheory = (results: Results, run: NamedRun, key: 'low' | 'median' | 'high') =>
  sweepEnd(results, run, key) / sweepEnd(results, run, 'theory');
const layer = (results: Results, run: NamedRun) => results<OneLayerFrame>(run);
const pair = (results: Results) => results<CorrelationFrame>('correlation');

/** How far a figure's first and last values of a theory lie apart. */
const growth = (results: Results, run: NamedRun, key: 'measured' | 'theory') =>
  sweepEnd(results, run, key) / (sweep(results, run)[key][0] ?? Number.NaN);

const normalReluVariance = 1 / 2 - 1 / (2 * Math.PI);
const lecunPower = 1 / 562949953421312; // 2^-49

const lesson = {
  slug: 'he',
  sections: [
    'half',
    'relu',
    'predict',
    'forward',
    'experiment',
    'backward',
    'leaky',
    'fluctuations',
    'break',
    'two-inputs',
    'keep',
    'exercises',
    'sources',
  ],
  equations: {
    mirror: String.raw`\max(0, z)^2 + \max(0, -z)^2 = z^2`,
    half: String.raw`E[h^2] = \frac{1}{2} E[z^2]`,
    'relu-mean': String.raw`E[h] = \int_0^\infty z \, \frac{e^{-z^2 / 2 \tau^2}}{\tau \sqrt{2 \pi}} \, dz = \frac{\tau}{\sqrt{2 \pi}}`,
    'relu-variance': String.raw`\begin{aligned} \operatorname{Var}[h] &= E[h^2] - E[h]^2 \\ &= \left( \frac{1}{2} - \frac{1}{2 \pi} \right) \tau^2 \end{aligned}`,
    law: String.raw`q_l = n_l \operatorname{Var}[w^{(l)}]\, E[h_{l-1}^2]`,
    'one-step': String.raw`q_l = \frac{1}{2} n_l \operatorname{Var}[w^{(l)}]\, q_{l-1}`,
    product: String.raw`q_L = q_1 \prod_{l=2}^{L} \frac{1}{2} n_l \operatorname{Var}[w^{(l)}]`,
    he: String.raw`\operatorname{Var}[w^{(l)}] = \frac{2}{n_l}`,
    'first-layer': String.raw`q_1 = n_1 \operatorname{Var}[w^{(1)}]\, q_0 = 2 q_0`,
    'delta-step': String.raw`E[\delta_{l-1}^2] = \frac{1}{2} d_l \operatorname{Var}[w^{(l)}]\, E[\delta_l^2]`,
    'he-backward': String.raw`\operatorname{Var}[w^{(l)}] = \frac{2}{d_l}`,
    telescope: String.raw`E[\delta_1^2] = E[\delta_L^2] \prod_{l=2}^{L} \frac{d_l}{d_{l-1}} = \frac{d_L}{d_1} E[\delta_L^2]`,
    'leaky-variance': String.raw`\operatorname{Var}[w] = \frac{2}{(1 + a^2)\, n}`,
    ratio: String.raw`\frac{s_l}{s_{l-1}} = \frac{1}{n} \sum_{i=1}^{n} 2 \max(0, g_i)^2`,
    five: String.raw`\begin{aligned} \operatorname{Var}[2 \max(0, g)^2] &= 4 \cdot \frac{1}{2} E[g^4] - 1 \\ &= 6 - 1 = 5 \end{aligned}`,
    'log-spread': String.raw`\begin{aligned} E[\ln s_L] &\approx \ln s_0 - \frac{5L}{2n} \\[0.7em] \operatorname{Var}[\ln s_L] &\approx \frac{5L}{n} \end{aligned}`,
    'pair-angle': String.raw`u = \sqrt{q}\, r \cos \alpha \qquad v = \sqrt{q}\, r \cos(\alpha - \theta)`,
    'pair-moment': String.raw`\begin{aligned} & E[\max(0, u) \max(0, v)] \\ & \quad = \frac{q}{2 \pi} \int_0^\infty r^3 e^{-r^2/2}\, dr \\ & \quad \phantom{{} = {}} \cdot \int_{\theta - \pi/2}^{\pi/2} \cos \alpha \cos(\alpha - \theta)\, d\alpha \\ & \quad = \frac{q}{2 \pi} \left( \sin \theta + (\pi - \theta) \cos \theta \right) \end{aligned}`,
    'pair-map': String.raw`\cos \theta_{l+1} = \frac{1}{\pi} \left( \sin \theta_l + (\pi - \theta_l) \cos \theta_l \right)`,
    'pair-loss': String.raw`\varepsilon_{l+1} \approx \varepsilon_l - \frac{(2 \varepsilon_l)^{3/2}}{3 \pi}`,
    'pair-slow': String.raw`\frac{1}{\sqrt{\varepsilon_{l+1}}} \approx \frac{1}{\sqrt{\varepsilon_l}} + \frac{\sqrt{2}}{3 \pi} \qquad \varepsilon_l \approx \frac{9 \pi^2}{2 l^2}`,
    'leaky-moment': String.raw`\begin{aligned} E[h^2] &= \frac{1}{2} E[z^2] + \frac{1}{2} a^2 E[z^2] \\[0.7em] &= \frac{1 + a^2}{2} E[z^2] \end{aligned}`,
  },
  numbers: {
    'relu-variance': { value: () => normalReluVariance, format: { significant: 4 } },
    'he-seven': { value: (results) => growth(results, 'depth-sweep', 'measured'), format: { significant: 2 } },
    'lecun-end': { value: (results) => growth(results, 'relu-lecun', 'measured'), format: { significant: 2 } },
    'double-end': { value: (results) => growth(results, 'relu-two-over-root', 'measured'), format: { significant: 2 } },
    'lecun-theory': { value: () => lecunPower, format: { significant: 2 } },
    'double-theory': { value: () => 4 / lecunPower, format: { significant: 2 } },
    'misprint-std': { value: () => 2 / Math.sqrt(128), format: { significant: 3 } },
    'thirty-halves': { value: () => 1 / 536870912, format: { significant: 2 } },
    'narrow-low': { value: (results) => toTheory(results, 'he-band-32', 'low'), format: { significant: 2 } },
    'narrow-high': { value: (results) => toTheory(results, 'he-band-32', 'high'), format: { significant: 2 } },
    'wide-low': { value: (results) => toTheory(results, 'he-band-512', 'low'), format: { significant: 2 } },
    'wide-high': { value: (results) => toTheory(results, 'he-band-512', 'high'), format: { significant: 2 } },
    'spread-median': { value: (results) => toTheory(results, 'he-spread', 'median'), format: { significant: 2 } },
    'spread-law': { value: () => exp(-1.25), format: { significant: 2 } },
    'mean-moment': {
      value: (results) => lastOf(layer(results, 'one-layer-he-mean').secondMoment),
      format: { significant: 2 },
    },
    'cosine-three': { value: (results) => pair(results).theory.cosine[3] ?? Number.NaN, format: { significant: 2 } },
    'cosine-thirty': { value: (results) => lastOf(pair(results).theory.cosine), format: { significant: 3 } },
    'cosine-low': { value: (results) => lastOf(pair(results).low), format: { significant: 2 } },
    'cosine-high': { value: (results) => lastOf(pair(results).high), format: { significant: 2 } },
    'answer-std-512': { value: () => 1 / 16, format: { significant: 3 } },
    'answer-conv': { value: () => Math.sqrt(2 / 576), format: { significant: 3 } },
    'answer-telescope': { value: () => 10 / 100, format: { significant: 2 } },
    'answer-lecun-end': { value: (results) => sweepEnd(results, 'relu-lecun', 'measured'), format: { significant: 3 } },
    'answer-lecun-theory': {
      value: (results) => sweepEnd(results, 'relu-lecun', 'theory'),
      format: { significant: 3 },
    },
  },
  figures: {
    'relu-inputs': { chart: 'one-layer', runs: ['one-layer-he'] },
    'three-stds': { chart: 'depth-compare', runs: ['relu-lecun', 'depth-sweep', 'relu-two-over-root'] },
    bands: { chart: 'band-width', runs: ['he-band-32', 'he-band-128', 'he-band-512'] },
    'break-mean': { chart: 'one-layer', runs: ['one-layer-he-mean'] },
    'two-inputs': { chart: 'correlation', runs: ['correlation'] },
  },
  claims: [],
  facts: {
    'behind a ReLU the outputs of He weights have second moment 1, and the law with Var[x] is a third too low': (
      results,
    ) => {
      const { secondMoment, theory, naive } = layer(results, 'one-layer-he');
      return secondMoment.every(
        (measured, index) =>
          Math.abs((theory[index] ?? 0) - 1) < 1e-9 &&
          Math.abs(measured - 1) < 0.15 &&
          Math.abs((naive[index] ?? 0) - 2 * normalReluVariance) < 1e-9,
      );
    },
    'with He the theory doubles in layer 1 and then stays level': (results) => {
      const { theory } = sweep(results, 'depth-sweep');
      const [q0 = 0, ...layers] = theory;
      return layers.every((q) => Math.abs(q / (2 * q0) - 1) < 1e-9);
    },
    'with LeCun the theory keeps layer 1 and then halves; with 2/√n it takes fourfold and then doubles': (results) => {
      const near = (a: number, b: number) => Math.abs(a / b - 1) < 1e-6;
      return (
        near(growth(results, 'relu-lecun', 'theory'), lecunPower) &&
        near(growth(results, 'relu-two-over-root', 'theory'), 4 / lecunPower)
      );
    },
    'the second moments of the three standard deviations are the same up to powers of two': (results) => {
      const he = sweepEnd(results, 'depth-sweep', 'measured');
      return (
        Math.abs(sweepEnd(results, 'relu-two-over-root', 'measured') / he / (2 / lecunPower) - 1) < 0.01 &&
        Math.abs(sweepEnd(results, 'relu-lecun', 'measured') / he / (lecunPower / 2) - 1) < 0.01
      );
    },
    'seed 7 ends above the band': (results) =>
      sweepEnd(results, 'depth-sweep', 'measured') > sweepEnd(results, 'depth-sweep', 'high'),
    'the band narrows with width': (results) => {
      const spread = (run: NamedRun) => sweepEnd(results, run, 'high') / sweepEnd(results, run, 'low');
      return spread('he-band-32') > spread('he-band-128') && spread('he-band-128') > spread('he-band-512');
    },
    'at every width of the figure the median ends below the average': (results) =>
      (['he-band-32', 'he-band-128', 'he-band-512', 'he-spread'] as const).every(
        (run) => toTheory(results, run, 'median') < 1,
      ),
    'the median of a hundred seeds agrees with the log-normal law': (results) =>
      toTheory(results, 'he-spread', 'median') > exp(-1.25 - 0.5) &&
      toTheory(results, 'he-spread', 'median') < exp(-1.25 + 0.5),
    'a mean of a tenth of a standard deviation lifts the second moment as the fan-in grows': (results) => {
      const { secondMoment, theory, exactSecondMoment } = layer(results, 'one-layer-he-mean');
      return lastOf(secondMoment) > 1.5 * lastOf(theory) && Math.abs(lastOf(exactSecondMoment) - 1.82) < 0.01;
    },
    'orthogonal inputs become nearly parallel in thirty layers, at each layer a little more': (results) => {
      const { cosine } = pair(results).theory;
      return lastOf(cosine) > 0.96 && cosine.slice(2).every((c, index) => c > (cosine[index + 1] ?? 1));
    },
    'inputs at a right angle have cosine 1/π one ReLU later': (results) =>
      pair(results).theory.cosine[1] === 0 && Math.abs((pair(results).theory.cosine[2] ?? 0) * Math.PI - 1) < 1e-9,
    'in very deep networks 1 − cos θ comes near 9π²/(2l²)': () => {
      let cosine = 0;
      const layers = 20_000;
      for (let layer = 1; layer < layers; layer++) cosine = 2 * arcCosineKernel(cosine);
      return Math.abs(((1 - cosine) * 2 * layers * layers) / (9 * Math.PI * Math.PI) - 1) < 0.01;
    },
    'with PyTorch’s default the random bias holds the signal, and without it the signal dies': (results) => {
      const [withBias, without] = [sweep(results, 'torch-default'), sweep(results, 'torch-without-bias')];
      return (
        Math.abs(lastOf(withBias.theory) / (withBias.theory[20] ?? 0) - 1) < 1e-6 && lastOf(without.theory) < 1e-20
      );
    },
    'the mean of the weights does almost no harm to inputs of mean 0': () => {
      const std = Math.sqrt(2 / 256);
      const withMean = (input: 'normal' | 'relu') => {
        const x = inputMoments[input];
        const { secondMoment } = outputMoments(termMoments(x, 0.1 * std, std, 0), 256);
        return secondMoment / (2 * rawSecondMoment(x));
      };
      return Math.abs(withMean('normal') - 1) < 0.02 && withMean('relu') > 1.8;
    },
    'a slope of 0.01 changes the variance by one part in ten thousand': () =>
      Math.abs((1 - 1 / (1 + 0.01 * 0.01)) * 10_000 - 1) < 1e-3,
    'the theory of He keeps the size of the two inputs while they turn': (results) =>
      pair(results)
        .theory.q.slice(1)
        .every((q) => Math.abs(q - 2) < 1e-6),
    'tanh with gain 2.5 drives two inputs apart, in theory and in the median': (results) => {
      const { destination, median } = results<CorrelationFrame>('correlation-chaos');
      return (destination?.cosine ?? 1) < 0.1 && lastOf(median) < 0.5 && (median[0] ?? 0) > 0.8;
    },
    'without biases He keeps the error signal on average from the last layer to layer 1': (results) => {
      const { theory } = sweep(results, 'depth-backward');
      return theory.slice(0, -1).every((m) => Math.abs(m - 1) < 1e-6);
    },
  },
  predictions: {
    'relu-inputs': { options: { one: true, less: false, two: false }, for: 'relu-inputs' },
    'two-over-root': { options: { four: false, hundred: false, powers: true }, for: 'three-stds' },
  },
  exercises: {
    'std-512': { answer: () => 1 / 16, tolerance: 0.01, format: { significant: 3 } },
    'conv-fan': { answer: () => Math.sqrt(2 / 576), tolerance: 0.01, format: { significant: 3 } },
    'bound-as-std': { kind: 'choice', options: { kept: false, third: true, half: false, threefold: false } },
    telescope: { answer: () => 10 / 100, tolerance: 0.001, format: { significant: 2 } },
    'derive-leaky': { kind: 'derivation' },
    'see-halving': {
      kind: 'run',
      widget: 'depth-sweep',
      set: { init: 'lecunNormal' },
      answer: (results: Results) => sweepEnd(results, 'relu-lecun', 'measured'),
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
    'fresh-weights',
    'relu-activation',
    'symmetric-pre-activations',
    'symmetric-weights',
    'normal-pre-activations',
    'normal-weights',
    'backward-independence',
    'great-width',
  ],
  widgets: ['depth-sweep', 'he-one-layer', 'correlation'],
  linked: {
    quantities: [
      'fanIn',
      'fanOut',
      'weightVariance',
      'factor',
      'backwardFactor',
      'secondMoment',
      'inputSecondMoment',
      'firstSecondMoment',
      'lastSecondMoment',
      'depth',
      'cosine',
    ],
    withoutValue: ['activationMoment', 'deltaMoment', 'firstDeltaMoment', 'lastDeltaMoment'],
  },
  cells: ['half-wave', 'either-fan'],
  citations: ['he2015', 'glorot2010', 'hanin2018', 'cho2009', 'poole2016', 'maas2013'],
} as const satisfies Lesson;

export default lesson;
