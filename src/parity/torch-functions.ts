import { dirac } from '#initializers/dirac.ts';
import { gain, type Nonlinearity } from '#initializers/gain.ts';
import { identity } from '#initializers/identity.ts';
import type { Initializer } from '#initializers/initializer.ts';
import { heNormal, heUniform, xavierNormal, xavierUniform } from '#initializers/named-rows.ts';
import { orthogonal } from '#initializers/orthogonal.ts';
import { constant, normal, ones, truncatedNormal, uniform, zeros } from '#initializers/plain.ts';
import { sparse } from '#initializers/sparse.ts';
import { type FanMode, varianceScaling } from '#initializers/variance-scaling.ts';
import { exactly, type Tolerance, withinAbsolute, withinUlp } from './compare.ts';
import type { GoldenArray } from './golden-array.ts';

/** The arguments of one call by PyTorch's names; what is left out has PyTorch's default. */
export interface TorchArguments {
  a?: number;
  b?: number;
  gain?: number;
  mean?: number;
  std?: number;
  mode?: string;
  nonlinearity?: string;
  sparsity?: number;
  groups?: number;
  val?: number;
}

/** What PyTorch calls it, and what it is here. */
interface TorchFunction {
  /** The arguments it knows, in PyTorch's order. */
  known: readonly (keyof TorchArguments)[];
  /** Those without a default. */
  required?: readonly (keyof TorchArguments)[];
  make(args: TorchArguments): Initializer;
  /** How far float32 values may be from PyTorch's; the same bits where nothing is said. */
  float32?(args: TorchArguments): Tolerance;
  /** The same for float64 values. */
  float64?(args: TorchArguments): Tolerance;
}

/** The C library's log, sin and cos, which PyTorch calls for float64, are not correctly rounded; ours are. */
const normalFloat64 = () => withinUlp(2);
const truncated = () => withinAbsolute(1e-6);
const byQr = ({ gain = 1 }: TorchArguments) => withinAbsolute(5e-6 * Math.abs(gain));

const uniformFunction: TorchFunction = {
  known: ['a', 'b'],
  make: ({ a = 0, b = 1 }) => uniform({ low: a, high: b }),
};

const normalFunction: TorchFunction = { known: ['mean', 'std'], make: normal, float64: normalFloat64 };

const kaimingArguments = ['a', 'mode', 'nonlinearity'] as const;

/** All of `torch.nn.init` that fills a tensor, with `rand` and `randn`. The tolerances are those of public/golden/README.md. */
const torchFunctions: Readonly<Record<string, TorchFunction>> = {
  uniform_: uniformFunction,
  rand: { ...uniformFunction, known: [] },
  normal_: normalFunction,
  randn: { ...normalFunction, known: [] },
  xavier_uniform_: { known: ['gain'], make: xavierUniform },
  xavier_normal_: { known: ['gain'], make: xavierNormal, float64: normalFloat64 },
  kaiming_uniform_: { known: kaimingArguments, make: (args) => kaiming('uniform', args) },
  kaiming_normal_: { known: kaimingArguments, make: (args) => kaiming('normal', args), float64: normalFloat64 },
  trunc_normal_: {
    known: ['mean', 'std', 'a', 'b'],
    make: ({ a = -2, b = 2, ...rest }) => truncatedNormal({ ...rest, low: a, high: b }),
    float32: truncated,
    float64: truncated,
  },
  orthogonal_: { known: ['gain'], make: orthogonal, float32: byQr, float64: byQr },
  sparse_: {
    known: ['sparsity', 'std'],
    required: ['sparsity'],
    make: ({ sparsity = 0, std = 0.01 }) => sparse({ sparsity, std }),
    float64: normalFloat64,
  },
  eye_: { known: [], make: () => identity() },
  dirac_: { known: ['groups'], make: dirac },
  constant_: { known: ['val'], required: ['val'], make: ({ val = 0 }) => constant(val) },
  ones_: { known: [], make: ones },
  zeros_: { known: [], make: zeros },
};

/** The row of a function by its PyTorch name, with or without the modules it lies in. */
export function torchFunction(name: string): TorchFunction {
  const short = name.replace(/^(torch\.)?(nn\.)?(init\.)?/, '');
  if (!Object.hasOwn(torchFunctions, short)) {
    throw new Error(`unknown function ${name}; known are ${Object.keys(torchFunctions).join(', ')}`);
  }
  return torchFunctions[short] as TorchFunction;
}

/** How far values of this kind may be from PyTorch's. */
export function torchTolerance(fn: TorchFunction, dtype: GoldenArray['dtype'], args: TorchArguments): Tolerance {
  return (dtype === 'f32' ? fn.float32 : fn.float64)?.(args) ?? exactly;
}

/** He for ReLU and leaky ReLU; for any other nonlinearity Var[w] = gain^2 / fan, the same with another gain. */
function kaiming(
  distribution: 'normal' | 'uniform',
  { a = 0, mode = 'fan_in', nonlinearity = 'leaky_relu' }: TorchArguments,
): Initializer {
  const options = { mode: fanMode(mode) };
  if (nonlinearity === 'relu' || nonlinearity === 'leaky_relu') {
    const slope = nonlinearity === 'relu' ? 0 : a; // PyTorch ignores the slope of what has none
    return (distribution === 'normal' ? heNormal : heUniform)({ ...options, slope });
  }
  const factor = torchGain(nonlinearity);
  return varianceScaling({ ...options, distribution, scale: factor * factor });
}

const modes: Readonly<Record<string, FanMode>> = { fan_in: 'fanIn', fan_out: 'fanOut' };

/** PyTorch's name of a mode in ours. An unknown one stays as it is, so that our own error names it. */
const fanMode = (name: string): FanMode => (Object.hasOwn(modes, name) ? modes[name] : name) as FanMode;

/** `calculate_gain(nonlinearity, slope)`; leaky_relu is our leakyRelu, and an unknown name stays as it is. */
export function torchGain(nonlinearity: string, slope?: number): number {
  // A wrong call may pass what is no text; our own error names it.
  const name =
    typeof nonlinearity === 'string'
      ? nonlinearity.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
      : nonlinearity;
  return slope === undefined ? gain(name as Nonlinearity) : gain(name as Nonlinearity, slope);
}
