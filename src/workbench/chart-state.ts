import { experiments } from '#experiments/index.ts';
import type { NamedRun } from '#experiments/named-runs.ts';
import { parseValues } from '#experiments/parse-parameters.ts';
import { resultOf } from '#lesson/results.ts';

/** A chart in a named state: what the gallery shows, what is photographed, and what accessibility is checked on. */
export interface ChartState {
  name: string;
  chart: string;
  runs: readonly { values: unknown; frame: unknown }[];
}

/** Results that stand in the project. */
export const committed = (...runs: NamedRun[]) => runs.map((run) => resultOf(run));

/** The last frame of a small run that is made on the spot, or an earlier one: `until` is the progress to stop at. */
export function computed(id: string, settings: Readonly<Record<string, string>>, until = 1) {
  const experiment = experiments[id];
  if (!experiment) throw new Error(`there is no experiment "${id}"`);
  const { values, notes } = parseValues(experiment.params, settings);
  if (notes.length > 0) throw new Error(`workbench: ${JSON.stringify(notes)}`);
  let frame: unknown;
  for (const current of experiment.run(values)) {
    frame = structuredClone(current);
    if (current.progress >= until) break;
  }
  return [{ values, frame }];
}
