import { describe, expect, it } from 'vitest';
import { starts } from '#initializers/starts.ts';
import { gradientTheory } from './gradient-theory.ts';

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
