import type { Lesson, LessonExercise } from '../../../components/lesson/lesson.ts';
import { targetOf } from '../../../components/lesson/predictions.ts';
import type { Finding } from './finding.ts';
import type { LessonText } from './lessons.ts';
import { attribute, descendants, isTag, lineOf, type MdxNode } from './mdx.ts';

type Options = Readonly<Record<string, boolean>>;

/** How many tags an exercise of a kind has; `some` means one or more. */
const partsOf: Readonly<Record<string, Readonly<Record<string, number | 'some'>>>> = {
  numeric: { Answer: 1, Solution: 1, Option: 0 },
  run: { Answer: 1, Solution: 1, Option: 0 },
  choice: { Answer: 0, Option: 'some' },
  derivation: { Answer: 0, Option: 0, Hint: 'some', Solution: 1 },
};

const tagsIn = (node: MdxNode, name: string) =>
  [...descendants(node)].filter((each) => isTag(each) && each.name === name);
const idOf = (node: MdxNode) => attribute(node, 'id') ?? '';

/** Whether exercises and predictions have the parts that their kind needs, and the options that lesson.ts declares. */
export function exerciseFindings(lesson: Lesson, { file, document: { tree } }: LessonText): Finding[] {
  const at = (node: MdxNode) => (message: string) => ({
    file,
    line: lineOf(node),
    message: `<${node.name}${idOf(node) && ` id="${idOf(node)}"`}>${message}`,
  });
  const exercises = tagsIn(tree, 'Exercise').flatMap((node) => {
    const exercise = lesson.exercises[idOf(node)];
    return exercise ? partsMissing(node, exercise).map(at(node)) : [];
  });
  const predictions = tagsIn(tree, 'Predict').flatMap((node) => {
    const prediction = lesson.predictions?.[idOf(node)];
    if (!prediction) return [];
    const options = prediction.kind === 'draw' ? {} : prediction.options;
    const faults = [...optionFaults(node, options), ...orderFaults(node, targetOf(lesson, prediction), tree)];
    return faults.map(at(node));
  });
  const outcomes = strayOutcomes(lesson, tree).map((node) => at(node)(' does not follow what a prediction covers'));
  return [...exercises, ...predictions, ...outcomes];
}

function partsMissing(node: MdxNode, exercise: LessonExercise): string[] {
  const kind = exercise.kind ?? 'numeric';
  const counts = Object.entries(partsOf[kind] ?? {}).flatMap(([tag, wanted]) => {
    const found = tagsIn(node, tag).length;
    const fits = wanted === 'some' ? found > 0 : found === wanted;
    return fits ? [] : [` of kind ${kind} has ${found} <${tag}>, not ${wanted}`];
  });
  const foreign = tagsIn(node, 'Answer').filter((answer) => idOf(answer) !== idOf(node));
  const silent = tagsIn(node, 'Option').filter((option) => tagsIn(option, 'Why').length !== 1);
  return [
    ...counts,
    ...foreign.map((answer) => ` has the <Answer> of "${idOf(answer)}"`),
    ...silent.map((option) => `: the option "${idOf(option)}" needs one <Why>`),
    ...(exercise.kind === 'choice' ? optionFaults(node, exercise.options) : []),
  ];
}

function optionFaults(node: MdxNode, declared: Options): string[] {
  const shown = tagsIn(node, 'Option').map(idOf);
  const wanted = Object.keys(declared);
  const verdicts = new Set(Object.values(declared));
  const same = [...shown].sort().join() === [...wanted].sort().join();
  return [
    ...(same ? [] : [` shows the options ${shown.join(', ')}; lesson.ts has ${wanted.join(', ')}`]),
    ...(wanted.length > 0 && verdicts.size < 2 ? [' needs a right and a wrong option'] : []),
  ];
}

/** A prediction stands before what it covers. */
function orderFaults(node: MdxNode, target: ReturnType<typeof targetOf>, tree: MdxNode): string[] {
  if (!target) return [];
  const tag = { figure: 'Figure', widget: 'Widget', cell: 'Cell' }[target.kind];
  const nodes = [...descendants(tree)];
  const place = nodes.findIndex((each) => isTag(each) && each.name === tag && idOf(each) === target.id);
  if (place < 0) return [` covers <${tag} id="${target.id}">, which is not there`];
  return place > nodes.indexOf(node) ? [] : [` stands behind <${tag} id="${target.id}">, which it covers`];
}

/** An outcome waits with the figure or widget right before it, so a prediction must cover that. */
function strayOutcomes(lesson: Lesson, tree: MdxNode): MdxNode[] {
  const covered = Object.values(lesson.predictions ?? {}).map((prediction) => targetOf(lesson, prediction)?.element);
  const blocks = tree.children ?? [];
  return blocks.filter((node, index) => {
    const before = blocks[index - 1];
    const element = before && `${before.name?.toLowerCase()}-${idOf(before)}`;
    return isTag(node) && node.name === 'Outcome' && !covered.includes(element);
  });
}
