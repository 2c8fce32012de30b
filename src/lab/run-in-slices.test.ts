import { expect, it } from 'vitest';
import { runInSlices } from './run-in-slices.ts';

/** A clock that a step of the generator moves on by `step` milliseconds. */
function rig(step: number, steps: number, interruptAfterPauses = Number.POSITIVE_INFINITY) {
  let clock = 0;
  let pauses = 0;
  const posted: number[] = [];
  function* frames() {
    for (let i = 1; i <= steps; i++) {
      clock += step;
      yield { progress: i / steps };
    }
  }
  const slices = {
    now: () => clock,
    post: (frame: { progress: number }) => posted.push(frame.progress),
    interruption: () => (pauses >= interruptAfterPauses ? ('stopped' as const) : undefined),
    pause: async () => {
      pauses += 1;
    },
  };
  return { posted, run: () => runInSlices(frames(), slices), clock: () => clock };
}

it('posts at most ten frames a second and returns the last frame', async () => {
  const { posted, run } = rig(10, 100);
  expect(await run()).toEqual({ outcome: 'done', frame: { progress: 1 } });
  expect(posted).toHaveLength(10);
});

it('hears a stop at the first pause, well within 100 ms, and keeps the frame reached', async () => {
  const { run, clock } = rig(10, 1000, 1);
  const { outcome, frame } = await run();
  expect(outcome).toBe('stopped');
  expect(frame?.progress).toBeCloseTo(0.003, 10);
  expect(clock()).toBeLessThanOrEqual(50);
});
