import { checkName } from './check-name.ts';
import { type Shape, weightCount } from './initializer.ts';

/** How many inputs feed one output of a layer, and how many outputs one input feeds. */
export interface Fans {
  fanIn: number;
  fanOut: number;
}

/** In which order a framework stores the weights of a layer. */
export type Layout = 'torch' | 'torchTransposed' | 'keras';

export interface FanOptions {
  layout?: Layout;
  /** Groups of a grouped convolution: each output sees `in / groups` channels, each input feeds `out / groups`. */
  groups?: number;
}

interface LayoutRow {
  /** The axes as stored; k... are the sizes of the kernel, of which a dense layer has none. */
  axes: string;
  /** TeX: n_0 is the first stored size, n_{-1} the last, k the sizes of the kernel, g the number of groups. */
  fanIn: string;
  fanOut: string;
  /** The layers that are stored like this. */
  usedBy: string;
  /** The two channel axes and the kernel's, as stored. */
  sides(shape: Shape): { inputs: number; outputs: number; kernel: Shape };
  /** The axis that is stored whole; the other one is already divided by the groups. */
  whole: 'inputs' | 'outputs';
}

/** The table of layouts. */
export const layouts: Readonly<Record<Layout, LayoutRow>> = {
  torch: {
    axes: '[out, in / groups, k...]',
    fanIn: 'n_1 \\prod k',
    fanOut: '(n_0 / g) \\prod k',
    usedBy: 'torch.nn.Linear, Conv1d, Conv2d, Conv3d',
    sides: ([outputs = 0, inputs = 0, ...kernel]) => ({ inputs, outputs, kernel }),
    whole: 'outputs',
  },
  torchTransposed: {
    axes: '[in, out / groups, k...]',
    fanIn: '(n_0 / g) \\prod k',
    fanOut: 'n_1 \\prod k',
    usedBy: 'torch.nn.ConvTranspose1d, ConvTranspose2d, ConvTranspose3d',
    sides: ([inputs = 0, outputs = 0, ...kernel]) => ({ inputs, outputs, kernel }),
    whole: 'inputs',
  },
  keras: {
    axes: '[k..., in / groups, out]',
    fanIn: 'n_{-2} \\prod k',
    fanOut: '(n_{-1} / g) \\prod k',
    usedBy: 'keras.layers.Dense, Conv1D, Conv2D, Conv3D; flax.linen.Dense, Conv',
    sides: (shape) => ({ inputs: shape.at(-2) ?? 0, outputs: shape.at(-1) ?? 0, kernel: shape.slice(0, -2) }),
    whole: 'outputs',
  },
};

/** The layouts' names, in the order of the table. */
export const layoutIds = Object.keys(layouts) as Layout[];

/**
 * The fans of a weight tensor of two or more dimensions. In PyTorch's layout: `[fanOut, fanIn]` for a dense layer
 * and `[out, in, k...]` for a convolution (of stride 1), whose kernel positions, the receptive field, all count.
 *
 * Groups: PyTorch, Keras and JAX do not know them here, so their fanOut of a grouped convolution is `groups` times
 * too large (pytorch#23854). Give `groups`, and both fans are right. Transposed convolutions: PyTorch reads their
 * weight as if it were `[out, in, k...]`, which swaps the fans. `layout: 'torchTransposed'` does not.
 *
 * A size of 0 is legal and makes a fan of 0. `caller` is named in errors:
 * `xavierNormal needs a shape of at least 2 dimensions, got [5]`. Source: He et al. 2015, section 2.2 (n = k^2 c).
 */
export function fans(shape: Shape, { layout = 'torch', groups = 1 }: FanOptions = {}, caller = 'fans'): Fans {
  if (shape.length < 2) {
    throw new RangeError(`${caller} needs a shape of at least 2 dimensions, got [${shape.join(', ')}]`);
  }
  weightCount(shape, caller);
  checkName(caller, 'layout', layout, layoutIds);
  const { sides, whole } = layouts[layout];
  const { inputs, outputs, kernel } = sides(shape);
  const receptiveField = weightCount(kernel);
  const share = divide(whole === 'inputs' ? inputs : outputs, groups, whole, caller);
  return whole === 'inputs'
    ? { fanIn: share * receptiveField, fanOut: outputs * receptiveField }
    : { fanIn: inputs * receptiveField, fanOut: share * receptiveField };
}

function divide(channels: number, groups: number, side: string, caller: string): number {
  if (!(Number.isSafeInteger(groups) && groups >= 1 && channels % groups === 0)) {
    throw new RangeError(`${caller} needs groups that divide its ${channels} ${side}, got ${groups}`);
  }
  return channels / groups;
}
