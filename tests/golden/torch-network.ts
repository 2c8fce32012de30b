import { readFileSync } from 'node:fs';
import type { StartId } from '#initializers/starts.ts';
import type { ActivationId } from '#network/activations.ts';

/** Reads torch_network.json; README.md beside it explains the format. */

/** A number, or the word for an infinity or NaN. */
type Written = number | string;

interface Case {
  start: StartId;
  activation: ActivationId;
  seed: number;
}

/** All of a small gradient, or what is kept of a large one. */
export type GoldenGradient =
  | { all: number[] }
  | { largest: number; norm: number; stride: number; sample: number[]; rows: number[]; columns: number[] };

export interface GradientCase extends Case {
  widths: number[];
  batch: number;
  loss: number;
  layers: { weightsSha256: string; biasSha256: string; weights: GoldenGradient; bias: GoldenGradient }[];
}

export interface TorchNetwork {
  meta: Record<string, string | number>;
  secondMoments: (Case & { depth: number; width: number; batch: number; q: Written[] })[];
  gradients: GradientCase[];
  curves: { start: StartId; activation: ActivationId; loss: number[]; float64: number[] }[];
  activations: { activation: ActivationId; z: number[]; value: number[]; derivative: number[] }[];
  meanSquaredError: { output: number[]; target: number[]; loss: number; gradient: number[] }[];
  optimizers: { optimizer: 'sgd' | 'momentum' | 'adam'; steps: { weights: number[]; bias: number[] }[] }[];
  clipping: { largest: number; norm: number; weights: number[]; bias: number[] }[];
  normalization: ({ kind: 'batch' | 'layer' } & Record<NormalizationArray, number[]>)[];
}

export type NormalizationArray =
  | 'x'
  | 'slope'
  | 'scale'
  | 'shift'
  | 'y'
  | 'xGradient'
  | 'scaleGradient'
  | 'shiftGradient';

export const torchNetwork: TorchNetwork = JSON.parse(
  readFileSync(new URL('torch_network.json', import.meta.url), 'utf8'),
);

const largestOf = (values: readonly number[]) => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/** The largest |ours - theirs| as a share of `unit`; infinite if the lengths differ or a number is missing. */
export function distance(ours: ArrayLike<number>, theirs: readonly number[], unit = largestOf(theirs)): number {
  if (ours.length !== theirs.length) return Infinity;
  const worst = theirs.reduce((most, value, i) => Math.max(most, Math.abs((ours[i] as number) - value)), 0);
  if (Number.isNaN(worst)) return Infinity;
  return worst === 0 ? 0 : worst / unit;
}
