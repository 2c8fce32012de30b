import {
  attribute,
  descendants,
  frontMatter,
  innerText,
  isTag,
  lineOf,
  type MdxDocument,
  type MdxNode,
} from './mdx.ts';

/** Something that all languages of a lesson share, and the line where it stands. */
export interface Mark {
  label: string;
  line: number;
}

/** What must be the same in all languages between one heading and the next. */
export interface Section {
  /** Empty before the first heading. */
  id: string;
  depth: number;
  line: number;
  /** Tags in their order: figures, widgets, steps, exercises. */
  sequence: Mark[];
  /** Formulas, code, links and the tags within sentences, whose order each language chooses. */
  inSentences: Mark[];
}

/** Tags that stand within sentences. */
const withinSentences = new Set(['Num', 'T', 'Cite']);

/** Tags whose lists correspond item by item: the legend of a cell's markers, and what to keep. */
const withLists = new Set(['Cell', 'Keep']);

/** What is left of a lesson without its words. */
export function skeletonOf({ tree }: MdxDocument): Section[] {
  const sections: Section[] = [{ id: '', depth: 0, line: 1, sequence: [], inSentences: [] }];
  for (const node of tree.children ?? []) {
    if (node.type === 'heading') {
      const id = node.data?.hProperties?.id ?? innerText(node);
      sections.push({ id, depth: node.depth ?? 0, line: lineOf(node), sequence: [], inSentences: [] });
    }
    const section = sections.at(-1) as Section;
    for (const each of [node, ...descendants(node)]) collect(each, section);
  }
  return sections;
}

function collect(node: MdxNode, { sequence, inSentences }: Section): void {
  const line = lineOf(node);
  const name = node.name ?? '';
  if (isTag(node) && /^[A-Z]/.test(name))
    (withinSentences.has(name) ? inSentences : sequence).push({ label: tagLabel(node), line });
  else if (node.type === 'inlineMath')
    inSentences.push({ label: `$${(node.value ?? '').replace(/\s+/g, ' ').trim()}$`, line });
  else if (node.type === 'inlineCode') inSentences.push({ label: `\`${node.value}\``, line });
  else if (node.type === 'link') inSentences.push({ label: `the link to ${withoutLocale(node.url ?? '')}`, line });
}

function tagLabel(node: MdxNode): string {
  const attributes = (node.attributes ?? []).map(({ name = '' }) => ` ${name}="${attribute(node, name) ?? '{...}'}"`);
  const items = [...descendants(node)].filter(({ type }) => type === 'listItem').length;
  const list = withLists.has(node.name ?? '') ? ` with ${items} items` : '';
  return `<${node.name}${attributes.sort().join('')}>${list}`;
}

/** `/ko/digits/#run` and `/en/digits/#run` are the same page in two languages. */
export const withoutLocale = (url: string): string => url.replace(/^\/(?:en|ko|ja|ru|zh)\//, '/…/');

/** The keys of the front matter, in order. */
export const frontMatterKeys = (document: MdxDocument): string[] => [...frontMatter(document).keys()];
