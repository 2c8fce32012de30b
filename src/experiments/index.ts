import { depthSweep } from './depth-sweep.ts';
import type { Experiment } from './experiment.ts';
import { oneLayer } from './one-layer.ts';
import { pixelMoments } from './pixel-moments.ts';
import { trainDigits } from './train-digits.ts';

/** All experiments by id; the worker, the command line and the named runs find them here. */
export const experiments: Readonly<Record<string, Experiment>> = {
  [depthSweep.id]: depthSweep,
  [oneLayer.id]: oneLayer,
  [pixelMoments.id]: pixelMoments as unknown as Experiment,
  [trainDigits.id]: trainDigits,
};
