import type { LayerParameters } from '#initializers/starts.ts';
import type { Allocate } from '#kernels/workspace.ts';
import type { Layer, Mlp } from './mlp.ts';
import {
  createNormalization,
  createNormalizationPass,
  type Normalization,
  type NormalizationKind,
  type NormalizationPass,
  normalize,
  normalizeBackward,
} from './normalization.ts';

/**
 * Normalization inside a network: y = norm(z), a = activation(y), between the pre-activation and the activation of every
 * hidden layer (Ioffe and Szegedy 2015, section 3.2; Ba, Kiros and Hinton 2016, eq. 5). The logits are left alone.
 *
 * Batch normalization always takes mean and variance of the batch at hand, in evaluation too: see docs/decisions.md.
 */

/** What normalizing the pre-activations of one layer leaves behind. */
export interface NormalizedPass extends NormalizationPass {
  /** y, batch x fanOut: what the activation gets in place of z. */
  output: Float32Array;
  /** d loss / d scale and d loss / d shift, in the places of weights and bias. */
  gradient: LayerParameters;
}

/**
 * The same network, its arrays shared, with a normalization after each hidden layer; scales begin at 1 and shifts at 0, so
 * nothing is drawn and the weights stay those of the seed.
 */
export function withNormalization({ activation, layers }: Mlp, kind: NormalizationKind, epsilon = 1e-5): Mlp {
  const last = layers.length - 1;
  return {
    activation,
    layers: layers.map((layer, l) =>
      l < last ? { ...layer, normalization: createNormalization(kind, layer.fanOut, epsilon) } : layer,
    ),
  };
}

/** The lengths of what a pass through normalized layers allocates beside `passLengths`. */
export const normalizedLengths = (widths: readonly number[], batch: number): number[] =>
  widths.slice(1, -1).map((width) => batch * width);

export const createNormalizedPass = (
  { kind, scale }: Normalization,
  batch: number,
  allocate: Allocate,
): NormalizedPass => ({
  ...createNormalizationPass(kind, batch, scale.length),
  output: allocate(batch * scale.length),
  gradient: { weights: new Float32Array(scale.length), bias: new Float32Array(scale.length) },
});

/** Everything that training changes: weights and bias of each layer, then scale and shift of each normalization. */
export const parametersOf = ({ layers }: Mlp): LayerParameters[] => [
  ...layers,
  ...layers.flatMap(({ normalization }) =>
    normalization ? [{ weights: normalization.scale, bias: normalization.shift }] : [],
  ),
];

/** What passes through a layer, as far as a normalization sees it. */
interface Passed {
  preActivation: Float32Array;
  delta: Float32Array;
  normalized?: NormalizedPass;
}

/** What the activation of a layer gets: z as it is, or normalized. */
export function activationInput({ normalization }: Layer, { preActivation, normalized }: Passed): Float32Array {
  if (!normalization || !normalized) return preActivation;
  normalize(normalization, preActivation, normalized.output, normalized);
  return normalized.output;
}

/** Turns delta = d loss / d y into d loss / d z, and fills the gradients of scale and shift; without a norm y is z. */
export function throughNormalization({ normalization }: Layer, { delta, normalized }: Passed): void {
  if (!normalization || !normalized) return;
  const { weights: scale, bias: shift } = normalized.gradient;
  normalizeBackward(normalization, delta, normalized, { scale, shift });
}
