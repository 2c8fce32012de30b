import type { CorrelationFrame } from '#experiments/correlation.ts';
import { nextPair } from '#experiments/correlation-theory.ts';
import type { NamedRun } from '#experiments/named-runs.ts';
import type { NormalizationFrame } from '#experiments/normalization.ts';
import { lecunNormal } from '#initializers/named-rows.ts';
import { orthogonal } from '#initializers/orthogonal.ts';
import { matmulNN } from '#kernels/matmul.ts';
import type { Lesson, LessonNumber, Results } from '#lesson/lesson.ts';
import { type ActivationId, activations } from '#network/activations.ts';
import { drawLsuv } from '#network/lsuv.ts';
import { singularValues } from '#numerics/singular-values.ts';
import { torchGenerator } from '#random/torch-generator.ts';

type Norm = NormalizationFrame['curves'][number]['norm'];

const last = (values: readonly number[]) => values.at(-1) ?? Number.NaN;
const pair = (results: Results, run: NamedRun) => results<CorrelationFrame>(run);
const accuracy = (results: Results, run: NamedRun, norm: Norm, start: 'sigma' | 'heNormal') =>
  results<NormalizationFrame>(run).curves.find((curve) => curve.norm === norm && curve.start === start)?.accuracy ??
  Number.NaN;
const accuracyOf = (run: NamedRun, norm: Norm, start: 'sigma' | 'heNormal'): LessonNumber => ({
  value: (results) => accuracy(results, run, norm, start),
  format: { percentDecimals: 0 },
});

/** What a scan over sigma found for a hidden layer, counted from 1. */
const scanned = (results: Results, norm: Norm, key: 'norms' | 'relativeSteps', sigma: number, layer = 1) => {
  const { sigmas, gradients } = results<NormalizationFrame>('normalization');
  return gradients.find((entry) => entry.norm === norm)?.[key][layer - 1]?.[sigmas.indexOf(sigma)] ?? Number.NaN;
};

/** By which share of its size the first step changes a hidden layer. */
const firstStep = (norm: Norm, sigma: number, layer = 1): LessonNumber => ({
  value: (results) => scanned(results, norm, 'relativeSteps', sigma, layer),
  format: { significant: 2 },
});

const power = (factor: number, exponent: number) =>
  Array.from({ length: exponent }).reduce((product: number) => product * factor, 1);
const branches = 48;

/** The squared singular values of a product of `depth` square layers, largest first, as the cell draws them. */
function squaredSpectrum(draw: ReturnType<typeof orthogonal>, depth: number): number[] {
  const n = 64;
  const generator = torchGenerator(7);
  let product = draw([n, n], generator);
  for (let layer = 2; layer <= depth; layer++) {
    const next = new Float32Array(n * n);
    matmulNN(draw([n, n], generator), product, next, n, n, n);
    product = next;
  }
  const columns = Array.from({ length: n }, (_, j) => Float64Array.from(product.filter((_, k) => k % n === j)));
  return singularValues(columns).map((s) => s * s);
}

/** E tau(M_L^2) at width n: both means of the recursion, E tau(M^2) and E tau(M)^2, whose variance is 2 tau(M^2) / n^2. */
function fourthMoment(n: number, depth: number): number {
  let [fourth, square] = [1, 1];
  for (let layer = 1; layer <= depth; layer++) {
    [fourth, square] = [(1 + 1 / n) * fourth + square, square + (2 * fourth) / (n * n)];
  }
  return fourth;
}

/** What LSUV multiplies the orthogonal weights of five layers by, as the cell draws them. */
function lsuvFactors(activation: ActivationId): number[] {
  const inputs = new Float32Array(200 * 100);
  torchGenerator(-1).fillNormal(inputs, 0, 1);
  const widths = [100, 100, 100, 100, 100, 100];
  return drawLsuv(widths, activations[activation], inputs, torchGenerator(7)).report.map(({ factor }) => factor);
}

const within = (values: readonly number[], low: number, high: number) =>
  values.every((value) => value > low && value < high);

const lesson = {
  slug: 'beyond',
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
    'claims',
    'keep',
    'exercises',
    'sources',
  ],
  equations: {
    trace: String.raw`\begin{aligned} \tau(M_l) &= \frac{1}{n} \operatorname{tr} M_l = \frac{1}{n} \sum_{i=1}^{n} s_i^2, \\ M_l &= W_l M_{l-1} W_l^\top, \quad M_0 = I \end{aligned}`,
    wick: String.raw`\begin{aligned} & E[w_{ia} w_{jb} w_{jc} w_{id}] \\ & \quad = \frac{1}{n^2} \bigl( [a = d][b = c] \\ & \qquad + [i = j][a = b][c = d] \\ & \qquad + [i = j][a = c][b = d] \bigr) \end{aligned}`,
    'trace-step': String.raw`\begin{aligned} E\,\tau(M_l^2) &= \left( 1 + \frac{1}{n} \right) \tau(M_{l-1}^2) \\ & \quad + \tau(M_{l-1})^2 \end{aligned}`,
    'trace-wide': String.raw`\tau(M_L^2) \to L + 1`,
    difference: String.raw`\varphi(z) - \varphi(z') \approx \varphi'(z)\, (z - z')`,
    'difference-law': String.raw`\begin{aligned} & E[(z_{l+1} - z'_{l+1})^2] \\ & \quad \approx n \operatorname{Var}[w]\, E\bigl[\varphi'(z_l)^2\, (z_l - z'_l)^2\bigr] \end{aligned}`,
    'difference-step': String.raw`\begin{aligned} & E[(z_{l+1} - z'_{l+1})^2] \approx \chi_1\, E[(z_l - z'_l)^2], \\ & \chi_1 = n \operatorname{Var}[w]\, E[\varphi'(z)^2], \;\, E[z^2] = q^* \end{aligned}`,
    invariant: String.raw`\mathcal{L}(\alpha W) = \mathcal{L}(W), \qquad \alpha > 0`,
    'gradient-scale': String.raw`\nabla \mathcal{L}(\alpha W) = \frac{1}{\alpha}\, \nabla \mathcal{L}(W)`,
    'relative-step': String.raw`\frac{\eta\, \lVert \nabla \mathcal{L}(\alpha W) \rVert}{\lVert \alpha W \rVert} = \frac{1}{\alpha^2} \cdot \frac{\eta\, \lVert \nabla \mathcal{L}(W) \rVert}{\lVert W \rVert}`,
    residual: String.raw`x_{l+1} = x_l + \beta f_l(x_l)`,
    'residual-step': String.raw`\begin{aligned} E[x_{l+1}^2] &= E[x_l^2] + 2 \beta\, E[x_l f_l(x_l)] \\ & \quad + \beta^2 E[f_l(x_l)^2] \\ &= (1 + \beta^2)\, E[x_l^2] \end{aligned}`,
    'residual-total': String.raw`E[x_L^2] = (1 + \beta^2)^L\, E[x_0^2]`,
    'residual-scaled': String.raw`\left( 1 + \frac{1}{L} \right)^{\!L} \le e`,
    readout: String.raw`y = \sum_{i=1}^{n} w_i h_i, \qquad \Delta w_i = -\eta\, \frac{\partial \mathcal{L}}{\partial y}\, h_i`,
    'readout-change': String.raw`\begin{aligned} \Delta y &= -\eta\, \frac{\partial \mathcal{L}}{\partial y} \sum_{i=1}^{n} h_i^2 \\[0.7em] &\approx -\eta\, \frac{\partial \mathcal{L}}{\partial y}\, n\, E[h^2] \end{aligned}`,
    orthogonal: String.raw`\begin{aligned} \langle W, \nabla \mathcal{L}(W) \rangle &= 0, \\ \lVert W - \eta \nabla \mathcal{L} \rVert^2 &= \lVert W \rVert^2 \\ & \quad + \eta^2 \lVert \nabla \mathcal{L} \rVert^2 \end{aligned}`,
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
    'edge-low': { value: (results) => last(pair(results, 'correlation-edge').low), format: { significant: 2 } },
    'edge-high': { value: (results) => last(pair(results, 'correlation-edge').high), format: { significant: 2 } },
    'small-none': accuracyOf('normalization', 'none', 'sigma'),
    'small-batch': accuracyOf('normalization', 'batch', 'sigma'),
    'small-layer': accuracyOf('normalization', 'layer', 'sigma'),
    'he-none': accuracyOf('normalization', 'none', 'heNormal'),
    'he-batch': accuracyOf('normalization', 'batch', 'heNormal'),
    'other-small-layer': accuracyOf('normalization-other-seed', 'layer', 'sigma'),
    'other-he-layer': accuracyOf('normalization-other-seed', 'layer', 'heNormal'),
    'he-layer': accuracyOf('normalization', 'layer', 'heNormal'),
    'large-batch': accuracyOf('normalization-large', 'batch', 'sigma'),
    'large-batch-he': accuracyOf('normalization-large', 'batch', 'heNormal'),
    'step-small': firstStep('batch', 0.01),
    'step-small-layer': firstStep('layer', 0.01),
    'step-small-second': firstStep('batch', 0.01, 2),
    'step-small-layer-second': firstStep('layer', 0.01, 2),
    'step-tiny': firstStep('batch', 0.001),
    'step-large': { value: (results) => scanned(results, 'batch', 'relativeSteps', 1), format: { significant: 1 } },
    'gpt-factor': { value: () => 768 * 0.02 * 0.02, format: { significant: 2 } },
    'answer-branches': { value: () => power(1 + 1 / branches, branches), format: { significant: 3 } },
    'answer-readout': { value: () => 256 / 4096, format: { significant: 3 } },
    'mild-theory': {
      value: (results) => last(pair(results, 'correlation-mild').theory.cosine),
      format: { significant: 2 },
    },
    'mild-chi': {
      value: (results) => pair(results, 'correlation-mild').destination?.chi ?? Number.NaN,
      format: { significant: 3 },
    },
    'answer-mild': {
      value: (results) => last(pair(results, 'correlation-mild').measured.cosine),
      format: { significant: 3 },
    },
  },
  figures: {
    edge: { chart: 'correlation', runs: ['correlation-edge'] },
  },
  claims: ['same-for-recurrent', 'he-is-fastest'],
  facts: {
    'a normal product of sixteen layers has lost most directions, an orthogonal one none': () => {
      const normal = squaredSpectrum(lecunNormal(), 16);
      const mean = normal.reduce((sum, value) => sum + value) / normal.length;
      return (
        Math.abs(mean - 1) < 0.2 &&
        (normal[0] ?? 0) > 20 &&
        (normal[32] ?? 1) < 1e-4 &&
        within(squaredSpectrum(orthogonal(), 16), 0.9999, 1.0001)
      );
    },
    'the mean fourth power comes to L + 1 with width; at 64 and depth 16 it is nearly 20': () =>
      Math.abs(fourthMoment(1e6, 16) - 17) < 0.001 && within([fourthMoment(64, 16)], 19.5, 20),
    'the gap of close inputs to one is multiplied by chi_1 at the fixed point': (results) => {
      const { q, chi } = pair(results, 'correlation-chaos').destination ?? { q: 0, chi: 0 };
      const next = nextPair({ activation: 'tanh', gain: 2.5, biasStd: 0 }, { q, cosine: 1 - 1e-6 });
      return Math.abs((1 - next.cosine) / 1e-6 - (chi ?? 0)) < 0.001;
    },
    'LSUV finds 1 for the first layer, then 1.4 to 1.5 for ReLU, 1.6 for tanh, 1.5 to 1.6 for GELU': () => {
      const [relu, tanh, gelu] = (['relu', 'tanh', 'gelu'] as const).map(lsuvFactors);
      return (
        [relu, tanh, gelu].every((factors) => Math.abs((factors?.[0] ?? 0) - 1) < 0.01) &&
        within(relu?.slice(1) ?? [], 1.35, 1.55) &&
        within(tanh?.slice(1) ?? [], 1.55, 1.65) &&
        within(gelu?.slice(1) ?? [], 1.45, 1.65)
      );
    },
    'n Var[w] of GPT’s start at width 768 is not far from a third': () => within([768 * 0.02 * 0.02 * 3], 0.9, 1.1),
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
    'from 0.01 batch norm learns and passes He, no norm and layer norm do not learn': (results) =>
      accuracy(results, 'normalization', 'batch', 'sigma') > accuracy(results, 'normalization', 'batch', 'heNormal') &&
      accuracy(results, 'normalization', 'none', 'sigma') < 0.15 &&
      accuracy(results, 'normalization', 'layer', 'sigma') < 0.15 &&
      accuracy(results, 'normalization', 'layer', 'heNormal') > 0.85,
    'with another seed layer norm recovers in part': (results) =>
      within([accuracy(results, 'normalization-other-seed', 'layer', 'sigma')], 0.3, 0.6) &&
      accuracy(results, 'normalization-other-seed', 'layer', 'heNormal') > 0.85,
    'at 0.01 the first step moves the first layer by part of its size, the others by about their size': (results) =>
      (['batch', 'layer'] as const).every(
        (norm) =>
          within([scanned(results, norm, 'relativeSteps', 0.01)], 0.3, 0.6) &&
          within(
            [2, 3, 4].map((layer) => scanned(results, norm, 'relativeSteps', 0.01, layer)),
            0.8,
            1.5,
          ),
      ),
    'at 0.001 the small number under the root shows: the step is smaller than the scale would make it': (results) =>
      scanned(results, 'batch', 'relativeSteps', 0.001) < 90 * scanned(results, 'batch', 'relativeSteps', 0.01) &&
      scanned(results, 'layer', 'relativeSteps', 0.001) < 90 * scanned(results, 'layer', 'relativeSteps', 0.01),
    'from N(0, 1) batch norm is far behind He': (results) =>
      accuracy(results, 'normalization-large', 'batch', 'sigma') <
      accuracy(results, 'normalization-large', 'batch', 'heNormal') - 0.2,
  },
  predictions: {
    'norm-gradient': { options: { same: false, larger: false, smaller: true }, for: 'normalization' },
    'close-inputs': { options: { one: false, stays: false, zero: true }, for: 'chaos' },
  },
  exercises: {
    branches: { answer: () => power(1 + 1 / branches, branches), tolerance: 0.01, format: { significant: 3 } },
    readout: { answer: () => 256 / 4096, tolerance: 0.01, format: { significant: 3 } },
    'which-cure': { kind: 'choice', options: { batch: false, he: true, orthogonal: false, clip: false } },
    'derive-orthogonal': { kind: 'derivation' },
    'mild-run': {
      kind: 'run',
      widget: 'chaos',
      set: { gain: '1.5' },
      answer: (results) => last(pair(results, 'correlation-mild').measured.cosine),
      tolerance: 0.01,
      format: { significant: 3 },
    },
  },
  assumptions: [
    'normal-weights',
    'fresh-weights',
    'great-width',
    'close-signals',
    'weights-independent-of-inputs',
    'zero-mean-weights',
    'weights-uncorrelated',
    'equal-variance',
    'normal-pre-activations',
    'scale-invariant',
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
