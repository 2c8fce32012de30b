import type { Values } from '#experiments/parameters.ts';

/**
 * What a page asks of the worker. A slot is one place on the page that shows one run at a time; `site` is the address under
 * which the static files lie.
 */
export type Request =
  | { type: 'run'; slot: string; run: number; experiment: string; values: Values; site: string }
  | { type: 'stop'; slot: string }
  | { type: 'cell'; path: string };

/** A frame as it arrives on the page; its exact shape is known to the chart that draws it. */
export interface AnyFrame {
  progress: number;
}

export type Outcome = 'done' | 'stopped' | 'replaced';

/** What the worker answers. */
export type Reply =
  | { type: 'frame'; slot: string; run: number; frame: AnyFrame }
  | { type: 'end'; slot: string; run: number; outcome: Outcome; frame: AnyFrame | undefined; seconds: number }
  | { type: 'error'; slot: string; run: number; message: string }
  | { type: 'cell'; output: string; error: string | undefined };
