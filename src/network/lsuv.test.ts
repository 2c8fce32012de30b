import { describe, expect, it } from 'vitest';
import { heNormal } from '#initializers/named-rows.ts';
import { variance } from '#numerics/moments.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import { distanceFromOrthogonal } from '../../tests/orthogonality.ts';
import { activationIds, activations } from './activations.ts';
import { drawLsuv } from './lsuv.ts';
import { createPass, forward } from './mlp.ts';

const widths = [60, 40, 40, 80, 30, 10];
const batch = 200;

/** A batch that no theory knows: a mean of 3, a variance of 0.25. */
function batchOfInputs(seed: number): Float32Array {
  const inputs = new Float32Array(batch * 60);
  torchGenerator(seed).fillNormal(inputs, 3, 0.5);
  return inputs;
}

describe('LSUV', () => {
  it.each(activationIds)('gives every layer unit variance on its batch with %s (seed 7)', (id) => {
    const inputs = batchOfInputs(7);
    const { mlp, report } = drawLsuv(widths, activations[id], inputs, torchGenerator(7));
    const pass = createPass(mlp, batch);
    forward(mlp, inputs, pass);
    pass.layers.forEach(({ preActivation }, l) => {
      expect(Math.abs(variance(preActivation) - 1)).toBeLessThan(0.01);
      expect(variance(preActivation)).toBe(report[l]?.after);
    });
    const distances = report.map(({ before }) => Math.abs(before - 1));
    expect(Math.max(...distances), 'there was something to do').toBeGreaterThan(0.3);
  });

  it('keeps the weights orthogonal times a factor, and the biases 0 (seed 7)', () => {
    const { mlp, report } = drawLsuv(widths, activations.relu, batchOfInputs(7), torchGenerator(7));
    expect(report).toHaveLength(5);
    mlp.layers.forEach((layer, l) => {
      const { weights, fanIn, fanOut } = layer;
      const factor = report[l]!.factor;
      const distance = distanceFromOrthogonal(weights, fanOut, fanIn, factor) / (factor * factor);
      expect(distance).toBeLessThan(1e-6);
      expect(layer.bias).toEqual(new Float32Array(layer.fanOut));
    });
  });

  it('needs one division for a linear layer: the variance then is 1 to rounding (seed 8)', () => {
    const { report } = drawLsuv(widths, activations.tanh, batchOfInputs(8), torchGenerator(8), { tolerance: 1e-5 });
    for (const { before, after, factor } of report) {
      expect(Math.abs(after - 1)).toBeLessThan(1e-5);
      expect(factor * Math.sqrt(before)).toBeCloseTo(1, 5);
    }
  });

  it('is not what He gives here: inputs with a mean leave its first layer far from variance 1 (seed 7)', () => {
    const { mlp } = drawLsuv(widths, activations.relu, batchOfInputs(7), torchGenerator(7));
    const layers = mlp.layers.map((layer) => ({
      ...layer,
      weights: heNormal()([layer.fanOut, layer.fanIn], torchGenerator(7)),
    }));
    const pass = createPass(mlp, batch);
    forward({ ...mlp, layers }, batchOfInputs(7), pass);
    expect(Math.abs(variance(pass.layers[0]!.preActivation) - 1)).toBeGreaterThan(1);
  });

  it('leaves a layer alone that is within the tolerance, or out of attempts', () => {
    const alone = drawLsuv(widths, activations.relu, batchOfInputs(7), torchGenerator(7), { attempts: 0 });
    expect(alone.report.map(({ factor }) => factor)).toEqual([1, 1, 1, 1, 1]);
    const wide = drawLsuv(widths, activations.relu, batchOfInputs(7), torchGenerator(7), { tolerance: 1e9 });
    expect(wide.mlp.layers).toEqual(alone.mlp.layers);
  });

  it('says which layer cannot be scaled, and what inputs it needs', () => {
    const draw = (sizes: number[], inputs: Float32Array) => () =>
      drawLsuv(sizes, activations.relu, inputs, torchGenerator(7));
    expect(draw([3, 2], new Float32Array(6))).toThrow(
      'LSUV cannot scale layer 1: the variance of its outputs is 0; try other inputs',
    );
    expect(draw([3, 2], new Float32Array(6).fill(Number.NaN))).toThrow(
      'LSUV cannot scale layer 1: the variance of its outputs is NaN; try other inputs',
    );
    expect(draw([3, 2], new Float32Array(7))).toThrow('LSUV needs a batch of inputs of 3 numbers each, got 7 numbers');
    expect(draw([3, 2], new Float32Array(0))).toThrow('LSUV needs a batch of inputs of 3 numbers each, got 0 numbers');
    expect(() =>
      drawLsuv([3, 2], activations.relu, new Float32Array(6), torchGenerator(7), { tolerance: '0.1' as never }),
    ).toThrow('LSUV needs a finite tolerance >= 0, got "0.1"');
    expect(draw([3], new Float32Array(3))).toThrow('LSUV needs at least 2 widths, input and output, got [3]');
  });
});
