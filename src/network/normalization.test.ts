import { describe, expect, it } from 'vitest';
import { mean, variance } from '#numerics/moments.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import {
  createNormalization,
  createNormalizationPass,
  type NormalizationKind,
  normalize,
  normalizeBackward,
} from './normalization.ts';

const [batch, width] = [6, 5];

function example(kind: NormalizationKind, seed: number) {
  const generator = torchGenerator(seed);
  const draw = (length: number, center: number, std: number) => {
    const values = new Float32Array(length);
    generator.fillNormal(values, center, std);
    return values;
  };
  const x = draw(batch * width, 2, 1.5);
  const normalization = { ...createNormalization(kind, width), scale: draw(width, 1, 0.3), shift: draw(width, 0, 1) };
  return { x, normalization, target: draw(batch * width, 0, 1) };
}

/** loss = sum target * y, in float64, by the definition. */
function loss(kind: NormalizationKind, x: Float32Array, scale: Float32Array, shift: Float32Array, t: Float32Array) {
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    const group = x.filter((_, k) =>
      kind === 'batch' ? k % width === i % width : k - (k % width) === i - (i % width),
    );
    const values = Float64Array.from(group);
    const s = ((x[i] ?? 0) - mean(values)) / Math.sqrt(variance(values) + 1e-5);
    sum += (t[i] ?? 0) * ((scale[i % width] ?? 0) * s + (shift[i % width] ?? 0));
  }
  return sum;
}

describe.each(['batch', 'layer'] as const)('%s normalization', (kind) => {
  it('gives every group mean 0 and variance 1 while scale is 1 and shift 0 (seed 7)', () => {
    const { x } = example(kind, 7);
    const y = new Float32Array(x.length);
    normalize(createNormalization(kind, width), x, y, createNormalizationPass(kind, batch, width));
    const groups = kind === 'batch' ? width : batch;
    for (let group = 0; group < groups; group++) {
      const values = y.filter((_, i) => (kind === 'batch' ? i % width : Math.floor(i / width)) === group);
      expect(Math.abs(mean(values))).toBeLessThan(1e-6);
      expect(Math.abs(variance(values) - 1)).toBeLessThan(1e-4); // epsilon against variances of order 1
    }
  });

  it('has the gradients of float64 differences, for inputs, scale and shift (seed 8)', () => {
    const { x, normalization, target } = example(kind, 8);
    const { scale, shift } = normalization;
    const pass = createNormalizationPass(kind, batch, width);
    normalize(normalization, x, new Float32Array(x.length), pass);
    const delta = target.slice();
    const gradient = { scale: new Float32Array(width), shift: new Float32Array(width) };
    normalizeBackward(normalization, delta, pass, gradient);
    const pairs = [
      [x, delta],
      [scale, gradient.scale],
      [shift, gradient.shift],
    ] as const;
    for (const [values, computed] of pairs) {
      values.forEach((value, k) => {
        const at = (v: number) => {
          values[k] = v;
          return [loss(kind, x, scale, shift, target), values[k] as number] as const;
        };
        const [[up, high], [down, low]] = [at(value + 2 ** -12), at(value - 2 ** -12)];
        values[k] = value;
        // float32 rounds the gradient, of order 1, to 1e-7 in a dozen operations; h^2 f''' / 6 is about 1e-7
        expect(Math.abs((computed[k] ?? Number.NaN) - (up - down) / (high - low))).toBeLessThan(5e-6);
      });
    }
  });
});
