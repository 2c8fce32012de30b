import { experiments } from '#experiments/index.ts';
import type { Values } from '#experiments/parameters.ts';
import { addressWith, readTyped, startingAt } from '#widgets/state.ts';
import { widgets } from '#widgets/widgets.ts';
import type { RunExercise } from './lesson.ts';
import { resultOf } from './results.ts';

/**
 * The link from an exercise to its widget on the same page. With settings it carries them in the address, where the
 * widget reads them and runs. @throws if the widget has no control for a setting, or would change its value
 */
export function widgetHref({ widget, set }: RunExercise): string {
  const row = widgets[widget];
  if (!row)
    throw new Error(`an exercise is about the widget "${widget}", which is not in components/widgets/widgets.ts`);
  const target = `#widget-${widget}`;
  if (!set) return target;
  const hidden = Object.keys(set).find((name) => !row.controls.includes(name));
  if (hidden !== undefined) throw new Error(`widget ${widget} has no control for "${hidden}", which an exercise sets`);
  const { params: declared } = experiments[row.experiment] ?? { params: {} };
  const params = startingAt(declared, resultOf(row.run).values as Values);
  const { values, notes } = readTyped(params, set);
  const [note] = notes;
  if (note)
    throw new Error(`an exercise sets ${note.key} of widget ${widget} to "${note.given}", which is ${note.code}`);
  return new URL(addressWith('https://page/', widget, params, values)).search + target;
}
