import { type Fans, fans } from './fans.ts';
import { type Initializer, initializer } from './initializer.ts';

export type FanMode = 'fanIn' | 'fanOut' | 'fanAvg';

export interface VarianceScalingOptions {
  scale?: number;
  mode?: FanMode;
  distribution?: 'normal' | 'uniform';
}

/**
 * Weights with mean 0 and variance scale / fan: the one engine behind LeCun, Xavier and He.
 *
 * normal: N(0, std^2). uniform: U[-bound, bound) with bound = sqrt(3) std, because U[-a, a) has variance a^2 / 3.
 * A std is never a bound. `caller` is the name that errors show.
 */
export function varianceScaling(
  { scale = 1, mode = 'fanIn', distribution = 'normal' }: VarianceScalingOptions = {},
  caller = 'varianceScaling',
): Initializer {
  if (!(scale >= 0 && scale < Infinity)) throw new RangeError(`${caller} needs a finite scale >= 0, got ${scale}`);
  checkName(caller, 'mode', mode, ['fanIn', 'fanOut', 'fanAvg']);
  checkName(caller, 'distribution', distribution, ['normal', 'uniform']);
  return initializer((shape) => {
    const std = standardDeviation(scale, mode, fans(shape, caller));
    if (distribution === 'normal') return { kind: 'normal', mean: 0, std };
    const bound = Math.sqrt(3) * std;
    return { kind: 'uniform', low: -bound, high: bound };
  });
}

/**
 * sqrt(scale / fan), in PyTorch's order of operations so that every bit agrees: gain / sqrt(fan) in `kaiming_*_`,
 * gain * sqrt(1 / fanAvg) in `xavier_*_`. PyTorch starts from the gain and we from scale = gain^2, which is the same:
 * the square root of a rounded square gives back the number exactly (Boldo 2015, "Stupid is as stupid does").
 */
function standardDeviation(scale: number, mode: FanMode, { fanIn, fanOut }: Fans): number {
  if (mode === 'fanAvg') return Math.sqrt(scale) * Math.sqrt(1 / ((fanIn + fanOut) / 2));
  return Math.sqrt(scale) / Math.sqrt(mode === 'fanIn' ? fanIn : fanOut);
}

function checkName(caller: string, option: string, value: string, legal: readonly string[]): void {
  if (!legal.includes(value)) throw new RangeError(`${caller} knows the ${option}s ${legal.join(', ')}; got ${value}`);
}

// The named rows. Each is a factory: `heNormal()` makes the initializer, `heNormal()([100, 784], generator)` draws.
// Sources: LeCun, Bottou, Orr and Müller 1998, "Efficient BackProp", section 4.6; Glorot and Bengio 2010, eq. 12 and 16;
// He, Zhang, Ren and Sun 2015, eq. 10 and 15.

export interface XavierOptions {
  /** Multiplies the standard deviation, see `gain.ts`. */
  gain?: number;
}

export interface HeOptions {
  /** Negative slope of a leaky ReLU; 0 is ReLU. */
  slope?: number;
  mode?: FanMode;
}

/** N(0, 1 / fanIn). */
export const lecunNormal = () => varianceScaling({ scale: 1, mode: 'fanIn', distribution: 'normal' }, 'lecunNormal');

/** U(+-sqrt(3 / fanIn)). */
export const lecunUniform = () => varianceScaling({ scale: 1, mode: 'fanIn', distribution: 'uniform' }, 'lecunUniform');

/** N(0, 2 gain^2 / (fanIn + fanOut)). */
export const xavierNormal = ({ gain = 1 }: XavierOptions = {}) => {
  checkGain('xavierNormal', gain);
  return varianceScaling({ scale: gain * gain, mode: 'fanAvg', distribution: 'normal' }, 'xavierNormal');
};

/** U(+-gain sqrt(6 / (fanIn + fanOut))). */
export const xavierUniform = ({ gain = 1 }: XavierOptions = {}) => {
  checkGain('xavierUniform', gain);
  return varianceScaling({ scale: gain * gain, mode: 'fanAvg', distribution: 'uniform' }, 'xavierUniform');
};

/** N(0, 2 / ((1 + slope^2) fanIn)). */
export const heNormal = ({ slope = 0, mode = 'fanIn' }: HeOptions = {}) => {
  checkSlope('heNormal', slope);
  return varianceScaling({ scale: 2 / (1 + slope * slope), mode, distribution: 'normal' }, 'heNormal');
};

/** U(+-sqrt(6 / ((1 + slope^2) fanIn))). */
export const heUniform = ({ slope = 0, mode = 'fanIn' }: HeOptions = {}) => {
  checkSlope('heUniform', slope);
  return varianceScaling({ scale: 2 / (1 + slope * slope), mode, distribution: 'uniform' }, 'heUniform');
};

export const glorotNormal = xavierNormal;
export const glorotUniform = xavierUniform;
export const kaimingNormal = heNormal;
export const kaimingUniform = heUniform;

function checkGain(caller: string, gain: number): void {
  if (!(gain >= 0 && gain < Infinity)) throw new RangeError(`${caller} needs a finite gain >= 0, got ${gain}`);
}

function checkSlope(caller: string, slope: number): void {
  if (!(Math.abs(slope) < Infinity)) throw new RangeError(`${caller} needs a finite slope, got ${slope}`);
}
