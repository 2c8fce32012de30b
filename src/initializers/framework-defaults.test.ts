import { describe, expect, test } from 'vitest';
import { distributionStd, distributionVariance, sample } from '#random/distributions.ts';
import type { Generator } from '#random/generator.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import { faults } from '../../tests/distribution-check.ts';
import { fans } from './fans.ts';
import {
  type DefaultsFramework,
  defaultsFrameworks,
  frameworkDefaults,
  type LayerDefault,
} from './framework-defaults.ts';
import * as torchLayers from './torch-layers.ts';

/** A layer as the framework begins it: weights of this shape, and then one bias for each output. */
function drawDefaultLayer(
  framework: DefaultsFramework,
  layer: 'dense' | 'conv',
  shape: number[],
  generator: Generator,
) {
  const { weight, layout, bias } = frameworkDefaults[layer][framework] as Required<LayerDefault>;
  const weights = weight(shape, generator);
  const values = new Float32Array(shape.at(layout === 'torch' ? 0 : -1) as number);
  sample(bias(fans(shape, { layout })), values, generator);
  return { weights, bias: values };
}

/** The same layers, 96 inputs to 48 outputs, as each framework stores them. */
const dense: Record<DefaultsFramework, number[]> = {
  pytorch: [48, 96],
  keras: [96, 48],
  flax: [96, 48],
  tfjs: [96, 48],
};
const conv: Record<DefaultsFramework, number[]> = {
  pytorch: [48, 96, 3, 3],
  keras: [3, 3, 96, 48],
  flax: [3, 3, 96, 48],
  tfjs: [3, 3, 96, 48],
};

/** Var[w] in units of 1 / n_in, for n_out = n_in / 2: from the documentation of each framework. */
const variances: Record<DefaultsFramework, number> = {
  pytorch: 1 / 3,
  keras: 2 / 1.5,
  flax: 1,
  tfjs: (2 / 1.5) * 0.8796256610342398 ** 2, // not corrected
};

describe.each(Object.keys(defaultsFrameworks) as DefaultsFramework[])('%s', (framework) => {
  test.each([
    ['dense', dense[framework], 96],
    ['conv', conv[framework], 96 * 9],
  ] as const)(
    'draws a %s layer with the variance and the law that it is known for (seed 41)',
    (layer, shape, fanIn) => {
      const { weight, bias } = frameworkDefaults[layer][framework] as Required<LayerDefault>;
      const law = weight.distribution(shape);
      expect(distributionVariance(law) * fanIn).toBeCloseTo(variances[framework], 12);
      const drawn = drawDefaultLayer(framework, layer, shape, torchGenerator(41));
      expect(faults(drawn.weights, law)).toEqual([]);
      expect(drawn.bias).toHaveLength(48);
      expect(faults(drawn.bias, bias({ fanIn, fanOut: 0 }))).toEqual([]);
    },
  );

  test('has a law and a name in every row', () => {
    for (const [layer, rows] of Object.entries(frameworkDefaults)) {
      const row = rows[framework];
      if (!row) expect([framework, layer]).toEqual(['tfjs', 'attention']);
      else expect([row.name, row.law, row.biasLaw].every((text) => text.length > 0)).toBe(true);
    }
  });
});

test("PyTorch's rows are the bits of its layers (seed 42)", () => {
  const { weight, bias } = torchLayers.conv({ inChannels: 6, outChannels: 4, kernelSize: [3, 3] }, torchGenerator(42));
  const drawn = drawDefaultLayer('pytorch', 'conv', [4, 6, 3, 3], torchGenerator(42));
  expect([drawn.weights, drawn.bias]).toEqual([weight?.values, bias?.values]);
  const lstm = torchLayers.lstm({ inputSize: 5, hiddenSize: 6 }, torchGenerator(42));
  const generator = torchGenerator(42);
  const rows = [frameworkDefaults.recurrentInput.pytorch, frameworkDefaults.recurrentHidden.pytorch];
  expect(rows[0]?.weight([24, 5], generator)).toEqual(lstm.weight_ih_l0?.values);
  expect(rows[1]?.weight([24, 6], generator)).toEqual(lstm.weight_hh_l0?.values);
});

test('the law of the recurrent matrices is that of [h, 4h], which is flat: W W^T = I, and W^T W is not (seed 43)', () => {
  const rows = frameworkDefaults.recurrentHidden;
  const w = rows.keras!.weight([8, 32], torchGenerator(43));
  const dot = (i: number, j: number) =>
    w.slice(32 * i, 32 * i + 32).reduce((sum, x, k) => sum + x * (w[32 * j + k] as number), 0);
  for (let i = 0; i < 8; i++) for (let j = 0; j < 8; j++) expect(dot(i, j)).toBeCloseTo(i === j ? 1 : 0, 6);
  for (const row of [rows.keras, rows.flax, rows.tfjs]) expect(row?.law).toBe('W W^{\\mathsf T} = I');
});

test("the other rows have the standard deviations of their frameworks' documentation", () => {
  const std = (row: LayerDefault | undefined, shape: number[]) => distributionStd(row!.weight.distribution(shape));
  const { embedding, recurrentHidden, attention, norm, prelu } = frameworkDefaults;
  expect(std(embedding.pytorch, [1000, 64])).toBe(1);
  expect(std(embedding.keras, [1000, 64])).toBeCloseTo(0.05 / Math.sqrt(3), 15);
  expect(std(embedding.flax, [1000, 64])).toBe(1 / 8);
  expect(std(embedding.tfjs, [1000, 64])).toBeCloseTo(0.05 / Math.sqrt(3), 15);
  expect(std(recurrentHidden.keras, [64, 256])).toBe(1 / 16);
  expect(std(attention.pytorch, [192, 64])).toBeCloseTo(Math.sqrt(2 / (64 + 3 * 64)), 15); // packed: n_in + 3 n_out
  expect(attention.pytorch?.law).toContain('n_\\mathrm{in} + 3\\, n_\\mathrm{out}');
  expect(attention.pytorch?.name).toBe('in_proj_weight: xavier_uniform_');
  for (const rows of [norm, prelu]) for (const row of Object.values(rows)) expect(std(row, [3])).toBe(0);
});
