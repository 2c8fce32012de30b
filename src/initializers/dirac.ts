import { type Initializer, type Shape, structuredInitializer } from './initializer.ts';
import { type Kernel, kernelOf, positionInKernel } from './kernel.ts';

/**
 * The identity among convolutions: convolved with it, channel d of each group comes out as it went in, as far as there are both
 * an input and an output channel d; the other output channels are 0. A single 1 stands at the center of the kernel, at
 * index k / 2 rounded down, for each channel that is kept.
 *
 * Shape `[out, in / groups, k...]` of 3 to 5 dimensions; `groups` has to divide `out`. `torch.nn.init.dirac_`.
 * Source: Zagoruyko and Komodakis 2017, arXiv:1706.00388, whose networks are written around this kernel.
 */
export function dirac({ groups = 1 }: { groups?: number } = {}): Initializer {
  return structuredInitializer({
    distribution(shape) {
      const { inputs, positions, kept } = channels(shape, groups);
      const share = (kept * groups) / Math.max((shape[0] as number) * inputs * positions, 1);
      return {
        kind: 'mixture',
        parts: [
          { share, distribution: { kind: 'constant', value: 1 } },
          { share: 1 - share, distribution: { kind: 'constant', value: 0 } },
        ],
      };
    },
    fill(out, shape) {
      const { outputs, inputs, sizes, positions, kept } = channels(shape, groups);
      const center = positionInKernel(sizes, (size) => Math.floor(size / 2));
      out.fill(0);
      for (let group = 0; group < groups; group++) {
        for (let channel = 0; channel < kept; channel++) {
          const output = group * (outputs / groups) + channel;
          out[(output * inputs + channel) * positions + center] = 1;
        }
      }
    },
  });
}

/** The kernel, and how many channels of each group are kept. */
function channels(shape: Shape, groups: number): Kernel & { kept: number } {
  const kernel = kernelOf(shape, 'dirac');
  if (!(Number.isSafeInteger(groups) && groups >= 1 && kernel.outputs % groups === 0)) {
    throw new RangeError(`dirac needs groups that divide its ${kernel.outputs} outputs, got ${groups}`);
  }
  return { ...kernel, kept: Math.min(kernel.outputs / groups, kernel.inputs) };
}
