/// <reference lib="webworker" />
import { experiments } from '#experiments/index.ts';
import type { AnyFrame, Outcome, Reply, Request } from './protocol.ts';
import { resourceLoader } from './resource-loader.ts';
import { runInSlices } from './run-in-slices.ts';
import { createSlots } from './slots.ts';

declare const self: DedicatedWorkerGlobalScope;

const cells = import.meta.glob('/content/lessons/*/cells/*.ts');
const slots = createSlots();
const load = resourceLoader((address) => fetch(address));

const post = (reply: Reply) => self.postMessage(reply);
const pause = () => new Promise<void>((resolve) => setTimeout(resolve));

async function run({ slot, run, experiment: id, values, site }: Extract<Request, { type: 'run' }>) {
  const { interruption, interrupted } = slots.begin(slot);
  const started = performance.now();
  const end = (outcome: Outcome, frame?: AnyFrame) =>
    post({ type: 'end', slot, run, outcome, frame, seconds: (performance.now() - started) / 1000 });
  try {
    const experiment = experiments[id];
    if (!experiment) throw new Error(`there is no experiment "${id}"`);
    // A stop is heard while data are on their way; they go on loading, for the next run.
    const resources = await Promise.race([load(experiment.needs, site), interrupted]);
    const reason = interruption();
    if (reason) return end(reason);
    const { outcome, frame } = await runInSlices(experiment.run(values, resources ?? {}), {
      post: (frame) => post({ type: 'frame', slot, run, frame }),
      now: () => performance.now(),
      interruption,
      pause,
    });
    end(outcome, frame);
  } catch (error) {
    post({ type: 'error', slot, run, message: error instanceof Error ? error.message : String(error) });
  }
}

/** Runs a lesson's cell as Node would: a fresh module whose `console.log` is its output. One cell per worker. */
async function runCell(path: string) {
  const lines: string[] = [];
  console.log = (...values: unknown[]) => lines.push(values.join(' '));
  try {
    const loadCell = cells[path];
    if (!loadCell) throw new Error(`there is no cell ${path}`);
    await loadCell();
    post({ type: 'cell', output: lines.join('\n'), error: undefined });
  } catch (error) {
    post({ type: 'cell', output: lines.join('\n'), error: error instanceof Error ? error.message : String(error) });
  }
}

self.onmessage = ({ data }: MessageEvent<Request>) => {
  if (data.type === 'run') void run(data);
  else if (data.type === 'cell') void runCell(data.path);
  else slots.stop(data.slot);
};
