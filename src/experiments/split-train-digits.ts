import type { Values } from './parameters.ts';
import { chunks, gridOf, type Split } from './split.ts';
import type { TrainDigitsFrame, trainDigits } from './train-digits.ts';

/** Networks do not know of each other, so starts and seeds can be trained apart. */
export const splitTrainDigits: Split<Values<typeof trainDigits.params>, TrainDigitsFrame> = {
  parts(values, most) {
    const { starts, seeds, seed } = values;
    const { down, across } = gridOf(starts.length, seeds, most);
    return chunks(starts.length, down).flatMap((some) =>
      chunks(seeds, across).map(({ first, end }) => ({
        ...values,
        starts: starts.slice(some.first, some.end),
        seeds: end - first,
        seed: seed + first,
      })),
    );
  },

  merge(frames, progress) {
    const curves = frames.flatMap((frame) => frame.curves);
    const starts = [...new Set(curves.map(({ start }) => start))];
    return {
      progress,
      step: Math.min(...frames.map(({ step }) => step)),
      // All measure after the same steps; who is behind has not come to the last ones yet.
      accuracySteps: longest(frames.map(({ accuracySteps }) => accuracySteps)),
      curves: starts.map((start) => ({
        start,
        members: curves.filter((curve) => curve.start === start).flatMap(({ members }) => members),
      })),
    };
  },
};

const longest = (lists: readonly number[][]): number[] => lists.reduce((a, b) => (b.length > a.length ? b : a));
