import { expect, it } from 'vitest';
import { starts } from '#initializers/starts.ts';
import { squareMoment } from './mean-field.ts';
import { secondMomentTheory } from './second-moment-theory.ts';

const square = { activation: 'relu', depth: 4, width: 100, gain: 1 } as const;

it('He keeps the second moment of ReLU layers after the first, which doubles it: no ReLU comes before it', () => {
  const [q0, ...rest] = secondMomentTheory(starts.heNormal, square, 1);
  expect(q0).toBe(1);
  for (const q of rest) expect(q).toBeCloseTo(2, 14);
});

it('LeCun with a gain multiplies the second moment of linear layers by gain^2 each', () => {
  const moments = secondMomentTheory(starts.lecunUniform, { ...square, activation: 'linear', gain: 1.1 }, 1);
  moments.forEach((q, layer) => {
    expect(q).toBeCloseTo(1.21 ** layer, 12);
  });
});

it("PyTorch's default multiplies by 1/6 and adds its bias, 1/(3n)", () => {
  const [, , q2 = 0, q3 = 0] = secondMomentTheory(starts.torchDefault, square, 1);
  expect(q3).toBeCloseTo(q2 / 6 + 1 / 300, 14);
});

it('the second moment after tanh and sigmoid is that of a simple sum over the normal density', () => {
  for (const q of [0.01, 1, 9]) {
    for (const [id, phi] of [
      ['tanh', Math.tanh],
      ['sigmoid', (z: number) => 1 / (1 + Math.exp(-z))],
    ] as const) {
      let sum = 0;
      for (let z = -9; z < 9; z += 0.001)
        sum += (phi(Math.sqrt(q) * z) ** 2 * Math.exp((-z * z) / 2) * 0.001) / Math.sqrt(2 * Math.PI);
      expect(squareMoment(id, q)).toBeCloseTo(sum, 10);
    }
  }
});

it('weights with a mean have no such theory', () => {
  expect(secondMomentTheory(starts.constant, square, 1)).toEqual([]);
});
