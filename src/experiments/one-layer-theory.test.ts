import { describe, expect, it } from 'vitest';
import { inputMoments, outputMoments, rawSecondMoment, shifted, termMoments } from './one-layer-theory.ts';

/** E f(z) for z ~ N(0, 1) by a plain sum; its step and its ends leave an error below 1e-6. */
function overNormal(f: (z: number) => number) {
  let sum = 0;
  for (let z = -9.0005; z < 9; z += 0.001) sum += (f(z) * Math.exp((-z * z) / 2) * 0.001) / Math.sqrt(2 * Math.PI);
  return sum;
}

const relu = (z: number) => Math.max(z, 0);

describe('inputMoments', () => {
  it('of ReLU are those of max(0, z)', () => {
    const { mean, std, skewness, kurtosis } = inputMoments.relu;
    expect(mean).toBeCloseTo(overNormal(relu), 6);
    expect(std ** 2).toBeCloseTo(
      overNormal((z) => (relu(z) - mean) ** 2),
      6,
    );
    expect(skewness).toBeCloseTo(
      overNormal((z) => ((relu(z) - mean) / std) ** 3),
      5,
    );
    expect(kurtosis).toBeCloseTo(
      overNormal((z) => ((relu(z) - mean) / std) ** 4),
      5,
    );
    expect(rawSecondMoment(inputMoments.relu)).toBeCloseTo(0.5, 14);
  });

  it('of the uniform input are those of U(-sqrt 3, sqrt 3)', () => {
    // E x^2 = a^2 / 3 and E x^4 = a^4 / 5 with a^2 = 3
    expect(inputMoments.uniform).toEqual({ mean: 0, std: 1, skewness: 0, kurtosis: 9 / 5 });
  });
});

describe('termMoments', () => {
  it('are E[w x] and E[(w x)^2] of weights with mean m and correlation r with their inputs', () => {
    const shift = 0.7;
    for (const [id, x] of [['normal', (z: number) => z] as const, ['relu', relu] as const]) {
      const law = inputMoments[id];
      for (const [m, s, r] of [
        [0, 1, 0],
        [0.4, 2, 0],
        [0, 0.5, 0.6],
        [-0.3, 1.5, 0.9],
      ] as const) {
        const { mean, second } = termMoments(shifted(law, shift), m, s, r);
        // given x, w is m + s r u plus noise of variance s^2 (1 - r^2)
        const center = (z: number) => m + (s * r * (x(z) - law.mean)) / law.std;
        expect(mean).toBeCloseTo(
          overNormal((z) => center(z) * (x(z) + shift)),
          5,
        );
        const square = (z: number) => (center(z) ** 2 + s * s * (1 - r * r)) * (x(z) + shift) ** 2;
        expect(second).toBeCloseTo(overNormal(square), 5);
      }
    }
  });

  it('come down to Var[w] E[x^2] when the weights have mean 0 and do not depend on the inputs', () => {
    const { mean, second } = termMoments(shifted(inputMoments.uniform, 2), 0, 3, 0);
    expect([mean, second]).toEqual([0, 9 * 5]);
  });
});

it('outputMoments: a mean that is not 0 adds n^2', () => {
  expect(outputMoments({ mean: 0.5, second: 1.25 }, 10)).toEqual({ variance: 10, secondMoment: 35 });
});
