import type { AnyFrame } from './protocol.ts';

/** How long the worker computes before it looks for messages; a stop is heard within this time plus one step. */
const millisecondsPerSlice = 25;

export interface Slices {
  /** Milliseconds between two frames that leave; more than ten a second only cost time. */
  framesEvery: number;
  firstFrameAfter: number;
  post(frame: AnyFrame): void;
  /** Whether the run should end now. */
  stopped(): boolean;
  now(): number;
  /** Lets waiting messages in. */
  pause(): Promise<void>;
}

/** Runs a generator of frames in slices, so that progress goes out and a stop comes in while it computes; its last frame. */
export async function runInSlices(frames: Iterable<AnyFrame>, slices: Slices): Promise<AnyFrame | undefined> {
  let lastPause = slices.now();
  let nextPost = lastPause + slices.firstFrameAfter;
  let latest: AnyFrame | undefined;
  for (const frame of frames) {
    latest = frame;
    const now = slices.now();
    if (now >= nextPost) {
      slices.post(frame);
      nextPost = now + slices.framesEvery;
    }
    if (now - lastPause < millisecondsPerSlice) continue;
    await slices.pause();
    lastPause = slices.now();
    if (slices.stopped()) return latest;
  }
  return latest;
}
