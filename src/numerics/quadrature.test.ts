import { describe, expect, test } from 'vitest';
import { gaussianExpectation } from './quadrature.ts';

const relu = (z: number) => (z > 0 ? z : 0);

describe('E[f(z)], z ~ N(0, 1), to 1e-13', () => {
  test.each([
    ['1', () => 1, 1],
    ['z', (z) => z, 0],
    ['z^2', (z) => z * z, 1],
    ['z^4', (z) => z * z * z * z, 3],
    ['z^6 / 15', (z) => (z * z * z * z * z * z) / 15, 1],
    ['cos z', Math.cos, Math.exp(-1 / 2)],
    ['cos 5z', (z) => Math.cos(5 * z), Math.exp(-25 / 2)],
    ['e^z', Math.exp, Math.exp(1 / 2)],
    ['e^(2z - 2)', (z) => Math.exp(2 * z - 2), 1],
    ['1 / (1 + z^2)', (z) => 1 / (1 + z * z), 0.6556795424187986], // sqrt(pi/2) e^(1/2) erfc(1/sqrt 2)
    ['tanh(z)^2', (z) => Math.tanh(z) * Math.tanh(z), 0.39429449039784115], // this and the next: mpmath, 40 digits
    ['tanh(20z)^2', (z) => Math.tanh(20 * z) * Math.tanh(20 * z), 0.9601466983062407],
    ['sigmoid', (z) => 1 / (1 + Math.exp(-z)), 1 / 2],
  ] as [string, (z: number) => number, number][])('smooth: %s', (_, f, expected) => {
    expect(Math.abs(gaussianExpectation(f) - expected)).toBeLessThan(1e-13);
  });

  test.each([
    ['relu', relu, 1 / Math.sqrt(2 * Math.PI)],
    ['relu^2', (z) => relu(z) * relu(z), 1 / 2],
    ['(relu derivative)^2', (z) => (z > 0 ? 1 : 0), 1 / 2],
    ['|z|', Math.abs, Math.sqrt(2 / Math.PI)],
    ['leaky relu (0.1) squared', (z) => (z > 0 ? z * z : 0.01 * z * z), 1.01 / 2],
    ['elu: negative half', (z) => (z > 0 ? 0 : Math.exp(z) - 1), -0.23842170813487662], // e^(1/2) Phi(-1) - 1/2,
  ] as [string, (z: number) => number, number][])('kink or jump at 0: %s', (_, f, expected) => {
    expect(Math.abs(gaussianExpectation(f) - expected)).toBeLessThan(1e-13);
  });
});
