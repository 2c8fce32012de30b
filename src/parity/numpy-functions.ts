import type { Floats } from '#random/generator.ts';
import { TAIL } from '#random/ziggurat-tables.ts';
import { exactly, exactlyBut, type Tolerance, withinUlp } from './compare.ts';
import type { StreamName, WordGenerator } from './numpy-streams.ts';

/** The arguments of one call by NumPy's names; what is left out has NumPy's default. */
export interface NumpyArguments {
  low?: number;
  high?: number;
  loc?: number;
  scale?: number;
}

/** A method of one or both of NumPy's streams. */
interface NumpyFunction {
  streams: readonly StreamName[];
  known: readonly (keyof NumpyArguments)[];
  /** Which kind of array it fills, if only one. */
  dtype?: 'f32' | 'f64';
  fill(out: Floats, generator: WordGenerator, args: NumpyArguments): void;
  tolerance(stream: StreamName, args: NumpyArguments): Tolerance;
}

const uniformMethod: NumpyFunction = {
  streams: ['legacy', 'generator'],
  known: ['low', 'high'],
  fill: (out, generator, { low = 0, high = 1 }) => generator.fillUniform(out, low, high),
  tolerance: () => exactly,
};

/** Whether a draw may come from beyond the ziggurat's strips; a value on their border may have been rounded to below it. */
const fromTail = (golden: number, loc: number, scale: number) => Math.abs(golden - loc) > TAIL * (1 - 1e-6) * scale;

const normalMethod: NumpyFunction = {
  streams: ['legacy', 'generator'],
  known: ['loc', 'scale'],
  fill: (out, generator, { loc = 0, scale = 1 }) => generator.fillNormal(out, loc, scale),
  // RandomState calls the C library's log for every pair, default_rng its log1p for draws beyond the ziggurat's strips.
  tolerance: (stream, { loc = 0, scale = 1 }) =>
    stream === 'legacy' ? withinUlp(2) : exactlyBut((golden) => fromTail(golden, loc, scale)),
};

const unit = (method: NumpyFunction, streams: readonly StreamName[]): NumpyFunction => ({
  ...method,
  streams,
  known: [],
});

/** Methods of `RandomState` and of `default_rng`. The tolerances are those of public/golden/README.md. */
const numpyFunctions: Readonly<Record<string, NumpyFunction>> = {
  uniform: uniformMethod,
  random: unit(uniformMethod, ['legacy', 'generator']),
  random_sample: unit(uniformMethod, ['legacy']),
  rand: unit(uniformMethod, ['legacy']),
  random_f32: { ...unit(uniformMethod, ['generator']), dtype: 'f32' },
  normal: normalMethod,
  standard_normal: unit(normalMethod, ['legacy', 'generator']),
  randn: unit(normalMethod, ['legacy']),
  randn2: unit(normalMethod, ['legacy']),
  standard_normal_f32: { ...unit(normalMethod, ['generator']), dtype: 'f32' },
  integers32: {
    streams: ['generator'],
    known: [],
    dtype: 'f64', // which holds every 32-bit word
    fill: (out, generator) => {
      for (let i = 0; i < out.length; i++) out[i] = generator.nextWord();
    },
    tolerance: () => exactly,
  },
};

/** The row of a method by its NumPy name, with or without the modules it lies in. */
export function numpyFunction(name: string): NumpyFunction {
  const short = name.replace(/^((np|numpy)\.)?(random\.)?/, '') || name;
  if (!Object.hasOwn(numpyFunctions, short)) {
    throw new Error(`unknown function ${name}; known are ${Object.keys(numpyFunctions).join(', ')}`);
  }
  return numpyFunctions[short] as NumpyFunction;
}
