import type { LayerParameters } from '#initializers/starts.ts';

/** One step of gradient descent in float32, w <- w - rate * gradient: product and difference are each rounded. */
export function sgdStep(layers: LayerParameters[], gradients: LayerParameters[], rate: number): void {
  layers.forEach(({ weights, bias }, l) => {
    const gradient = gradients[l] as LayerParameters;
    descend(weights, gradient.weights, rate);
    descend(bias, gradient.bias, rate);
  });
}

function descend(values: Float32Array, gradient: Float32Array, rate: number) {
  const rate32 = Math.fround(rate);
  for (let i = 0; i < values.length; i++) {
    values[i] = (values[i] as number) - Math.fround(rate32 * (gradient[i] as number));
  }
}
