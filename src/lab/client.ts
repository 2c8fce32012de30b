import type { Values } from '#experiments/parameters.ts';
import { splits } from '#experiments/splits.ts';
import { createPool, poolSize } from './pool.ts';
import type { AnyFrame, Reply, Request } from './protocol.ts';
import { createRuns, type RunEnd } from './runs.ts';

const startWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

const runs = createRuns(createPool(startWorker, poolSize(navigator.hardwareConcurrency)), splits);

const watchPage = () => runs.setHidden(document.visibilityState === 'hidden');
document.addEventListener('visibilitychange', watchPage);
watchPage();

/**
 * Runs an experiment in the page's workers. The newest run of a slot wins: an older one that still computes ends as
 * `replaced`. `onFrame` is called at most ten times a second while the run goes on, and not while the page is hidden.
 */
export function runExperiment(
  slot: string,
  experiment: string,
  values: Values,
  onFrame: (frame: AnyFrame) => void,
): Promise<RunEnd> {
  const site = new URL(import.meta.env.BASE_URL, location.origin).href;
  return runs.run({ slot, experiment, values, site }, onFrame);
}

/** Stops the run of a slot at once; its promise resolves with what was computed so far. */
export const stopExperiment = (slot: string): void => runs.stop(slot);

/** Runs a lesson's cell in a worker of its own, so that it starts as fresh as `node cell.ts` would. */
export function runCell(path: string): Promise<{ output: string; error: string | undefined }> {
  const cellWorker = startWorker();
  return new Promise<{ output: string; error: string | undefined }>((resolve, reject) => {
    cellWorker.onmessage = ({ data }: MessageEvent<Reply>) => data.type === 'cell' && resolve(data);
    cellWorker.onerror = (event) => reject(new Error(event.message || 'the worker could not be loaded'));
    cellWorker.postMessage({ type: 'cell', path } satisfies Request);
  }).finally(() => cellWorker.terminate());
}
