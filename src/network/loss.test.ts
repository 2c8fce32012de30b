import { expect, it } from 'vitest';
import { countCorrect, meanSquaredError, softmaxCrossEntropy } from './loss.ts';

const logits = Float32Array.of(0.5, -1, 2, 0.25, 3, -2.5);
const labels = Uint8Array.of(2, 0);

it('is the mean of -log p[label]', () => {
  const p = (row: number[], label: number) =>
    Math.exp(row[label] ?? 0) / row.reduce((total, logit) => total + Math.exp(logit), 0);
  const expected = -(Math.log(p([0.5, -1, 2], 2)) + Math.log(p([0.25, 3, -2.5], 0))) / 2;
  expect(softmaxCrossEntropy(logits, labels, 3)).toBeCloseTo(expected, 14);
});

it('is ln C for a classifier of C classes that cannot decide', () => {
  expect(softmaxCrossEntropy(new Float32Array(30), Uint8Array.of(3, 0, 9), 10)).toBe(Math.log(10));
});

it('fills the gradient of the mean loss, which sums to 0 in every row', () => {
  const gradient = new Float32Array(6);
  softmaxCrossEntropy(logits, labels, 3, gradient);
  // central difference with steps that float32 holds exactly: truncation h^2 / 24 < 3e-9, then float32 rounding 2^-26
  const h = 2 ** -12;
  for (let k = 0; k < 6; k++) {
    const loss = (step: number) =>
      softmaxCrossEntropy(
        logits.map((z, i) => (i === k ? z + step : z)),
        labels,
        3,
      );
    expect(Math.abs((gradient[k] ?? 0) - (loss(h) - loss(-h)) / (2 * h))).toBeLessThan(2e-8);
  }
  expect(Math.abs((gradient[0] ?? 1) + (gradient[1] ?? 1) + (gradient[2] ?? 1))).toBeLessThan(2 ** -24);
});

it('does not overflow where e^logit would', () => {
  expect(softmaxCrossEntropy(Float32Array.of(1e30, 0), Uint8Array.of(0), 2)).toBe(0);
  expect(softmaxCrossEntropy(Float32Array.of(-3e38, 3e38), Uint8Array.of(0), 2)).toBeCloseTo(6e38, -33);
});

it('is NaN when a logit is NaN or infinite, in loss and gradient', () => {
  for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) {
    const gradient = new Float32Array(2);
    expect(softmaxCrossEntropy(Float32Array.of(bad, 1), Uint8Array.of(1), 2, gradient)).toBeNaN();
    expect(gradient[0]).toBeNaN();
  }
});

it('counts the rows whose largest logit is at the label, the first of equals', () => {
  expect(countCorrect(logits, labels, 3)).toBe(1);
  expect(countCorrect(new Float32Array(6), Uint8Array.of(0, 1), 3)).toBe(1);
  expect(countCorrect(new Float32Array(6).fill(Number.NaN), Uint8Array.of(0, 1), 3)).toBe(1);
});

it('mean square error is the mean of squares, with its slope', () => {
  const gradient = new Float32Array(2);
  expect(meanSquaredError(Float32Array.of(1, 3), Float32Array.of(0, 5), gradient)).toBe(2.5);
  expect([...gradient]).toEqual([1, -2]);
  expect(meanSquaredError(Float32Array.of(Number.NaN), Float32Array.of(0))).toBeNaN();
});
