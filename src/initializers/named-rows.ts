import { checkFinite } from '#numerics/check-finite.ts';
import type { FanOptions } from './fans.ts';
import { type FanMode, type VarianceScalingOptions, varianceScaling } from './variance-scaling.ts';

// The named rows of `varianceScaling`. Each is a factory: `heNormal()` makes the initializer, and
// `heNormal()([100, 784], generator)` draws. All take `layout` and `groups`, see `fans.ts`.

/** Options of the rows that end in TruncatedNormal: `corrected`, see `varianceScaling`. */
type Truncated = Pick<VarianceScalingOptions, 'corrected'>;

export interface XavierOptions extends FanOptions {
  /** Multiplies the standard deviation, see `gain.ts`. */
  gain?: number;
}

export interface HeOptions extends FanOptions {
  /** Negative slope of a leaky ReLU; 0 is ReLU. */
  slope?: number;
  mode?: FanMode;
}

// LeCun, Bottou, Orr and Müller 1998, "Efficient BackProp", section 4.6, eq. 16: Var[w] = 1 / fanIn.

/** N(0, 1 / fanIn). */
export const lecunNormal = (options: FanOptions = {}) =>
  varianceScaling({ ...options, scale: 1, mode: 'fanIn', distribution: 'normal' }, 'lecunNormal');

/** U(+-sqrt(3 / fanIn)). */
export const lecunUniform = (options: FanOptions = {}) =>
  varianceScaling({ ...options, scale: 1, mode: 'fanIn', distribution: 'uniform' }, 'lecunUniform');

/** Variance 1 / fanIn, cut at two standard deviations of the parent: Keras' and JAX's LecunNormal, Flax's default. */
export const lecunTruncatedNormal = (options: FanOptions & Truncated = {}) =>
  varianceScaling({ ...options, scale: 1, mode: 'fanIn', distribution: 'truncatedNormal' }, 'lecunTruncatedNormal');

// Glorot and Bengio 2010, eq. 12 and 16: Var[w] = 2 / (fanIn + fanOut).

/** N(0, 2 gain^2 / (fanIn + fanOut)). */
export const xavierNormal = (options: XavierOptions = {}) => xavier('normal', 'xavierNormal', options);

/** U(+-gain sqrt(6 / (fanIn + fanOut))). */
export const xavierUniform = (options: XavierOptions = {}) => xavier('uniform', 'xavierUniform', options);

/** Variance 2 gain^2 / (fanIn + fanOut), cut at two standard deviations of the parent: Keras' and JAX's GlorotNormal. */
export const xavierTruncatedNormal = (options: XavierOptions & Truncated = {}) =>
  xavier('truncatedNormal', 'xavierTruncatedNormal', options);

// He, Zhang, Ren and Sun 2015, eq. 10, 14 and 15: Var[w] = 2 / ((1 + slope^2) fan).

/** N(0, 2 / ((1 + slope^2) fanIn)). */
export const heNormal = (options: HeOptions = {}) => he('normal', 'heNormal', options);

/** U(+-sqrt(6 / ((1 + slope^2) fanIn))). */
export const heUniform = (options: HeOptions = {}) => he('uniform', 'heUniform', options);

/** Variance 2 / ((1 + slope^2) fanIn), cut at two standard deviations of the parent: Keras' and JAX's HeNormal. */
export const heTruncatedNormal = (options: HeOptions & Truncated = {}) =>
  he('truncatedNormal', 'heTruncatedNormal', options);

export const glorotNormal = xavierNormal;
export const glorotUniform = xavierUniform;
export const glorotTruncatedNormal = xavierTruncatedNormal;
export const kaimingNormal = heNormal;
export const kaimingUniform = heUniform;
export const kaimingTruncatedNormal = heTruncatedNormal;

type Law = NonNullable<VarianceScalingOptions['distribution']>;

function xavier(distribution: Law, caller: string, { gain = 1, ...options }: XavierOptions & Truncated) {
  checkFinite(caller, 'gain', gain, '>= 0');
  return varianceScaling({ ...options, scale: gain * gain, mode: 'fanAvg', distribution }, caller);
}

function he(distribution: Law, caller: string, { slope = 0, ...options }: HeOptions & Truncated) {
  checkFinite(caller, 'slope', slope);
  return varianceScaling({ mode: 'fanIn', ...options, scale: 2 / (1 + slope * slope), distribution }, caller);
}
