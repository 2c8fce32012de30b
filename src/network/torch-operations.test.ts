import { expect, it } from 'vitest';
import { starts } from '#initializers/starts.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import { distance, torchNetwork } from '../../tests/golden/torch-network.ts';
import { activationIds, activations } from './activations.ts';
import { meanSquaredError } from './loss.ts';
import { drawMlp } from './mlp.ts';
import { createNormalization, createNormalizationPass, normalize, normalizeBackward } from './normalization.ts';
import { adam, clipGradients, momentumSgd, type Optimizer } from './optimizers.ts';
import { sgdStep } from './sgd.ts';

const {
  activations: activationCases,
  meanSquaredError: errorCases,
  optimizers,
  clipping,
  normalization,
} = torchNetwork;

it('PyTorch was asked about every activation', () => {
  expect(activationCases.map(({ activation }) => activation).toSorted()).toEqual(activationIds.toSorted());
});

it.each(activationCases)(
  '$activation: value and derivative are those of PyTorch in float64, within 1e-14 of the size of z or of 1',
  ({ activation, z, value, derivative }) => {
    const ours = activations[activation];
    expect(z.length).toBeGreaterThan(120);
    const off = (theirs: number[], f: (z: number) => number) =>
      theirs.map((their, i) => Math.abs(f(z[i] as number) - their) / Math.max(1, Math.abs(z[i] as number)));
    expect(Math.max(...off(value, ours.value))).toBeLessThan(1e-14);
    expect(Math.max(...off(derivative, ours.derivative))).toBeLessThan(1e-14);
  },
);

it.each(errorCases)(
  'mean square error and its gradient, within 1e-6 (seed 7)',
  ({ output, target, loss, gradient }) => {
    const slope = new Float32Array(output.length);
    const ours = meanSquaredError(Float32Array.from(output), Float32Array.from(target), slope);
    expect(distance([ours], [loss])).toBeLessThan(1e-6);
    expect(distance(slope, gradient)).toBeLessThan(1e-6);
  },
);

/** `nn.Linear(5, 4)` after `torch.manual_seed(7)`, and a generator that goes on from there. */
function drawLinear() {
  const generator = torchGenerator(7);
  const { layers } = drawMlp(starts.torchDefault, [5, 4], activations.linear, generator);
  const drawGradients = () => {
    const [weights, bias] = [new Float32Array(20), new Float32Array(4)];
    generator.fillNormal(weights, 0, 1);
    generator.fillNormal(bias, 0, 1);
    return [{ weights, bias }];
  };
  return { layers, drawGradients };
}

it.each(optimizers)('$optimizer: five steps with the same gradients, within 1e-6 (seed 7)', ({ optimizer, steps }) => {
  const { layers, drawGradients } = drawLinear();
  const make: Record<typeof optimizer, () => Optimizer> = {
    sgd: () => ({ step: (parameters, gradients) => sgdStep(parameters, gradients, 0.1) }),
    momentum: () => momentumSgd(layers, { rate: 0.1 }),
    adam: () => adam(layers, { rate: 0.01 }),
  };
  const ours = make[optimizer]();
  expect(steps).toHaveLength(5);
  for (const { weights, bias } of steps) {
    ours.step(layers, drawGradients());
    expect(distance(layers[0]!.weights, weights)).toBeLessThan(1e-6);
    expect(distance(layers[0]!.bias, bias)).toBeLessThan(1e-6);
  }
});

it.each(clipping)('clipping at a norm of $largest, as clip_grad_norm_ does it, within 1e-6 (seed 7)', (golden) => {
  const gradients = drawLinear().drawGradients();
  expect(distance([clipGradients(gradients, golden.largest)], [golden.norm])).toBeLessThan(1e-6);
  // clip_grad_norm_ divides by norm + 1e-6, ours by the norm: a share of 1e-6 / norm
  expect(distance(gradients[0]!.weights, golden.weights)).toBeLessThan(1e-6);
  expect(distance(gradients[0]!.bias, golden.bias)).toBeLessThan(1e-6);
});

it.each(normalization)(
  '$kind normalization forward and backward, within 1e-6 of the largest value (seed 7)',
  (golden) => {
    const width = golden.scale.length;
    const layer = createNormalization(golden.kind, width);
    layer.scale.set(golden.scale);
    layer.shift.set(golden.shift);
    const x = Float32Array.from(golden.x);
    const [y, slope] = [new Float32Array(x.length), Float32Array.from(golden.slope)];
    const pass = createNormalizationPass(golden.kind, x.length / width, width);
    const gradient = { scale: new Float32Array(width), shift: new Float32Array(width) };
    normalize(layer, x, y, pass);
    normalizeBackward(layer, slope, pass, gradient);
    const { y: theirs, xGradient, scaleGradient, shiftGradient } = golden;
    const distances = [
      distance(y, theirs),
      distance(slope, xGradient),
      distance(gradient.scale, scaleGradient),
      distance(gradient.shift, shiftGradient),
    ];
    expect(Math.max(...distances)).toBeLessThan(1e-6);
  },
);
