import type { Values } from '#experiments/parameters.ts';
import type { ClaimOutcome } from './try-claim.ts';

/** What a worker is to compute: a run, or one part of it, and when its frames are to leave. */
export interface Order {
  experiment: string;
  values: Values;
  /** The address under which the static files lie. */
  site: string;
  /** At least so many milliseconds lie between two frames; the first leaves after `firstFrameAfter`. */
  framesEvery: number;
  firstFrameAfter: number;
}

/** What a page asks of a worker. A job is one order on its way. */
export type Request =
  | { type: 'run'; job: number; order: Order }
  | { type: 'stop'; job: number }
  | { type: 'pause' }
  | { type: 'resume' }
  | { type: 'cell'; path: string }
  | { type: 'claim'; id: string; site: string };

/** A frame as it arrives on the page; its exact shape is known to the chart that draws it. */
export interface AnyFrame {
  progress: number;
}

/** What computes: WebAssembly with SIMD, or plain TypeScript with the same bits. */
export type Engine = 'simd' | 'plain';

/** What a worker answers; `ready` as soon as it listens. */
export type Reply =
  | { type: 'ready' }
  | { type: 'frame'; job: number; frame: AnyFrame }
  | { type: 'end'; job: number; frame: AnyFrame | undefined; engine: Engine }
  | { type: 'error'; job: number; message: string }
  | { type: 'cell'; output: string; error: string | undefined }
  | { type: 'claimProgress'; share: number }
  | { type: 'claim'; outcome: ClaimOutcome }
  | { type: 'claimError'; message: string };
