import type { CorrelationFrame } from '#experiments/correlation.ts';
import type { NamedRun } from '#experiments/named-runs.ts';
import type { NormalizationFrame } from '#experiments/normalization.ts';
import type { Lesson, Results } from '#lesson/lesson.ts';

type Norm = NormalizationFrame['curves'][number]['norm'];

const last = (values: readonly number[]) => values.at(-1) ?? Number.NaN;
const pair = (results: Results, run: NamedRun) => results<CorrelationFrame>(run);
const accuracy = (results: Results, run: NamedRun, norm: Norm, start: 'sigma' | 'heNormal') =>
  results<NormalizationFrame>(run).curves.find((curve) => curve.norm === norm && curve.start === start)?.accuracy ??
  Number.NaN;
/** What a scan over sigma found for the second hidden layer. */
const scanned = (results: Results, norm: Norm, key: 'norms' | 'relativeSteps', sigma: number) => {
  const { sigmas, gradients } = results<NormalizationFrame>('normalization');
  return gradients.find((entry) => entry.norm === norm)?.[key][1]?.[sigmas.indexOf(sigma)] ?? Number.NaN;
};

const power = (factor: number, exponent: number) =>
  Array.from({ length: exponent }).reduce((product: number) => product * factor, 1);
const branches = 48;

const lesson = {
  slug: 'beyond',
  minutes: 50,
  sections: [
    'after-the-second-moment',
    'predict',
    'spectrum',
    'edge',
    'data',
    'normalization',
    'residual',
    'transformers',
    'width',
    'choose',
    'break',
    'keep',
    'exercises',
    'sources',
  ],
  equations: {
    trace: String.raw`\tau(M_l) = \frac{1}{n} \operatorname{tr} M_l = \frac{1}{n} \sum_{i=1}^{n} s_i^2, \qquad M_l = W_l M_{l-1} W_l^\top, \quad M_0 = I`,
    wick: String.raw`\begin{aligned} E[w_{ia} w_{jb} w_{jc} w_{id}] = \frac{1}{n^2} \bigl( & [a = d][b = c] \\ & + [i = j][a = b][c = d] + [i = j][a = c][b = d] \bigr) \end{aligned}`,
    'trace-step': String.raw`E\,\tau(M_l^2) = \left( 1 + \frac{1}{n} \right) \tau(M_{l-1}^2) + \tau(M_{l-1})^2`,
    'trace-wide': String.raw`\tau(M_L^2) \to L + 1`,
    difference: String.raw`\varphi(z) - \varphi(z') \approx \varphi'(z)\, (z - z')`,
    'difference-step': String.raw`E[(z_{l+1} - z'_{l+1})^2] = n \operatorname{Var}[w]\, E[\varphi'(z_l)^2]\, E[(z_l - z'_l)^2] = \chi_1\, E[(z_l - z'_l)^2]`,
    invariant: String.raw`\mathcal{L}(\alpha W) = \mathcal{L}(W), \qquad \alpha > 0`,
    'gradient-scale': String.raw`\nabla \mathcal{L}(\alpha W) = \frac{1}{\alpha}\, \nabla \mathcal{L}(W)`,
    'relative-step': String.raw`\frac{\eta\, \lVert \nabla \mathcal{L}(\alpha W) \rVert}{\lVert \alpha W \rVert} = \frac{1}{\alpha^2} \cdot \frac{\eta\, \lVert \nabla \mathcal{L}(W) \rVert}{\lVert W \rVert}`,
    residual: String.raw`x_{l+1} = x_l + \beta f_l(x_l)`,
    'residual-step': String.raw`E[x_{l+1}^2] = E[x_l^2] + 2 \beta\, E[x_l f_l(x_l)] + \beta^2 E[f_l(x_l)^2] = (1 + \beta^2)\, E[x_l^2]`,
    'residual-total': String.raw`E[x_L^2] = (1 + \beta^2)^L\, E[x_0^2]`,
    'residual-scaled': String.raw`\left( 1 + \frac{1}{L} \right)^{\!L} \le e`,
    readout: String.raw`y = \sum_{i=1}^{n} w_i h_i, \qquad \Delta w_i = -\eta\, \frac{\partial \mathcal{L}}{\partial y}\, h_i`,
    'readout-change': String.raw`\Delta y = -\eta\, \frac{\partial \mathcal{L}}{\partial y} \sum_{i=1}^{n} h_i^2 \approx -\eta\, \frac{\partial \mathcal{L}}{\partial y}\, n\, E[h^2]`,
    orthogonal: String.raw`\langle W, \nabla \mathcal{L}(W) \rangle = 0, \qquad \lVert W - \eta \nabla \mathcal{L} \rVert^2 = \lVert W \rVert^2 + \eta^2 \lVert \nabla \mathcal{L} \rVert^2`,
  },
  numbers: {
    'chaos-chi': {
      value: (results) => pair(results, 'correlation-chaos').destination?.chi ?? Number.NaN,
      format: { significant: 3 },
    },
    'chaos-layer-10': {
      value: (results) => pair(results, 'correlation-chaos').theory.cosine[10] ?? Number.NaN,
      format: { significant: 2 },
    },
    'edge-end': {
      value: (results) => last(pair(results, 'correlation-edge').theory.cosine),
      format: { significant: 2 },
    },
    'small-none': {
      value: (results) => accuracy(results, 'normalization', 'none', 'sigma'),
      format: { percentDecimals: 0 },
    },
    'small-batch': {
      value: (results) => accuracy(results, 'normalization', 'batch', 'sigma'),
      format: { percentDecimals: 0 },
    },
    'small-layer': {
      value: (results) => accuracy(results, 'normalization', 'layer', 'sigma'),
      format: { percentDecimals: 0 },
    },
    'he-layer': {
      value: (results) => accuracy(results, 'normalization', 'layer', 'heNormal'),
      format: { percentDecimals: 0 },
    },
    'large-batch': {
      value: (results) => accuracy(results, 'normalization-large', 'batch', 'sigma'),
      format: { percentDecimals: 0 },
    },
    'large-batch-he': {
      value: (results) => accuracy(results, 'normalization-large', 'batch', 'heNormal'),
      format: { percentDecimals: 0 },
    },
    'step-tiny': {
      value: (results) => scanned(results, 'batch', 'relativeSteps', 0.001),
      format: { significant: 2 },
    },
    'step-large': { value: (results) => scanned(results, 'batch', 'relativeSteps', 1), format: { significant: 1 } },
    'gpt-factor': { value: () => 768 * 0.02 * 0.02, format: { significant: 2 } },
    'answer-branches': { value: () => power(1 + 1 / branches, branches), format: { significant: 3 } },
    'answer-readout': { value: () => 256 / 4096, format: { significant: 3 } },
    'answer-mild': {
      value: (results) => last(pair(results, 'correlation-mild').measured.cosine),
      format: { significant: 3 },
    },
  },
  figures: {
    edge: { chart: 'correlation', runs: ['correlation-edge'] },
  },
  claims: {},
  facts: {
    'in the chaotic phase two close inputs end unrelated, at the edge they stay alike': (results) =>
      Math.abs(last(pair(results, 'correlation-chaos').theory.cosine)) < 0.05 &&
      last(pair(results, 'correlation-edge').theory.cosine) > 0.8,
    'at the edge chi is one, at gain 2.5 it is above': (results) =>
      Math.abs((pair(results, 'correlation-edge').destination?.chi ?? 0) - 1) < 1e-9 &&
      (pair(results, 'correlation-chaos').destination?.chi ?? 0) > 1.5,
    'with batch norm the gradient falls as the weights grow, and the relative step as their square': (results) =>
      Math.abs(scanned(results, 'batch', 'norms', 0.1) / scanned(results, 'batch', 'norms', 1) - 10) < 0.2 &&
      Math.abs(scanned(results, 'batch', 'relativeSteps', 0.1) / scanned(results, 'batch', 'relativeSteps', 1) - 100) <
        2,
    'from 0.01 batch norm learns, no norm and layer norm do not': (results) =>
      accuracy(results, 'normalization', 'batch', 'sigma') > 0.85 &&
      accuracy(results, 'normalization', 'none', 'sigma') < 0.15 &&
      accuracy(results, 'normalization', 'layer', 'sigma') < 0.15,
    'from N(0, 1) batch norm is far behind He': (results) =>
      accuracy(results, 'normalization-large', 'batch', 'sigma') <
      accuracy(results, 'normalization-large', 'batch', 'heNormal') - 0.2,
  },
  predictions: {
    'norm-gradient': { options: { same: false, larger: false, smaller: true } },
  },
  exercises: {
    branches: { answer: () => power(1 + 1 / branches, branches), tolerance: 0.01, format: { significant: 3 } },
    readout: { answer: () => 256 / 4096, tolerance: 0.01, format: { significant: 3 } },
    'which-cure': { kind: 'choice', options: { batch: false, he: true, orthogonal: false, clip: false } },
    'derive-orthogonal': { kind: 'derivation' },
    'mild-run': {
      kind: 'run',
      widget: 'chaos',
      answer: (results) => last(pair(results, 'correlation-mild').measured.cosine),
      tolerance: 0.01,
      format: { significant: 3 },
    },
  },
  assumptions: [
    'normal-weights',
    'fresh-weights',
    'close-signals',
    'weights-independent-of-inputs',
    'scale-invariant',
    'zero-mean-weights',
  ],
  widgets: ['chaos', 'normalization'],
  cells: ['spectrum', 'lsuv', 'width'],
  citations: [
    'saxe2013',
    'pennington2017',
    'xiao2018',
    'poole2016',
    'schoenholz2017',
    'mishkin2015',
    'ioffe2015',
    'ba2016',
    'vanlaarhoven2017',
    'klambauer2017',
    'he2016',
    'goyal2017',
    'zhang2019',
    'radford2018',
    'radford2019',
    'yang2022',
  ],
} as const satisfies Lesson;

export default lesson;
