import { chart as activationHistograms } from './activation-histograms.ts';
import { chart as bandWidth } from './band-width.ts';
import type { Chart } from './chart.ts';
import { chart as clipping } from './clipping.ts';
import { chart as correlation } from './correlation.ts';
import { chart as depthCompare } from './depth-compare.ts';
import { chart as depthSweep } from './depth-sweep.ts';
import { chart as gradientFlow } from './gradient-flow.ts';
import { chart as learningRates } from './learning-rates.ts';
import { chart as normalization } from './normalization.ts';
import { chart as oneLayer } from './one-layer.ts';
import { chart as precision } from './precision.ts';
import { chart as symmetry } from './symmetry.ts';
import { chart as trainDigits } from './train-digits.ts';
import { chart as trainToy } from './train-toy.ts';
import { chart as varianceMap } from './variance-map.ts';
import { chart as weights } from './weights.ts';

/** All charts by id, for the build; a widget on the page loads only its own. */
export const charts: Readonly<Record<string, Chart<never>>> = {
  'activation-histograms': activationHistograms,
  clipping,
  normalization,
  'train-toy': trainToy,
  correlation,
  'depth-sweep': depthSweep,
  'depth-compare': depthCompare,
  'band-width': bandWidth,
  'gradient-flow': gradientFlow,
  'one-layer': oneLayer,
  precision,
  'train-digits': trainDigits,
  'learning-rates': learningRates,
  symmetry,
  'variance-map': varianceMap,
  weights,
};
