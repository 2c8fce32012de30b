import type { CorrelationFrame } from '#experiments/correlation.ts';
import type { DepthSweepFrame } from '#experiments/depth-sweep.ts';
import type { GradientFlowFrame } from '#experiments/gradient-flow.ts';
import type { NamedRun } from '#experiments/named-runs.ts';
import type { VarianceMapFrame } from '#experiments/variance-map.ts';
import type { Lesson, Results } from '#lesson/lesson.ts';
import { tanh } from '#numerics/elementary.ts';
import { gaussianExpectation } from '#numerics/quadrature.ts';

const lastOf = (values: readonly number[]) => values.at(-1) ?? Number.NaN;
const sweep = (results: Results, run: NamedRun) => results<DepthSweepFrame>(run);
const theoryAt = (results: Results, layer: number) => sweep(results, 'tanh-lecun').theory[layer] ?? Number.NaN;
const settled = (results: Results, run: NamedRun) => results<VarianceMapFrame>(run).settlesAt;
const sigmoidPair = (results: Results) => results<CorrelationFrame>('correlation-sigmoid');

/** The activation of Efficient BackProp. */
const [height, slope] = [1.7159, 2 / 3];
const scaledTanh = (z: number) => height * tanh(slope * z);

const lesson = {
  slug: 'lecun',
  minutes: 45,
  sections: [
    'one-unit',
    'derive',
    'shapes',
    'predict',
    'decay',
    'scaled',
    'sigmoid',
    'selu',
    'break',
    'keep',
    'exercises',
    'sources',
  ],
  equations: {
    'unit-square': String.raw`E_x[y^2] = \sum_{j,k} w_j w_k\, E[x_j x_k] = \sum_{j=1}^{n} w_j^2`,
    'unit-typical': String.raw`\sum_{j=1}^{n} w_j^2 \approx n \operatorname{Var}[w]`,
    lecun: String.raw`\operatorname{Var}[w] = \frac{1}{n}`,
    bound: String.raw`\frac{a^2}{3} = \frac{1}{n} \qquad a = \sqrt{\frac{3}{n}}`,
    map: String.raw`q_{l+1} = n \operatorname{Var}[w]\, E[\tanh(z)^2] = E[\tanh(z)^2] \qquad z \sim N(0, q_l)`,
    series: String.raw`\tanh(z)^2 = \left( z - \tfrac{1}{3} z^3 + \dots \right)^2 = z^2 - \tfrac{2}{3} z^4 + \dots`,
    'small-map': String.raw`q_{l+1} \approx q_l - \tfrac{2}{3} \cdot 3 q_l^2 = q_l \left( 1 - 2 q_l \right)`,
    reciprocal: String.raw`\frac{1}{q_{l+1}} \approx \frac{1}{q_l} \cdot \frac{1}{1 - 2 q_l} \approx \frac{1}{q_l} + 2`,
    decay: String.raw`q_L \approx \frac{1}{2L}`,
    'scaled-tanh': String.raw`f(z) = 1.7159 \tanh \left( \tfrac{2}{3} z \right)`,
    substitute: String.raw`u^{(l+1)} = b z^{(l+1)} = b W a \tanh(b z^{(l)}) = (ab)\, W \tanh(u^{(l)})`,
    'sigmoid-slope': String.raw`\varphi'(z) = \varphi(z) \left( 1 - \varphi(z) \right) \le \tfrac{1}{4}`,
    'general-decay': String.raw`\frac{1}{q_{l+1}} \approx \frac{1}{q_l} + 6c \qquad q_L \approx \frac{1}{6cL}`,
  },
  numbers: {
    'decay-50': { value: (results) => theoryAt(results, 50), format: { significant: 3 } },
    'decay-200': { value: (results) => theoryAt(results, 200), format: { significant: 3 } },
    'median-200': { value: (results) => lastOf(sweep(results, 'tanh-lecun').median), format: { significant: 2 } },
    'scaled-at-one': { value: () => scaledTanh(1), format: { decimals: 4 } },
    'scaled-one-layer': {
      value: () => gaussianExpectation((z) => scaledTanh(z) * scaledTanh(z)),
      format: { significant: 2 },
    },
    'scaled-gain': { value: () => height * slope, format: { significant: 4 } },
    'scaled-u': { value: (results) => settled(results, 'variance-map-lecun-scaled'), format: { significant: 2 } },
    'scaled-z': {
      value: (results) => settled(results, 'variance-map-lecun-scaled') / (slope * slope),
      format: { significant: 2 },
    },
    'scaled-chi': {
      value: (results) => results<VarianceMapFrame>('variance-map-lecun-scaled').chi ?? Number.NaN,
      format: { significant: 3 },
    },
    'sigmoid-cosine': {
      value: (results) => sigmoidPair(results).theory.cosine[4] ?? Number.NaN,
      format: { decimals: 4 },
    },
    'sigmoid-ratio': {
      value: (results) => results<GradientFlowFrame>('gradients-sigmoid-lecun').ratio?.measured ?? Number.NaN,
      format: { significant: 2 },
    },
    'sigmoid-q': { value: (results) => lastOf(sigmoidPair(results).theory.q), format: { significant: 2 } },
    'selu-slope': {
      value: (results) =>
        results<VarianceMapFrame>('variance-map-selu').fixed.points.find(({ q }) => q > 0.5)?.slope ?? Number.NaN,
      format: { significant: 2 },
    },
    'selu-low': { value: (results) => lastOf(sweep(results, 'selu-lecun').low), format: { significant: 2 } },
    'selu-high': { value: (results) => lastOf(sweep(results, 'selu-lecun').high), format: { significant: 2 } },
    'selu-torch': { value: (results) => settled(results, 'variance-map-selu-torch'), format: { significant: 2 } },
    'answer-std-400': { value: () => 1 / 20, format: { significant: 2 } },
    'answer-uniform-one': { value: () => 3, format: 'integer' },
    'answer-mislabeled': { value: () => 300, format: 'integer' },
    'answer-depth': { value: () => 500, format: 'integer' },
    'answer-gain': { value: (results) => lastOf(sweep(results, 'tanh-lecun-gain').theory), format: { significant: 3 } },
  },
  figures: {
    decay: { chart: 'depth-sweep', runs: ['tanh-lecun'] },
    'scaled-map': { chart: 'variance-map', runs: ['variance-map-lecun-scaled'] },
    'sigmoid-pair': { chart: 'correlation', runs: ['correlation-sigmoid'] },
    'sigmoid-gradient': { chart: 'gradient-flow', runs: ['gradients-sigmoid-lecun'] },
    selu: { chart: 'depth-sweep', runs: ['selu-lecun'] },
  },
  claims: {},
  facts: {
    'the theory of tanh comes near 1/(2L)': (results) =>
      Math.abs(theoryAt(results, 200) * 400 - 1) < 0.03 && Math.abs(theoryAt(results, 50) * 100 - 1) < 0.06,
    'the median of ten tanh networks ends below the theory': (results) =>
      lastOf(sweep(results, 'tanh-lecun').median) < theoryAt(results, 200),
    'from layer 100 to layer 200 the theory halves': (results) =>
      Math.abs(theoryAt(results, 100) / theoryAt(results, 200) / 2 - 1) < 0.02,
    'LeCun’s tanh settles at a size below one and above a tenth': (results) => {
      const z = settled(results, 'variance-map-lecun-scaled') / (slope * slope);
      return z > 0.3 && z < 0.5;
    },
    'a small difference of two inputs is kept within two percent per layer there': (results) =>
      Math.abs((results<VarianceMapFrame>('variance-map-lecun-scaled').chi ?? 0) - 1) < 0.02,
    'sigmoid layers keep the second moment and lose the angle': (results) => {
      const { q, cosine } = sigmoidPair(results).theory;
      return q.slice(3).every((value) => value > 0.25 && value < 0.28) && (cosine[4] ?? 0) > 0.999;
    },
    'the measured cosine with the sigmoid agrees': (results) => (sigmoidPair(results).measured.cosine[4] ?? 0) > 0.999,
    'SELU has the fixed point 1, which attracts': (results) => {
      const { fixed } = results<VarianceMapFrame>('variance-map-selu');
      return fixed.points.some(({ q, stable }) => stable && Math.abs(q - 1) < 1e-6);
    },
    'the bands of SELU hold the value one': (results) => {
      const { low, high } = sweep(results, 'selu-lecun');
      return lastOf(low) < 1 && lastOf(high) > 1;
    },
    'with a gain of 1.1 tanh settles': (results) => {
      const { theory } = sweep(results, 'tanh-lecun-gain');
      return Math.abs(lastOf(theory) / (theory[100] ?? 0) - 1) < 0.01;
    },
  },
  predictions: {
    bound: { options: { one: false, quarter: true, root: false } },
    tanh: { options: { stays: false, slow: true, fast: false } },
  },
  exercises: {
    'std-400': { answer: () => 1 / 20, tolerance: 0.01, format: { significant: 2 } },
    'uniform-one': { answer: () => 3, tolerance: 0.001, format: 'integer' },
    mislabeled: { answer: () => 300, tolerance: 0.001, format: 'integer' },
    depth: { answer: () => 500, tolerance: 0.02, format: 'integer' },
    'sigmoid-kept': { kind: 'choice', options: { healthy: false, constant: true, halved: false } },
    'derive-sine': { kind: 'derivation' },
    'see-gain': {
      kind: 'run',
      widget: 'lecun-depth',
      answer: (results: Results) => lastOf(sweep(results, 'tanh-lecun-gain').theory),
      tolerance: 0.02,
      format: { significant: 3 },
    },
  },
  assumptions: [
    'zero-bias',
    'inputs-uncorrelated',
    'zero-mean-weights',
    'weights-uncorrelated',
    'equal-variance',
    'fresh-weights',
    'great-width',
    'normal-pre-activations',
    'third-order',
  ],
  widgets: ['lecun-weights', 'lecun-depth', 'variance-map'],
  cells: ['correlated-inputs', 'tanh-decay', 'selu'],
  citations: ['lecun1998', 'klambauer2017', 'poole2016', 'kumar2017'],
} as const satisfies Lesson;

export default lesson;
