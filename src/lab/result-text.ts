import { encodeFrame } from '#experiments/frame-json.ts';
import type { Values } from '#experiments/parameters.ts';

/**
 * A result as a file: JSON with the experiment, its values and its frame, every number exact (see `frame-json.ts`). It says
 * nothing of browser, engine or time, so that the same run gives the same file everywhere: `results/<name>.json`, too.
 */
export const resultText = (experiment: string, values: Values, frame: unknown): string =>
  `${encodeFrame({ experiment, values, frame })}\n`;
