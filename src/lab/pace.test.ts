import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPace } from './pace.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Offers something every 10 ms; when it is shown within two seconds, where each showing blocks for `cost` ms. */
function shownWithin2Seconds(cost: number): number[] {
  const shown: number[] = [];
  let blocked = 0;
  let passed = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => passed + blocked);
  const pace = createPace(() => {
    shown.push(performance.now());
    blocked += cost;
  });
  for (; passed + blocked < 2000; passed += 1) {
    if (passed % 10 === 0) pace.offer();
    vi.advanceTimersByTime(1);
  }
  clock.mockRestore();
  return shown;
}

const gaps = (times: number[]) => times.slice(1).map((time, i) => time - (times[i] as number));

it('shows at once, then ten times a second', () => {
  const shown = shownWithin2Seconds(0);
  expect(shown[0]).toBeLessThanOrEqual(10);
  expect(Math.min(...gaps(shown))).toBeGreaterThan(98);
  expect(Math.max(...gaps(shown))).toBeLessThanOrEqual(120);
});

it('shows less often where showing takes long, so that it takes no more than a third of the time', () => {
  const shown = shownWithin2Seconds(100);
  expect(shown.length).toBeGreaterThan(4);
  expect(Math.min(...gaps(shown))).toBeGreaterThan(298);
});

it('shows nothing without an offer, and nothing after it is cancelled', () => {
  const show = vi.fn();
  const pace = createPace(show);
  vi.advanceTimersByTime(500);
  pace.offer();
  pace.cancel();
  vi.advanceTimersByTime(500);
  expect(show).not.toHaveBeenCalled();
});
