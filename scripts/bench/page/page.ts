import type { Order, Report } from './worker.ts';

/** What the script that drives the page calls, and what it offers the page. */
declare global {
  interface Window {
    runBench(order: Order): Promise<Report>;
    printLine(text: string): void;
  }
}

/** Runs the benchmark in a worker, as experiments do. */
window.runBench = (order) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.onerror = (event) => reject(new Error(event.message || 'the worker could not be loaded'));
    worker.onmessage = ({ data }: MessageEvent<Report | string>) => {
      if (typeof data === 'string') window.printLine(data);
      else resolve(data);
    };
    worker.postMessage(order);
  });
