import type { NamedRun } from '#experiments/named-runs.ts';
import type { Answer } from '../engine.ts';

/** What the program that drives the page calls. */
declare global {
  interface Window {
    computeRun(name: NamedRun): Promise<Answer>;
  }
}

/** Computes a named run in a fresh worker, as experiments run in one. */
window.computeRun = (name) =>
  new Promise<Answer>((resolve) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    const end = (answer: Answer) => {
      worker.terminate();
      resolve(answer);
    };
    worker.onerror = (event) => end({ error: event.message || 'the worker could not be loaded' });
    worker.onmessage = ({ data }: MessageEvent<Answer>) => end(data);
    worker.postMessage(name);
  });
