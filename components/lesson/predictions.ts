import type { Lesson, LessonPrediction } from './lesson.ts';

/** What a prediction covers: a figure, a widget or the output of a cell of its lesson. */
export interface Target {
  kind: 'figure' | 'widget' | 'cell';
  id: string;
  /** The id of its element on the page. */
  element: string;
}

/** What a prediction covers, if it covers something. @throws if the lesson has no figure or widget of that name, or both */
export function targetOf({ slug, figures, widgets }: Lesson, { for: id }: LessonPrediction): Target | undefined {
  if (id === undefined) return undefined;
  if (typeof id === 'object') return { kind: 'cell', id: id.cell, element: `cell-${id.cell}` };
  const kinds = [id in figures ? 'figure' : [], widgets.includes(id) ? 'widget' : []].flat() as Target['kind'][];
  const [kind] = kinds;
  if (!kind) throw new Error(`lesson ${slug}: a prediction is for "${id}", which is no figure and no widget of it`);
  if (kinds.length > 1) throw new Error(`lesson ${slug}: a prediction is for "${id}", a figure and a widget`);
  return { kind, id, element: `${kind}-${id}` };
}

/** The prediction that covers a figure, a widget or a cell until it has been answered. @throws if there are two of them */
export function coverOf(
  lesson: Lesson | undefined,
  kind: Target['kind'],
  id: string,
): { id: string; prediction: LessonPrediction } | undefined {
  if (!lesson) return undefined;
  const found = Object.entries(lesson.predictions ?? {}).filter(([, prediction]) => {
    const target = targetOf(lesson, prediction);
    return target?.kind === kind && target.id === id;
  });
  if (found.length > 1) throw new Error(`lesson ${lesson.slug}: two predictions cover the ${kind} "${id}"`);
  return found.map(([name, prediction]) => ({ id: name, prediction }))[0];
}
