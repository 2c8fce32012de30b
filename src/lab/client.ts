import type { Values } from '#experiments/parameters.ts';
import { splits } from '#experiments/splits.ts';
import { createPool, poolSize } from './pool.ts';
import type { AnyFrame, Reply, Request } from './protocol.ts';
import { createRuns, type RunEnd } from './runs.ts';
import type { ClaimOutcome } from './try-claim.ts';

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
  return runs.run({ slot, experiment, values, site: siteAddress() }, onFrame);
}

const siteAddress = () => new URL(import.meta.env.BASE_URL, location.origin).href;

/** Stops the run of a slot at once; its promise resolves with what was computed so far. */
export const stopExperiment = (slot: string): void => runs.stop(slot);

/**
 * Runs a lesson's cell in a worker of its own, so that it starts as fresh as `node cell.ts` would.
 *
 * @throws an Error if the worker cannot be loaded, without a message where the browser gives no reason
 */
export function runCell(path: string): Promise<{ output: string; error: string | undefined }> {
  const cellWorker = startWorker();
  return new Promise<{ output: string; error: string | undefined }>((resolve, reject) => {
    cellWorker.onmessage = ({ data }: MessageEvent<Reply>) => data.type === 'cell' && resolve(data);
    cellWorker.onerror = (event) => reject(new Error(event.message));
    cellWorker.postMessage({ type: 'cell', path } satisfies Request);
  }).finally(() => cellWorker.terminate());
}

/**
 * Runs the test of a claim in a worker of its own. `onProgress` hears the share of its runs that is done, at most ten times a
 * second; aborting ends it at once, with undefined.
 *
 * @throws an Error if the test cannot be run, without a message where the browser gives no reason
 */
export function runClaim(
  id: string,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<ClaimOutcome | undefined> {
  const worker = startWorker();
  return new Promise<ClaimOutcome | undefined>((resolve, reject) => {
    signal.addEventListener('abort', () => resolve(undefined));
    if (signal.aborted) resolve(undefined); // before the client was loaded
    worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      if (data.type === 'claimProgress') onProgress(data.share);
      else if (data.type === 'claim') resolve(data.outcome);
      else if (data.type === 'claimError') reject(new Error(data.message));
    };
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage({ type: 'claim', id, site: siteAddress() } satisfies Request);
  }).finally(() => worker.terminate());
}
