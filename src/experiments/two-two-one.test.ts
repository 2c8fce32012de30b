import { describe, expect, it } from 'vitest';
import { activations } from '#network/activations.ts';
import { backward, createPass, forward, type Mlp } from '#network/mlp.ts';
import { gradientOf, lossOf, outputOf, type TwoTwoOne, type TwoTwoOneLoss } from './two-two-one.ts';

const network: TwoTwoOne = { a1: 0.75, a2: -1.25, b1: 0.5, b2: 0.25, a3: 1.5, a4: -0.875, b3: 0.125 };
const [x, t] = [0.625, 1];
const names = Object.keys(network) as (keyof TwoTwoOne)[];

describe.each<TwoTwoOneLoss>(['crossEntropy', 'squaredError'])('2-2-1 network, %s', (loss) => {
  it('the closed forms are the central finite differences, to 1e-9', () => {
    const gradient = gradientOf(network, x, t, loss);
    for (const name of names) {
      const at = (shift: number) => lossOf({ ...network, [name]: network[name] + shift }, x, t, loss);
      const slope = (at(1e-5) - at(-1e-5)) / 2e-5;
      expect(Math.abs(gradient[name] - slope), name).toBeLessThan(1e-9);
      expect(Math.abs(gradient[name]), name).toBeGreaterThan(1e-3); // far more than the tolerance
    }
  });

  it('the closed forms are what backpropagation gives, to float32', () => {
    const { y } = outputOf(network, x);
    const delta = loss === 'crossEntropy' ? y - t : (y - t) * y * (1 - y);
    const [hidden, output] = backpropagated(network, delta);
    const gradient = gradientOf(network, x, t, loss);
    const expected = ['a1', 'a2', 'b1', 'b2', 'a3', 'a4', 'b3'] as const;
    const found = [...hidden.weights, ...hidden.bias, ...output.weights, ...output.bias];
    for (const [i, name] of expected.entries()) {
      expect(Math.abs((found[i] as number) / gradient[name] - 1), name).toBeLessThan(1e-6);
    }
  });

  it('equal units have equal derivatives, to the last bit, and equal incoming weights alone do not', () => {
    const tied = { ...network, a2: network.a1, b2: network.b1, a4: network.a3 };
    const gradient = gradientOf(tied, x, t, loss);
    expect([gradient.a1, gradient.b1, gradient.a3]).toEqual([gradient.a2, gradient.b2, gradient.a4]);
    const half = gradientOf({ ...tied, a4: network.a4 }, x, t, loss);
    expect(half.a3).toBe(half.a4);
    expect(half.a1).not.toBe(half.a2);
  });
});

it('at zero both units give 1/2: only the outgoing weights and the output bias have a derivative', () => {
  const zero = { a1: 0, a2: 0, b1: 0, b2: 0, a3: 0, a4: 0, b3: 0 };
  const gradient = gradientOf(zero, x, t, 'crossEntropy');
  expect(names.filter((name) => gradient[name] !== 0)).toEqual(['a3', 'a4', 'b3']);
  expect(gradient).toMatchObject({ a3: -0.25, a4: -0.25, b3: -0.5 });
});

it('the loss stays right where the output is 1 to all digits', () => {
  const sure = { ...network, b3: 60 };
  expect(lossOf(sure, x, 1, 'crossEntropy')).toBeLessThan(1e-20);
  expect(lossOf(sure, x, 0, 'crossEntropy')).toBeCloseTo(outputOf(sure, x).logit, 12);
  expect(lossOf(network, x, t, 'crossEntropy')).toBeCloseTo(-Math.log(outputOf(network, x).y), 14);
});

/** The network as a general one, and its gradients for the error signal `delta` at the logit. */
function backpropagated({ a1, a2, b1, b2, a3, a4, b3 }: TwoTwoOne, delta: number) {
  const mlp: Mlp = {
    activation: activations.sigmoid,
    layers: [
      { fanIn: 1, fanOut: 2, weights: Float32Array.of(a1, a2), bias: Float32Array.of(b1, b2) },
      { fanIn: 2, fanOut: 1, weights: Float32Array.of(a3, a4), bias: Float32Array.of(b3) },
    ],
  };
  const pass = createPass(mlp, 1);
  forward(mlp, Float32Array.of(x), pass);
  return backward(mlp, Float32Array.of(delta), pass) as [
    { weights: Float32Array; bias: Float32Array },
    { weights: Float32Array; bias: Float32Array },
  ];
}
