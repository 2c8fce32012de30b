/// <reference lib="webworker" />
import { experiments } from '#experiments/index.ts';
import { type Digits, decodeDigits } from '#experiments/resources.ts';
import type { Outcome, Reply, Request } from './protocol.ts';
import { runInSlices } from './run-in-slices.ts';

declare const self: DedicatedWorkerGlobalScope;

const cells = import.meta.glob('/content/lessons/*/cells/*.ts');
const newestRun = new Map<string, number>();
const stoppedRuns = new Set<number>();
let digits: Promise<Digits> | undefined;

const post = (reply: Reply) => self.postMessage(reply);
const pause = () => new Promise<void>((resolve) => setTimeout(resolve));

async function fetchDigits(folder: string): Promise<Digits> {
  const response = await fetch(`${folder}digits.bin`);
  if (!response.ok || !response.body) throw new Error(`${response.url}: ${response.status} ${response.statusText}`);
  const unpacked = response.body.pipeThrough(new DecompressionStream('gzip'));
  return decodeDigits(await new Response(unpacked).arrayBuffer());
}

async function resourcesFor(needs: string | undefined, folder: string) {
  if (needs !== 'digits') return {};
  digits ??= fetchDigits(folder);
  try {
    return { digits: await digits };
  } catch (error) {
    digits = undefined; // so that the next run tries again
    throw error;
  }
}

async function run({ slot, run, experiment: id, values, dataFolder }: Extract<Request, { type: 'run' }>) {
  newestRun.set(slot, run);
  const interruption = (): Exclude<Outcome, 'done'> | undefined => {
    if (newestRun.get(slot) !== run) return 'replaced';
    return stoppedRuns.has(run) ? 'stopped' : undefined;
  };
  const started = performance.now();
  try {
    const experiment = experiments[id];
    if (!experiment) throw new Error(`there is no experiment "${id}"`);
    const resources = await resourcesFor(experiment.needs, dataFolder);
    const { outcome, frame } = await runInSlices(experiment.run(values, resources), {
      post: (frame) => post({ type: 'frame', slot, run, frame }),
      now: () => performance.now(),
      interruption,
      pause,
    });
    post({ type: 'end', slot, run, outcome, frame, seconds: (performance.now() - started) / 1000 });
  } catch (error) {
    post({ type: 'error', slot, run, message: error instanceof Error ? error.message : String(error) });
  }
  stoppedRuns.delete(run);
}

/** Runs a lesson's cell as Node would: a fresh module whose `console.log` is its output. One cell per worker. */
async function runCell(path: string) {
  const lines: string[] = [];
  console.log = (...values: unknown[]) => lines.push(values.join(' '));
  try {
    const load = cells[path];
    if (!load) throw new Error(`there is no cell ${path}`);
    await load();
    post({ type: 'cell', output: lines.join('\n'), error: undefined });
  } catch (error) {
    post({ type: 'cell', output: lines.join('\n'), error: error instanceof Error ? error.message : String(error) });
  }
}

self.onmessage = ({ data }: MessageEvent<Request>) => {
  if (data.type === 'run') void run(data);
  else if (data.type === 'cell') void runCell(data.path);
  else stoppedRuns.add(newestRun.get(data.slot) ?? -1);
};
