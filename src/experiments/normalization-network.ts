import { normal } from '#initializers/plain.ts';
import { type Start, starts } from '#initializers/starts.ts';
import { type Allocate, anywhere } from '#kernels/workspace.ts';
import { type ActivationId, activations } from '#network/activations.ts';
import { classCount, digitsWidths } from '#network/digits.ts';
import { createPass, drawMlp, type Mlp, type Pass } from '#network/mlp.ts';
import { withNormalization } from '#network/normalized-layer.ts';
import { secondMoment } from '#numerics/moments.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import type { LayerMoments, NormId } from './normalization-theory.ts';

export interface NetworkSettings {
  activation: ActivationId;
  hiddenLayers: number;
  width: number;
  seed: number;
}

/** N(0, sigma^2) weights without biases. */
export const normalStart = (sigma: number): Start => ({ ...starts.normal1, weights: normal({ std: sigma }) });

/**
 * A network for the digits after `torch.manual_seed(seed)`: its hidden layers begin as `start` says, the logits' layer
 * always as LeCun's. So only layers that a normalization can follow differ.
 */
export function drawNetwork(start: Start, settings: NetworkSettings, allocate: Allocate = anywhere): Mlp {
  const generator = torchGenerator(settings.seed);
  const activation = activations[settings.activation];
  const hidden = drawMlp(start, digitsWidths(settings).slice(0, -1), activation, generator, allocate);
  const logits = drawMlp(starts.lecunNormal, [settings.width, classCount], activation, generator, allocate);
  return { activation, layers: [...hidden.layers, ...logits.layers] };
}

export const normalized = (mlp: Mlp, norm: NormId): Mlp => (norm === 'none' ? mlp : withNormalization(mlp, norm));

/** A pass for each norm: what normalizations leave behind differs in shape. */
export const passFor = (mlp: Mlp, norm: NormId, batch: number, allocate: Allocate = anywhere): Pass =>
  createPass(normalized(mlp, norm), batch, allocate);

/** The second moments of the hidden layers that a forward pass left behind. */
export function momentsOf({ layers }: Pass): LayerMoments {
  const hidden = layers.slice(0, -1);
  return {
    before: hidden.map(({ preActivation }) => secondMoment(preActivation)),
    after: hidden.map((layer) => secondMoment(layer.normalized?.output ?? layer.preActivation)),
  };
}
