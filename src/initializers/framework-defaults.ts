import type { Drawable } from '#random/distributions.ts';
import type { Fans, Layout } from './fans.ts';
import { type Initializer, initializer } from './initializer.ts';
import { lecunTruncatedNormal, xavierTruncatedNormal, xavierUniform } from './named-rows.ts';
import { orthogonal } from './orthogonal.ts';
import { constant, normal, uniform } from './plain.ts';
import { torchDefaultWeight, withinInverseRoot } from './torch-default.ts';

export type DefaultsFramework = 'pytorch' | 'keras' | 'flax' | 'tfjs';

/** The frameworks, and what the rows were read from; PyTorch's were also run. */
export const defaultsFrameworks: Readonly<Record<DefaultsFramework, { name: string; version: string }>> = {
  pytorch: { name: 'PyTorch', version: '1.13.1' },
  keras: { name: 'Keras', version: '3 (2026-08)' },
  flax: { name: 'Flax', version: '2026-07' },
  tfjs: { name: 'TensorFlow.js', version: '4 (2025-06)' },
};

export type DefaultsLayer =
  | 'dense'
  | 'conv'
  | 'embedding'
  | 'recurrentInput'
  | 'recurrentHidden'
  | 'attention'
  | 'norm'
  | 'prelu';

/** What a layer is born with if nobody says otherwise. */
export interface LayerDefault {
  /** The initializer's name in the framework, with its arguments. */
  name: string;
  /** The same of ours, for a weight stored in `layout`. */
  weight: Initializer;
  layout: Layout;
  /** TeX: the law of a weight. */
  law: string;
  /** TeX: the law of a bias; `-` where there is none. */
  biasLaw: string;
  /** The distribution of a bias; of an LSTM in Keras that of all gates but the forget gate. */
  bias?: (fans: Fans) => Drawable;
}

const zeroBias = { biasLaw: '0', bias: (): Drawable => ({ kind: 'constant', value: 0 }) };
const noBias = { biasLaw: '-' };

const torch = { layout: 'torch' } as const;
const keras = { layout: 'keras' } as const; // Flax and TensorFlow.js store their kernels as Keras does

const torchDefault: LayerDefault = {
  name: 'kaiming_uniform_(a=sqrt(5))',
  weight: torchDefaultWeight(),
  ...torch,
  law: '\\mathcal{U}\\left[\\pm\\frac{1}{\\sqrt{n_\\mathrm{in}}}\\right)',
  biasLaw: '\\mathcal{U}\\left[\\pm\\frac{1}{\\sqrt{n_\\mathrm{in}}}\\right)',
  bias: ({ fanIn }) => withinInverseRoot(fanIn),
};

const glorotUniform: LayerDefault = {
  name: 'glorot_uniform',
  weight: xavierUniform(keras),
  ...keras,
  law: '\\mathcal{U}\\left[\\pm\\sqrt{\\frac{6}{n_\\mathrm{in} + n_\\mathrm{out}}}\\,\\right)',
  ...zeroBias,
};

/** Flax calls it normal; it is cut at two standard deviations, and corrected for that. */
const lecunNormal: LayerDefault = {
  name: 'lecun_normal',
  weight: lecunTruncatedNormal(keras),
  ...keras,
  law: '\\mathcal{N}\\left(0, s^2\\right)\\big|_{\\pm 2s},\\; s^2 = \\frac{1}{0.8796^2\\, n_\\mathrm{in}}',
  ...zeroBias,
};

/** Cut and not corrected: the standard deviation is 12% smaller than the name says (tfjs#8594). */
const glorotNormal: LayerDefault = {
  name: 'glorotNormal',
  weight: xavierTruncatedNormal({ ...keras, corrected: false }),
  ...keras,
  law: '\\mathcal{N}\\left(0, s^2\\right)\\big|_{\\pm 2s},\\; s^2 = \\frac{2}{n_\\mathrm{in} + n_\\mathrm{out}}',
  ...zeroBias,
};

const recurrentOrthogonal: LayerDefault = {
  name: 'orthogonal',
  weight: orthogonal(keras),
  ...keras,
  law: 'W W^{\\mathsf T} = I', // [h, 4h] of an LSTM and [h, 3h] of a GRU are flat; Flax draws [h, h] for each gate
  ...zeroBias,
};

/** Keras: the forget gate of an LSTM begins open. In TensorFlow.js it does so only with `unitForgetBias: true`. */
const forgetful = { biasLaw: '0,\\; b_f = 1' };

/**
 * h is the hidden size. PyTorch's weight_hh shows it as its last stored size, weight_ih only by its rows: 4h in an LSTM, which
 * is the one that `weight` draws (a GRU has 3h: see `gru` in torch-layers.ts).
 */
const torchRecurrent = {
  name: 'uniform_(-1/sqrt(h), 1/sqrt(h))',
  ...torch,
  law: '\\mathcal{U}\\left[\\pm\\frac{1}{\\sqrt{h}}\\right)',
  biasLaw: '\\mathcal{U}\\left[\\pm\\frac{1}{\\sqrt{h}}\\right)',
};

const smallUniform = (name: string): LayerDefault => ({
  name,
  weight: uniform({ low: -0.05, high: 0.05 }),
  ...keras,
  law: '\\mathcal{U}\\left[\\pm 0.05\\right)',
  ...noBias,
});

const always = (name: string, value: number, rest: { biasLaw: string }): LayerDefault => ({
  name,
  weight: constant(value),
  ...torch,
  law: String(value),
  ...rest,
});

/** The table: what each framework's layers begin with. Left out is what a framework does not have. */
export const frameworkDefaults: Readonly<
  Record<DefaultsLayer, Readonly<Partial<Record<DefaultsFramework, LayerDefault>>>>
> = {
  dense: { pytorch: torchDefault, keras: glorotUniform, flax: lecunNormal, tfjs: glorotNormal },
  conv: { pytorch: torchDefault, keras: glorotUniform, flax: lecunNormal, tfjs: glorotNormal },
  embedding: {
    pytorch: { name: 'normal_', weight: normal(), ...torch, law: '\\mathcal{N}\\left(0, 1\\right)', ...noBias },
    keras: smallUniform('uniform'),
    flax: {
      name: "variance_scaling(1.0, 'fan_in', 'normal', out_axis=0)",
      weight: initializer(([, features = 1]) => ({ kind: 'normal', mean: 0, std: 1 / Math.sqrt(features) })),
      ...keras,
      law: '\\mathcal{N}\\left(0, \\frac{1}{n_\\mathrm{out}}\\right)',
      ...noBias,
    },
    tfjs: smallUniform('randomUniform'),
  },
  recurrentInput: {
    pytorch: { ...torchRecurrent, weight: initializer(([rows = 4]) => withinInverseRoot(rows / 4)) },
    keras: { ...glorotUniform, ...forgetful },
    flax: { ...lecunNormal, ...noBias }, // the one bias of a gate belongs to the recurrent part
    tfjs: glorotNormal,
  },
  recurrentHidden: {
    pytorch: { ...torchRecurrent, weight: initializer(([, hidden = 1]) => withinInverseRoot(hidden)) },
    keras: { ...recurrentOrthogonal, ...noBias },
    flax: recurrentOrthogonal,
    tfjs: { ...recurrentOrthogonal, ...noBias },
  },
  attention: {
    // The three input projections, packed in one matrix [3E, E] that counts 3E outputs. The output projection is an
    // nn.Linear: the row of `dense`, with a bias of 0.
    pytorch: {
      ...glorotUniform,
      name: 'in_proj_weight: xavier_uniform_',
      weight: xavierUniform(),
      ...torch,
      law: '\\mathcal{U}\\left[\\pm\\sqrt{\\frac{6}{n_\\mathrm{in} + 3\\, n_\\mathrm{out}}}\\,\\right)',
    },
    keras: glorotUniform,
    flax: lecunNormal,
  },
  norm: {
    pytorch: always('ones_', 1, zeroBias),
    keras: always('ones', 1, zeroBias),
    flax: always('ones', 1, zeroBias),
    tfjs: always('ones', 1, zeroBias),
  },
  prelu: {
    pytorch: always('constant_(0.25)', 0.25, noBias),
    keras: always('zeros', 0, noBias),
    flax: always('constant(0.01)', 0.01, noBias),
    tfjs: always('zeros', 0, noBias),
  },
};
