import { mean, norm, secondMoment } from '#numerics/moments.ts';
import type { Pass } from './mlp.ts';

/** What the signal and the gradient look like in one layer. */
export interface LayerStatistics {
  /** Mean and second moment of the pre-activations z, over units and batch. */
  preActivationMean: number;
  preActivationMoment: number;
  /** The share of inputs of the layer that are exactly 0: units of the layer before that ReLU silenced, black pixels. */
  zeroInputs: number;
  /** Second moment of d loss / d z. */
  deltaMoment: number;
  /** The norm of d loss / d W. */
  gradientNorm: number;
}

/**
 * The statistics of every layer after a forward and a backward pass. They are computed from what the passes leave behind, so
 * they cost nothing when nobody asks.
 */
export function layerStatistics({ layers }: Pass): LayerStatistics[] {
  return layers.map(({ input, preActivation, delta, gradient }) => ({
    preActivationMean: mean(preActivation),
    preActivationMoment: secondMoment(preActivation),
    zeroInputs: input.reduce((zeros, value) => zeros + (value === 0 ? 1 : 0), 0) / input.length,
    deltaMoment: secondMoment(delta),
    gradientNorm: norm(gradient.weights),
  }));
}
