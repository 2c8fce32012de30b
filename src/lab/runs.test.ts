import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Split } from '#experiments/split.ts';
import { fakeWorker } from '../../tests/fake-worker.ts';
import { createPool, type PoolWorker, poolSize } from './pool.ts';
import type { AnyFrame } from './protocol.ts';
import { createRuns } from './runs.ts';

interface Letters extends AnyFrame {
  letters: string;
}

/** An experiment of letters: each worker gets some of them. */
const lettersApart: Split<{ letters: string }, Letters> = {
  parts: ({ letters }, most) => [...letters].slice(0, most).map((letter) => ({ letters: letter })),
  merge: (frames, progress) => ({ progress, letters: frames.map(({ letters }) => letters).join('') }),
};

/** Runs in a pool of so many fake workers; all that were started are in `workers`, the newest last. */
function rig(size: number) {
  const workers: ReturnType<typeof fakeWorker<Letters>>[] = [];
  const startWorker = () => {
    const fake = fakeWorker<Letters>();
    workers.push(fake);
    return fake.worker as unknown as PoolWorker;
  };
  const runs = createRuns(createPool(startWorker, size), { letters: lettersApart });
  const shown: AnyFrame[] = [];
  const run = (letters: string, { slot = 'here', experiment = 'letters' } = {}) =>
    runs.run({ slot, experiment, values: { letters } as never, site: '/' }, (frame) => shown.push(frame));
  const worker = (i: number) => workers[i] as ReturnType<typeof fakeWorker<Letters>>;
  return { runs, run, shown, workers, worker, readyAll: () => workers.forEach((each) => void each.ready()) };
}

const lettersOf = (fake: ReturnType<typeof fakeWorker<Letters>>) =>
  fake.jobs().map(({ order }) => (order.values as unknown as { letters: string }).letters);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('parts of a run', () => {
  it('are computed side by side, each by a worker of its own, which starts when it is needed', async () => {
    const { run, workers, worker, readyAll } = rig(4);
    expect(workers).toHaveLength(0);
    const end = run('ab');
    expect(workers).toHaveLength(2);
    readyAll();
    expect(workers.map(lettersOf)).toEqual([['a'], ['b']]);
    worker(1).end({ progress: 1, letters: 'B' });
    worker(0).end({ progress: 1, letters: 'A' });
    expect(await end).toMatchObject({ outcome: 'done', frame: { progress: 1, letters: 'AB' }, engine: 'simd' });
  });

  it('share ten frames a second, one part after another', () => {
    const { run, workers, readyAll } = rig(4);
    void run('abcd');
    readyAll();
    const paces = workers.map((each) => each.jobs()[0]?.order);
    expect(paces.map((order) => order?.framesEvery)).toEqual([400, 400, 400, 400]);
    expect(paces.map((order) => order?.firstFrameAfter)).toEqual([100, 200, 300, 400]);
  });

  it('are shown merged, those that have come, with the mean of their progress, at most ten times a second', () => {
    const { run, worker, shown, readyAll } = rig(2);
    void run('ab');
    readyAll();
    worker(0).frame({ progress: 0.5, letters: 'a' });
    vi.advanceTimersByTime(1);
    worker(1).frame({ progress: 0.1, letters: 'b' });
    worker(1).frame({ progress: 0.25, letters: 'b' });
    vi.advanceTimersByTime(98);
    expect(shown).toEqual([{ progress: 0.25, letters: 'a' }]);
    vi.advanceTimersByTime(2);
    expect(shown).toEqual([
      { progress: 0.25, letters: 'a' },
      { progress: 0.375, letters: 'ab' },
    ]);
  });

  it('all end when one of them fails', async () => {
    const { run, worker, readyAll } = rig(2);
    const end = run('ab');
    readyAll();
    worker(1).fail('no data');
    await expect(end).rejects.toThrow('no data');
    expect(worker(0).got.at(-1)?.type).toBe('stop');
  });

  it('are one where the experiment cannot be split', () => {
    const { run, workers, readyAll } = rig(4);
    void run('abc', { experiment: 'other' });
    readyAll();
    expect(workers.map(lettersOf)).toEqual([['abc']]);
  });
});

describe('when all workers are busy', () => {
  it('a run of another slot goes to the one with the fewest jobs, and both come to their ends', async () => {
    const { run, workers, worker, readyAll } = rig(2);
    const [long, short] = [run('ab'), run('c', { slot: 'there' })];
    readyAll();
    expect(workers.map(lettersOf)).toEqual([['a', 'c'], ['b']]);
    const [a, c] = worker(0).jobs();
    worker(0).end({ progress: 1, letters: 'C' }, c?.job);
    expect((await short).frame).toEqual({ progress: 1, letters: 'C' });
    worker(0).end({ progress: 1, letters: 'A' }, a?.job);
    worker(1).end({ progress: 1, letters: 'B' });
    expect((await long).frame).toEqual({ progress: 1, letters: 'AB' });
    void run('d');
    expect(workers).toHaveLength(2);
  });
});

describe('a stop', () => {
  it('ends the run at once with the newest frames, before the worker has heard of it', async () => {
    const { run, runs, worker, shown, readyAll } = rig(2);
    const end = run('ab');
    readyAll();
    worker(0).frame({ progress: 0.5, letters: 'a' });
    runs.stop('here');
    expect(await end).toMatchObject({ outcome: 'stopped', frame: { progress: 0.25, letters: 'a' } });
    worker(0).frame({ progress: 0.6, letters: 'late' });
    vi.advanceTimersByTime(1000);
    expect(shown).toEqual([]);
  });

  it('leaves a worker that hears it within 100 ms at work', () => {
    const { run, runs, workers, worker, readyAll } = rig(1);
    void run('a');
    readyAll();
    runs.stop('here');
    vi.advanceTimersByTime(99);
    worker(0).end();
    vi.advanceTimersByTime(1000);
    expect(worker(0).worker.terminate).not.toHaveBeenCalled();
    void run('b');
    expect(lettersOf(worker(0))).toEqual(['a', 'b']);
    expect(workers).toHaveLength(1);
  });

  it('terminates a worker that does not hear it within 100 ms; another run begins again on its replacement', async () => {
    const { run, runs, workers, worker, shown, readyAll } = rig(1);
    void run('a');
    const other = run('b', { slot: 'there' });
    readyAll();
    worker(0).frame({ progress: 0.5, letters: 'b' });
    runs.stop('here');
    vi.advanceTimersByTime(101);
    expect(worker(0).worker.terminate).toHaveBeenCalledOnce();
    expect(workers).toHaveLength(2);
    worker(1).ready();
    expect(lettersOf(worker(1))).toEqual(['b']);
    shown.length = 0;
    worker(1).frame({ progress: 0.1, letters: 'what is known' });
    vi.advanceTimersByTime(1000);
    expect(shown).toEqual([]);
    worker(1).end({ progress: 1, letters: 'B' });
    expect(await other).toMatchObject({ outcome: 'done', frame: { letters: 'B' } });
  });

  it('terminates a worker whose last words, an error, no longer end the run that moved away from it', async () => {
    const { run, runs, worker, readyAll } = rig(1);
    void run('a');
    const other = run('b', { slot: 'there' });
    readyAll();
    runs.stop('here');
    vi.advanceTimersByTime(101);
    worker(1).ready();
    worker(0).crash();
    worker(1).end({ progress: 1, letters: 'B' });
    expect((await other).outcome).toBe('done');
  });

  it('of a run whose worker is still loading lets it load, and never sends it the run', async () => {
    const { run, runs, worker, readyAll } = rig(1);
    const end = run('a');
    runs.stop('here');
    expect(await end).toMatchObject({ outcome: 'stopped', frame: undefined });
    vi.advanceTimersByTime(1000);
    readyAll();
    expect(worker(0).got).toEqual([]);
    expect(worker(0).worker.terminate).not.toHaveBeenCalled();
  });

  it('means the run of its slot, and is no error where there is none', async () => {
    const { run, runs, worker, readyAll } = rig(2);
    const [here, there] = [run('a'), run('b', { slot: 'there' })];
    readyAll();
    runs.stop('here');
    runs.stop('here');
    runs.stop('nowhere');
    worker(1).end({ progress: 1, letters: 'B' });
    expect((await here).outcome).toBe('stopped');
    expect((await there).outcome).toBe('done');
  });
});

describe('the newest run of a slot', () => {
  it('replaces the one before, and is not stopped with it', async () => {
    const { run, worker, readyAll } = rig(2);
    const first = run('a');
    readyAll();
    worker(0).frame({ progress: 0.5, letters: 'a' });
    const second = run('b');
    worker(1).ready();
    expect(await first).toMatchObject({ outcome: 'replaced', frame: { letters: 'a' } });
    expect(worker(0).got.map(({ type }) => type)).toEqual(['run', 'stop']);
    worker(1).end({ progress: 1, letters: 'B' });
    expect((await second).outcome).toBe('done');
  });
});

describe('a crashed worker', () => {
  it('ends its run with what was computed, and its other parts; the next run gets a fresh worker', async () => {
    const { run, workers, worker, readyAll } = rig(2);
    const end = run('ab');
    readyAll();
    worker(0).frame({ progress: 0.5, letters: 'a' });
    worker(1).crash();
    expect(await end).toMatchObject({ outcome: 'crashed', frame: { progress: 0.25, letters: 'a' } });
    expect(worker(1).worker.terminate).toHaveBeenCalledOnce();
    expect(worker(0).got.at(-1)?.type).toBe('stop');
    worker(0).end();
    const next = run('cd');
    expect(workers).toHaveLength(3);
    worker(2).ready();
    worker(0).end({ progress: 1, letters: 'C' });
    worker(2).end({ progress: 1, letters: 'D' });
    expect(await next).toMatchObject({ outcome: 'done', frame: { letters: 'CD' } });
  });

  it('does nothing to the runs of other workers', async () => {
    const { run, worker, readyAll } = rig(2);
    const [here, there] = [run('a'), run('b', { slot: 'there' })];
    readyAll();
    worker(0).crash();
    worker(1).end({ progress: 1, letters: 'B' });
    expect([(await here).outcome, (await there).outcome]).toEqual(['crashed', 'done']);
  });

  it('ends all runs that shared it: nobody can tell which was the cause', async () => {
    const { run, workers, worker, readyAll } = rig(1);
    const runs = [run('a'), run('b', { slot: 'there' })];
    readyAll();
    worker(0).crash();
    expect((await Promise.all(runs)).map(({ outcome }) => outcome)).toEqual(['crashed', 'crashed']);
    expect(workers).toHaveLength(1);
  });

  it('that could not be loaded ends its run without a frame', async () => {
    const { run, worker } = rig(1);
    const end = run('a');
    worker(0).crash('Uncaught SyntaxError');
    expect(await end).toMatchObject({ outcome: 'crashed', frame: undefined, reason: 'Uncaught SyntaxError' });
  });
});

describe('a hidden page', () => {
  it('lets its workers pause, those that start meanwhile as well, and does not count the time', async () => {
    const { run, runs, worker, readyAll } = rig(1);
    const end = run('a');
    vi.advanceTimersByTime(1000);
    runs.setHidden(true);
    readyAll();
    runs.setHidden(true);
    expect(worker(0).got.map(({ type }) => type)).toEqual(['pause', 'run']);
    vi.advanceTimersByTime(60_000);
    runs.setHidden(false);
    expect(worker(0).got.at(-1)?.type).toBe('resume');
    vi.advanceTimersByTime(500);
    worker(0).end({ progress: 1, letters: 'A' });
    expect((await end).seconds).toBeCloseTo(1.5, 10);
  });

  it('that was hidden before a run began counts only from there', async () => {
    const { run, runs, worker, readyAll } = rig(1);
    runs.setHidden(true);
    vi.advanceTimersByTime(5000);
    const end = run('a');
    readyAll();
    vi.advanceTimersByTime(5000);
    runs.setHidden(false);
    vi.advanceTimersByTime(2000);
    worker(0).end({ progress: 1, letters: 'A' });
    expect((await end).seconds).toBeCloseTo(2, 10);
  });
});

it('a pool has as many workers as the machine has cores, from 1 to 4', () => {
  expect([undefined, Number.NaN, 0, 1, 2, 4, 64].map(poolSize)).toEqual([1, 1, 1, 1, 2, 4, 4]);
});
