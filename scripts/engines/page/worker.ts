/// <reference lib="webworker" />
import { encodeFrame } from '#experiments/frame-json.ts';
import { computeNamedRun, type NamedRun, namedRuns } from '#experiments/named-runs.ts';
import { resourceLoader } from '#lab/resource-loader.ts';
import type { Answer } from '../engine.ts';

declare const self: DedicatedWorkerGlobalScope;

const answer = (reply: Answer) => self.postMessage(reply);

self.onmessage = async ({ data: name }: MessageEvent<NamedRun>) => {
  try {
    const load = resourceLoader((address) => fetch(address));
    const resources = await load(namedRuns[name].experiment.needs, `${self.origin}/`);
    answer({ text: `${encodeFrame(computeNamedRun(name, resources))}\n` });
  } catch (error) {
    answer({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
};
