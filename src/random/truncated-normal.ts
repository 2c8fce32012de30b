import { exp } from '#numerics/elementary.ts';
import { erfInverse } from '#numerics/erf-inverse.ts';
import { integrate } from '#numerics/integrate.ts';
import type { Floats, Generator } from './generator.ts';
import { constantLaw, type Law } from './law.ts';
import { standardNormalCdf, standardNormalDensity } from './normal.ts';

/** N(parentMean, parentStd^2) cut to [low, high]. The cutoffs are values of w, not multiples of parentStd. */
export interface TruncatedNormal {
  parentMean: number;
  parentStd: number;
  low: number;
  high: number;
}

/** The cutoffs in standard deviations of the parent, and how much of the parent lies between them. */
function cut({ parentMean, parentStd, low, high }: TruncatedNormal) {
  const [alpha, beta] = [(low - parentMean) / parentStd, (high - parentMean) / parentStd];
  const below = standardNormalCdf(alpha);
  return { alpha, beta, below, share: standardNormalCdf(beta) - below };
}

/** The share of N(parentMean, parentStd^2) that lies between the cutoffs; with parentStd 0 all or nothing. */
export function shareBetween(parent: TruncatedNormal): number {
  const { parentMean, parentStd, low, high } = parent;
  if (parentStd === 0) return low <= parentMean && parentMean <= high ? 1 : 0;
  return cut(parent).share;
}

/**
 * What is left of a normal distribution between two cutoffs. Its standard deviation is smaller than the parent's: 0.8796 of
 * it when the cutoffs are at +-2 standard deviations. With alpha and beta the cutoffs in units of parentStd,
 * Z = Phi(beta) - Phi(alpha) (Johnson, Kotz and Balakrishnan 1994, volume 1, chapter 13):
 *
 *     E[w]   = parentMean - parentStd (phi(beta) - phi(alpha)) / Z
 *     Var[w] = parentStd^2 (1 - (beta phi(beta) - alpha phi(alpha)) / Z - ((phi(beta) - phi(alpha)) / Z)^2)
 *
 * The moments are computed as integrals, because these formulas subtract nearly equal numbers when the cutoffs are close.
 */
export function truncatedNormalLaw(parent: TruncatedNormal): Law {
  const { parentMean, parentStd, low, high } = parent;
  if (parentStd === 0) return constantLaw(parentMean);
  const { alpha, beta, below, share } = cut(parent);
  const z = (x: number) => (x - parentMean) / parentStd;
  const between = (f: (z: number) => number) => expectationBetween(f, alpha, beta);
  const meanZ = () => (alpha === -beta ? 0 : between((x) => x)); // exactly 0 when both sides are cut alike
  return {
    mean: () => parentMean + parentStd * meanZ(),
    centralMoment(order) {
      const center = meanZ();
      return between((x) => power(parentStd * (x - center), order));
    },
    cdf: (x) => Math.min(Math.max((standardNormalCdf(z(x)) - below) / share, 0), 1),
    density: (x) => (x >= low && x <= high ? standardNormalDensity(z(x)) / (parentStd * share) : 0),
  };
}

/** x^order for a whole order >= 1. */
function power(x: number, order: number): number {
  return order === 1 ? x : x * power(x, order - 1);
}

/**
 * E[f(z)] for z ~ N(0, 1) cut to [alpha, beta]. The density is taken relative to its largest value, at the point of the
 * interval nearest to 0, and only where it is above e^-45 of that.
 */
function expectationBetween(f: (z: number) => number, alpha: number, beta: number): number {
  const top = Math.min(Math.max(0, alpha), beta);
  const weight = (z: number) => exp(-0.5 * (z - top) * (z + top));
  const [first, last] = [Math.max(alpha, top - 9.5), Math.min(beta, top + 9.5)];
  return integrate((z) => f(z) * weight(z), first, last) / integrate(weight, first, last);
}

/**
 * Fills `out` from the truncated distribution: one uniform u of U[2 Phi(alpha) - 1, 2 Phi(beta) - 1) each, and
 * w = parentMean + parentStd sqrt(2) erfInverse(u). The same words of the stream as `torch.nn.init.trunc_normal_` up to
 * PyTorch 2.11, and the same weights up to its approximation of erfInverse (1e-6 of parentStd).
 *
 * When a cutoff lies so far out that Phi is 0 or 1, u can be -1 or 1, where erfInverse is infinite: PyTorch then returns the
 * cutoff, perhaps a hundred standard deviations away. Here u is moved to the middle of the cell of the grid that it
 * stands for, so that w stays strictly inside.
 */
export function sampleTruncatedNormal(parent: TruncatedNormal, out: Floats, generator: Generator): void {
  const { parentMean, parentStd, low, high } = parent;
  if (parentStd === 0) {
    generator.fillUniform(out, 0, 1); // the same number of words whatever the standard deviation
    out.fill(parentMean);
    return;
  }
  const { alpha, beta } = cut(parent);
  generator.fillUniform(out, 2 * standardNormalCdf(alpha) - 1, 2 * standardNormalCdf(beta) - 1);
  const largest = out instanceof Float32Array ? 1 - TWO_TO_MINUS_24 : 1 - TWO_TO_MINUS_53;
  const scale = parentStd * Math.SQRT2;
  for (let i = 0; i < out.length; i++) {
    const u = Math.min(Math.max(out[i] as number, -largest), largest);
    out[i] = Math.min(Math.max(parentMean + scale * erfInverse(u), low), high);
  }
}

const TWO_TO_MINUS_24 = 1 / 0x1000000; // half a step of the float32 uniforms on [-1, 1)
const TWO_TO_MINUS_53 = 1 / 0x20000000000000; // the same in float64
