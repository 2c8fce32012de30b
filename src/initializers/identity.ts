import { checkFinite } from '#numerics/check-finite.ts';
import { type Initializer, matrixOf, structuredInitializer } from './initializer.ts';

/**
 * gain on the diagonal and 0 elsewhere, so that the layer hands its input on: y_i = gain x_i. `[fanOut, fanIn]`, square or
 * not; what is left over is 0. Any finite gain. `torch.nn.init.eye_` for gain 1, `keras.initializers.Identity`.
 * Source: Le, Jaitly and Hinton 2015, arXiv:1504.00941.
 */
export function identity({ gain = 1 }: { gain?: number } = {}): Initializer {
  checkFinite('identity', 'gain', gain);
  return structuredInitializer({
    distribution(shape) {
      const { rows, columns } = matrixOf(shape, 'identity');
      const share = 1 / Math.max(rows, columns, 1);
      return {
        kind: 'mixture',
        parts: [
          { share, distribution: { kind: 'constant', value: gain } },
          { share: 1 - share, distribution: { kind: 'constant', value: 0 } },
        ],
      };
    },
    fill(out, shape) {
      const { rows, columns } = matrixOf(shape, 'identity');
      out.fill(0);
      for (let i = 0; i < Math.min(rows, columns); i++) out[i * columns + i] = gain;
    },
  });
}
