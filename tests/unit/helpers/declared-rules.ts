import type { Lesson } from '../../../components/lesson/lesson.ts';
import type { Finding } from './finding.ts';
import type { LessonText } from './lessons.ts';
import { attribute, descendants, isTag, lineOf } from './mdx.ts';
import { skeletonOf } from './skeleton.ts';

/** Which tag shows what lesson.ts declares under which name. */
const shownBy = {
  equations: 'Eq',
  numbers: 'Num',
  figures: 'Figure',
  claims: 'Claim',
  exercises: 'Exercise',
  predictions: 'Predict',
  widgets: 'Widget',
  cells: 'Cell',
  citations: 'Cite',
} as const;

/** Whether lesson.ts and the English prose speak of the same sections and the same ids. */
export function declaredFindings(lesson: Lesson, english: LessonText): Finding[] {
  const { file, folder, document } = english;
  const used = skeletonOf(document).slice(1);
  const sections = used.map(({ id }) => id).join(' ');
  const wrongSections = `lesson.ts has the sections ${lesson.sections.join(' ')}; the prose has ${sections}`;
  const ids = Object.entries(shownBy).flatMap(([key, tag]) => {
    const declared = lesson[key as keyof typeof shownBy] ?? {};
    const names = Array.isArray(declared) ? (declared as string[]) : Object.keys(declared);
    return unused(`${folder}/lesson.ts`, key, tag, names, english);
  });
  return [...(sections === lesson.sections.join(' ') ? [] : [{ file, line: 1, message: wrongSections }]), ...ids];
}

function unused(
  file: string,
  key: string,
  tag: string,
  declared: string[],
  { document, file: prose }: LessonText,
): Finding[] {
  const tags = [...descendants(document.tree)].filter((node) => isTag(node) && node.name === tag);
  const used = new Map(tags.map((node) => [attribute(node, 'id') ?? '', lineOf(node)]));
  return [
    ...declared
      .filter((id) => !used.has(id))
      .map((id) => ({ file, line: 1, message: `${key} has "${id}", which no <${tag}> shows` })),
    ...[...used]
      .filter(([id]) => !declared.includes(id))
      .map(([id, line]) => ({
        file: prose,
        line,
        message: `<${tag} id="${id}"> is not among the ${key} of lesson.ts`,
      })),
  ];
}
