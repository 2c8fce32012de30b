import type { NamedRun } from '#experiments/named-runs.ts';
import type { TrainDigitsFrame } from '#experiments/train-digits.ts';
import type { TrainToyFrame } from '#experiments/train-toy.ts';
import { type StartId, startIds, starts } from '#initializers/starts.ts';
import type { Lesson, LessonNumber, Results } from '#lesson/lesson.ts';
import { activations } from '#network/activations.ts';
import { softmaxCrossEntropy } from '#network/loss.ts';
import { createPass, drawMlp, forward } from '#network/mlp.ts';
import { log } from '#numerics/elementary.ts';
import { torchGenerator } from '#random/torch-generator.ts';

type Network = TrainDigitsFrame['curves'][number]['members'][number];

/** The networks that a run trained from a start, one per seed. */
function networks(results: Results, run: NamedRun, start: string): readonly Network[] {
  const curve = results<TrainDigitsFrame>(run).curves.find((entry) => entry.start === start);
  if (!curve) throw new Error(`the run ${run} has no start ${start}`);
  return curve.members;
}

/** Test accuracy of the first network after the last step. */
const accuracy = (results: Results, run: NamedRun, start: string) =>
  networks(results, run, start)[0]?.accuracy.at(-1) ?? Number.NaN;

const accuracyOf = (run: NamedRun, start: string): LessonNumber => ({
  value: (results) => accuracy(results, run, start),
  format: { percentDecimals: 1 },
});

/** The first losses of the ten networks of a start. */
const firstLosses = (results: Results, start: string) =>
  networks(results, 'digits-first-losses', start).map(({ loss }) => loss[0] ?? Number.NaN);

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The first step at which the loss of N(0, 1) is not finite. */
const brokenStep = (results: Results) =>
  (networks(results, 'digits-five', 'normal1')[0]?.loss ?? []).findIndex((loss) => !Number.isFinite(loss));

/** Accuracy of a start on the points of the plane, after the last step. */
const toyAccuracy = (results: Results, start: string) =>
  results<TrainToyFrame>('train-toy')
    .networks.find((network) => network.start === start)
    ?.accuracy.at(-1) ?? Number.NaN;

const toyAccuracyOf = (start: string): LessonNumber => ({
  value: (results) => toyAccuracy(results, start),
  format: { percentDecimals: 0 },
});

/** Weights and biases of a network with these widths. */
const parameterCount = (widths: readonly number[]) =>
  widths.slice(1).reduce((sum, fanOut, layer) => sum + ((widths[layer] ?? 0) + 1) * fanOut, 0);

/** The loss of a network that answers with the shares of the classes: their entropy. */
const entropy = (shares: readonly number[]) => shares.reduce((sum, share) => sum - share * log(share), 0);

/** ln C + (s²/2)(1 - 1/C), for small logits with second moment s². */
const predictedLoss = (s2: number, classes: number) => log(classes) + (s2 / 2) * (1 - 1 / classes);

/** The weights of a small network, layer by layer, with seed 7. */
const drawn = (start: StartId) =>
  drawMlp(starts[start], [30, 20, 10], activations.relu, torchGenerator(7)).layers.map(({ weights }) => weights);

/** Whether each layer of a start is N(0, 1) of the same seed times one factor, up to rounding. */
function isScaledNormal(start: StartId): boolean {
  const standard = drawn('normal1');
  return drawn(start).every((weights, l) => {
    const factor = (weights[0] ?? 0) / (standard[l]?.[0] ?? 0);
    return weights.every((weight, i) => Math.abs(weight / (factor * (standard[l]?.[i] ?? 0)) - 1) < 1e-5);
  });
}

/** The loss on a hundred examples, one of the second class, of a small start whose last biases are the logarithms of the shares. */
function lossWithShares(): number {
  const mlp = drawMlp(starts.normal001, [20, 20, 2], activations.relu, torchGenerator(7));
  mlp.layers[1]?.bias.set([log(0.99), log(0.01)]);
  const inputs = new Float32Array(2000);
  torchGenerator(1).fillNormal(inputs, 0, 1);
  const labels = Uint8Array.from({ length: 100 }, (_, i) => (i === 0 ? 1 : 0));
  return softmaxCrossEntropy(forward(mlp, inputs, createPass(mlp, 100)), labels, 2);
}

const lesson = {
  slug: 'why-initialization',
  sections: [
    'five',
    'network',
    'loop',
    'predict',
    'experiment',
    'first-loss',
    'check',
    'break',
    'claims',
    'path',
    'keep',
    'exercises',
    'sources',
  ],
  equations: {
    layer: String.raw`z^{(l)} = W^{(l)} h^{(l-1)} + b^{(l)}, \qquad h^{(l)} = \varphi\big(z^{(l)}\big)`,
    update: String.raw`W \leftarrow W - \eta \frac{\partial \mathcal{L}}{\partial W}, \qquad b \leftarrow b - \eta \frac{\partial \mathcal{L}}{\partial b}`,
    unrolled: String.raw`W_T = W_0 - \eta \sum_{t=0}^{T-1} \frac{\partial \mathcal{L}}{\partial W}(W_t)`,
    alike: String.raw`E[-\ln p_y] = E\left[ -\frac{1}{C} \sum_{c=1}^{C} \ln p_c \right]`,
    floor: String.raw`-\frac{1}{C} \sum_{c=1}^{C} \ln p_c \;\ge\; -\ln \left( \frac{1}{C} \sum_{c=1}^{C} p_c \right) = \ln C`,
    excess: String.raw`-\frac{1}{C} \sum_{c=1}^{C} \ln p_c = \ln C + \ln \left( \frac{1}{C} \sum_{c=1}^{C} e^{z_c - \bar z} \right)`,
    small: String.raw`\ln \left( \frac{1}{C} \sum_{c=1}^{C} e^{z_c - \bar z} \right) \approx \frac{1}{2C} \sum_{c=1}^{C} (z_c - \bar z)^2`,
    predicted: String.raw`E[\mathcal{L}] \approx \ln C + \frac{s^2}{2} \left( 1 - \frac{1}{C} \right)`,
    'logit-gradient': String.raw`\frac{\partial}{\partial z_c} (-\ln p_y) = p_c - [c = y]`,
    'logit-norm': String.raw`\sqrt{ \left( 1 - \frac{1}{C} \right)^2 + (C - 1) \frac{1}{C^2} } = \sqrt{1 - \frac{1}{C}}`,
  },
  numbers: {
    'accuracy-he': accuracyOf('digits-five', 'heNormal'),
    'accuracy-xavier': accuracyOf('digits-five', 'xavierNormal'),
    'accuracy-zero': accuracyOf('digits-five', 'zero'),
    'first-loss-normal1': {
      value: (results) => networks(results, 'digits-five', 'normal1')[0]?.loss[0] ?? Number.NaN,
      format: { significant: 2 },
    },
    'broken-step': { value: brokenStep, format: 'integer' },
    'parameters-digits': { value: () => parameterCount([784, 100, 100, 100, 100, 10]), format: 'integer' },
    'ln-10': { value: () => log(10), format: { decimals: 3 } },
    'he-mean': { value: (results) => mean(firstLosses(results, 'heNormal')), format: { decimals: 2 } },
    'he-low': { value: (results) => Math.min(...firstLosses(results, 'heNormal')), format: { decimals: 2 } },
    'he-high': { value: (results) => Math.max(...firstLosses(results, 'heNormal')), format: { decimals: 2 } },
    'xavier-mean': { value: (results) => mean(firstLosses(results, 'xavierNormal')), format: { decimals: 3 } },
    'toy-normal001': toyAccuracyOf('normal001'),
    'toy-he': toyAccuracyOf('heNormal'),
    'rare-loss': { value: () => entropy([0.99, 0.01]), format: { significant: 2 } },
    'ln-2': { value: () => log(2), format: { significant: 2 } },
    'answer-parameters': { value: () => parameterCount([2, 16, 16, 2]), format: 'integer' },
    'answer-spread': { value: () => predictedLoss(0.25, 1000), format: { decimals: 2 } },
    'ln-1000': { value: () => log(1000), format: { decimals: 2 } },
    'answer-one-hidden': {
      value: (results) => accuracy(results, 'digits-one-hidden', 'normal001'),
      format: { decimals: 3 },
    },
  },
  figures: {
    five: { chart: 'train-digits', runs: ['digits-five'] },
  },
  claims: [
    'start-minimizes-loss',
    'four-steps',
    'output-of-activations',
    'large-gradient-large-step',
    'large-weights-overfit',
  ],
  facts: {
    'zero and N(0, 0.01²) give the same loss curves, to three digits, and stay at chance': (results) => {
      const [zero, small] = ['zero', 'normal001'].map((start) => networks(results, 'digits-five', start)[0]);
      return (
        (zero?.loss ?? []).every((loss, step) => Math.abs(loss - (small?.loss[step] ?? Number.NaN)) < 0.001) &&
        ['zero', 'normal001'].every((start) => accuracy(results, 'digits-five', start) < 0.15)
      );
    },
    'N(0, 1) grows at every step, until it ends in NaN within the first ten': (results) => {
      const losses = networks(results, 'digits-five', 'normal1')[0]?.loss ?? [];
      const finite = losses.slice(0, brokenStep(results));
      return (
        finite.length > 1 &&
        finite.length < 10 &&
        finite.every((loss, step) => step === 0 || loss > (finite[step - 1] ?? 0)) &&
        Number.isNaN(losses.at(-1))
      );
    },
    'N(0, 0.01²), Xavier and He are N(0, 1) times one factor per layer': () =>
      (['normal001', 'xavierNormal', 'heNormal'] as const).every(isScaledNormal) && !isScaledNormal('heUniform'),
    'of all starts only PyTorch’s default draws its biases': () =>
      startIds.every((id) => {
        const bias = starts[id].bias(100);
        return (bias.kind === 'constant' && bias.value === 0) === (id !== 'torchDefault');
      }),
    'before the first step all five starts are at chance': (results) =>
      results<TrainDigitsFrame>('digits-five').curves.filter(({ members }) => (members[0]?.accuracy[0] ?? 1) < 0.15)
        .length === 5,
    'zero and N(0, 0.01²) begin at ln 10, to within a millionth': (results) =>
      ['zero', 'normal001'].every(
        (start) => Math.abs((networks(results, 'digits-five', start)[0]?.loss[0] ?? 0) - log(10)) < 1e-6,
      ),
    'last biases at the logarithms of the shares give the entropy of the shares': () =>
      Math.abs(lossWithShares() / entropy([0.99, 0.01]) - 1) < 0.01,
    'Xavier and He learn, and He is ahead': (results) =>
      accuracy(results, 'digits-five', 'xavierNormal') > 0.85 &&
      accuracy(results, 'digits-five', 'heNormal') > accuracy(results, 'digits-five', 'xavierNormal'),
    'the first loss of He is above ln 10 on average and below it for some seed': (results) =>
      mean(firstLosses(results, 'heNormal')) > log(10) && Math.min(...firstLosses(results, 'heNormal')) < log(10),
    'the first losses of Xavier are closer to ln 10 than those of He, on average': (results) =>
      Math.abs(mean(firstLosses(results, 'xavierNormal')) - log(10)) <
      Math.abs(mean(firstLosses(results, 'heNormal')) - log(10)),
    'on the circles Xavier and He classify all points, zero half of them, N(0, 0.01²) most but not all': (results) =>
      ['xavierNormal', 'heNormal'].every((start) => toyAccuracy(results, start) === 1) &&
      toyAccuracy(results, 'zero') === 0.5 &&
      toyAccuracy(results, 'normal001') > 0.6 &&
      toyAccuracy(results, 'normal001') < 0.95,
    'on the circles the loss of N(0, 0.01²) stays at ln 2 to six digits, at every step': (results) => {
      const small = results<TrainToyFrame>('train-toy').networks.find(({ start }) => start === 'normal001');
      return small?.loss.every((loss) => Math.abs(loss - log(2)) < 5e-7) === true;
    },
    'with one hidden layer N(0, 0.01²) learns': (results) => accuracy(results, 'digits-one-hidden', 'normal001') > 0.6,
  },
  predictions: {
    five: { options: { one: false, two: true, three: false, five: false }, for: 'five' },
    toy: { options: { loss: false, size: true }, for: 'train-toy' },
  },
  exercises: {
    parameters: { answer: () => parameterCount([2, 16, 16, 2]), tolerance: 0.0001, format: 'integer' },
    spread: { answer: () => predictedLoss(0.25, 1000), tolerance: 0.005, format: { decimals: 2 } },
    'read-loss': { kind: 'choice', options: { rate: false, scale: true, labels: false, depth: false } },
    'undecided-gradient': { kind: 'derivation' },
    'one-hidden': {
      kind: 'run',
      widget: 'five-starts',
      answer: (results) => accuracy(results, 'digits-one-hidden', 'normal001'),
      tolerance: 0.0005,
      format: { decimals: 3 },
    },
  },
  assumptions: ['alike-logits', 'zero-bias', 'zero-mean-weights', 'weights-uncorrelated', 'small-logits'],
  widgets: ['five-starts', 'train-toy'],
  cells: ['training-loop', 'first-losses'],
  citations: ['rumelhart1986', 'sutskever2013', 'karpathy2019', 'lecun-mnist'],
} as const satisfies Lesson;

export default lesson;
