import { readFileSync, writeFileSync } from 'node:fs';
import { encodeFrame } from '#experiments/frame-json.ts';
import { computeNamedRun, type NamedRun, namedRuns } from '#experiments/named-runs.ts';
import { loadResource } from './load-resource.ts';

export const runNames = Object.keys(namedRuns) as NamedRun[];

const fileOf = (name: NamedRun) => new URL(`../src/experiments/results/${name}.json`, import.meta.url);

/** The text of a result's file, computed anew. */
export const computeResult = (name: NamedRun): string =>
  `${encodeFrame(computeNamedRun(name, loadResource(namedRuns[name].experiment.needs)))}\n`;

/** The text of a result's file as it stands in the project. */
export const readResult = (name: NamedRun): string => readFileSync(fileOf(name), 'utf8');

export const writeResult = (name: NamedRun, json: string): void => writeFileSync(fileOf(name), json);
