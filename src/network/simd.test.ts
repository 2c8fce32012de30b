import { expect, it } from 'vitest';
import { createWorkspace } from '#kernels/workspace.ts';
import { activate, activationIds, activations, multiplyByDerivative } from './activations.ts';
import { softmaxCrossEntropy } from './loss.ts';

/** Every 40,009th float32, of both signs and all sizes, with the infinities and NaN: about 107,000 of them. */
const words = Uint32Array.from({ length: 107_347 }, (_, i) => i * 40_009);
const everywhere = new Float32Array(words.buffer);
/** The same density between -30 and 30, where the functions bend; 20,001 of them, no multiple of 4. */
const near = Float32Array.from({ length: 20_001 }, (_, i) => (i - 10_000) * 0.00299987);
const edges = Float32Array.of(0, -0, Infinity, -Infinity, NaN, 1, -1, 88.7, -88.8, 1e-45, -1e-45);

/** Bit for bit, except that every NaN is one NaN. */
const bits = (m: Float32Array) =>
  new Uint32Array(m.slice().buffer).map((word, i) => (Number.isNaN(m[i]) ? 0x7fc00000 : word));

function placed(...arrays: Float32Array[]) {
  const allocate = createWorkspace(arrays.map(({ length }) => length));
  return arrays.map((array) => {
    const place = allocate(array.length);
    place.set(array);
    return place;
  });
}

const withKernels = activationIds.filter((id) => activations[id].kernel);

it('there are kernels for the activations of the lessons', () => {
  expect(withKernels).toEqual(['relu', 'tanh', 'sigmoid', 'elu', 'selu', 'silu']);
});

it.each(withKernels)('%s: value and derivative have the same bits from SIMD and from TypeScript', (id) => {
  for (const z of [everywhere, near, edges, near.subarray(0, 7), near.subarray(0, 2)]) {
    const out = new Float32Array(z.length);
    const delta = Float32Array.from(z, (_, i) => (i % 11) - 5.3);
    const [z2, out2, delta2] = placed(z, out, delta) as [Float32Array, Float32Array, Float32Array];
    activate(activations[id], z, out);
    activate(activations[id], z2, out2);
    expect(bits(out2)).toEqual(bits(out));
    multiplyByDerivative(activations[id], z, delta);
    multiplyByDerivative(activations[id], z2, delta2);
    expect(bits(delta2)).toEqual(bits(delta));
  }
});

it('softmax cross-entropy has the same bits from SIMD and from TypeScript, for 1 to 20 classes', () => {
  for (let classes = 1; classes <= 20; classes++) {
    for (const scale of [1e-3, 1, 30, 1e4]) {
      const logits = Float32Array.from({ length: 13 * classes }, (_, i) => scale * (((i * 7919) % 101) / 50 - 1));
      if (scale === 30) logits.set([Infinity, -Infinity, NaN].slice(0, classes), 4 * classes);
      const labels = Uint8Array.from({ length: 13 }, (_, i) => (i * 5) % classes);
      const gradient = new Float32Array(logits.length);
      const [logits2, gradient2] = placed(logits, gradient) as [Float32Array, Float32Array];
      const loss = softmaxCrossEntropy(logits, labels, classes, gradient);
      expect(softmaxCrossEntropy(logits2, labels, classes, gradient2)).toBe(loss);
      expect(softmaxCrossEntropy(logits2, labels, classes), 'without a gradient').toBe(loss);
      expect(bits(gradient2)).toEqual(bits(gradient));
    }
  }
});

it('softmax cross-entropy of more classes than the work area holds has the same bits, too', () => {
  const logits = Float32Array.from({ length: 20_000 }, (_, i) => (i % 100) / 10 - 5);
  const [logits2] = placed(logits) as [Float32Array];
  const loss = softmaxCrossEntropy(logits, Uint8Array.of(7), logits.length);
  expect(softmaxCrossEntropy(logits2, Uint8Array.of(7), logits.length)).toBe(loss);
});
