import { describe, expect, it } from 'vitest';
import { starts } from '#initializers/starts.ts';
import { createWorkspace } from '#kernels/workspace.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import { activations } from './activations.ts';
import { softmaxCrossEntropy } from './loss.ts';
import { backward, createPass, drawMlp, forward, type Mlp, parameterLengths, passLengths } from './mlp.ts';
import type { NormalizationKind } from './normalization.ts';
import { normalizedLengths, parametersOf, withNormalization } from './normalized-layer.ts';
import { adam, clipGradients, gradientNorm, momentumSgd } from './optimizers.ts';

const widths = [5, 6, 4, 3];
const batch = 7;
const labels = Uint8Array.of(0, 1, 2, 0, 1, 2, 1);

/** A small normalized network whose parameters are all of order 1, and a batch of inputs. */
function example(kind: NormalizationKind, seed: number, allocate?: ReturnType<typeof createWorkspace>) {
  const generator = torchGenerator(seed);
  const mlp = withNormalization(drawMlp(starts.lecunNormal, widths, activations.tanh, generator, allocate), kind);
  for (const { bias } of mlp.layers) generator.fillNormal(bias, 0, 0.3);
  for (const { normalization } of mlp.layers) {
    if (!normalization) continue;
    generator.fillNormal(normalization.scale, 1, 0.3);
    generator.fillNormal(normalization.shift, 0, 0.5);
  }
  const x = new Float32Array(batch * 5);
  generator.fillNormal(x, 0, 1);
  return { mlp, x };
}

/** The loss of the same network in float64, by the definition, matrices as arrays of rows. */
function twin({ layers, activation }: Mlp, x: Float32Array): number {
  let rows = Array.from({ length: batch }, (_, i) => Array.from(x.subarray(5 * i, 5 * i + 5)));
  for (const { weights, bias, fanIn, normalization } of layers) {
    rows = rows.map((h) =>
      Array.from(bias, (b, o) => h.reduce((sum, hk, k) => sum + hk * (weights[o * fanIn + k] ?? 0), b)),
    );
    if (!normalization) break;
    const { kind, scale, shift, epsilon } = normalization;
    const z = rows;
    rows = z.map((row) =>
      row.map((value, unit) => {
        const group = kind === 'layer' ? row : z.map((other) => other[unit] ?? 0);
        const mean = group.reduce((sum, v) => sum + v) / group.length;
        const variance = group.reduce((sum, v) => sum + (v - mean) ** 2, 0) / group.length;
        const standardized = (value - mean) / Math.sqrt(variance + epsilon);
        return activation.value((scale[unit] ?? 0) * standardized + (shift[unit] ?? 0));
      }),
    );
  }
  const losses = rows.map(
    (row, i) => Math.log(row.reduce((s, logit) => s + Math.exp(logit), 0)) - (row[labels[i] ?? 0] ?? 0),
  );
  return losses.reduce((sum, loss) => sum + loss) / batch;
}

function lossAndGradients(mlp: Mlp, x: Float32Array) {
  const pass = createPass(mlp, batch);
  const logits = forward(mlp, x, pass);
  const outputGradient = new Float32Array(logits.length);
  const loss = softmaxCrossEntropy(logits, labels, 3, outputGradient);
  return { loss, gradients: backward(mlp, outputGradient, pass) };
}

describe.each(['batch', 'layer'] as const)('a network with %s normalization', (kind) => {
  it('computes the loss and all gradients as float64 differences do, those of scales and shifts too (seed 7)', () => {
    const { mlp, x } = example(kind, 7);
    const { loss, gradients } = lossAndGradients(mlp, x);
    expect(Math.abs(loss - twin(mlp, x))).toBeLessThan(2e-6);
    const parameters = parametersOf(mlp);
    expect(parameters.map(({ weights }) => weights.length)).toEqual([30, 24, 12, 6, 4]);
    parameters.forEach(({ weights, bias }, p) => {
      for (const [values, computed] of [
        [weights, gradients[p]?.weights],
        [bias, gradients[p]?.bias],
      ] as const) {
        values.forEach((value, k) => {
          const at = (v: number) => {
            values[k] = v;
            return [twin(mlp, x), values[k] as number] as const;
          };
          const [[up, high], [down, low]] = [at(value + 2 ** -14), at(value - 2 ** -14)];
          values[k] = value;
          // gradients of order 0.1 in float32; a unit of small variance amplifies the rounding a few times
          expect(Math.abs((computed?.[k] ?? Number.NaN) - (up - down) / (high - low)), `${p}, ${k}`).toBeLessThan(3e-6);
        });
      }
    });
    expect(gradients.every(({ weights }) => Math.max(...weights.map(Math.abs)) > 0.01)).toBe(true);
  });

  it('gives the same bits in a workspace as in plain arrays (seed 8)', () => {
    const room = [...parameterLengths(widths), ...passLengths(widths, batch), ...normalizedLengths(widths, batch)];
    const allocate = createWorkspace(room);
    const { mlp, x } = example(kind, 8, allocate);
    const pass = createPass(mlp, batch, allocate);
    const logits = forward(mlp, x, pass).slice();
    const plain = example(kind, 8);
    expect(forward(plain.mlp, x, createPass(plain.mlp, batch))).toEqual(logits);
  });

  it('does not feel the scale of its hidden weights: doubled, with 4 epsilon, the logits keep their bits (seed 9)', () => {
    const draw = () => drawMlp(starts.heNormal, widths, activations.relu, torchGenerator(9));
    const once = withNormalization(draw(), kind, 1e-5);
    const twice = withNormalization(draw(), kind, 4e-5);
    for (const { weights, normalization } of twice.layers) {
      if (normalization) for (let k = 0; k < weights.length; k++) weights[k] = 2 * (weights[k] as number);
    }
    const { x } = example(kind, 9);
    const [a, b] = [lossAndGradients(once, x), lossAndGradients(twice, x)];
    expect(b.loss).toBe(a.loss);
    // and their gradients are halved: the loss depends on W / |W| alone
    expect(b.gradients[0]?.weights).toEqual(a.gradients[0]?.weights.map((g) => g / 2));
    expect(b.gradients[2]?.weights).toEqual(a.gradients[2]?.weights);
  });

  it('is trained by every optimizer, its scales and shifts too, and seen by the clip (seed 7)', () => {
    for (const make of [momentumSgd, adam]) {
      const { mlp, x } = example(kind, 7);
      const parameters = parametersOf(mlp);
      const before = parameters.map(({ weights, bias }) => [weights.slice(), bias.slice()]);
      const optimizer = make(parameters, { rate: 0.05 });
      const losses = Array.from({ length: 40 }, () => {
        const { loss, gradients } = lossAndGradients(mlp, x);
        const norm = gradientNorm(gradients);
        expect(norm).toBeGreaterThan(gradientNorm(gradients.slice(0, 3)));
        clipGradients(gradients, norm / 2);
        expect(gradientNorm(gradients) / norm).toBeCloseTo(0.5, 6);
        optimizer.step(parameters, gradients);
        return loss;
      });
      expect(losses.at(-1)).toBeLessThan(0.7 * (losses[0] ?? 0));
      const after = parameters.map(({ weights, bias }) => [weights, bias]);
      after.forEach((arrays, p) => {
        expect(arrays[0], `parameters ${p}`).not.toEqual(before[p]?.[0]);
      });
    }
  });
});

it('withNormalization draws nothing and leaves the logits alone (seed 7)', () => {
  const plain = drawMlp(starts.heNormal, widths, activations.relu, torchGenerator(7));
  const normalized = withNormalization(plain, 'batch');
  expect(normalized.layers.map(({ weights }) => weights)).toEqual(plain.layers.map(({ weights }) => weights));
  expect(normalized.layers.map(({ normalization }) => normalization?.kind)).toEqual(['batch', 'batch', undefined]);
  expect(parametersOf(plain)).toEqual(plain.layers);
});
