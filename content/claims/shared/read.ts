import type { DepthSweepFrame } from '#experiments/depth-sweep.ts';
import type { GradientFlowFrame } from '#experiments/gradient-flow.ts';
import type { NamedRun } from '#experiments/named-runs.ts';
import type { TrainDigitsFrame } from '#experiments/train-digits.ts';
import type { Results } from '#lesson/lesson.ts';

// What claims read from named runs.

const at = (values: readonly number[], index: number): number => values.at(index) ?? Number.NaN;

/** Second moment of the pre-activations of a layer, with the seed of the run; layer -1 is the last one. */
export const momentOf = (results: Results, run: NamedRun, layer: number) =>
  at(results<DepthSweepFrame>(run).measured, layer);

/** The same in the last layer over that of the input: of the run's seed, or a quantile of its seeds, or the theory. */
export function growthOf(results: Results, run: NamedRun, of: 'measured' | 'low' | 'median' | 'high' | 'theory') {
  const frame = results<DepthSweepFrame>(run);
  return at(frame[of], -1) / at(frame.measured, 0);
}

/** Norm of the weight gradient in layer 1 over that in the last layer. */
export const gradientRatio = (results: Results, run: NamedRun) =>
  results<GradientFlowFrame>(run).ratio?.measured ?? Number.NaN;

/** Size (root of the second moment) of the error signal in layer 1 over that in the last layer. */
export function signalRatio(results: Results, run: NamedRun) {
  const { deltaMoment } = results<GradientFlowFrame>(run);
  return Math.sqrt(at(deltaMoment, -1) / at(deltaMoment, 0));
}

/** The networks that a run trained from a start, one per seed. */
function networksOf(results: Results, run: NamedRun, start: string) {
  const curve = results<TrainDigitsFrame>(run).curves.find((entry) => entry.start === start);
  if (!curve) throw new Error(`the run ${run} has no start ${start}`);
  return curve.members;
}

/** Test accuracy after the last step, averaged over the seeds. */
export function accuracyOf(results: Results, run: NamedRun, start: string) {
  const reached = networksOf(results, run, start).map(({ accuracy }) => at(accuracy, -1));
  return reached.reduce((sum, value) => sum + value, 0) / reached.length;
}

/** The loss on the first training batch, before any update, averaged over the seeds. */
export function firstLossOf(results: Results, run: NamedRun, start: string) {
  const first = networksOf(results, run, start).map(({ loss }) => at(loss, 0));
  return first.reduce((sum, value) => sum + value, 0) / first.length;
}

/** The mean loss on the last twenty training batches, averaged over the seeds: a single batch is noisy. */
export function lastLossOf(results: Results, run: NamedRun, start: string) {
  const late = networksOf(results, run, start).flatMap(({ loss }) => loss.slice(-20));
  return late.reduce((sum, value) => sum + value, 0) / late.length;
}
