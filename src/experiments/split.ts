import type { Values } from './parameters.ts';

/**
 * How a run is cut into parts that are computed side by side, and put together again. The last frames of the parts, merged,
 * are the last frame of the uncut run, to the last bit; a test holds every split to that.
 */
// biome-ignore lint/suspicious/noExplicitAny: a registry holds splits of all kinds of settings and frames
export interface Split<V extends Values = any, Frame extends { progress: number } = any> {
  /** At most `most` settings, at least one. */
  parts(values: V, most: number): V[];
  /** The frame of the whole from the newest frames of the parts, in their order; some may be missing while it runs. */
  merge(frames: readonly Frame[], progress: number): Frame;
}

/** In how many chunks a table of rows x columns is cut, at most `most` in all, so that the largest is as small as can be. */
export function gridOf(rows: number, columns: number, most: number): { down: number; across: number } {
  let best = { down: 1, across: 1 };
  let smallest = rows * columns;
  for (let down = 1; down <= Math.min(rows, most); down++) {
    for (let across = 1; across <= Math.min(columns, Math.floor(most / down)); across++) {
      const largest = roundedUp(rows / down) * roundedUp(columns / across);
      if (largest < smallest) [best, smallest] = [{ down, across }, largest];
    }
  }
  return best;
}

const roundedUp = (x: number) => -Math.floor(-x);

/** Where `count` chunks of `length` things begin and end, as equal as can be. */
export function chunks(length: number, count: number): { first: number; end: number }[] {
  return Array.from({ length: count }, (_, i) => ({
    first: Math.floor((i * length) / count),
    end: Math.floor(((i + 1) * length) / count),
  }));
}
