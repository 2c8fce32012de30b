import type { AnyFrame, Outcome } from './protocol.ts';

/** Frames reach the page at most ten times a second: more than that only costs time. */
const millisecondsPerFrame = 100;
/** How long the worker computes before it looks for messages; a stop is heard within this time plus one step. */
const millisecondsPerSlice = 25;

export interface Slices {
  post(frame: AnyFrame): void;
  /** Why the run should end now, if it should. */
  interruption(): Exclude<Outcome, 'done'> | undefined;
  now(): number;
  /** Lets waiting messages in. */
  pause(): Promise<void>;
}

/** Runs a generator of frames in slices, so that progress goes out and a stop comes in while it computes. */
export async function runInSlices(frames: Iterable<AnyFrame>, slices: Slices) {
  let lastPost = slices.now();
  let lastPause = lastPost;
  let latest: AnyFrame | undefined;
  for (const frame of frames) {
    latest = frame;
    const now = slices.now();
    if (now - lastPost >= millisecondsPerFrame) {
      slices.post(frame);
      lastPost = now;
    }
    if (now - lastPause < millisecondsPerSlice) continue;
    await slices.pause();
    lastPause = slices.now();
    const interruption = slices.interruption();
    if (interruption) return { outcome: interruption, frame: latest };
  }
  return { outcome: 'done' as const, frame: latest };
}
