import { pixelsPerImage } from '#network/digits.ts';
import { mean, secondMoment, variance } from '#numerics/moments.ts';
import type { Experiment } from './experiment.ts';

export interface PixelMomentsFrame {
  progress: number;
  mean: number;
  variance: number;
  secondMoment: number;
}

/** How large are the inputs of the digits network? Moments of the pixels (0 to 1) of all training images. */
export const pixelMoments: Experiment<Record<never, never>, PixelMomentsFrame> = {
  id: 'pixel-moments',
  params: {},
  needs: 'digits',
  *run(_values, { digits } = {}) {
    if (!digits) throw new Error('pixel-moments needs the digits: run(values, { digits })');
    const pixels = Float32Array.from(
      digits.images.subarray(0, digits.trainCount * pixelsPerImage),
      (byte) => byte / 255,
    );
    yield { progress: 1, mean: mean(pixels), variance: variance(pixels), secondMoment: secondMoment(pixels) };
  },
};
