import type { NamedRun } from '#experiments/named-runs.ts';
import type { SymmetryFrame } from '#experiments/symmetry.ts';
import type { TrainToyFrame } from '#experiments/train-toy.ts';
import { gradientOf, lossOf, type TwoTwoOne, type TwoTwoOneLoss } from '#experiments/two-two-one.ts';
import { starts } from '#initializers/starts.ts';
import type { Lesson, LessonNumber, Results } from '#lesson/lesson.ts';
import { activations } from '#network/activations.ts';
import { softmaxCrossEntropy } from '#network/loss.ts';
import { backward, createPass, drawMlp, forward } from '#network/mlp.ts';
import { sgdStep } from '#network/sgd.ts';
import { drawToyData } from '#network/toy-data.ts';
import { torchGenerator } from '#random/torch-generator.ts';

const frameOf = (results: Results, run: NamedRun) => results<SymmetryFrame>(run);
const largest = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), 0);

/** The mean of the last twenty losses recorded: mini-batches of eight are noisy. */
const lateLoss = (results: Results, run: NamedRun) =>
  frameOf(results, run)
    .loss.slice(-20)
    .reduce((sum, loss) => sum + loss / 20, 0);

const lateLossOf = (run: NamedRun): LessonNumber => ({
  value: (results) => lateLoss(results, run),
  format: { significant: 2 },
});

const apartStep = (results: Results, run: NamedRun) => frameOf(results, run).apartStep ?? Number.NaN;

/** All units equal, bit for bit, at every step: nothing that comes in or goes out ever differed. */
const staysTied = (results: Results, run: NamedRun) => {
  const { splitStep, incomingDifference, outgoingDifference } = frameOf(results, run);
  return splitStep === null && largest(incomingDifference) === 0 && largest(outgoingDifference) === 0;
};

const toyNetwork = (results: Results, start: string) => {
  const network = results<TrainToyFrame>('toy-tied').networks.find((entry) => entry.start === start);
  if (!network) throw new Error(`the run toy-tied has no start ${start}`);
  return network;
};

const toyAccuracy = (results: Results, start: string) => toyNetwork(results, start).accuracy.at(-1) ?? Number.NaN;

const toyAccuracyOf = (start: string): LessonNumber => ({
  value: (results) => toyAccuracy(results, start),
  format: { percentDecimals: 1 },
});

/** How often a network changes its mind at most along a row or a column of the grid; a straight line allows one. */
function mostChanges(results: Results, start: string): number {
  const { size } = results<TrainToyFrame>('toy-tied').grid;
  const { margins } = toyNetwork(results, start);
  const side = (row: number, column: number) => (margins[row * size + column] ?? 0) > 0;
  const all = Array.from({ length: size }, (_, i) => i);
  const changes = (line: (i: number) => boolean) => all.filter((i) => i > 0 && line(i) !== line(i - 1)).length;
  return largest(all.flatMap((k) => [changes((i) => side(k, i)), changes((i) => side(i, k))]));
}

const zeros: TwoTwoOne = { a1: 0, a2: 0, b1: 0, b2: 0, a3: 0, a4: 0, b3: 0 };

/** The largest difference between the formula and the quotient of differences, over all seven derivatives. */
function worstDifference(network: TwoTwoOne, x: number, t: number, loss: TwoTwoOneLoss): number {
  const step = 1e-5;
  const formula = gradientOf(network, x, t, loss);
  const names = Object.keys(network) as (keyof TwoTwoOne)[];
  return largest(
    names.map((name) => {
      const moved = (by: number) => lossOf({ ...network, [name]: network[name] + by }, x, t, loss);
      return Math.abs((moved(step) - moved(-step)) / (2 * step) - formula[name]);
    }),
  );
}

/** After which step layer l of a zero sigmoid network with so many layers wakes, in exact arithmetic. */
const wakingStep = (layers: number, layer: number) => layers - layer + 1;

/** The same measured, for every layer, with the second cell's network; 0 for a layer that has not woken after ten steps. */
function wakingSteps(layers: number, points = 61): number[] {
  const data = drawToyData('moons', points, 0.1, 1);
  const widths = [2, ...new Array<number>(layers - 1).fill(4), 2];
  const mlp = drawMlp(starts.zero, widths, activations.sigmoid, torchGenerator(7));
  const pass = createPass(mlp, points);
  const byLogits = new Float32Array(2 * points);
  const woken = new Array<number>(layers).fill(0);
  for (let step = 1; step <= 10; step++) {
    softmaxCrossEntropy(forward(mlp, data.points, pass), data.labels, 2, byLogits);
    sgdStep(mlp.layers, backward(mlp, byLogits, pass), 1);
    for (const [l, { weights }] of mlp.layers.entries()) if (weights.some((w) => w !== 0)) woken[l] ||= step;
  }
  return woken;
}

const lesson = {
  slug: 'symmetry',
  sections: [
    'equal',
    'predict',
    'smallest',
    'check',
    'condition',
    'experiment',
    'zero',
    'tied',
    'break',
    'claims',
    'keep',
    'exercises',
    'sources',
  ],
  equations: {
    network: String.raw`\begin{aligned} & w_1 = s(a_1 x + b_1), \qquad w_2 = s(a_2 x + b_2), \\ & y = s(a_3 w_1 + a_4 w_2 + b_3) \end{aligned}`,
    loss: String.raw`\mathcal{L} = -t \ln y - (1 - t) \ln (1 - y)`,
    'error-signal': String.raw`\begin{aligned} d &= \frac{\partial \mathcal{L}}{\partial y} \cdot y (1 - y) \\[0.6em] &= \frac{y - t}{y (1 - y)} \cdot y (1 - y) = y - t \end{aligned}`,
    outer: String.raw`\frac{\partial \mathcal{L}}{\partial a_3} = d\, w_1, \qquad \frac{\partial \mathcal{L}}{\partial a_4} = d\, w_2, \qquad \frac{\partial \mathcal{L}}{\partial b_3} = d`,
    inner: String.raw`\begin{aligned} \frac{\partial \mathcal{L}}{\partial b_1} &= d\, a_3\, w_1 (1 - w_1), & \frac{\partial \mathcal{L}}{\partial b_2} &= d\, a_4\, w_2 (1 - w_2), \\[0.85em] \frac{\partial \mathcal{L}}{\partial a_1} &= d\, a_3\, w_1 (1 - w_1)\, x, & \frac{\partial \mathcal{L}}{\partial a_2} &= d\, a_4\, w_2 (1 - w_2)\, x \end{aligned}`,
    'same-forward': String.raw`z_i = z_j, \qquad h_i = h_j, \qquad \varphi'(z_i) = \varphi'(z_j)`,
    'same-delta': String.raw`\begin{aligned} \delta_i &= \varphi'(z_i) \sum_k v_{ki}\, \delta_k \\ &= \varphi'(z_j) \sum_k v_{kj}\, \delta_k = \delta_j \end{aligned}`,
    'same-gradient': String.raw`\begin{aligned} & \sum \delta_i\, x_m = \sum \delta_j\, x_m, \qquad \sum \delta_i = \sum \delta_j, \\ & \sum \delta_k\, h_i = \sum \delta_k\, h_j \end{aligned}`,
    'rank-one': String.raw`\frac{\partial \mathcal{L}}{\partial W_{im}} = v_i \cdot \sum d\, \varphi'(z)\, x_m`,
    'zero-forward': String.raw`h^{(l)} = \varphi(0) = 0, \qquad l = 1, \dots, L - 1`,
    'zero-later': String.raw`\frac{\partial \mathcal{L}}{\partial W^{(l)}} = \sum \delta^{(l)} \big(h^{(l-1)}\big)^{\!\top} = 0, \qquad l \ge 2`,
    'zero-first': String.raw`\begin{aligned} & \delta^{(1)} = \varphi'\big(z^{(1)}\big) \odot \big(W^{(2)}\big)^{\!\top} \delta^{(2)} = 0, \\[0.3em] & \frac{\partial \mathcal{L}}{\partial W^{(1)}} = 0 \end{aligned}`,
    'half-gradient': String.raw`\frac{\partial \mathcal{L}}{\partial W^{(L)}_{ki}} = \frac{1}{2} \sum \delta^{(L)}_k`,
    'one-unit': String.raw`\begin{aligned} \sum_{i=1}^{n} v_i\, \varphi(w_i^{\top} x &+ b_i) + c \\ &= n v\, \varphi(w^{\top} x + b) + c \end{aligned}`,
    'mirror-forward': String.raw`z_i = -z_j, \qquad h_i = -h_j, \qquad \varphi'(z_i) = \varphi'(z_j)`,
    'mirror-backward': String.raw`\begin{aligned} \delta_i &= \varphi'(z_i) \sum_k v_{ki}\, \delta_k \\ &= -\varphi'(z_j) \sum_k v_{kj}\, \delta_k = -\delta_j \end{aligned}`,
  },
  numbers: {
    'late-equal': lateLossOf('symmetry-equal'),
    'late-random': lateLossOf('symmetry-random'),
    'late-incoming': lateLossOf('symmetry'),
    steps: { value: (results) => frameOf(results, 'symmetry-equal').points.at(-1) ?? 0, format: 'integer' },
    'apart-small': { value: (results) => apartStep(results, 'symmetry-noise'), format: 'integer' },
    'apart-large': { value: (results) => apartStep(results, 'symmetry-noise-large'), format: 'integer' },
    'apart-tiny': { value: (results) => apartStep(results, 'symmetry-noise-long'), format: 'integer' },
    'wait-first': {
      value: (results) => apartStep(results, 'symmetry-noise') - apartStep(results, 'symmetry-noise-large'),
      format: 'integer',
    },
    'wait-second': {
      value: (results) => apartStep(results, 'symmetry-noise-long') - apartStep(results, 'symmetry-noise'),
      format: 'integer',
    },
    'answer-wake': { value: () => wakingStep(10, 1), format: 'integer' },
    'toy-zero': toyAccuracyOf('zero'),
    'toy-constant': toyAccuracyOf('constant'),
    'toy-xavier': toyAccuracyOf('xavierNormal'),
    'answer-output': { value: () => gradientOf(zeros, 1, 1, 'crossEntropy').a3, format: { decimals: 2 } },
    'answer-see': {
      value: (results) => frameOf(results, 'symmetry-noise-large').incomingDifference.at(-1) ?? Number.NaN,
      format: { significant: 3 },
    },
  },
  figures: {
    'zero-path': { chart: 'symmetry', runs: ['symmetry-zero-sigmoid'] },
    tied: { chart: 'train-toy', runs: ['toy-tied'] },
    noise: { chart: 'symmetry', runs: ['symmetry-noise'] },
  },
  claims: ['ones-only-backward'],
  facts: {
    'the seven formulas agree with quotients of differences, for both losses': () =>
      (['crossEntropy', 'squaredError'] as const).every(
        (loss) => worstDifference({ a1: 0.5, a2: 0.3, b1: 0.1, b2: 0, a3: 0.5, a4: 0.6, b3: 0 }, 0.7, 1, loss) < 1e-9,
      ),
    'all equal stays equal at every step, bit for bit, while every parameter moves': (results) => {
      const { moved } = frameOf(results, 'symmetry-equal');
      return staysTied(results, 'symmetry-equal') && Object.values(moved).every((share) => share === 1);
    },
    'W1 equal and W2 random: rank one at the start, split after step 1, rank two at the end': (results) => {
      const { splitStep, rank } = frameOf(results, 'symmetry');
      return splitStep === 1 && rank[0] === 1 && rank.at(-1) === 2;
    },
    'split from the outgoing side learns about as well as random, tied ends far above both': (results) =>
      lateLoss(results, 'symmetry') < 2 * lateLoss(results, 'symmetry-random') &&
      lateLoss(results, 'symmetry-equal') > 5 * lateLoss(results, 'symmetry'),
    'zero with tanh: only the output bias ever moves': (results) => {
      const { incoming, hiddenBias, outgoing, outputBias } = frameOf(results, 'symmetry-zero').moved;
      return incoming === 0 && hiddenBias === 0 && outgoing === 0 && outputBias === 1;
    },
    'zero with sigmoid: everything moves, and all units stay equal': (results) => {
      const { moved } = frameOf(results, 'symmetry-zero-sigmoid');
      return staysTied(results, 'symmetry-zero-sigmoid') && Object.values(moved).every((share) => share === 1);
    },
    'dropout splits at step 1 from an equal start': (results) => frameOf(results, 'symmetry-dropout').splitStep === 1,
    'each further factor of a hundred in the noise costs about the same number of steps': (results) => {
      const [large, small, tiny] = (['symmetry-noise-large', 'symmetry-noise', 'symmetry-noise-long'] as const).map(
        (run) => apartStep(results, run),
      ) as [number, number, number];
      return small > large && Math.abs((tiny - small) / (small - large) - 1) < 0.15;
    },
    'a hundred times less noise costs some hundreds of steps': (results) => {
      const wait = apartStep(results, 'symmetry-noise') - apartStep(results, 'symmetry-noise-large');
      return wait > 200 && wait < 1000 && wait < 20 * apartStep(results, 'symmetry-noise-large');
    },
    'the difference of the noisy start grows by a factor between 2 and 3 in every 120 steps from step 240 to 960': (
      results,
    ) => {
      const { points, incomingDifference } = frameOf(results, 'symmetry-noise');
      const at = (step: number) => incomingDifference[points.indexOf(step)] ?? Number.NaN;
      return [240, 360, 480, 600, 720, 840].every((step) => {
        const factor = at(step + 120) / at(step);
        return factor > 2 && factor < 3;
      });
    },
    'four zero sigmoid layers wake one per step, and none with equally frequent classes': () =>
      wakingSteps(4).every((step, l) => step === wakingStep(4, l + 1)) &&
      wakingSteps(4, 60).every((step) => step === 0),
    'of ten zero sigmoid layers the last four wake one per step in float32, and the first not at all': () => {
      const woken = wakingSteps(10);
      return woken[0] === 0 && [7, 8, 9, 10].every((layer) => woken[layer - 1] === wakingStep(10, layer));
    },
    'while the differences are small, those of the two noises keep the ratio 100': (results) =>
      [0, 1, 2, 3].every((point) => {
        const [large, small] = (['symmetry-noise-large', 'symmetry-noise'] as const).map(
          (run) => frameOf(results, run).incomingDifference[point] ?? Number.NaN,
        );
        return Math.abs((large ?? 0) / (small ?? 1) / 100 - 1) < 0.05;
      }),
    'with noise of 10^-6 the units are not apart when the run ends': (results) =>
      frameOf(results, 'symmetry-noise-tiny').apartStep === null,
    'on the moons zero is at half, constant above, Xavier higher still': (results) =>
      toyAccuracy(results, 'zero') === 0.5 &&
      toyAccuracy(results, 'constant') > 0.75 &&
      toyAccuracy(results, 'xavierNormal') > toyAccuracy(results, 'constant') + 0.05,
    'zero has no boundary, that of the tied network is crossed once at most, that of Xavier’s more often': (results) =>
      mostChanges(results, 'zero') === 0 &&
      mostChanges(results, 'constant') === 1 &&
      mostChanges(results, 'xavierNormal') > 1,
  },
  predictions: {
    outgoing: { options: { never: false, once: true, late: false } },
    noise: { options: { same: false, some: true, hundredfold: false }, for: 'noise' },
  },
  exercises: {
    output: {
      answer: () => gradientOf(zeros, 1, 1, 'crossEntropy').a3,
      tolerance: 0.001,
      format: { decimals: 2 },
    },
    wake: { answer: () => wakingStep(10, 1), tolerance: 0.001, format: 'integer' },
    'stays-equal': { kind: 'choice', options: { outgoing: false, biases: false, shuffled: true, dropout: false } },
    mirror: { kind: 'derivation' },
    see: {
      kind: 'run',
      widget: 'symmetry-breaking',
      answer: (results) => frameOf(results, 'symmetry-noise-large').incomingDifference.at(-1) ?? Number.NaN,
      tolerance: 0.005,
      format: { significant: 3 },
    },
  },
  assumptions: [
    'cross-entropy-loss',
    'equal-incoming',
    'same-activation',
    'equal-outgoing',
    'same-rule',
    'zero-weights',
    'zero-at-zero',
  ],
  widgets: ['symmetry', 'symmetry-breaking'],
  cells: ['seven-derivatives', 'zero-layers'],
  citations: ['rumelhart1986pdp', 'saito2016', 'zhang2023', 'srivastava2014'],
} as const satisfies Lesson;

export default lesson;
