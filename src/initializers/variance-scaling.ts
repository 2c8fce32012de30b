import { checkFinite } from '#numerics/check-finite.ts';
import type { Drawable } from '#random/distributions.ts';
import { checkName } from './check-name.ts';
import { type FanOptions, type Fans, fans, layoutIds } from './fans.ts';
import { type Initializer, initializer, type Shape } from './initializer.ts';

/** Which fan the variance is divided by: one of the two, their arithmetic mean, or their geometric mean. */
export type FanMode = 'fanIn' | 'fanOut' | 'fanAvg' | 'fanGeoAvg';

/** All modes, in the order of a chooser. */
export const fanModes: readonly FanMode[] = ['fanIn', 'fanOut', 'fanAvg', 'fanGeoAvg'];

const laws = ['normal', 'uniform', 'truncatedNormal'] as const;

export interface VarianceScalingOptions extends FanOptions {
  scale?: number;
  mode?: FanMode;
  distribution?: (typeof laws)[number];
  /** Whether a truncated normal is widened first, so that the variance is right after the cut. */
  corrected?: boolean;
}

/** The standard deviation of N(0, 1) cut to [-2, 2], the constant of Keras and JAX. */
export const STD_OF_CUT_NORMAL = 0.8796256610342398;

/**
 * Weights with mean 0 and variance scale / fan: the one engine behind LeCun, Xavier and He.
 *
 * normal: N(0, std^2). uniform: U[-bound, bound) with bound = sqrt(3) std, because U[-a, a)
 * has variance a^2 / 3; a std is never a bound. truncatedNormal: a normal distribution cut at
 * two of its own standard deviations, which takes away 23% of its variance; it is therefore
 * drawn wider by 1 / 0.8796, as Keras and JAX do. With `corrected: false` it is not, as in
 * TensorFlow.js, and has a variance of 0.7737 scale / fan.
 *
 * `scale` is a number >= 0, 0 is legal. Layout and groups are those of `fans`. `caller` is the
 * name that errors show. Source: `variance_scaling` of jax.nn.initializers, after Glorot and
 * Bengio 2010 and He et al. 2015.
 */
export function varianceScaling(
  {
    scale = 1,
    mode = 'fanIn',
    distribution = 'normal',
    corrected = true,
    layout = 'torch',
    groups = 1,
  }: VarianceScalingOptions = {},
  caller = 'varianceScaling',
): Initializer<Drawable> {
  checkFinite(caller, 'scale', scale, '>= 0');
  checkName(caller, 'mode', mode, fanModes);
  checkName(caller, 'distribution', distribution, laws);
  checkName(caller, 'layout', layout, layoutIds);
  return initializer((shape) => {
    const std = standardDeviation(
      scale,
      mode,
      positiveFans(shape, { layout, groups }, caller),
    );
    if (distribution === 'normal') return { kind: 'normal', mean: 0, std };
    if (distribution === 'uniform') {
      const bound = Math.sqrt(3) * std;
      return { kind: 'uniform', low: -bound, high: bound };
    }
    const parentStd = corrected ? std / STD_OF_CUT_NORMAL : std;
    return {
      kind: 'truncatedNormal',
      parentMean: 0,
      parentStd,
      low: -2 * parentStd,
      high: 2 * parentStd,
    };
  });
}

/**
 * sqrt(scale / fan), in PyTorch's order of operations so that every bit agrees: gain / sqrt(fan) in `kaiming_*_`,
 * gain * sqrt(1 / fanAvg) in `xavier_*_`. PyTorch starts from the gain and we from scale = gain^2, which is the same:
 * the square root of a rounded square gives back the number exactly (Boldo 2015, "Stupid is as stupid does").
 */
function standardDeviation(scale: number, mode: FanMode, { fanIn, fanOut }: Fans): number {
  if (mode === 'fanAvg') return Math.sqrt(scale) * Math.sqrt(1 / ((fanIn + fanOut) / 2));
  if (mode === 'fanGeoAvg') return Math.sqrt(scale) / Math.sqrt(Math.sqrt(fanIn * fanOut));
  return Math.sqrt(scale) / Math.sqrt(mode === 'fanIn' ? fanIn : fanOut);
}

/** A fan of 0 would divide by zero. */
function positiveFans(shape: Shape, options: FanOptions, caller: string): Fans {
  const both = fans(shape, options, caller);
  if (shape.includes(0)) {
    throw new RangeError(
      `${caller} needs whole sizes of at least 1, got 0 in [${shape.join(', ')}]`,
    );
  }
  return both;
}
