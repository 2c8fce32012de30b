import { expect, it } from 'vitest';
import { createTurns } from './turns.ts';

/** Whether a promise is resolved by now. */
const isResolved = (promise: Promise<void>) =>
  Promise.race([promise.then(() => true), new Promise((resolve) => setTimeout(() => resolve(false)))]);

it('stops the job it names and no other', async () => {
  const turns = createTurns();
  const [one, other] = [turns.begin(1), turns.begin(2)];
  turns.stop(1);
  await one.stop;
  expect([one.stopped(), other.stopped()]).toEqual([true, false]);
  expect(await isResolved(other.stop)).toBe(false);
});

it('lets no job go on in a pause, neither one that runs nor one that begins in it, until it is resumed', async () => {
  const turns = createTurns();
  const before = turns.begin(1);
  expect(await isResolved(before.mayGoOn())).toBe(true);
  turns.pause();
  turns.pause();
  const waiting = [before, turns.begin(2)].map((turn) => turn.mayGoOn());
  expect(await Promise.all(waiting.map(isResolved))).toEqual([false, false]);
  turns.resume();
  expect(await Promise.all(waiting.map(isResolved))).toEqual([true, true]);
  expect(await isResolved(before.mayGoOn())).toBe(true);
});

it('lets a stopped job out of a pause, so that it can end', async () => {
  const turns = createTurns();
  const turn = turns.begin(1);
  turns.pause();
  turns.stop(1);
  expect(await isResolved(turn.mayGoOn())).toBe(true);
  expect(turn.stopped()).toBe(true);
});

it('takes a stop of a job that has ended, and a resume without a pause, for no error', () => {
  const turns = createTurns();
  turns.begin(1).end();
  expect(() => turns.stop(1)).not.toThrow();
  expect(() => turns.resume()).not.toThrow();
});
