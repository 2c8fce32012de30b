import type { Values } from '#experiments/parameters.ts';
import { activationHistogramsScript } from './activation-histograms.ts';
import { clippingScript } from './clipping.ts';
import { correlationScript } from './correlation.ts';
import { depthSweepScript } from './depth-sweep.ts';
import { gradientFlowScript } from './gradient-flow.ts';
import { normalizationScript } from './normalization.ts';
import { oneLayerScript } from './one-layer.ts';
import { pixelMomentsScript } from './pixel-moments.ts';
import { precisionScript } from './precision.ts';
import { symmetryScript } from './symmetry.ts';
import { trainDigitsScript } from './train-digits.ts';
import { trainToyScript } from './train-toy.ts';
import { varianceMapScript } from './variance-map.ts';
import { weightsScript } from './weights.ts';

/** Writes the program for one run of an experiment, all its values given. */
export type Writer = (values: Values) => string;

const rows = {
  'activation-histograms': activationHistogramsScript,
  clipping: clippingScript,
  correlation: correlationScript,
  'depth-sweep': depthSweepScript,
  'gradient-flow': gradientFlowScript,
  normalization: normalizationScript,
  'one-layer': oneLayerScript,
  'pixel-moments': pixelMomentsScript,
  precision: precisionScript,
  symmetry: symmetryScript,
  'train-digits': trainDigitsScript,
  'train-toy': trainToyScript,
  'variance-map': varianceMapScript,
  weights: weightsScript,
};

/**
 * For every experiment, by its id, a complete Python program that does the same in PyTorch: the same draws in the same order,
 * so the same weights bit for bit (PyTorch on an x86 CPU with AVX2), and the same results up to float32 rounding. The
 * programs for `tests/take-home.jsonl` have been run; see `scripts/run-take-home.py`.
 */
export const takeHome = rows as unknown as Readonly<Record<string, Writer>>;
