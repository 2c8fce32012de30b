import type { Values } from '#experiments/parameters.ts';
import type { AnyFrame, Outcome, Reply, Request } from './protocol.ts';

interface Listener {
  onFrame(frame: AnyFrame): void;
  onEnd(end: RunEnd): void;
  onError(error: Error): void;
}

/** How a run ended; `frame` holds what was computed until then. */
export interface RunEnd {
  outcome: Outcome;
  frame: AnyFrame | undefined;
  seconds: number;
}

const listeners = new Map<number, Listener>();
let worker: Worker | undefined;
let runs = 0;

const startWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

function receive(reply: Reply): void {
  if (reply.type === 'cell') return;
  const listener = listeners.get(reply.run);
  if (reply.type === 'frame') {
    listener?.onFrame(reply.frame);
    return;
  }
  listeners.delete(reply.run);
  if (reply.type === 'end') listener?.onEnd(reply);
  else listener?.onError(new Error(reply.message));
}

/** A worker that crashed is thrown away with its runs; the next run gets a fresh one. */
function abandon(reason: string): void {
  worker?.terminate();
  worker = undefined;
  for (const listener of listeners.values()) listener.onError(new Error(reason));
  listeners.clear();
}

function theWorker(): Worker {
  if (worker) return worker;
  worker = startWorker();
  worker.onmessage = ({ data }: MessageEvent<Reply>) => receive(data);
  worker.onerror = (event) => abandon(event.message || 'the worker could not be loaded');
  return worker;
}

const ask = (request: Request) => theWorker().postMessage(request);

/**
 * Runs an experiment in the page's one worker. The newest run of a slot wins: an older one that still computes ends as
 * `replaced`. `onFrame` is called at most ten times a second while the run goes on.
 */
export function runExperiment(
  slot: string,
  experiment: string,
  values: Values,
  onFrame: (frame: AnyFrame) => void,
): Promise<RunEnd> {
  runs += 1;
  const run = runs;
  const site = new URL(import.meta.env.BASE_URL, location.origin).href;
  return new Promise((onEnd, onError) => {
    listeners.set(run, { onFrame, onEnd, onError });
    ask({ type: 'run', slot, run, experiment, values, site });
  });
}

/** Stops the run of a slot; its promise resolves with what was computed so far. */
export function stopExperiment(slot: string): void {
  if (worker) ask({ type: 'stop', slot });
}

/** Runs a lesson's cell in a worker of its own, so that it starts as fresh as `node cell.ts` would. */
export function runCell(path: string): Promise<{ output: string; error: string | undefined }> {
  const cellWorker = startWorker();
  return new Promise<{ output: string; error: string | undefined }>((resolve, reject) => {
    cellWorker.onmessage = ({ data }: MessageEvent<Reply>) => data.type === 'cell' && resolve(data);
    cellWorker.onerror = (event) => reject(new Error(event.message || 'the worker could not be loaded'));
    cellWorker.postMessage({ type: 'cell', path } satisfies Request);
  }).finally(() => cellWorker.terminate());
}
