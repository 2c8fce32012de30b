import type { Initializer } from '#initializers/initializer.ts';
import { normal, zeros } from '#initializers/plain.ts';
import { type Start, starts } from '#initializers/starts.ts';
import { type ActivationId, activations } from '#network/activations.ts';
import { meanSquaredError } from '#network/loss.ts';
import { backward, createPass, drawMlp, forward, type Mlp, type Pass } from '#network/mlp.ts';
import { sgdStep } from '#network/sgd.ts';
import { secondMoment, variance } from '#numerics/moments.ts';
import type { Drawable } from '#random/distributions.ts';
import { torchGenerator } from '#random/torch-generator.ts';

// What claims compute themselves, always with seed 7.

export const seed = 7;

/** Weights of a tensor, drawn after `torch.manual_seed(7)`. */
export const drawn = (initializer: Initializer, shape: readonly number[]) => initializer(shape, torchGenerator(seed));

/** The sample variance of a tensor's weights. */
export const sampleVariance = (initializer: Initializer, shape: readonly number[]) =>
  variance(drawn(initializer, shape));

/** Standard normal numbers that no weight uses: seed -1. */
export function normalNumbers(count: number): Float32Array {
  return normal()([count], torchGenerator(-1));
}

/** A network of these weights with biases 0. */
export function networkOf(weights: Initializer<Drawable>, widths: readonly number[], activation: ActivationId): Mlp {
  const start: Start = { ...starts.zero, weights };
  return drawMlp(start, widths, activations[activation], torchGenerator(seed));
}

/** As many widths as it takes for so many layers. */
export const equalWidths = (width: number, layers: number): number[] => new Array<number>(layers + 1).fill(width);

/** Sends N(0, 1) inputs forward and an error signal of N(0, 1) values back; everything is in the pass. */
export function bothWays(mlp: Mlp, batch: number): Pass {
  const pass = createPass(mlp, batch);
  const logits = forward(mlp, normalNumbers(batch * (mlp.layers[0]?.fanIn ?? 0)), pass);
  backward(mlp, normal()([logits.length], torchGenerator(-2)), pass);
  return pass;
}

/** Second moments of the pre-activations, layer by layer. */
export const forwardMoments = (pass: Pass) => pass.layers.map(({ preActivation }) => secondMoment(preActivation));

/** Second moments of the error signal, layer by layer. */
export const backwardMoments = (pass: Pass) => pass.layers.map(({ delta }) => secondMoment(delta));

/** The mean squared error after training a network of zeros on these examples, all of them at each step. */
export function lossAfterTraining(
  widths: readonly number[],
  activation: ActivationId,
  { inputs, targets }: { inputs: Float32Array; targets: Float32Array },
): number {
  const mlp = networkOf(zeros(), widths, activation);
  const pass = createPass(mlp, targets.length);
  const slope = new Float32Array(targets.length);
  let loss = Number.NaN;
  for (let step = 0; step < 2000; step++) {
    loss = meanSquaredError(forward(mlp, inputs, pass), targets, slope);
    sgdStep(mlp.layers, backward(mlp, slope, pass), 0.2);
  }
  return loss;
}
