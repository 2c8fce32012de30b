import { describe, expect, test } from 'vitest';
import { distributionVariance } from '#random/distributions.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import { faults } from '../../tests/distribution-check.ts';
import { drawLayer, type StartId, startIds, starts } from './starts.ts';

/** Var[w] for a layer of 784 inputs and 100 outputs, from the papers; 0 where weights are constant. */
const variances: Record<StartId, number> = {
  zero: 0,
  constant: 0,
  normal1: 1,
  normal001: 1e-4,
  lecunNormal: 1 / 784,
  lecunUniform: 1 / 784,
  xavierNormal: 2 / 884,
  xavierUniform: 2 / 884,
  heNormal: 2 / 784,
  heUniform: 2 / 784,
  torchDefault: 1 / 3 / 784, // U(+-1/sqrt(784))
};

describe.each(startIds)('%s', (id) => {
  const start = starts[id];

  test('knows its own id, and draws the weights it promises (seed 21)', () => {
    const { weights, bias } = drawLayer(start, 784, 100, torchGenerator(21));
    const distribution = start.weights.distribution([100, 784]);
    expect(start.id).toBe(id);
    expect(distributionVariance(distribution)).toBeCloseTo(variances[id], 12);
    expect(weights).toHaveLength(78_400);
    expect(bias).toHaveLength(100);
    expect(faults(weights, distribution)).toEqual([]);
  });

  test(id === 'torchDefault' ? 'has a random bias' : 'has a bias of zeros', () => {
    const { bias } = drawLayer(start, 20, 5000, torchGenerator(22));
    expect(faults(bias, start.bias(20))).toEqual([]);
    if (id === 'torchDefault') expect(distributionVariance(start.bias(20))).toBeCloseTo(1 / 60, 15);
    else expect(bias).toEqual(new Float32Array(5000));
  });
});

test('zero and constant differ in their value alone', () => {
  const generator = torchGenerator(1);
  expect(drawLayer(starts.zero, 3, 2, generator).weights).toEqual(new Float32Array(6));
  expect(drawLayer(starts.constant, 3, 2, generator).weights).toEqual(new Float32Array(6).fill(0.01));
  expect(generator.wordsDrawn).toBe(0);
});
