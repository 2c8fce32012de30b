import { readFileSync, writeFileSync } from 'node:fs';
import { encodeFrame } from '#experiments/frame-json.ts';
import { computeNamedRun, type NamedRun, namedRuns } from '#experiments/named-runs.ts';
import { loadDigits } from './load-digits.ts';

export const runNames = Object.keys(namedRuns) as NamedRun[];

const fileOf = (name: NamedRun) => new URL(`../src/experiments/results/${name}.json`, import.meta.url);

/** The text of a result's file, computed anew. */
export function computeResult(name: NamedRun): string {
  const resources = namedRuns[name].experiment.needs === 'digits' ? { digits: loadDigits() } : {};
  return `${encodeFrame(computeNamedRun(name, resources))}\n`;
}

/** The text of a result's file as it stands in the project. */
export const readResult = (name: NamedRun): string => readFileSync(fileOf(name), 'utf8');

export const writeResult = (name: NamedRun, json: string): void => writeFileSync(fileOf(name), json);
