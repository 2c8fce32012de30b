import { formatPowerOfTen } from '#i18n/format.ts';

/** Values that a log axis can show. Zero, infinity and NaN are results too, but they have no place on it. */
export const onLogAxis = (value: number) => value > 0 && Number.isFinite(value);

/** The smallest power-of-ten interval that holds all values that a log axis can show, at least one decade wide. */
export function decades(values: readonly number[]): [number, number] {
  const exponents = values.filter(onLogAxis).map(Math.log10);
  if (exponents.length === 0) return [0.1, 10];
  const low = Math.floor(Math.min(...exponents) + 1e-9);
  const high = Math.max(low + 1, Math.ceil(Math.max(...exponents) - 1e-9));
  return [10 ** low, 10 ** high];
}

const niceSteps = [1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 25, 30, 40, 50, 60, 80, 100];

/** From one tick to the next, in decades: a number that a reader counts by, for at most `count` ticks. */
export function decadeStep(decades: number, count: number): number {
  const least = decades / count;
  return niceSteps.find((step) => step >= least) ?? Math.ceil(least);
}

/** Powers of ten for at most `count` ticks, evenly spaced. */
export function decadeTicks([low, high]: readonly [number, number], count = 6): number[] {
  const first = Math.round(Math.log10(low));
  const last = Math.round(Math.log10(high));
  const step = decadeStep(last - first, count);
  const ticks: number[] = [];
  for (let exponent = Math.ceil(first / step) * step; exponent <= last; exponent += step) ticks.push(10 ** exponent);
  return ticks;
}

/** Plot's options for a log axis over whole decades, with powers of ten as ticks. */
export function logAxis(domain: [number, number], label: string) {
  return { type: 'log' as const, domain, label, ticks: decadeTicks(domain), tickFormat: formatPowerOfTen };
}

/**
 * Vertical centers for labels that want to sit at `wanted` (in pixels) and are `heights` tall: without overlap, in the
 * same order, and with their centers, if not all of their lines, inside `[top, bottom]` where there is room.
 */
export function spreadLabels(
  wanted: readonly number[],
  heights: readonly number[],
  [top, bottom]: readonly [number, number],
): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const placed = [...wanted];
  const half = (index: number) => (heights[index] ?? 0) / 2;
  let edge = Number.NEGATIVE_INFINITY;
  for (const index of order) {
    placed[index] = Math.max(placed[index] ?? 0, edge + half(index), top);
    edge = (placed[index] ?? 0) + half(index);
  }
  edge = Number.POSITIVE_INFINITY;
  for (const index of order.reverse()) {
    placed[index] = Math.min(placed[index] ?? 0, edge - half(index), bottom);
    edge = (placed[index] ?? 0) - half(index);
  }
  return placed;
}
