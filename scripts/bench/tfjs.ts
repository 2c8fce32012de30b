import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { type Examples, oneHot, peerWeights } from './examples.ts';
import type { Contestant } from './race.ts';

export type TfjsBackend = 'cpu' | 'wasm';

interface Layer {
  weights: tf.Variable<tf.Rank.R2>;
  bias: tf.Variable<tf.Rank.R1>;
}

const use = async (backend: TfjsBackend) => {
  await tf.setBackend(backend);
  await tf.ready();
};

/** Layers and inputs on the backend in use: variables live where they were made. */
async function prepare(backend: TfjsBackend, { widths, batch, pixels }: Examples) {
  tf.enableProdMode(); // without checks of its own
  await use(backend);
  const layers = peerWeights(widths).map(
    ({ fanIn, fanOut, weights }): Layer => ({
      weights: tf.variable(tf.tensor2d(weights, [fanIn, fanOut])),
      bias: tf.variable(tf.zeros([fanOut])),
    }),
  );
  return { layers, x: tf.tensor2d(pixels, [batch, widths[0] as number]) };
}

/** The input of every layer, and the logits at the end. */
function forward(layers: readonly Layer[], x: tf.Tensor2D): tf.Tensor2D[] {
  const signals = [x];
  layers.forEach(({ weights, bias }, l) => {
    const z = tf.add(tf.matMul(signals[l] as tf.Tensor2D, weights), bias) as tf.Tensor2D;
    signals.push(l < layers.length - 1 ? tf.relu(z) : z);
  });
  return signals;
}

/**
 * One step; returns the loss. tfjs-core brings its gradients only with the larger package, so the backward pass is written
 * out, which is a little faster than its tape: six operations per layer.
 */
function trainingStep(layers: readonly Layer[], x: tf.Tensor2D, labels: tf.Tensor2D, rate: tf.Scalar): tf.Scalar {
  const signals = forward(layers, x);
  const logProbabilities = tf.logSoftmax(signals.at(-1) as tf.Tensor2D);
  let delta = tf.div(tf.sub(tf.exp(logProbabilities), labels), x.shape[0]) as tf.Tensor2D;
  for (let l = layers.length - 1; l >= 0; l--) {
    const { weights, bias } = layers[l] as Layer;
    const input = signals[l] as tf.Tensor2D;
    const slope = tf.matMul(input, delta, true);
    const biasSlope = tf.sum(delta, 0) as tf.Tensor1D;
    if (l > 0) delta = tf.mul(tf.matMul(delta, weights, false, true), tf.step(input)) as tf.Tensor2D;
    weights.assign(tf.sub(weights, tf.mul(rate, slope)) as tf.Tensor2D);
    bias.assign(tf.sub(bias, tf.mul(rate, biasSlope)) as tf.Tensor1D);
  }
  return tf.div(tf.sum(tf.mul(logProbabilities, labels)), -x.shape[0]) as tf.Scalar;
}

/** Steps of gradient descent on one batch, each with its loss read back. */
export async function tfjsTraining(backend: TfjsBackend, examples: Examples, repeats: number): Promise<Contestant> {
  const { layers, x } = await prepare(backend, examples);
  const classes = examples.widths.at(-1) as number;
  const labels = tf.tensor2d(oneHot(examples.labels, classes), [examples.batch, classes]);
  const rate = tf.scalar(examples.rate);
  return contestant(backend, repeats, () => trainingStep(layers, x, labels, rate));
}

/** A batch through all layers, the result read back. */
export async function tfjsPropagation(backend: TfjsBackend, examples: Examples): Promise<Contestant> {
  const { layers, x } = await prepare(backend, examples);
  return contestant(backend, 1, () => forward(layers, x).at(-1) as tf.Tensor2D);
}

function contestant(backend: TfjsBackend, repeats: number, compute: () => tf.Tensor): Contestant {
  return {
    name: `tfjs ${backend}`,
    repeats,
    before: () => use(backend),
    run() {
      const result = tf.tidy(compute);
      const [value] = result.dataSync();
      result.dispose();
      return value as number;
    },
  };
}
