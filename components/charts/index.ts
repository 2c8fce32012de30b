import { chart as bandWidth } from './band-width.ts';
import type { Chart } from './chart.ts';
import { chart as depthCompare } from './depth-compare.ts';
import { chart as depthSweep } from './depth-sweep.ts';
import { chart as learningRates } from './learning-rates.ts';
import { chart as oneLayer } from './one-layer.ts';
import { chart as trainDigits } from './train-digits.ts';
import { chart as weights } from './weights.ts';

/** All charts by id, for the build; a widget on the page loads only its own. */
export const charts: Readonly<Record<string, Chart<never>>> = {
  'depth-sweep': depthSweep,
  'depth-compare': depthCompare,
  'band-width': bandWidth,
  'one-layer': oneLayer,
  'train-digits': trainDigits,
  'learning-rates': learningRates,
  weights,
};
