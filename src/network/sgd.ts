import type { LayerParameters } from '#initializers/starts.ts';
import { descend } from '#kernels/updates.ts';

/** One step of gradient descent in float32, w <- w - rate * gradient: product and difference are each rounded. */
export function sgdStep(layers: readonly LayerParameters[], gradients: readonly LayerParameters[], rate: number): void {
  layers.forEach(({ weights, bias }, l) => {
    const gradient = gradients[l] as LayerParameters;
    descend(weights, gradient.weights, rate);
    descend(bias, gradient.bias, rate);
  });
}
