import { depthSweep } from './depth-sweep.ts';
import type { Experiment } from './experiment.ts';
import { oneLayer } from './one-layer.ts';
import { parity } from './parity.ts';
import { pixelMoments } from './pixel-moments.ts';
import { trainDigits } from './train-digits.ts';
import { weights } from './weights.ts';

/** All experiments by id; the worker, the command line and the named runs find them here. */
export const experiments: Readonly<Record<string, Experiment>> = {
  [depthSweep.id]: depthSweep,
  [oneLayer.id]: oneLayer,
  [parity.id]: parity as unknown as Experiment,
  [pixelMoments.id]: pixelMoments as unknown as Experiment,
  [trainDigits.id]: trainDigits,
  [weights.id]: weights as unknown as Experiment,
};
