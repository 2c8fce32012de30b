import { histogram } from '#numerics/histogram.ts';
import { ksPValue, ksStatisticInSteps } from '#numerics/kolmogorov-smirnov.ts';
import { mean } from '#numerics/moments.ts';
import {
  cdf,
  continuousPart,
  type Distribution,
  density,
  distributionMean,
  distributionStd,
  distributionVariance,
  varianceStandardError,
} from '#random/distributions.ts';

/** A value that many weights have exactly, such as the zeros of an identity matrix: its share by the law, and drawn. */
export interface Spike {
  value: number;
  share: number;
  drawn: number;
}

/** A measured moment beside the law's; `error` is the standard error of so many independent draws from the law. */
export interface Moment {
  measured: number;
  theory: number;
  error?: number;
}

/** Bins over the weights that are no spikes. Heights are densities: over all bins they integrate to those weights' share. */
export interface Bins {
  edges: number[];
  heights: number[];
  /** What the law expects in each bin, from its cdf. */
  expected: number[];
}

/** The Kolmogorov-Smirnov distance; `p` only where the draws are independent and at least 5, see `ksPValue`. */
export interface Distance {
  statistic: number;
  p?: number;
}

/** The part of a law that has a density, and its share. */
export interface Smooth {
  law: Distribution;
  share: number;
}

/** Where a law puts more than nothing on single values. */
export function spikesOf(law: Distribution): Omit<Spike, 'drawn'>[] {
  if (law.kind === 'mixture') {
    return law.parts.flatMap(({ share, distribution }) =>
      spikesOf(distribution).map((spike) => ({ value: spike.value, share: spike.share * share })),
    );
  }
  if (law.kind === 'sphere' && law.dimension === 1) {
    return [-law.radius, law.radius].map((value) => ({ value, share: 0.5 }));
  }
  return distributionStd(law) === 0 ? [{ value: distributionMean(law), share: 1 }] : [];
}

/** What a law is beside its spikes; nothing for constants. */
export function smoothPart(law: Distribution): Smooth | undefined {
  const part = continuousPart(law);
  return part && { law: part, share: 1 - spikesOf(law).reduce((sum, { share }) => sum + share, 0) };
}

/** Whether weights of this law are drawn independently of each other: not the entries of an orthogonal matrix. */
export const isIndependent = ({ kind }: Distribution) =>
  kind === 'uniform' || kind === 'normal' || kind === 'truncatedNormal';

/** The share of the weights on each spike, up to float32 rounding, and the weights that are on none. */
export function separate(weights: Float32Array, law: Distribution): { spikes: Spike[]; rest: Float32Array } {
  const spikes = spikesOf(law).filter(({ share }) => share > 0);
  if (spikes.length === 0) return { spikes: [], rest: weights };
  const isOn = (weight: number, value: number) => Math.abs(weight - value) <= 1e-6 * Math.abs(value);
  const drawn = spikes.map(({ value }) => weights.filter((weight) => isOn(weight, value)).length / weights.length);
  return {
    spikes: spikes.map((spike, i) => ({ ...spike, drawn: drawn[i] as number })),
    rest: weights.filter((weight) => !spikes.some(({ value }) => isOn(weight, value))),
  };
}

/** The mean of a law; an integral that misses 0 by its rounding error is 0. */
export function meanOf(law: Distribution): number {
  const mean = distributionMean(law);
  return Math.abs(mean) < 1e-15 * distributionStd(law) ? 0 : mean;
}

/** Mean, and variance about the law's own mean, so that a single weight has one too. */
export function momentsOf(weights: Float32Array, law: Distribution): { mean: Moment; variance: Moment } {
  const center = meanOf(law);
  const variance = distributionVariance(law);
  const n = weights.length;
  const errors = isIndependent(law) ? [Math.sqrt(variance / n), varianceStandardError(law, n)] : [];
  const withError = (error: number | undefined) => (error === undefined ? {} : { error });
  return {
    mean: { measured: mean(weights), theory: center, ...withError(errors[0]) },
    variance: { measured: meanSquareAbout(center, weights), theory: variance, ...withError(errors[1]) },
  };
}

function meanSquareAbout(center: number, weights: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    const deviation = (weights[i] as number) - center;
    sum += deviation * deviation;
  }
  return sum / weights.length;
}

/** 60 bins for many weights, the square root of their number for few, at least 10. */
const binCount = (n: number) => Math.min(60, Math.max(10, Math.floor(Math.sqrt(n))));

/** The histogram of the weights that are no spikes; `n` counts all weights. */
export function binsOf(rest: Float32Array, { law, share }: Smooth, n: number): Bins {
  const { edges, counts } = histogram(rest, { bins: binCount(rest.length), ...rangeOf(rest, law) });
  const width = (edges[1] as number) - (edges[0] as number);
  const inBin = (_: number, i: number) =>
    (share * (cdf(law, edges[i + 1] as number) - cdf(law, edges[i] as number))) / width;
  return {
    edges: Array.from(edges),
    heights: Array.from(counts, (count) => count / (n * width)),
    expected: Array.from(counts, inBin),
  };
}

/** Out to the bounds of the law, but not beyond 3.5 standard deviations, unless weights lie there. */
function rangeOf(rest: Float32Array, law: Distribution): { low: number; high: number } {
  const middle = distributionMean(law);
  let half = 3.5 * distributionStd(law);
  if ('low' in law) half = Math.min(half, Math.max(law.high - middle, middle - law.low));
  if (law.kind === 'sphere') half = Math.min(half, law.radius);
  for (let i = 0; i < rest.length; i++) half = Math.max(half, Math.abs((rest[i] as number) - middle));
  return { low: middle - half, high: middle + half };
}

/** The density of the smooth part as a line over `edges`: taken inside the steps, and led down to 0 at both ends. */
export function densityLine({ law, share }: Smooth, edges: readonly number[]): { x: number[]; y: number[] } {
  const [low, high] = [edges[0] as number, edges.at(-1) as number];
  const steps = 120;
  const x = Array.from({ length: steps }, (_, i) => low + ((high - low) * (i + 0.5)) / steps);
  const y = x.map((at) => share * density(law, at));
  const ends = [y[0] as number, y[steps - 1] as number] as const;
  return { x: [low, low, ...x, high, high], y: [0, ends[0], ...y, ends[1], 0] };
}

/** Kolmogorov and Smirnov's distance of the weights that are no spikes from their law; yields, since it is long. */
export function* distanceOf(rest: Float32Array, { law }: Smooth): Generator<undefined, Distance | undefined, void> {
  if (rest.length === 0) return undefined;
  const statistic = yield* ksStatisticInSteps(rest, (x) => cdf(law, x));
  return isIndependent(law) && rest.length >= 5 ? { statistic, p: ksPValue(statistic, rest.length) } : { statistic };
}
