import type { ActivationHistogramsFrame } from '#experiments/activation-histograms.ts';
import type { GradientFlowFrame } from '#experiments/gradient-flow.ts';
import type { NamedRun } from '#experiments/named-runs.ts';
import type { PrecisionFrame } from '#experiments/precision.ts';
import type { Lesson, LessonNumber, Results } from '#lesson/lesson.ts';
import { erf, log, tanh } from '#numerics/elementary.ts';
import { formats } from '#numerics/round-to-format.ts';

const layersOf = (results: Results, run: NamedRun) => results<ActivationHistogramsFrame>(run).measured;
const layerOf = (results: Results, run: NamedRun, layer: number) => {
  const found = layersOf(results, run)[layer - 1];
  if (!found) throw new Error(`the run ${run} has no layer ${layer}`);
  return found;
};

const saturated = (results: Results, run: NamedRun, layer: number) =>
  layerOf(results, run, layer).saturated ?? Number.NaN;

const saturatedOf = (run: NamedRun, layer: number): LessonNumber => ({
  value: (results) => saturated(results, run, layer),
  format: { percentDecimals: 0 },
});

/** Root mean square and standard deviation of a layer's activations. */
const size = (results: Results, run: NamedRun, layer: number) => Math.sqrt(layerOf(results, run, layer).secondMoment);
const spread = (results: Results, run: NamedRun, layer: number) => {
  const { mean, secondMoment } = layerOf(results, run, layer);
  return Math.sqrt(secondMoment - mean * mean);
};

const sizeOf = (run: NamedRun, layer: number): LessonNumber => ({
  value: (results) => size(results, run, layer),
  format: { significant: 2 },
});

/** Root mean square of the error signal in layer 1, relative to that in the last layer. */
function kept(results: Results, run: NamedRun): number {
  const { deltaMoment } = results<GradientFlowFrame>(run);
  return Math.sqrt((deltaMoment.at(-1) ?? Number.NaN) / (deltaMoment[0] ?? Number.NaN));
}

const keptOf = (run: NamedRun): LessonNumber => ({
  value: (results) => kept(results, run),
  format: { significant: 2 },
});

/** P(|z| >= edge) for a normal z with mean 0 and this standard deviation. */
const shareBeyond = (edge: number, std: number) => 1 - erf(edge / (std * Math.SQRT2));
const sigmoidEdge = log(99);
const tanhEdge = log(199) / 2;

/** The first layer whose typical size is beyond `largest`, if it begins with one and grows by `factor` per layer. */
function overflowLayer(factor: number, largest: number): number {
  let layer = 0;
  for (let size = 1; size <= largest; size *= factor) layer += 1;
  return layer;
}

/** The same for weights from N(0, 1) in float32. */
const typicalOverflow = (n: number) => overflowLayer(Math.sqrt(n), formats.float32.largest);
const float16Overflow = () => overflowLayer(0.5 * Math.sqrt(64), formats.float16.largest);

/** The length of the vector of a hundred activations that the next layer receives: its root mean square. */
const lengthOf = (results: Results, run: NamedRun, layer: number) => 10 * size(results, run, layer);

const firstInfinity = (results: Results) =>
  results<PrecisionFrame>('precision-float32').observed.infinite ?? Number.NaN;
const firstNaN = (results: Results) => results<PrecisionFrame>('precision-float32').nan.findIndex((share) => share > 0);

/** The share of the error signals of layer 1 that are below 2^-7, in the large start. */
function tinyShare(results: Results): number {
  const first = results<GradientFlowFrame>('gradients-five-large').histograms.find(({ layer }) => layer === 1);
  const { lowest, shares } = first?.magnitudes ?? { lowest: 0, shares: [] };
  return shares.reduce((sum, share, i) => (lowest + i < -7 ? sum + share : sum), 0);
}

const five = [1, 2, 3, 4, 5];

const lesson = {
  slug: 'too-small-too-large',
  sections: [
    'two-sizes',
    'predict',
    'too-large',
    'check',
    'too-small',
    'relu',
    'experiment',
    'break',
    'overflow',
    'keep',
    'exercises',
    'sources',
  ],
  equations: {
    sum: String.raw`z_i = \sum_{j=1}^{n} w_{ij} h_j, \qquad z_i \sim N\big(0, \sigma^2 \lVert h \rVert^2\big)`,
    edge: String.raw`\begin{aligned} s(z) > 0.99 \;\; & \Longleftrightarrow \;\; e^{-z} < \frac{1}{0.99} - 1 = \frac{1}{99} \\[0.55em] & \Longleftrightarrow \;\; z > \ln 99 \end{aligned}`,
    share: String.raw`P\big(\lvert z_i \rvert > \ln 99\big) = 1 - \operatorname{erf} \left( \frac{\ln 99}{\sigma \lVert h \rVert \sqrt{2}} \right)`,
    linear: String.raw`s(z) \approx \frac{1}{2} + \frac{z}{4}`,
    offset: String.raw`z_i = \frac{1}{2} \sum_{j=1}^{n} w_{ij} + \sum_{j=1}^{n} w_{ij} e_j`,
    'offset-size': String.raw`\frac{1}{2} \sum_{j=1}^{n} w_{ij} \sim N\left(0, \frac{n \sigma^2}{4}\right)`,
    difference: String.raw`\Delta h_i \approx \frac{1}{4} \sum_{j=1}^{n} w_{ij}\, \Delta h_j \sim N\left(0, \frac{\sigma^2}{16} \lVert \Delta h \rVert^2\right)`,
    shrink: String.raw`\frac{\lVert \Delta h^{(l)} \rVert}{\lVert \Delta h^{(l-1)} \rVert} \approx \frac{\sigma \sqrt{n}}{4} = \frac{0.01 \cdot 10}{4} = 0.025`,
    homogeneous: String.raw`\max(0, c z) = c \max(0, z), \qquad c > 0`,
    scaled: String.raw`h^{(l)}(c W) = c^{\,l}\, h^{(l)}(W)`,
    'overflow-layer': String.raw`(\sigma \sqrt{n})^l > M \quad \Longleftrightarrow \quad l > \frac{\ln M}{\ln (\sigma \sqrt{n})}`,
    'logits-scaled': 'z^{(L)}(c W) = c^{L} z^{(L)}(W)',
    'delta-scaled': String.raw`\delta^{(l)}(c W) = c^{L - l}\, \delta^{(l)}(W)`,
    'gradient-scaled': String.raw`c^{L-l} \cdot c^{\,l-1} = c^{L-1}`,
  },
  numbers: {
    'sigmoid-first': saturatedOf('activation-histograms', 1),
    'sigmoid-last': saturatedOf('activation-histograms', 5),
    'tanh-last': saturatedOf('histograms-tanh', 5),
    'share-first': { value: () => shareBeyond(sigmoidEdge, 10), format: { percentDecimals: 0 } },
    'share-later': { value: () => shareBeyond(sigmoidEdge, 7), format: { percentDecimals: 0 } },
    'small-spread': { value: (results) => spread(results, 'histograms-sigmoid-small', 5), format: { significant: 2 } },
    'tanh-small-first': sizeOf('histograms-tanh-small', 1),
    'tanh-small-last': sizeOf('histograms-tanh-small', 5),
    'relu-large-last': sizeOf('histograms-relu', 5),
    'relu-small-last': sizeOf('histograms-relu-small', 5),
    'kept-large': keptOf('gradients-five-large'),
    'kept-small': keptOf('gradients-five-small'),
    'tiny-share': { value: tinyShare, format: { percentDecimals: 0 } },
    'kept-formula': { value: () => 0.025 * 0.025 * 0.025 * 0.025, format: { significant: 2 } },
    'typical-overflow': { value: () => typicalOverflow(128), format: 'integer' },
    'first-infinity': { value: firstInfinity, format: 'integer' },
    'first-nan': { value: firstNaN, format: 'integer' },
    'answer-share': { value: () => shareBeyond(tanhEdge, 20), format: { percentDecimals: 1 } },
    'answer-see': { value: (results) => saturated(results, 'histograms-tanh', 5), format: { decimals: 3 } },
  },
  figures: {
    'large-sigmoid': { chart: 'activation-histograms', runs: ['activation-histograms'] },
    'small-sigmoid': { chart: 'activation-histograms', runs: ['histograms-sigmoid-small'] },
    'back-large': { chart: 'gradient-flow', runs: ['gradients-five-large'] },
    overflow: { chart: 'precision', runs: ['precision-float32'] },
  },
  claims: [],
  facts: {
    'sigmoid, N(0, 1): most of layer 1 is saturated, of every later layer two fifths to one half, as the formula says':
      (results) => {
        const [first = 0, ...later] = five.map((layer) => saturated(results, 'activation-histograms', layer));
        const formula = shareBeyond(sigmoidEdge, 7);
        return first > 0.6 && later.every((share) => share > 0.4 && share < 0.5 && Math.abs(share - formula) < 0.1);
      },
    'sigmoid, N(0, 1): in every layer more than two thirds are within a tenth of 0 or 1': (results) =>
      layersOf(results, 'activation-histograms').every(({ bins }) => {
        const inner = bins.slice(4, -4).reduce((sum, share) => sum + share, 0); // 41 bins from 0 to 1
        return bins.length === 41 && 1 - inner > 2 / 3;
      }),
    'sigmoid, N(0, 1): from layer 2 on a layer receives a vector of length 6 to 7': (results) =>
      [1, 2, 3, 4].every((layer) => {
        const length = lengthOf(results, 'activation-histograms', layer);
        return length > 6 && length < 7;
      }),
    'tanh, N(0, 1): from layer 2 on a layer receives a vector of length 9.5 to 10': (results) =>
      [1, 2, 3, 4].every((layer) => {
        const length = lengthOf(results, 'histograms-tanh', layer);
        return length > 9.5 && length < 10;
      }),
    'sigmoid, N(0, 0.01²): no unit is saturated': (results) =>
      five.every((layer) => saturated(results, 'histograms-sigmoid-small', layer) === 0),
    'the share of the first layer agrees with the formula': (results) =>
      Math.abs(saturated(results, 'activation-histograms', 1) - shareBeyond(sigmoidEdge, 10)) < 0.03,
    'tanh, N(0, 1): more than three quarters are saturated in every layer': (results) =>
      five.every((layer) => saturated(results, 'histograms-tanh', layer) > 0.75),
    'sigmoid, N(0, 0.01²): mean one half, and the spread of the offsets, 0.0125, from layer 2 on': (results) =>
      five.every((layer) => Math.abs(layerOf(results, 'histograms-sigmoid-small', layer).mean - 0.5) < 0.01) &&
      [2, 3, 4, 5].every((layer) => Math.abs(spread(results, 'histograms-sigmoid-small', layer) / 0.0125 - 1) < 0.1),
    'tanh, N(0, 0.01²): a tenth in every layer': (results) =>
      [2, 3, 4, 5].every((layer) => {
        const factor =
          size(results, 'histograms-tanh-small', layer) / size(results, 'histograms-tanh-small', layer - 1);
        return Math.abs(factor / 0.1 - 1) < 0.05;
      }),
    'tanh, N(0, 0.01²): from layer 2 on tanh is the identity to four digits at the typical size': (results) =>
      [2, 3, 4, 5].every((layer) => {
        const typical = size(results, 'histograms-tanh-small', layer);
        return 1 - tanh(typical) / typical < 0.5e-4;
      }),
    'ReLU: the activations of layer l differ by the factor 100^l': (results) =>
      five.every((layer) => {
        const factor = size(results, 'histograms-relu', layer) / size(results, 'histograms-relu-small', layer);
        const power = five.slice(0, layer).reduce((product) => product * 100, 1);
        return Math.abs(factor / power - 1) < 1e-5;
      }),
    'ReLU: the same units are zero, up to rounding': (results) =>
      five.every((layer) => {
        const [large, small] = (['histograms-relu', 'histograms-relu-small'] as const).map(
          (run) => layerOf(results, run, layer).atoms[0] ?? Number.NaN,
        );
        return Math.abs((large ?? 0) - (small ?? 1)) < 0.001;
      }),
    'the error signal survives five saturated layers and not five of the small start': (results) =>
      kept(results, 'gradients-five-large') > 0.5 && kept(results, 'gradients-five-small') < 1e-6,
    'the weight gradients of ten seeds: about the same in layers 1 and 5 of the large start, not so of the small one': (
      results,
    ) => {
      const [large, small] = (['gradients-five-large', 'gradients-five-small'] as const).map(
        (run) => results<GradientFlowFrame>(run).ratio,
      );
      return (large?.low ?? 0) > 0.5 && (large?.high ?? 9) < 2 && (small?.high ?? 1) < 1e-5;
    },
    '2^-7 is a hundredth of the root mean square of the error signals in layer 1, or less': (results) =>
      Math.sqrt(results<GradientFlowFrame>('gradients-five-large').deltaMoment.at(-1) ?? 0) > 100 / 128 &&
      tinyShare(results) > 0.4,
    'the small start loses the factor 0.025 per layer': (results) =>
      Math.abs(kept(results, 'gradients-five-small') / (0.025 * 0.025 * 0.025 * 0.025) - 1) < 0.05,
    'an infinity appears one layer before the typical size passes the limit, and NaN one layer later': (results) =>
      firstInfinity(results) === typicalOverflow(128) - 1 && firstNaN(results) === firstInfinity(results) + 1,
    'in the layer of the first infinity all but a hundredth of the numbers are finite': (results) =>
      (results<PrecisionFrame>('precision-float32').infinite[firstInfinity(results)] ?? 1) < 0.01,
    'one layer after the first NaN everything is NaN': (results) =>
      results<PrecisionFrame>('precision-float32').nan[firstNaN(results) + 1] === 1,
  },
  predictions: {
    'where-units': { options: { middle: false, ends: true, even: false }, for: 'large-sigmoid' },
    'which-loses': { options: { large: false, small: true, equal: false }, for: 'five-layers-back' },
  },
  exercises: {
    'share-400': { answer: () => shareBeyond(tanhEdge, 20), tolerance: 0.01, format: { decimals: 3 } },
    'float16-layer': { answer: float16Overflow, tolerance: 0.001, format: 'integer' },
    'no-overflow': { kind: 'choice', options: { bounded: true, slope: false, centered: false, luck: false } },
    'scale-weights': { kind: 'derivation' },
    'see-tanh': {
      kind: 'run',
      widget: 'activation-histograms',
      answer: (results) => saturated(results, 'histograms-tanh', 5),
      tolerance: 0.002,
      format: { decimals: 3 },
    },
  },
  assumptions: [
    'zero-bias',
    'weights-independent-of-inputs',
    'zero-mean-weights',
    'weights-uncorrelated',
    'equal-variance',
    'normal-weights',
    'fresh-weights',
    'great-width',
    'small-pre-activations',
    'scales-with-input',
  ],
  widgets: ['activation-histograms', 'five-layers-back'],
  cells: ['saturated-share', 'two-inputs'],
  citations: ['saito2016', 'lecun1998', 'glorot2010', 'poole2016'],
} as const satisfies Lesson;

export default lesson;
