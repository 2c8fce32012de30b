import { drawLayer, type StartId, starts } from '#initializers/starts.ts';
import { matmulNT } from '#kernels/matmul.ts';
import { addBias } from '#kernels/updates.ts';
import { type ActivationId, activate, activations } from '#network/activations.ts';
import type { Generator as RandomGenerator } from '#random/generator.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import { createBuffers } from './square-layers.ts';

/** Layers of equal width whose biases, beside those of the start, are drawn from N(0, biasStd^2). */
export interface GaussianLayers {
  init: StartId;
  gain: number;
  biasStd: number;
  activation: ActivationId;
  depth: number;
  width: number;
}

/**
 * Sends a few inputs (batch x width) through the layers, z_l = W_l x_l + b_l and x_(l+1) = phi(z_l), drawn one after the
 * other after `torch.manual_seed(seed)`: W_l, the bias of the start if it has a random one, then the added bias if its std
 * is not 0. `arrived` gets every z_l, l = 1 ... depth. Yields the share done.
 */
export function* sendThrough(
  layers: GaussianLayers,
  inputs: Float32Array,
  seed: number,
  arrived: (z: Float32Array) => void,
) {
  const { depth, width, activation } = layers;
  const batch = inputs.length / width;
  const generator = torchGenerator(seed);
  const { signal, next: z, weights, bias } = createBuffers({ ...layers, batch });
  signal.set(inputs);
  for (let layer = 1; layer <= depth; layer++) {
    const drawn = drawNoisyLayer(layers, generator);
    weights.set(drawn.weights);
    bias.set(drawn.bias);
    yield (layer - 0.5) / depth;
    matmulNT(signal, weights, z, batch, width, width);
    addBias(z, bias);
    arrived(z);
    activate(activations[activation], z, signal);
    yield layer / depth;
  }
}

function drawNoisyLayer({ init, gain, biasStd, width }: GaussianLayers, generator: RandomGenerator) {
  const { weights, bias } = drawLayer(starts[init], width, width, generator);
  if (gain !== 1) for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] as number) * gain;
  if (biasStd > 0) {
    const added = new Float32Array(width);
    generator.fillNormal(added, 0, biasStd);
    for (let i = 0; i < width; i++) bias[i] = (bias[i] as number) + (added[i] as number);
  }
  return { weights, bias };
}
