import { readFileSync } from 'node:fs';
import type { Values } from '#experiments/parameters.ts';

/** Reads take-home.jsonl: what the programs of src/take-home/ did in PyTorch. scripts/run-take-home.py explains the rest. */

/** A number, `inf`, `-inf` or `nan`, or a list of such. */
export type Results = number | string | readonly Results[];

/** A program that PyTorch has run. */
export interface TakeHomeRun {
  experiment: string;
  values: Values;
  /** SHA-256 of the program. */
  sha256: string;
  weights: { shape: number[]; sha256: string }[];
  results: Results;
  /** What it printed. */
  output: string;
}

const lines = readFileSync(new URL('take-home.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n');

export const takeHomeMeta: { meta: Record<string, unknown> } = JSON.parse(lines[0] as string);
export const takeHomeRuns: readonly TakeHomeRun[] = lines.slice(1).map((line) => JSON.parse(line));

/** How far a result may be off: as a share of what PyTorch has, and absolutely. */
export interface Tolerance {
  share: number;
  absolute: number;
}

const words: Readonly<Record<string, number>> = { inf: Infinity, '-inf': -Infinity, nan: NaN };

/** One tolerance for all, or one for each part of the results. */
export type Tolerances = Tolerance | readonly Tolerance[];

/** Where two results differ by more than they may, as `[2][17]: 1.5, in PyTorch 1.6`. */
export function differences(ours: Results, theirs: Results, within: Tolerances, place = ''): string[] {
  if (Array.isArray(theirs)) {
    if (!Array.isArray(ours) || ours.length !== theirs.length) {
      return [`${place}: ${Array.isArray(ours) ? `${ours.length} values` : ours}, in PyTorch ${theirs.length} values`];
    }
    return theirs.flatMap((their, i) =>
      differences(ours[i] as Results, their, Array.isArray(within) ? within[i] : within, `${place}[${i}]`),
    );
  }
  const { share, absolute } = within as Tolerance;
  const their = typeof theirs === 'string' ? (words[theirs] as number) : (theirs as number);
  const off = Math.abs((ours as number) - their);
  // everything is within a share of infinity
  const isClose = Object.is(ours, their) || (Number.isFinite(their) && off <= share * Math.abs(their) + absolute);
  return isClose ? [] : [`${place}: ${ours}, in PyTorch ${their}`];
}
