import { type Array as JaxArray, jit, nn, numpy as np, valueAndGrad } from '@jax-js/jax';
import { type Examples, oneHot, peerWeights } from './examples.ts';
import type { Contestant } from './race.ts';

// A jax-js array is freed when it was used once; `.ref` keeps it for another use. Nothing is computed before it is read.

type Parameters = { weights: JaxArray[]; bias: JaxArray[] };

function parameters({ widths }: Examples): Parameters {
  const layers = peerWeights(widths);
  return {
    weights: layers.map(({ fanIn, fanOut, weights }) =>
      np.array(weights as Float32Array<ArrayBuffer>).reshape([fanIn, fanOut]),
    ),
    bias: layers.map(({ fanOut }) => np.zeros([fanOut])),
  };
}

const matrix = (values: Float32Array, rows: number) =>
  np.array(values as Float32Array<ArrayBuffer>).reshape([rows, values.length / rows]);

function logits({ weights, bias }: Parameters, x: JaxArray): JaxArray {
  return weights.reduce((h, w, l) => {
    const z = np.dot(h, w).add(bias[l] as JaxArray);
    return l < weights.length - 1 ? nn.relu(z) : z;
  }, x);
}

/** Steps of gradient descent on one batch, each with its loss read back. */
export function jaxTraining(examples: Examples, repeats: number): Contestant {
  const { batch, pixels, rate } = examples;
  const x = matrix(pixels, batch);
  const labels = matrix(oneHot(examples.labels, examples.widths.at(-1) as number), batch);
  const loss = (theta: Parameters, inputs: JaxArray, targets: JaxArray) =>
    nn
      .logSoftmax(logits(theta, inputs))
      .mul(targets)
      .sum()
      .mul(-1 / batch);
  const step = jit((theta: Parameters, inputs: JaxArray, targets: JaxArray) => {
    const kept = { weights: theta.weights.map((w) => w.ref), bias: theta.bias.map((b) => b.ref) };
    const [value, slope] = valueAndGrad(loss)(kept, inputs, targets) as [JaxArray, Parameters];
    const descend = (values: JaxArray[], slopes: JaxArray[]) =>
      values.map((each, l) => each.sub((slopes[l] as JaxArray).mul(rate)));
    return [descend(theta.weights, slope.weights), descend(theta.bias, slope.bias), value] as [
      JaxArray[],
      JaxArray[],
      JaxArray,
    ];
  });
  let theta = parameters(examples);
  return {
    name: 'jax-js',
    repeats,
    async run() {
      const [weights, bias, value] = step(theta, x.ref, labels.ref) as [JaxArray[], JaxArray[], JaxArray];
      theta = { weights, bias };
      return (await value.data())[0] as number;
    },
  };
}

/** A batch through all layers, the result read back. */
export function jaxPropagation(examples: Examples): Contestant {
  const theta = parameters(examples);
  const x = matrix(examples.pixels, examples.batch);
  const run = jit((weights: JaxArray[], bias: JaxArray[], inputs: JaxArray) => logits({ weights, bias }, inputs));
  return {
    name: 'jax-js',
    async run() {
      const weights = theta.weights.map((w) => w.ref);
      const bias = theta.bias.map((b) => b.ref);
      const result = run(weights, bias, x.ref) as JaxArray;
      return (await result.data())[0] as number;
    },
  };
}
