import { extractExport } from '../../../components/lesson/extract-export.ts';
import type { Lesson } from '../../../components/lesson/lesson.ts';
import { placesOf } from '../../../components/lesson/linked/mark-code.ts';
import { formsOf, linkedOf, symbols } from '../../../components/lesson/linked/symbols.ts';
import { widgets } from '../../../components/widgets/widgets.ts';
import { decodeFrame } from '../../../src/experiments/frame-json.ts';
import { type QuantityId, quantitiesOf } from '../../../src/experiments/quantities.ts';
import { markSymbols } from '../../../src/markdown/mark-symbols.ts';
import { filesLike, textOf } from './files.ts';
import type { Finding } from './finding.ts';
import type { LessonText } from './lessons.ts';
import { attribute, descendants, isTag } from './mdx.ts';

/** The quantities that a widget of the lesson has values for before it is used. */
function knownTo({ widgets: shown }: Lesson): Set<string> {
  const known = shown.flatMap((id) => {
    const row = widgets[id];
    if (!row) return [];
    const { values, frame } = decodeFrame(textOf(`src/experiments/results/${row.run}.json`)) as Record<string, object>;
    return Object.keys(quantitiesOf(row.experiment, values as object, frame as object));
  });
  return new Set(known);
}

/** The quantities that the lesson's formulas mark, displayed or in the text. */
function markedIn(lesson: Lesson, { document }: LessonText): Set<string> {
  const inline = [...descendants(document.tree)].filter(({ type }) => type === 'inlineMath');
  const formulas = [...Object.values(lesson.equations), ...inline.map(({ value }) => value ?? '')];
  const marked = formulas.map((tex) => markSymbols(tex, formsOf(lesson) ?? {})).join(' ');
  return new Set([...marked.matchAll(/\{quantity=(\w+)\}/g)].map(([, id]) => id ?? ''));
}

/** What a lesson shows of code: its cells and, by reference, sources. */
export function codeOf({ folder, document }: LessonText): string[] {
  const sources = [...descendants(document.tree)].filter((node) => isTag(node) && node.name === 'Source');
  return [
    ...filesLike(`${folder}/cells/*.ts`).map(textOf),
    ...sources.map((node) => {
      const file = attribute(node, 'file') ?? '';
      return extractExport(textOf(file), attribute(node, 'name') ?? '', file).code;
    }),
  ];
}

/** Whether what a lesson links is in its formulas, and has a value unless lesson.ts says that it has none. */
export function linkedFindings(lesson: Lesson, english: LessonText): Finding[] {
  const file = `${english.folder}/lesson.ts`;
  const [known, marked] = [knownTo(lesson), markedIn(lesson, english)];
  const { quantities = [], withoutValue = [] } = lesson.linked ?? {};
  const say = (ids: readonly QuantityId[], message: string) =>
    ids.map((id) => ({ file, line: 1, message: `${id} ${message}` }));
  return [
    ...say(
      linkedOf(lesson).filter((id) => !marked.has(id)),
      'is linked, but stands in no formula',
    ),
    ...say(
      quantities.filter((id) => !known.has(id)),
      'has no value in any widget: it belongs to withoutValue',
    ),
    ...say(
      withoutValue.filter((id) => known.has(id)),
      'has a value in a widget: it does not belong to withoutValue',
    ),
  ];
}

/** Names in code that none of the lessons with that symbol shows. */
export function unseenNames(lessons: readonly { lesson: Lesson; english: LessonText }[]): string[] {
  const seen = new Set(
    lessons.flatMap(({ lesson, english }) =>
      codeOf(english).flatMap((code) =>
        placesOf(code, linkedOf(lesson)).map(({ quantity, start, end }) => `${quantity} ${code.slice(start, end)}`),
      ),
    ),
  );
  const names = Object.entries(symbols).flatMap(([id, { code }]) => code.map((name) => `${id} ${name}`));
  return names.filter((name) => !seen.has(name));
}

/** The letters of a symbol, without operators, indices and what stands for them: `n \operatorname{Var}[w]` has n and w. */
export const lettersOf = (tex: string): string[] =>
  tex
    .replace(/\\operatorname\{\w+\}|\\cos|\bE\b/g, ' ')
    .replace(/[_^](?:\{[^{}]*\}|\\mathrm\{\w+\}|\w)/g, ' ')
    .match(/\\[a-z]+|[A-Za-z]/g) ?? [];
