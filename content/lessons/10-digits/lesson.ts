import type { NamedRun } from '#experiments/named-runs.ts';
import type { TrainDigitsFrame } from '#experiments/train-digits.ts';
import type { Lesson, LessonNumber, Results } from '#lesson/lesson.ts';
import { log } from '#numerics/elementary.ts';

type Network = TrainDigitsFrame['curves'][number]['members'][number];

/** The networks that a run trained from a start, one per seed. */
function networks(results: Results, run: NamedRun, start: string): readonly Network[] {
  const curve = results<TrainDigitsFrame>(run).curves.find((entry) => entry.start === start);
  if (!curve) throw new Error(`the run ${run} has no start ${start}`);
  return curve.members;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Test accuracy after the last step, averaged over the seeds. */
const accuracy = (results: Results, run: NamedRun, start: string) =>
  mean(networks(results, run, start).map((network) => network.accuracy.at(-1) ?? Number.NaN));

const firstLoss = (results: Results, start: string) =>
  networks(results, 'digits-first-loss', start)[0]?.loss[0] ?? Number.NaN;

/** The norm of one layer's weight gradient at the first step, seed 7; layer -1 is the last. */
const gradient = (results: Results, run: NamedRun, start: string, layer: number) =>
  networks(results, run, start)[0]?.gradientNorms.at(layer) ?? Number.NaN;

const accuracyOf = (run: NamedRun, start: string): LessonNumber => ({
  value: (results) => accuracy(results, run, start),
  format: { percentDecimals: 1 },
});

const gradientOf = (run: NamedRun, start: string, layer: number): LessonNumber => ({
  value: (results) => gradient(results, run, start, layer),
  format: { significant: 2 },
});

/** The final test accuracy of He with one seed, for the exercise that asks to run it. */
const heWithSeed = (results: Results, wanted: number) =>
  networks(results, 'digits-relu', 'heNormal')
    .find(({ seed }) => seed === wanted)
    ?.accuracy.at(-1) ?? Number.NaN;

/** By which factor the gradients of He are larger than those of LeCun at the first step: one per seed. */
const heOverLecun = (results: Results, layer: number) =>
  networks(results, 'digits-relu', 'heNormal').map(
    ({ gradientNorms }, seed) =>
      (gradientNorms[layer] ?? Number.NaN) /
      (networks(results, 'digits-relu', 'lecunNormal')[seed]?.gradientNorms[layer] ?? Number.NaN),
  );

/** c^(L-2), the factor of the relative step from LeCun to He: c = √2, L = 5. */
const matchingRate = () => Math.sqrt(2 * 2 * 2);

/** What three sigmoid layers of slope 1/4 leave of the error signal, with standard deviation 3.6/√n. */
const sigmoidBack = () => (3.6 / 4) * (3.6 / 4) * (3.6 / 4);

/** How much of the size of the last layer's gradient is left in the first layer. */
const gradientLeft = ({ gradientNorms }: Network) =>
  (gradientNorms[0] ?? Number.NaN) / (gradientNorms.at(-1) ?? Number.NaN);

/** After how many further ReLU layers the factor 100 · 0.01² / 2 has made less than a millionth. */
function smallLayers(): number {
  let layers = 0;
  for (let q = 1; q >= 1e-6; q *= (100 * 0.01 * 0.01) / 2) layers += 1;
  return layers;
}

const lesson = {
  slug: 'digits',
  sections: [
    'setup',
    'predict',
    'experiment',
    'first-loss',
    'compare',
    'activations',
    'learning-rate',
    'choose',
    'break',
    'keep',
    'exercises',
    'sources',
  ],
  equations: {
    'gradient-scaled': String.raw`\frac{\partial \mathcal{L}}{\partial W^{(l)}}(c W) = c^{L-1}\, \frac{\partial \mathcal{L}}{\partial W^{(l)}}(W)`,
    'relative-step': String.raw`\frac{c^{L-1}}{c} = c^{L-2}`,
  },
  numbers: {
    'ln-10': { value: () => log(10), format: { decimals: 3 } },
    'initial-he': { value: (results) => firstLoss(results, 'heNormal'), format: { decimals: 3 } },
    'initial-normal1': { value: (results) => firstLoss(results, 'normal1'), format: { significant: 2 } },
    'gradient-normal001': gradientOf('digits-relu', 'normal001', 0),
    'gradient-he': gradientOf('digits-relu', 'heNormal', 0),
    steps: { value: (results) => results<TrainDigitsFrame>('digits-relu').step, format: 'integer' },
    'accuracy-he': accuracyOf('digits-relu', 'heNormal'),
    'accuracy-xavier': accuracyOf('digits-relu', 'xavierNormal'),
    'accuracy-lecun': accuracyOf('digits-relu', 'lecunNormal'),
    'accuracy-torch': accuracyOf('digits-relu', 'torchDefault'),
    'gradient-sigmoid-xavier': gradientOf('digits-sigmoid', 'xavierNormal', 0),
    'gradient-sigmoid-xavier-last': gradientOf('digits-sigmoid', 'xavierNormal', -1),
    'gradient-sigmoid-ratio': {
      value: (results) =>
        gradient(results, 'digits-sigmoid', 'xavierNormal', -1) /
        gradient(results, 'digits-sigmoid', 'xavierNormal', 0),
      format: { significant: 2 },
    },
    'accuracy-sigmoid-wait': accuracyOf('digits-sigmoid-wait', 'xavierNormal'),
    'rate-steps': { value: (results) => results<TrainDigitsFrame>('digits-lr-0.1').step, format: 'integer' },
    'gradient-he-lecun': {
      value: (results) => heOverLecun(results, 0)[0] ?? Number.NaN,
      format: { significant: 2 },
    },
    'accuracy-lecun-fast': accuracyOf('digits-lr-0.3', 'lecunNormal'),
    'accuracy-he-slow': accuracyOf('digits-lr-0.1', 'heNormal'),
    'answer-matching-rate': { value: matchingRate, format: { significant: 3 } },
    'answer-sigmoid-back': { value: sigmoidBack, format: { significant: 3 } },
    'answer-torch-factor': { value: () => 1 / 6, format: { significant: 3 } },
    'answer-small-layers': { value: () => smallLayers(), format: 'integer' },
    'answer-run-he': { value: (results) => heWithSeed(results, 9), format: { decimals: 3 } },
    'accuracy-he-seed-7': { value: (results) => heWithSeed(results, 7), format: { decimals: 3 } },
  },
  figures: {
    relu: { chart: 'train-digits', runs: ['digits-relu'] },
    tanh: { chart: 'train-digits', runs: ['digits-tanh'] },
    sigmoid: { chart: 'train-digits', runs: ['digits-sigmoid'] },
    rates: {
      chart: 'learning-rates',
      runs: ['digits-lr-0.01', 'digits-lr-0.03', 'digits-lr-0.1', 'digits-lr-0.3', 'digits-lr-1'],
    },
  },
  claims: ['xavier-for-sigmoid', 'small-does-not-learn'],
  facts: {
    'after a few steps the loss of N(0, 1) is not a number': (results) =>
      networks(results, 'digits-first-loss', 'normal1').every(({ loss }) => Number.isNaN(loss.at(-1))),
    'zero and N(0, 0.01²) begin at ln 10, to four digits': (results) =>
      ['zero', 'normal001'].every((start) =>
        networks(results, 'digits-relu', start).every(({ loss }) => Math.abs((loss[0] ?? 0) - log(10)) < 0.0005),
      ),
    'zero and N(0, 0.01²) stay at chance with ReLU': (results) =>
      ['zero', 'normal001'].every((start) => accuracy(results, 'digits-relu', start) < 0.15),
    'He, Xavier and LeCun learn with ReLU, in this order, and before PyTorch’s default, which learns too': (
      results,
    ) => {
      const order = ['heNormal', 'xavierNormal', 'lecunNormal', 'torchDefault'];
      const reached = order.map((start) => accuracy(results, 'digits-relu', start));
      return reached.every((value, index) => value > 0.2 && value <= (reached[index - 1] ?? 1));
    },
    'all scaled starts learn with tanh': (results) =>
      ['lecunNormal', 'xavierNormal', 'heNormal'].every((start) => accuracy(results, 'digits-tanh', start) > 0.85),
    'with the sigmoid N(0, 1) leaves the level of chance and no other start does': (results) => {
      const { curves } = results<TrainDigitsFrame>('digits-sigmoid');
      const others = curves.filter(({ start }) => start !== 'normal1');
      return (
        accuracy(results, 'digits-sigmoid', 'normal1') > 0.3 &&
        ['lecunNormal', 'xavierNormal', 'heNormal', 'torchDefault'].every((id) =>
          others.some(({ start }) => start === id),
        ) &&
        others.every(({ start }) => accuracy(results, 'digits-sigmoid', start) < 0.15)
      );
    },
    'with the sigmoid all other starts lose far more of the gradient than N(0, 1), on its way to the first layer': (
      results,
    ) => {
      const left = (start: string) => mean(networks(results, 'digits-sigmoid', start).map(gradientLeft));
      return ['lecunNormal', 'xavierNormal', 'heNormal', 'torchDefault'].every(
        (start) => left('normal1') > 10 * left(start) && left(start) < 0.02,
      );
    },
    'from LeCun to He the gradients grow about fourfold, in every layer and with every seed': (results) =>
      [0, 1, 2, 3, 4].every((layer) => heOverLecun(results, layer).every((factor) => factor > 3.5 && factor < 5)),
    'LeCun at rate 0.3 ends where He ends at 0.1, and at 0.1 where He ends at 0.03, to within two points': (results) =>
      (
        [
          ['digits-lr-0.3', 'digits-lr-0.1'],
          ['digits-lr-0.1', 'digits-lr-0.03'],
        ] as const
      ).every(
        ([fast, slow]) => Math.abs(accuracy(results, fast, 'lecunNormal') - accuracy(results, slow, 'heNormal')) < 0.02,
      ),
    'N(0, 0.01²) learns with one hidden layer': (results) => accuracy(results, 'digits-one-hidden', 'normal001') > 0.7,
    'with Xavier and rate 1 the sigmoid network stays near chance for 600 steps, and learns in the end': (results) => {
      const { accuracySteps } = results<TrainDigitsFrame>('digits-sigmoid-wait');
      return networks(results, 'digits-sigmoid-wait', 'xavierNormal').every(
        ({ accuracy: reached }) =>
          reached.every((value, i) => value < 0.2 || (accuracySteps[i] ?? 0) > 600) && (reached.at(-1) ?? 0) > 0.8,
      );
    },
    'with tanh PyTorch’s default learns later than the scaled starts, and N(0, 1) stays behind it': (results) => {
      const [torch, large] = ['torchDefault', 'normal1'].map((start) => accuracy(results, 'digits-tanh', start));
      return (
        ['lecunNormal', 'xavierNormal', 'heNormal'].every(
          (start) => accuracy(results, 'digits-tanh', start) > (torch ?? 1),
        ) &&
        (torch ?? 0) > 0.6 &&
        (large ?? 1) < 0.5
      );
    },
    'the gradient of N(0, 0.01²) is less than a thousandth of that of He in every layer': (results) =>
      [0, 1, 2, 3, 4].every(
        (layer) =>
          gradient(results, 'digits-relu', 'normal001', layer) <
            gradient(results, 'digits-relu', 'heNormal', layer) / 1000 &&
          gradient(results, 'digits-relu', 'normal001', layer) > 0,
      ),
    'the gradients of He are larger than those of Xavier, and those larger than LeCun’s, in every layer': (results) =>
      [0, 1, 2, 3, 4].every((layer) => {
        const [he = 0, xavier = 0, lecun = 0] = ['heNormal', 'xavierNormal', 'lecunNormal'].map((start) =>
          gradient(results, 'digits-relu', start, layer),
        );
        return he > xavier && xavier > lecun;
      }),
    'He leads by a sixth at the two smallest rates, and the others are ahead at 0.3': (results) =>
      ['lecunNormal', 'xavierNormal'].every(
        (start) =>
          (['digits-lr-0.01', 'digits-lr-0.03'] as const).every(
            (run) => accuracy(results, run, 'heNormal') > accuracy(results, run, start) + 1 / 6,
          ) && accuracy(results, 'digits-lr-0.3', start) > accuracy(results, 'digits-lr-0.3', 'heNormal'),
      ),
    'He leads at the smallest rate, and at rate 1 no start learns properly and He ends in NaN': (results) =>
      ['lecunNormal', 'xavierNormal'].every(
        (start) =>
          accuracy(results, 'digits-lr-0.01', start) < accuracy(results, 'digits-lr-0.01', 'heNormal') &&
          accuracy(results, 'digits-lr-1', start) < 0.5,
      ) && networks(results, 'digits-lr-1', 'heNormal').every(({ loss }) => Number.isNaN(loss.at(-1))),
    'a diverged network is right for one digit in nine': (results) =>
      Math.abs(accuracy(results, 'digits-lr-1', 'heNormal') - 1 / 9) < 0.01,
  },
  exercises: {
    'matching-rate': { answer: matchingRate, tolerance: 0.01, format: { significant: 3 } },
    'sigmoid-back': { answer: sigmoidBack, tolerance: 0.01, format: { significant: 3 } },
    'torch-factor': { answer: () => 1 / 6, tolerance: 0.01, format: { significant: 3 } },
    'small-layers': { answer: () => smallLayers(), tolerance: 0.001, format: 'integer' },
    'run-he': {
      kind: 'run',
      widget: 'train-digits',
      answer: (results) => heWithSeed(results, 9),
      tolerance: 0.0005,
      format: { decimals: 3 },
    },
    'which-change': { kind: 'choice', options: { rate: false, scale: true, symmetry: false, nothing: false } },
    'derive-rescale': { kind: 'derivation' },
  },
  predictions: {
    'sigmoid-start': { options: { scaled: false, xavier: false, large: true, none: false }, for: 'sigmoid' },
  },
  assumptions: ['zero-bias', 'scales-with-input', 'equal-logits'],
  widgets: ['train-digits', 'sigmoid-wait'],
  cells: ['first-loss', 'checks'],
  citations: ['lecun-mnist', 'saito2016', 'lecun1998', 'glorot2010', 'he2015', 'kumar2017'],
} as const satisfies Lesson;

export default lesson;
