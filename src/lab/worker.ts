/// <reference lib="webworker" />
import { engine, experiments } from '#experiments/index.ts';
import type { Order, Reply, Request } from './protocol.ts';
import { resourceLoader } from './resource-loader.ts';
import { runInSlices } from './run-in-slices.ts';
import { type TestOfClaim, tryClaim } from './try-claim.ts';
import { createTurns, type Turn } from './turns.ts';

declare const self: DedicatedWorkerGlobalScope;

const cells = import.meta.glob('/content/lessons/*/cells/*.ts');
const claims = import.meta.glob<TestOfClaim>('/content/claims/*.ts', { import: 'default' });
const turns = createTurns();
const load = resourceLoader((address) => fetch(address));

const post = (reply: Reply) => self.postMessage(reply);
const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

const millisecondsBetweenReports = 100;

const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

/** Comes back after the messages that wait. A message to oneself does it; a timer would idle for 4 ms each time. */
const letMessagesIn = () =>
  new Promise<void>((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(undefined);
  });

async function run({ job, order }: Extract<Request, { type: 'run' }>) {
  const turn = turns.begin(job);
  try {
    // A stop is answered at once, even if other jobs have their turns before this one ends.
    const frame = (await Promise.race([compute(job, order, turn), turn.stop])) ?? undefined;
    post({ type: 'end', job, frame, engine: engine() });
  } catch (error) {
    post({ type: 'error', job, message: messageOf(error) });
  } finally {
    turn.end();
  }
}

async function compute(job: number, { experiment: id, values, site, ...pace }: Order, turn: Turn) {
  const experiment = experiments[id];
  if (!experiment) throw new Error(`there is no experiment "${id}"`);
  // A stop is heard while data are on their way; they go on loading, for the next run.
  const resources = await Promise.race([load(experiment.needs, site), turn.stop]);
  await turn.mayGoOn();
  if (turn.stopped()) return undefined;
  return runInSlices(experiment.run(values, resources ?? {}), {
    ...pace,
    post: (frame) => post({ type: 'frame', job, frame }),
    now: () => performance.now(),
    stopped: turn.stopped,
    pause: async () => {
      await letMessagesIn();
      await turn.mayGoOn();
    },
  });
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
    post({ type: 'cell', output: lines.join('\n'), error: messageOf(error) });
  }
}

/** Runs the test of a claim. One per worker: the page stops it by ending the worker. */
async function runClaim({ id, site }: Extract<Request, { type: 'claim' }>) {
  let lastPost = performance.now();
  try {
    const test = await claims[`/content/claims/${id}.ts`]?.();
    if (!test) throw new Error(`there is no claim ${id}`);
    const report = (share: number) => {
      if (performance.now() - lastPost < millisecondsBetweenReports) return;
      post({ type: 'claimProgress', share });
      lastPost = performance.now();
    };
    post({ type: 'claim', outcome: await tryClaim(test, (name) => load(name, site), report) });
  } catch (error) {
    post({ type: 'claimError', message: messageOf(error) });
  }
}

self.onmessage = ({ data }: MessageEvent<Request>) => {
  if (data.type === 'run') void run(data);
  else if (data.type === 'stop') turns.stop(data.job);
  else if (data.type === 'pause') turns.pause();
  else if (data.type === 'resume') turns.resume();
  else if (data.type === 'claim') void runClaim(data);
  else void runCell(data.path);
};
post({ type: 'ready' });
