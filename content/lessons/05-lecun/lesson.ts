import type { CorrelationFrame } from '#experiments/correlation.ts';
import type { DepthSweepFrame } from '#experiments/depth-sweep.ts';
import type { GradientFlowFrame } from '#experiments/gradient-flow.ts';
import type { NamedRun } from '#experiments/named-runs.ts';
import type { VarianceMapFrame } from '#experiments/variance-map.ts';
import type { Lesson, Results } from '#lesson/lesson.ts';
import { activations } from '#network/activations.ts';
import { log, tanh } from '#numerics/elementary.ts';
import { gaussianExpectation } from '#numerics/quadrature.ts';

const lastOf = (values: readonly number[]) => values.at(-1) ?? Number.NaN;
const sweep = (results: Results, run: NamedRun) => results<DepthSweepFrame>(run);
const theoryAt = (results: Results, layer: number) => sweep(results, 'tanh-lecun').theory[layer] ?? Number.NaN;
const settled = (results: Results, run: NamedRun) => results<VarianceMapFrame>(run).settlesAt;
const sigmoidPair = (results: Results) => results<CorrelationFrame>('correlation-sigmoid');

/** The activation of Efficient BackProp. */
const [height, slope] = [1.7159, 2 / 3];
const scaledTanh = (z: number) => height * tanh(slope * z);

/** The second derivative of the activation is largest where its third one is zero: at tanh(slope z)^2 = 1/3. */
const sharpestBend = () => {
  const t = 1 / Math.sqrt(3);
  return log((1 + t) / (1 - t)) / 2 / slope;
};

/** The first layer in which a factor of 0.81 has made a thousandth. */
function linearDepth(): number {
  let layer = 0;
  for (let q = 1; q > 1e-3; q *= 0.81) layer += 1;
  return layer;
}

const lesson = {
  slug: 'lecun',
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
    'unit-square': String.raw`E_x[y^2] = \sum_{j,k} w_j w_k\, E_x[x_j x_k] = \sum_{j=1}^{n} w_j^2`,
    'unit-typical': String.raw`\sum_{j=1}^{n} w_j^2 \approx n \operatorname{Var}[w]`,
    lecun: String.raw`\operatorname{Var}[w] = \frac{1}{n}`,
    bound: String.raw`\frac{a^2}{3} = \frac{1}{n} \qquad a = \sqrt{\frac{3}{n}}`,
    map: String.raw`\begin{aligned} q_{l+1} &= n \operatorname{Var}[w]\, E[\tanh(z)^2] \\ &= E[\tanh(z)^2] \qquad z \sim N(0, q_l) \end{aligned}`,
    series: String.raw`\begin{aligned} \tanh(z)^2 &= \left( z - \tfrac{1}{3} z^3 + \dots \right)^2 \\ &= z^2 - \tfrac{2}{3} z^4 + \dots \end{aligned}`,
    'small-map': String.raw`q_{l+1} \approx q_l - \tfrac{2}{3} \cdot 3 q_l^2 = q_l \left( 1 - 2 q_l \right)`,
    reciprocal: String.raw`\frac{1}{q_{l+1}} \approx \frac{1}{q_l} \cdot \frac{1}{1 - 2 q_l} \approx \frac{1}{q_l} + 2`,
    decay: String.raw`q_L \approx \frac{1}{2L}`,
    'scaled-tanh': String.raw`f(z) = 1.7159 \tanh \left( \tfrac{2}{3} z \right)`,
    substitute: String.raw`\begin{aligned} u^{(l+1)} &= b z^{(l+1)} = b W a \tanh(b z^{(l)}) \\ &= (ab)\, W \tanh(u^{(l)}) \end{aligned}`,
    'sigmoid-slope': String.raw`\varphi'(z) = \varphi(z) \left( 1 - \varphi(z) \right) \le \tfrac{1}{4}`,
    'general-decay': String.raw`\frac{1}{q_{l+1}} \approx \frac{1}{q_l} + 6c \qquad q_L \approx \frac{1}{6cL}`,
  },
  numbers: {
    'decay-50': { value: (results) => theoryAt(results, 50), format: { significant: 3 } },
    'decay-200': { value: (results) => theoryAt(results, 200), format: { significant: 3 } },
    'median-200': { value: (results) => lastOf(sweep(results, 'tanh-lecun').median), format: { significant: 2 } },
    'scaled-at-one': { value: () => scaledTanh(1), format: { decimals: 6 } },
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
    'answer-depth-linear': { value: () => linearDepth(), format: 'integer' },
    'answer-gain': { value: (results) => lastOf(sweep(results, 'tanh-lecun-gain').theory), format: { significant: 3 } },
  },
  figures: {
    decay: { chart: 'depth-sweep', runs: ['tanh-lecun'] },
    'scaled-map': { chart: 'variance-map', runs: ['variance-map-lecun-scaled'] },
    'sigmoid-pair': { chart: 'correlation', runs: ['correlation-sigmoid'] },
    'sigmoid-gradient': { chart: 'gradient-flow', runs: ['gradients-sigmoid-lecun'] },
    selu: { chart: 'depth-sweep', runs: ['selu-lecun'] },
  },
  claims: [],
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
    'its second derivative is largest close to z = 1': () => {
      const at = sharpestBend();
      const slopeOf = (z: number) => height * slope * (1 - tanh(slope * z) * tanh(slope * z));
      const bend = (z: number) => Math.abs(slopeOf(z + 1e-3) - slopeOf(z - 1e-3));
      return Math.abs(at - 1) < 0.02 && bend(at) > bend(0.9 * at) && bend(at) > bend(1.1 * at);
    },
    'from one layer LeCun’s tanh runs down from 10 to where it settles': (results) => {
      const { theory, settlesAt } = results<VarianceMapFrame>('variance-map-lecun-scaled');
      return theory[0] === 10 && theory.every((q, index) => q > settlesAt && q < (theory[index - 1] ?? 11));
    },
    'a small difference of two inputs is kept within two percent per layer there': (results) =>
      Math.abs((results<VarianceMapFrame>('variance-map-lecun-scaled').chi ?? 0) - 1) < 0.02,
    'sigmoid layers keep the second moment and lose the angle': (results) => {
      const { q, cosine } = sigmoidPair(results).theory;
      const end = lastOf(q);
      return (
        q.slice(3).every((value) => Math.abs(value / end - 1) < 0.01) && 0.25 / end > 0.9 && (cosine[4] ?? 0) > 0.999
      );
    },
    'the measured cosine with the sigmoid agrees': (results) => (sigmoidPair(results).measured.cosine[4] ?? 0) > 0.999,
    'of four activations only SELU gives mean 0 and second moment 1 back': () => {
      const returns = (['selu', 'tanh', 'relu', 'sigmoid'] as const).filter((id) => {
        const { value } = activations[id];
        const square = gaussianExpectation((z) => value(z) * value(z));
        return Math.abs(gaussianExpectation(value)) < 1e-6 && Math.abs(square - 1) < 1e-6;
      });
      return returns.join() === 'selu';
    },
    'SELU has the fixed point 1, which attracts': (results) => {
      const { fixed } = results<VarianceMapFrame>('variance-map-selu');
      return fixed.points.some(({ q, stable }) => stable && Math.abs(q - 1) < 1e-6);
    },
    'the bands of SELU hold the value one': (results) => {
      const { low, high } = sweep(results, 'selu-lecun');
      return lastOf(low) < 1 && lastOf(high) > 1;
    },
    'with the gain 3/4 of PyTorch SELU settles far below one': (results) => {
      const { settlesAt, fixed } = results<VarianceMapFrame>('variance-map-selu-torch');
      return settlesAt < 0.1 && fixed.points.some(({ q, stable }) => stable && Math.abs(q / settlesAt - 1) < 1e-6);
    },
    'SELU’s band of fifty layers is narrower than that of ReLU with He': (results) => {
      const spread = (run: NamedRun) => lastOf(sweep(results, run).high) / lastOf(sweep(results, run).low);
      return spread('selu-lecun') < 2 && spread('depth-sweep') > 10;
    },
    'the gradient of twenty sigmoid layers shrinks from the last one to the first': (results) =>
      (results<GradientFlowFrame>('gradients-sigmoid-lecun').ratio?.high ?? 1) < 1e-9,
    'with a gain of 1.1 tanh settles': (results) => {
      const { theory } = sweep(results, 'tanh-lecun-gain');
      return Math.abs(lastOf(theory) / (theory[100] ?? 0) - 1) < 0.01;
    },
  },
  predictions: {
    bound: { options: { one: false, quarter: true, root: false } },
    tanh: { kind: 'draw', for: 'decay', points: 5, curve: (results) => sweep(results, 'tanh-lecun').measured },
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
      set: { gain: '1.1' },
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
  linked: {
    quantities: ['fanIn', 'weightVariance', 'factor', 'secondMoment', 'lastSecondMoment', 'depth'],
  },
  cells: ['correlated-inputs', 'tanh-decay', 'selu'],
  citations: ['lecun1998', 'klambauer2017', 'poole2016', 'kumar2017'],
} as const satisfies Lesson;

export default lesson;
