import type { LayerParameters } from '#initializers/starts.ts';
import { descendWithMomentum } from '#kernels/updates.ts';
import { type Allocate, anywhere } from '#kernels/workspace.ts';
import { sgdStep } from './sgd.ts';

/** Changes parameters by their gradients, which come in the same order and shapes; it remembers what it needs. */
export interface Optimizer {
  step(layers: readonly LayerParameters[], gradients: readonly LayerParameters[]): void;
}

const arraysOf = (layers: readonly LayerParameters[]) => layers.flatMap(({ weights, bias }) => [weights, bias]);

/** Plain gradient descent, w <- w - rate * gradient; it remembers nothing. */
export const sgd = (rate: number): Optimizer => ({
  step: (parameters, gradients) => sgdStep(parameters, gradients, rate),
});

/**
 * Gradient descent with momentum in PyTorch's form: v <- momentum v + gradient, w <- w - rate v, from v = 0, in float32.
 * `allocate` says where v lives; a workspace that holds the network as well makes a step faster.
 *
 * Source: Polyak 1964; Sutskever, Martens, Dahl and Hinton 2013.
 */
export function momentumSgd(
  layers: readonly LayerParameters[],
  { rate, momentum = 0.9, allocate = anywhere }: { rate: number; momentum?: number; allocate?: Allocate },
): Optimizer {
  const velocities = arraysOf(layers).map(({ length }) => allocate(length));
  return {
    step(parameters, gradients) {
      const slopes = arraysOf(gradients);
      arraysOf(parameters).forEach((values, i) => {
        descendWithMomentum(values, slopes[i] as Float32Array, velocities[i] as Float32Array, rate, momentum);
      });
    },
  };
}

export interface AdamOptions {
  rate?: number;
  /** The share of the past in the means of the gradient and of its square. */
  beta1?: number;
  beta2?: number;
  epsilon?: number;
}

/**
 * Adam (Kingma and Ba 2015, algorithm 1): at step t, for each parameter with gradient g,
 *
 *     m <- beta1 m + (1 - beta1) g          v <- beta2 v + (1 - beta2) g^2
 *     w <- w - rate * (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + epsilon)
 *
 * m, v and w are float32; what is between them is float64, rounded once.
 */
export function adam(
  layers: readonly LayerParameters[],
  { rate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 }: AdamOptions = {},
): Optimizer {
  const means = arraysOf(layers).map(({ length }) => new Float32Array(length));
  const squares = arraysOf(layers).map(({ length }) => new Float32Array(length));
  let [left1, left2] = [1, 1]; // beta1^t, beta2^t
  return {
    step(parameters, gradients) {
      left1 *= beta1;
      left2 *= beta2;
      const slopes = arraysOf(gradients);
      arraysOf(parameters).forEach((values, i) => {
        const [m, v] = [means[i] as Float32Array, squares[i] as Float32Array];
        average(m, slopes[i] as Float32Array, beta1, (g) => g);
        average(v, slopes[i] as Float32Array, beta2, (g) => g * g);
        for (let k = 0; k < values.length; k++) {
          const size = Math.sqrt((v[k] as number) / (1 - left2)) + epsilon;
          values[k] = (values[k] as number) - (rate * ((m[k] as number) / (1 - left1))) / size;
        }
      });
    },
  };
}

function average(mean: Float32Array, gradient: Float32Array, beta: number, of: (g: number) => number): void {
  for (let k = 0; k < mean.length; k++) {
    mean[k] = beta * (mean[k] as number) + (1 - beta) * of(gradient[k] as number);
  }
}

/** The Euclidean norm of all gradients together, in float64. */
export function gradientNorm(gradients: readonly LayerParameters[]): number {
  let sum = 0;
  for (const values of arraysOf(gradients)) for (const g of values) sum += g * g;
  return Math.sqrt(sum);
}

/**
 * Scales all gradients so that their common norm is at most `largest`, and returns the norm before. A norm that is
 * infinite or NaN makes every gradient 0 or NaN, as in PyTorch, which adds 1e-6 to the norm (Pascanu, Mikolov and
 * Bengio 2013, algorithm 1).
 */
export function clipGradients(gradients: readonly LayerParameters[], largest: number): number {
  if (!(largest > 0)) throw new RangeError(`clipGradients needs a largest norm above 0, got ${largest}`);
  const norm = gradientNorm(gradients);
  if (norm <= largest) return norm;
  const factor = largest / norm;
  for (const values of arraysOf(gradients)) {
    for (let k = 0; k < values.length; k++) values[k] = (values[k] as number) * factor;
  }
  return norm;
}
