import { checkFinite } from '#numerics/check-finite.ts';
import { type Initializer, type Shape, structuredInitializer } from './initializer.ts';
import { type Kernel, kernelOf, positionInKernel } from './kernel.ts';
import { fillOrthogonal } from './orthogonal.ts';

/**
 * A convolution that keeps every length: at the center of the kernel stands an orthogonal `out x in` matrix times the gain,
 * and everywhere else 0. It needs at least as many output as input channels: fewer cannot hold what comes in.
 *
 * Shape `[out, in, k...]` of 3 to 5 dimensions. The center is (k - 1) / 2 rounded down, as in JAX's `delta_orthogonal`; PyTorch
 * and Keras have none. Any finite gain. Source: Xiao et al. 2018, arXiv:1806.05393, where it has this name.
 */
export function deltaOrthogonal({ gain = 1 }: { gain?: number } = {}): Initializer {
  checkFinite('deltaOrthogonal', 'gain', gain);
  return structuredInitializer({
    distribution(shape) {
      const { outputs, positions } = widening(shape);
      const share = 1 / Math.max(positions, 1);
      return {
        kind: 'mixture',
        parts: [
          { share, distribution: { kind: 'sphere', dimension: Math.max(outputs, 1), radius: Math.abs(gain) } },
          { share: 1 - share, distribution: { kind: 'constant', value: 0 } },
        ],
      };
    },
    fill(out, shape, generator) {
      const { outputs, inputs, sizes, positions } = widening(shape);
      const center = positionInKernel(sizes, (size) => Math.floor((size - 1) / 2));
      const matrix = out.slice(0, outputs * inputs); // an array of the same kind
      fillOrthogonal(matrix, { rows: outputs, columns: inputs, gain }, generator);
      out.fill(0);
      matrix.forEach((value, pair) => {
        out[pair * positions + center] = value;
      });
    },
  });
}

function widening(shape: Shape): Kernel {
  const kernel = kernelOf(shape, 'deltaOrthogonal');
  if (kernel.inputs > kernel.outputs) {
    throw new RangeError(
      `deltaOrthogonal needs out >= in, got [${shape.join(', ')}]: fewer channels cannot keep lengths`,
    );
  }
  return kernel;
}
