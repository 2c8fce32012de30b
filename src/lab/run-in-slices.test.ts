import { expect, it } from 'vitest';
import { runInSlices } from './run-in-slices.ts';

/** A clock that a step of the generator moves on by `step` milliseconds. */
function rig({ step = 10, steps = 100, stopAfterPauses = Number.POSITIVE_INFINITY, every = 100, first = 100 } = {}) {
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
    framesEvery: every,
    firstFrameAfter: first,
    now: () => clock,
    post: (_: { progress: number }) => posted.push(clock),
    stopped: () => pauses >= stopAfterPauses,
    pause: async () => {
      pauses += 1;
    },
  };
  return { posted, run: () => runInSlices(frames(), slices), clock: () => clock };
}

it('posts at most ten frames a second and returns the last frame', async () => {
  const { posted, run } = rig();
  expect(await run()).toEqual({ progress: 1 });
  expect(posted).toEqual([100, 200, 300, 400, 500, 600, 700, 800, 900, 1000]);
});

it('posts the frames of the second of four parts when it is their turn: ten a second of all four', async () => {
  const { posted, run } = rig({ every: 400, first: 200 });
  await run();
  expect(posted).toEqual([200, 600, 1000]);
});

it('hears a stop at the first pause, well within 100 ms, and keeps the frame reached', async () => {
  const { run, clock } = rig({ steps: 1000, stopAfterPauses: 1 });
  expect((await run())?.progress).toBeCloseTo(0.003, 10);
  expect(clock()).toBeLessThanOrEqual(50);
});
