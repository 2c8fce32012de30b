import type { Parameters, Values } from './parameters.ts';
import type { Resources } from './resources.ts';

/**
 * One experiment answers one question. `run` yields its frame again and again as it grows, often enough that a caller
 * can stop it within 50 ms; the frame is a live view, so a caller that keeps one copies it. The last frame is the result.
 */
export interface Experiment<
  P extends Parameters = Parameters,
  Frame extends { progress: number } = { progress: number },
> {
  id: string;
  params: P;
  needs?: keyof Resources;
  run(values: Values<P>, resources?: Partial<Resources>): Generator<Frame, void, void>;
}
