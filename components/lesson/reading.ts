import { attribute, descendants, isTag, type MdxNode, mdxTree } from '#markdown/mdx-tree.ts';
import type { Lesson } from './lesson.ts';

/** What a reader meets in a lesson. */
export interface Reading {
  /** Words of prose outside exercises and sources. What tags enclose counts, code counts as one word, formulas do not. */
  words: number;
  /** Steps of derivations. */
  steps: number;
  /** Displayed equations, in the order of reading. */
  equations: readonly string[];
  /** Experiments to play with. */
  widgets: number;
  /** Cells to run. */
  cells: number;
  /** Statements on trial. */
  claims: number;
  /** Exercises by kind. */
  exercises: Readonly<Record<string, number>>;
}

/** Minutes that things take beside the words: to follow an equation, to weigh a claim, to run a cell, to play, to solve. */
export const minutesFor = { equation: 0.5, claim: 0.5, cell: 1, widget: 3, exercise: 3 } as const;

export const WORDS_PER_MINUTE = 200;

/** Reads a lesson's English prose, with or without its front matter. */
export function readingOf(lesson: Lesson, prose: string): Reading {
  const tree = mdxTree(prose);
  const tags = [...descendants(tree)].filter(isTag);
  const named = (name: string) => tags.filter((tag) => tag.name === name);
  return {
    words: wordsOf(tree),
    steps: named('Step').length,
    equations: named('Eq').map((tag) => attribute(tag, 'id') ?? ''),
    widgets: named('Widget').length,
    cells: named('Cell').length,
    claims: named('Claim').length,
    exercises: countKinds(lesson),
  };
}

function countKinds({ exercises }: Lesson): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const exercise of Object.values(exercises)) {
    const kind = exercise.kind ?? 'numeric';
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

const isHeading = (node: MdxNode, id: string) => node.type === 'heading' && node.data?.hProperties?.id === id;

function wordsOf(tree: MdxNode): number {
  const blocks = tree.children ?? [];
  const end = blocks.findIndex((node) => isHeading(node, 'sources'));
  const prose = end < 0 ? blocks : blocks.slice(0, end);
  const text = prose.map(textOf).join(' ');
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}\uE000]/u.test(word)).length;
}

/** Nodes that do not part words; between all others there is a space. */
const withinWords = /^(text|strong|emphasis|delete|link|mdxJsxTextElement)$/;

function textOf(node: MdxNode): string {
  if (node.type === 'yaml' || (isTag(node) && node.name === 'Exercise')) return '';
  if (node.type === 'text') return node.value ?? '';
  if (node.type === 'inlineCode') return '\uE000';
  const inside = (node.children ?? []).map(textOf).join('');
  return withinWords.test(node.type) ? inside : ` ${inside} `;
}

/** How long a lesson takes, in minutes, to the next five: reading, following equations, running, playing, solving. */
export function minutesOf({ words, equations, claims, cells, widgets, exercises }: Reading): number {
  const solved = Object.values(exercises).reduce((sum, count) => sum + count, 0);
  const minutes =
    words / WORDS_PER_MINUTE +
    equations.length * minutesFor.equation +
    claims * minutesFor.claim +
    cells * minutesFor.cell +
    widgets * minutesFor.widget +
    solved * minutesFor.exercise;
  return Math.round(minutes / 5) * 5;
}
