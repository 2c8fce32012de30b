import { describe, expect, it } from 'vitest';
import { starts } from '#initializers/starts.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import { type ActivationId, activationIds, activations } from './activations.ts';
import { softmaxCrossEntropy } from './loss.ts';
import { backward, createPass, drawMlp, forward, type Mlp } from './mlp.ts';
import { sgdStep } from './sgd.ts';

const widths = [5, 4, 6, 3];
const batch = 7;
const labels = Uint8Array.of(0, 1, 2, 0, 1, 2, 1);

/** A small network with weights and biases of order 1, and a batch of inputs. */
function example(id: ActivationId, seed: number) {
  const generator = torchGenerator(seed);
  const mlp = drawMlp(starts.lecunNormal, widths, activations[id], generator);
  for (const { bias } of mlp.layers) generator.fillNormal(bias, 0, 0.3);
  const x = new Float32Array(batch * 5);
  generator.fillNormal(x, 0, 1);
  return { mlp, x };
}

/** The loss of the same network in float64, written sample by sample; also the smallest |z| of the hidden layers. */
function twin({ layers, activation }: Mlp, x: Float32Array) {
  let loss = 0;
  let smallest = Infinity;
  for (let i = 0; i < batch; i++) {
    let h = Array.from(x.subarray(5 * i, 5 * i + 5));
    layers.forEach(({ weights, bias, fanIn }, l) => {
      const z = Array.from(bias, (b, o) => h.reduce((sum, hk, k) => sum + hk * (weights[o * fanIn + k] ?? 0), b));
      const hidden = l < layers.length - 1;
      if (hidden) smallest = Math.min(smallest, ...z.map(Math.abs));
      h = hidden ? z.map(activation.value) : z;
    });
    loss += Math.log(h.reduce((sum, logit) => sum + Math.exp(logit), 0)) - (h[labels[i] ?? 0] ?? 0);
  }
  return { loss: loss / batch, smallest };
}

/** Central differences of the float64 twin with respect to every parameter, in steps that float32 holds exactly. */
function slopes(mlp: Mlp, x: Float32Array, values: Float32Array) {
  return Array.from(values, (value, k) => {
    const at = (v: number) => {
      values[k] = v;
      const { loss } = twin(mlp, x);
      return [loss, values[k] as number] as const;
    };
    const [[up, high], [down, low]] = [at(value + 2 ** -14), at(value - 2 ** -14)];
    values[k] = value;
    return (up - down) / (high - low);
  });
}

describe('an MLP', () => {
  it.each(activationIds)('with %s computes the loss and its gradient as float64 differences do (seed 7)', (id) => {
    const { mlp, x } = example(id, 7);
    const pass = createPass(mlp, batch);
    const logits = forward(mlp, x, pass);
    const outputGradient = new Float32Array(logits.length);
    const loss = softmaxCrossEntropy(logits, labels, 3, outputGradient);
    const { loss: exact, smallest } = twin(mlp, x);
    expect(Math.abs(loss - exact)).toBeLessThan(1e-6);
    if (id === 'relu') expect(smallest, 'no kink within a difference').toBeGreaterThan(1e-3);
    backward(mlp, outputGradient, pass).forEach((gradient, l) => {
      const { weights, bias } = mlp.layers[l] as Mlp['layers'][0];
      for (const [computed, values] of [[gradient.weights, weights] as const, [gradient.bias, bias] as const]) {
        // gradients are of order 0.1: float32 rounds them to about 1e-8 in each of a few dozen operations, the
        // difference is off by h^2 f''' / 6 < 1e-8; 1e-6 is far above both and far below any wrong term
        slopes(mlp, x, values).forEach((slope, k) => {
          expect(Math.abs((computed[k] ?? Number.NaN) - slope), `layer ${l}, value ${k}`).toBeLessThan(1e-6);
        });
        expect(Math.max(...computed.map(Math.abs))).toBeGreaterThan(0.01);
      }
    });
  });

  it('draws each layer its weights and then its bias, as PyTorch does (seed 42)', () => {
    const { layers } = drawMlp(starts.torchDefault, [2, 5, 5, 1], activations.relu, torchGenerator(42));
    // PyTorch 1.13.1: torch.manual_seed(42); nn.Sequential(nn.Linear(2, 5), nn.Linear(5, 5), nn.Linear(5, 1))
    expect(layers[0]?.weights.slice(0, 3)).toEqual(Float32Array.of(0.5406104, 0.5869042, -0.16565566));
    expect(layers[0]?.bias.slice(0, 3)).toEqual(Float32Array.of(0.6146145, 0.13234161, 0.5224168));
    expect(layers[1]?.bias.slice(3)).toEqual(Float32Array.of(0.3992822, 0.2585161));
    const lastWeights = Float32Array.of(-0.1955095, 0.2581606, 0.080018245, 0.22711073, -0.27257895);
    expect(layers[2]?.weights).toEqual(lastWeights);
    expect(layers[2]?.bias).toEqual(Float32Array.of(-0.4427005));
    expect(layers.map(({ fanIn, fanOut }) => [fanIn, fanOut])).toEqual([
      [2, 5],
      [5, 5],
      [5, 1],
    ]);
  });

  it('gives every sample of a batch what it gets alone (seed 9)', () => {
    const { mlp, x } = example('tanh', 9);
    const together = forward(mlp, x, createPass(mlp, batch));
    for (let i = 0; i < batch; i++) {
      const alone = forward(mlp, x.slice(5 * i, 5 * i + 5), createPass(mlp, 1));
      expect(alone).toEqual(together.slice(3 * i, 3 * i + 3));
    }
  });

  it('learns by SGD: the loss on one batch falls at every one of 300 small steps (seed 7)', () => {
    const { mlp, x } = example('tanh', 7);
    const pass = createPass(mlp, batch);
    const outputGradient = new Float32Array(batch * 3);
    const losses = Array.from({ length: 300 }, () => {
      const loss = softmaxCrossEntropy(forward(mlp, x, pass), labels, 3, outputGradient);
      sgdStep(mlp.layers, backward(mlp, outputGradient, pass), 0.1);
      return loss;
    });
    expect(losses.every((loss, step) => step === 0 || loss < (losses[step - 1] ?? 0))).toBe(true);
    expect(losses.at(-1)).toBeLessThan(0.6 * (losses[0] ?? 0));
  });

  it('lets a weight that overflowed through to loss and gradient as infinity and NaN', () => {
    const { mlp, x } = example('relu', 7);
    mlp.layers[0]?.weights.fill(3e38);
    const pass = createPass(mlp, batch);
    const outputGradient = new Float32Array(batch * 3);
    const loss = softmaxCrossEntropy(forward(mlp, x, pass), labels, 3, outputGradient);
    expect(pass.layers[0]?.preActivation.some((z) => Math.abs(z) === Infinity)).toBe(true);
    expect(loss).toBeNaN();
    expect(backward(mlp, outputGradient, pass)[0]?.weights.some(Number.isNaN)).toBe(true);
  });

  it('needs at least an input and an output', () => {
    expect(() => drawMlp(starts.zero, [3], activations.relu, torchGenerator(7))).toThrow(
      'an MLP needs at least 2 widths, input and output, got [3]',
    );
  });
});

it('sgdStep subtracts rate times gradient in float32', () => {
  const layer = { weights: Float32Array.of(1, -2), bias: Float32Array.of(0.1) };
  const gradient = { weights: Float32Array.of(0.3, Number.NaN), bias: Float32Array.of(-1) };
  sgdStep([layer], [gradient], 0.1);
  const f = Math.fround;
  expect(layer.weights[0]).toBe(f(1 - f(f(0.1) * f(0.3))));
  expect(layer.weights[1]).toBeNaN();
  expect(layer.bias[0]).toBe(f(f(0.1) + f(0.1)));
});
