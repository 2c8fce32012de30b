import { decodeFrame } from '#experiments/frame-json.ts';
import type { NamedRun } from '#experiments/named-runs.ts';
import type { Results } from './lesson.ts';

const files = import.meta.glob<string>('/src/experiments/results/*.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export interface NamedResult {
  experiment: string;
  values: Readonly<Record<string, unknown>>;
  frame: unknown;
}

/** The committed result of a named run: its parameters and its frame, NaN and infinity restored. */
export function resultOf(run: NamedRun): NamedResult {
  const file = files[`/src/experiments/results/${run}.json`];
  if (file === undefined) throw new Error(`no result for the run "${run}"; make it with: npm run results -- ${run}`);
  return decodeFrame(file) as NamedResult;
}

/** The frames of named runs, for the numbers of a lesson. */
export const results: Results = <Frame>(run: NamedRun) => resultOf(run).frame as Frame;
