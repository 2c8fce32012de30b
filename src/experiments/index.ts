import { activationHistograms } from './activation-histograms.ts';
import { clipping } from './clipping.ts';
import { correlation } from './correlation.ts';
import { depthSweep } from './depth-sweep.ts';
import type { Experiment } from './experiment.ts';
import { gradientFlow } from './gradient-flow.ts';
import { normalization } from './normalization.ts';
import { oneLayer } from './one-layer.ts';
import { parity } from './parity.ts';
import { pixelMoments } from './pixel-moments.ts';
import { precision } from './precision.ts';
import { symmetry } from './symmetry.ts';
import { trainDigits } from './train-digits.ts';
import { trainToy } from './train-toy.ts';
import { varianceMap } from './variance-map.ts';
import { weights } from './weights.ts';

/** All experiments by id; the worker, the command line and the named runs find them here. */
export const experiments: Readonly<Record<string, Experiment>> = {
  [activationHistograms.id]: activationHistograms as unknown as Experiment,
  [clipping.id]: clipping as unknown as Experiment,
  [correlation.id]: correlation as unknown as Experiment,
  [depthSweep.id]: depthSweep,
  [normalization.id]: normalization as unknown as Experiment,
  [gradientFlow.id]: gradientFlow as unknown as Experiment,
  [oneLayer.id]: oneLayer,
  [parity.id]: parity as unknown as Experiment,
  [pixelMoments.id]: pixelMoments as unknown as Experiment,
  [symmetry.id]: symmetry as unknown as Experiment,
  [precision.id]: precision as unknown as Experiment,
  [trainDigits.id]: trainDigits,
  [trainToy.id]: trainToy as unknown as Experiment,
  [varianceMap.id]: varianceMap as unknown as Experiment,
  [weights.id]: weights as unknown as Experiment,
};

/** What computes them: WebAssembly with SIMD, or the plain twin. */
export { engine } from '#kernels/simd.ts';
