import { activationHistograms } from '#experiments/activation-histograms.ts';
import { clipping } from '#experiments/clipping.ts';
import { correlation } from '#experiments/correlation.ts';
import { depthSweep } from '#experiments/depth-sweep.ts';
import type { Experiment } from '#experiments/experiment.ts';
import { gradientFlow } from '#experiments/gradient-flow.ts';
import { normalization } from '#experiments/normalization.ts';
import { drawNetwork, normalStart } from '#experiments/normalization-network.ts';
import { oneLayer } from '#experiments/one-layer.ts';
import type { Parameters, Values } from '#experiments/parameters.ts';
import { pixelMoments } from '#experiments/pixel-moments.ts';
import { precision } from '#experiments/precision.ts';
import { symmetry } from '#experiments/symmetry.ts';
import { drawExamples } from '#experiments/symmetry-network.ts';
import { trainDigits } from '#experiments/train-digits.ts';
import { trainToy } from '#experiments/train-toy.ts';
import { varianceMap } from '#experiments/variance-map.ts';
import { weights } from '#experiments/weights.ts';
import { starts } from '#initializers/starts.ts';
import { emptyBatch, readBatch } from '#network/digits.ts';
import { drawToyData } from '#network/toy-data.ts';
import { loadDigits } from '../scripts/load-digits.ts';
import { calmSteps, calmStepsWithNorm, isChaotic, undecided } from '../scripts/take-home-cases.ts';
import type { Results, Tolerance, Tolerances } from './take-home.ts';
import {
  drawnTensor,
  inputsAndMatrix,
  network,
  oneLayerDraws,
  pairNetwork,
  scaled,
  squareNetwork,
} from './take-home-weights.ts';

/** What a program drew, bit for bit, undefined where it promises no bits; and what it printed, from the last frame. */
export interface Counterpart {
  weights(values: Values): Float32Array[] | undefined;
  results(frame: unknown, values: Values): Results;
  within: Tolerances;
}

interface Row<P extends Parameters, Frame> {
  within: Tolerances;
  weights(values: Values<P>): Float32Array[] | undefined;
  results(frame: Frame, values: Values<P>): Results;
}

/** An experiment beside what it has in common with its program. */
const counterpart = <P extends Parameters, Frame extends { progress: number }>(
  { id }: Experiment<P, Frame>,
  row: Row<P, Frame>,
): [string, Counterpart] => [id, row as unknown as Counterpart];

/** float32 sums in another order, through all layers. */
const rounding: Tolerance = { share: 1e-5, absolute: 0 };
/** Sums in float64 of the same float32 numbers; those of numbers of both signs may be near 0. */
const exactSums: Tolerance = { share: 1e-7, absolute: 1e-9 };
/** What gradient descent makes of the rounding, in a few hundred steps. */
const training: Tolerance = { share: 1e-4, absolute: 0 };

export const counterparts: Readonly<Record<string, Counterpart>> = Object.fromEntries([
  counterpart(activationHistograms, {
    within: [
      { share: 1e-5, absolute: 1e-7 }, // a mean may be near 0
      { share: 0, absolute: 2.1e-4 }, // of 10,000 values two may lie on the other side of an edge
    ],
    weights: squareNetwork,
    results: ({ measured }) => [
      measured.map(({ mean, secondMoment }) => [mean, secondMoment]),
      measured.map(({ bins }) => bins),
    ],
  }),
  counterpart(clipping, {
    within: training,
    weights: (values) => network(values.init, values).map((each) => scaled(each, values)), // biases are 0
    results: ({ lossWithout, normWithout, accuracyWithout, lossWith, normWith, accuracyWith }, { learningRate }) => {
      const [without, clipped] = [
        [lossWithout, normWithout],
        [lossWith, normWith],
      ] as const;
      return isChaotic(learningRate)
        ? [without.map((row) => row.slice(0, calmSteps.without)), clipped.map((row) => row.slice(0, calmSteps.clipped))]
        : [
            [...without, accuracyWithout as number],
            [...clipped, accuracyWith as number],
          ];
    },
  }),
  counterpart(correlation, {
    within: { share: 1e-5, absolute: 1e-6 }, // a cosine may be near 0
    weights: pairNetwork,
    results: ({ measured: { q, cosine }, low, median, high }) =>
      low.length > 0 ? [q, cosine, low, median, high] : [q, cosine],
  }),
  counterpart(depthSweep, {
    within: rounding,
    weights: squareNetwork,
    results: ({ measured, low, median, high }) => (low.length > 0 ? [measured, low, median, high] : [measured]),
  }),
  counterpart(gradientFlow, {
    within: rounding,
    weights: squareNetwork,
    results: ({ deltaMoment, gradientNorm, low, median, high }) =>
      low.length > 0 ? [deltaMoment, gradientNorm, low, median, high] : [deltaMoment, gradientNorm],
  }),
  counterpart(normalization, {
    within: training,
    weights: (values) =>
      [normalStart(values.sigma), starts.heNormal].flatMap((start) =>
        drawNetwork(start, values).layers.flatMap((layer) => [layer.weights, layer.bias]),
      ),
    results: ({ moments, gradients, curves, sigmas, step }) => [
      moments.map(({ measured }) => [measured.before, measured.after]),
      gradients.map(({ norms }) => sigmas.map((_, s) => norms.map((layer) => layer[s] as number))),
      step < calmStepsWithNorm
        ? curves.map(({ loss, accuracy }) => [loss, accuracy as number])
        : curves.map(({ loss }) => loss.slice(0, calmStepsWithNorm)),
    ],
  }),
  counterpart(oneLayer, {
    within: exactSums,
    weights: oneLayerDraws,
    results: ({ variance, secondMoment }) => variance.map((each, i) => [each, secondMoment[i] as number]),
  }),
  counterpart(pixelMoments, {
    within: exactSums,
    weights: () => [readBatch(loadDigits(), 0, 2, 0, emptyBatch(2)).pixels],
    results: ({ mean, variance, secondMoment }) => [mean, variance, secondMoment],
  }),
  counterpart(precision, {
    // Another order of addition moves some sums across the middle between two numbers of the format. Near the smallest one,
    // where few values are left, that is 0.4% of their size.
    within: [
      { share: 5e-3, absolute: 0 },
      { share: 0, absolute: 2e-3 },
    ],
    weights: inputsAndMatrix,
    results: ({ size, infinite, nan, zero }) => [
      size,
      size.map((_, l) => [infinite[l] as number, nan[l] as number, zero[l] as number]),
    ],
  }),
  counterpart(symmetry, {
    // Units that are equal to the bit here may differ by a rounding in PyTorch.
    within: [training, { share: 1e-4, absolute: 1e-6 }, training],
    weights: () => Object.values(drawExamples()),
    results: ({ loss, incomingDifference, incomingNorm }) => [loss, incomingDifference, incomingNorm],
  }),
  counterpart(trainDigits, {
    within: training,
    weights: (values) => values.starts.flatMap((start) => network(start, values)),
    results: ({ curves }) => {
      const networks = curves.flatMap(({ members }) => members);
      return [
        networks.map(({ loss }) => loss),
        networks.map(({ accuracy }) => accuracy),
        networks.map(({ gradientHistory }) => gradientHistory.map((norms) => norms.slice(0, -1))),
      ];
    },
  }),
  counterpart(trainToy, {
    within: training,
    weights: (values) => [
      drawToyData(values.data, values.points, values.noise, -2).points,
      ...values.starts.flatMap((start) => network(start, values, [2, 2])),
    ],
    results: ({ networks }) => [
      networks.map(({ loss }) => loss),
      networks.filter(({ start }) => start !== undecided).map(({ accuracy }) => accuracy),
    ],
  }),
  counterpart(varianceMap, {
    within: rounding,
    weights: (values) => squareNetwork({ ...values, init: 'lecunNormal', batch: 8 }).slice(1),
    results: ({ measured }) => measured,
  }),
  counterpart(weights, {
    within: { share: 1e-6, absolute: 1e-8 },
    weights: drawnTensor,
    results: ({ moments }) => [moments?.mean.measured as number, moments?.variance.measured as number],
  }),
]);
