import type { Lesson, LessonPrediction } from './lesson.ts';

/** What a prediction covers: a figure or a widget of its lesson. */
export interface Target {
  kind: 'figure' | 'widget';
  id: string;
  /** The id of its element on the page. */
  element: string;
}

/** The widget or figure that a prediction covers, if it covers one. @throws if the lesson has none, or two, of that name */
export function targetOf({ slug, figures, widgets }: Lesson, { for: id }: LessonPrediction): Target | undefined {
  if (id === undefined) return undefined;
  const kinds = [id in figures ? 'figure' : [], widgets.includes(id) ? 'widget' : []].flat() as Target['kind'][];
  const [kind] = kinds;
  if (!kind) throw new Error(`lesson ${slug}: a prediction is for "${id}", which is no figure and no widget of it`);
  if (kinds.length > 1) throw new Error(`lesson ${slug}: a prediction is for "${id}", a figure and a widget`);
  return { kind, id, element: `${kind}-${id}` };
}

/** The prediction that covers a figure or a widget until it has been answered. @throws if there are two of them */
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
