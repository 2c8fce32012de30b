import type { Values } from '#experiments/parameters.ts';
import type { Split } from '#experiments/split.ts';
import { createPace } from './pace.ts';
import type { Pool } from './pool.ts';
import type { AnyFrame, Engine, Order } from './protocol.ts';

/** How a run ended; `frame` holds what was computed until then. */
export interface RunEnd {
  outcome: 'done' | 'stopped' | 'replaced' | 'crashed';
  frame: AnyFrame | undefined;
  /** Without the time in which the page was hidden. */
  seconds: number;
  /** Why it crashed, as far as the browser tells. */
  reason?: string;
  /** What computed it, once it is done. */
  engine?: Engine;
}

/** What runs: an experiment with its settings, for a place on the page that shows one run at a time. */
export interface RunOrder extends Pick<Order, 'experiment' | 'values' | 'site'> {
  slot: string;
}

const framesPerSecond = 10;
const asOnePart: Split<Values, AnyFrame> = {
  parts: (values) => [values],
  merge: ([frame]) => frame as AnyFrame,
};

/**
 * Runs of experiments, in as many parts side by side as the pool has workers, where the experiment can be split. The newest
 * run of a slot wins: an older one ends as `replaced`. A stop ends a run at once, with the newest frames that have come.
 */
export function createRuns(pool: Pool, splits: Readonly<Record<string, Split>>) {
  const current = new Map<string, (outcome: RunEnd['outcome']) => void>();
  let hiddenSince: number | undefined;
  let hiddenTime = 0;
  const awakeTime = () => (hiddenSince ?? performance.now()) - hiddenTime;

  function run({ slot, ...order }: RunOrder, onFrame: (frame: AnyFrame) => void): Promise<RunEnd> {
    current.get(slot)?.('replaced');
    const started = awakeTime();
    return new Promise((resolve, reject) => {
      const parts = runParts(pool, splits[order.experiment] ?? asOnePart, order, {
        onFrame,
        onDone: (engine) => finish('done', { engine }),
        onCrash: (reason) => finish('crashed', { reason }),
        onError: (message) => {
          leave();
          reject(new Error(message));
        },
      });
      const end = (outcome: RunEnd['outcome']) => finish(outcome);
      current.set(slot, end);

      function leave() {
        parts.stop();
        if (current.get(slot) === end) current.delete(slot);
      }

      function finish(outcome: RunEnd['outcome'], more: Pick<RunEnd, 'engine' | 'reason'> = {}) {
        leave();
        const seconds = (awakeTime() - started) / 1000;
        resolve({ outcome, frame: parts.frame(), seconds, ...more });
      }
    });
  }

  return {
    run,
    stop: (slot: string): void => current.get(slot)?.('stopped'),
    /** Nothing is computed while the page is hidden. */
    setHidden(hidden: boolean): void {
      if (hidden === (hiddenSince !== undefined)) return;
      if (hiddenSince !== undefined) hiddenTime += performance.now() - hiddenSince;
      hiddenSince = hidden ? performance.now() : undefined;
      pool.pause(hidden);
    },
  };
}

interface PartsListener {
  onFrame(frame: AnyFrame): void;
  onDone(engine: Engine): void;
  onCrash(reason: string): void;
  onError(message: string): void;
}

/** The parts of one run on their way, and the newest frame of the whole. */
function runParts(pool: Pool, split: Split, order: Omit<RunOrder, 'slot'>, listener: PartsListener) {
  const parts = split.parts(order.values, pool.size);
  const frames = new Array<AnyFrame | undefined>(parts.length).fill(undefined);
  let running = parts.length;
  const pace = createPace(() => listener.onFrame(merged() as AnyFrame));

  function merged(): AnyFrame | undefined {
    const come = frames.filter((frame) => frame !== undefined);
    const progress = come.reduce((sum, frame) => sum + frame.progress, 0) / parts.length;
    return come.length > 0 ? split.merge(come, progress) : undefined;
  }

  // Each part sends its share of ten frames a second, one after another.
  const interval = 1000 / framesPerSecond;
  const stops = parts.map((values, part) =>
    pool.start(
      { ...order, values, framesEvery: interval * parts.length, firstFrameAfter: interval * (part + 1) },
      {
        onFrame(frame) {
          // A part that had to begin again repeats what is known.
          if (frame.progress < (frames[part]?.progress ?? 0)) return;
          frames[part] = frame;
          pace.offer();
        },
        onEnd(frame, engine) {
          frames[part] = frame;
          running -= 1;
          if (running === 0) listener.onDone(engine);
          else pace.offer();
        },
        onCrash: listener.onCrash,
        onError: listener.onError,
      },
    ),
  );
  return {
    frame: merged,
    stop() {
      pace.cancel();
      for (const stop of stops) stop();
    },
  };
}
