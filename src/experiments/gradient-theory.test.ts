import { describe, expect, it } from 'vitest';
import { starts } from '#initializers/starts.ts';
import { activationIds, activations } from '#network/activations.ts';
import { gradientTheory, slopeMoment } from './gradient-theory.ts';

/** E[phi'(sqrt(q) z)^2] by adding up 200,000 cells of the normal density. */
function addedUp(id: (typeof activationIds)[number], q: number) {
  const step = 20 / 200_000;
  let sum = 0;
  for (let i = 0; i < 200_000; i++) {
    const z = -10 + (i + 0.5) * step;
    sum += (step * activations[id].derivative(Math.sqrt(q) * z) ** 2 * Math.exp(-0.5 * z * z)) / Math.sqrt(2 * Math.PI);
  }
  return sum;
}

describe('slopeMoment', () => {
  it.each(activationIds)('%s: is the mean of the squared slope, at q = 0.3 and q = 40', (id) => {
    // Half a cell at either jump of hard tanh's slope may be counted wrong: 2 * 0.4 * 0.5 * 1e-4.
    for (const q of [0.3, 40]) expect(Math.abs(slopeMoment(id, q) - addedUp(id, q))).toBeLessThan(4e-5);
  });

  it('knows the values that can be written down', () => {
    expect(slopeMoment('linear', 3)).toBeCloseTo(1, 12);
    expect(slopeMoment('relu', 3)).toBeCloseTo(0.5, 12);
    expect(slopeMoment('leakyRelu', 3)).toBeCloseTo((1 + 0.01 ** 2) / 2, 12);
    expect(slopeMoment('sigmoid', 0)).toBe(1 / 16);
    expect(slopeMoment('relu', 0)).toBe(0);
  });
});

describe('gradientTheory', () => {
  const network = { depth: 4, width: 50, gain: 1, batch: 3 };

  it('keeps the error signal of He and ReLU, and halves it with LeCun, layer by layer', () => {
    const start = (id: 'heNormal' | 'lecunNormal') =>
      gradientTheory(starts[id], { ...network, activation: 'relu' }, { q0: 1, lastMoment: 1 });
    for (const moment of start('heNormal').delta.slice(0, 4)) expect(moment).toBeCloseTo(1, 12);
    // The last factor, to the input, has no derivative in it.
    expect(start('heNormal').delta[4]).toBeCloseTo(2, 12);
    const lecun = start('lecunNormal').delta;
    for (const [i, moment] of [1, 1 / 2, 1 / 4, 1 / 8, 1 / 8].entries()) expect(lecun[i]).toBeCloseTo(moment, 12);
  });

  it('loses at least a factor of 16 n Var[w] per sigmoid: the slope is at most 1/4', () => {
    const { delta } = gradientTheory(
      starts.lecunNormal,
      { ...network, activation: 'sigmoid' },
      { q0: 1, lastMoment: 1 },
    );
    for (let i = 1; i < 4; i++) expect((delta[i] as number) / (delta[i - 1] as number)).toBeLessThan(1 / 16);
  });

  it('has none for weights with a mean', () => {
    expect(gradientTheory(starts.constant, { ...network, activation: 'tanh' }, { q0: 1, lastMoment: 1 })).toEqual({
      delta: [],
      gradientNorm: [],
    });
  });
});
