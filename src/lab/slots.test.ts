import { expect, it } from 'vitest';
import { createSlots } from './slots.ts';

it('stops the newest run of a slot and no other slot’s', async () => {
  const slots = createSlots();
  const [here, there] = [slots.begin('here'), slots.begin('there')];
  slots.stop('here');
  await here.interrupted;
  expect([here.interruption(), there.interruption()]).toEqual(['stopped', undefined]);
});

it('lets a new run of a slot replace the one before, and does not stop it with the one before', async () => {
  const slots = createSlots();
  const first = slots.begin('here');
  const second = slots.begin('here');
  await first.interrupted;
  expect([first.interruption(), second.interruption()]).toEqual(['replaced', undefined]);
});

it('keeps the first reason: a stopped run that is then replaced was stopped', () => {
  const slots = createSlots();
  const first = slots.begin('here');
  slots.stop('here');
  slots.begin('here');
  expect(first.interruption()).toBe('stopped');
});

it('takes a stop of a slot without a run for no error', () => {
  expect(() => createSlots().stop('nowhere')).not.toThrow();
});
