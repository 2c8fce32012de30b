import { describe, expect, it } from 'vitest';
import { starts } from '#initializers/starts.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import { loadDigits } from '../../scripts/load-digits.ts';
import { distance, type GoldenGradient, type GradientCase, torchNetwork } from '../../tests/golden/torch-network.ts';
import { sha256 } from '../../tests/golden.ts';
import { activations } from './activations.ts';
import { emptyBatch, pixelsPerImage, readBatch } from './digits.ts';
import { softmaxCrossEntropy } from './loss.ts';
import { backward, createPass, drawMlp, forward } from './mlp.ts';

const digits = loadDigits();

/** Digits where the network takes digits; else N(0, 1) inputs after seed -1 and the classes in turn. */
function batchOf({ widths, batch }: GradientCase) {
  const [inputs = 0, classes = 0] = [widths[0], widths.at(-1)];
  if (inputs === pixelsPerImage) return readBatch(digits, 0, digits.trainCount, 0, emptyBatch(batch));
  const pixels = new Float32Array(batch * inputs);
  torchGenerator(-1).fillNormal(pixels, 0, 1);
  return { size: batch, pixels, labels: Uint8Array.from({ length: batch }, (_, i) => i % classes) };
}

function train(golden: GradientCase) {
  const { start, activation, widths, seed } = golden;
  const mlp = drawMlp(starts[start], widths, activations[activation], torchGenerator(seed));
  const { pixels, labels, size } = batchOf(golden);
  const pass = createPass(mlp, size);
  const logits = forward(mlp, pixels, pass);
  const slope = new Float32Array(logits.length);
  const loss = softmaxCrossEntropy(logits, labels, widths.at(-1) as number, slope);
  return { mlp, loss, gradients: backward(mlp, slope, pass) };
}

const largestOf = (values: Float32Array) => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

const normOf = (values: Float32Array) => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));

/** The sums of the rows and of the columns of a matrix, in float64. */
function sums(matrix: Float32Array, columns: number) {
  const [byRow, byColumn] = [new Float64Array(matrix.length / columns), new Float64Array(columns)];
  matrix.forEach((value, i) => {
    const [row, column] = [Math.floor(i / columns), i % columns];
    byRow[row] = (byRow[row] as number) + value;
    byColumn[column] = (byColumn[column] as number) + value;
  });
  return { byRow, byColumn };
}

/**
 * How far an array is from PyTorch's: its elements as shares of the largest one. Of a large array there is a sample, and the
 * sums of rows and columns, of which no element is missing: these as shares of the norm of the array, because they add what
 * up to 784 elements are off by.
 */
function gradientDistances(ours: Float32Array, golden: GoldenGradient, columns: number): number[] {
  if ('all' in golden) return [distance(ours, golden.all)];
  const { largest, norm, stride, sample, rows } = golden;
  const { byRow, byColumn } = sums(ours, columns);
  const picked = Array.from(sample, (_, i) => ours[i * stride] as number);
  return [
    distance([largestOf(ours)], [largest]),
    distance([normOf(ours)], [norm]),
    distance(picked, sample, largest),
    distance(byRow, rows, norm),
    distance(byColumn, golden.columns, norm),
  ];
}

describe('the network and PyTorch, from softmax cross-entropy back to every weight and bias', () => {
  it('are compared at three activations, two small shapes and the digits network, with and without biases', () => {
    const kinds = torchNetwork.gradients.map(({ activation, widths }) => `${activation} ${widths.length}`);
    expect(new Set(kinds)).toEqual(new Set(['relu', 'tanh', 'sigmoid'].flatMap((id) => [`${id} 4`, `${id} 6`])));
    expect(torchNetwork.gradients.filter(({ widths }) => widths[0] === pixelsPerImage)).toHaveLength(3);
    expect(torchNetwork.gradients.filter(({ start }) => start === 'torchDefault').length).toBeGreaterThan(3);
  });

  it.each(torchNetwork.gradients)(
    '$start, $activation, $widths: weights to the bit, gradients within 1e-5 of their largest element (seed $seed)',
    (golden) => {
      const { mlp, loss, gradients } = train(golden);
      expect(mlp.layers.map(({ weights, bias }) => [sha256(weights), sha256(bias)])).toEqual(
        golden.layers.map(({ weightsSha256, biasSha256 }) => [weightsSha256, biasSha256]),
      );
      expect(distance([loss], [golden.loss])).toBeLessThan(1e-6);
      const distances = gradients.flatMap(({ weights, bias }, l) => {
        const layer = golden.layers[l]!;
        const fanIn = golden.widths[l] as number;
        return [...gradientDistances(weights, layer.weights, fanIn), ...gradientDistances(bias, layer.bias, 1)];
      });
      expect(distances.length).toBeGreaterThanOrEqual(2 * (golden.widths.length - 1));
      expect(Math.max(...distances)).toBeLessThan(1e-5);
    },
  );

  it.each(torchNetwork.gradients)(
    '$start, $activation, $widths: one element that is off by 2e-5 of the norm is noticed in every layer',
    (golden) => {
      train(golden).gradients.forEach(({ weights }, l) => {
        const at = Math.floor(0.7 * weights.length);
        weights[at] = (weights[at] as number) + 2e-5 * normOf(weights);
        const found = gradientDistances(weights, golden.layers[l]!.weights, golden.widths[l] as number);
        expect(Math.max(...found)).toBeGreaterThan(1e-5);
      });
    },
  );
});
