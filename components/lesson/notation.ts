import { readFileSync } from 'node:fs';
import { markdownToMdast } from 'satteri';
import { inlineFormula } from '#markdown/katex.ts';
import type { MdxNode } from '#markdown/mdx-tree.ts';

/** A table of symbols: its head, and rows of as many cells. */
export interface SymbolTable {
  head: readonly string[];
  rows: readonly (readonly Cell[])[];
}

/** A cell as HTML; in the column `glossary` the id of a term instead. */
export type Cell = { html: string } | { term: string };

export interface NotationSection {
  id: string;
  title: string;
  /** Paragraphs and lists as HTML, and tables, in their order. */
  blocks: readonly (string | SymbolTable)[];
}

const escapeHtml = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

/** How each kind of node in NOTATION.md is written in HTML, around what it contains. */
const tagsOf: Readonly<Record<string, readonly [string, string]>> = {
  paragraph: ['<p>', '</p>'],
  list: ['<ul>', '</ul>'],
  listItem: ['<li>', '</li>'],
  strong: ['<strong>', '</strong>'],
  tableCell: ['', ''],
};

/** The HTML of a node. @throws if NOTATION.md has a kind of node that the page does not know */
function htmlOf(node: MdxNode): string {
  const { type, value = '' } = node;
  if (type === 'text') return escapeHtml(value);
  if (type === 'inlineCode') return `<code>${escapeHtml(value)}</code>`;
  const tags = tagsOf[type];
  if (!tags) throw new Error(`NOTATION.md: the page cannot show a node "${type}"`);
  return tags[0] + insideOf(node) + tags[1];
}

/** What a node contains; a list's paragraphs are run into their items, and a formula keeps the mark behind it. */
function insideOf({ type, children = [] }: MdxNode): string {
  let mark = '';
  return children
    .map((child, index) => {
      const behind = mark;
      mark = child.type === 'inlineMath' ? (/^[.,:;)]+/.exec(children[index + 1]?.value ?? '')?.[0] ?? '') : '';
      if (child.type === 'inlineMath') return inlineFormula(child.value ?? '', '', mark);
      if (type === 'listItem' && child.type === 'paragraph') return insideOf(child);
      return htmlOf({ ...child, ...(behind && { value: (child.value ?? '').slice(behind.length) }) });
    })
    .join('');
}

const textOf = ({ value = '', children = [] }: MdxNode): string => value + children.map(textOf).join('');

/** The formulas of the column `TeX`, set; where there is none, what the column `symbol` says in letters. */
function symbolCell(symbol: MdxNode | undefined, tex: MdxNode | undefined): Cell {
  const formulas = (tex?.children ?? []).filter(({ type }) => type === 'inlineCode');
  if (formulas.length === 0) return { html: symbol ? htmlOf(symbol) : '' };
  const last = formulas.length - 1;
  return { html: formulas.map(({ value = '' }, at) => inlineFormula(value, '', at < last ? ',' : '')).join(' ') };
}

/** A table whose columns `symbol` and `TeX` have become one. */
function tableOf({ children: rows = [] }: MdxNode): SymbolTable {
  const [first, ...others] = rows.map(({ children = [] }) => children);
  const head = (first ?? []).map(textOf);
  const tex = head.indexOf('TeX');
  return {
    head: head.filter((_, column) => column !== tex),
    rows: others.map((cells) =>
      cells.flatMap((cell, column): Cell[] => {
        if (column === tex) return [];
        if (tex >= 0 && head[column] === 'symbol') return [symbolCell(cell, cells[tex])];
        if (head[column] === 'glossary') return [{ term: textOf(cell) }];
        return [{ html: htmlOf(cell) }];
      }),
    ),
  };
}

const slugOf = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '');

/** The sections of a text such as NOTATION.md: everything from its first heading of the second rank on. */
export function sectionsOf(text: string): NotationSection[] {
  const sections: { id: string; title: string; blocks: (string | SymbolTable)[] }[] = [];
  for (const node of (markdownToMdast(text, { features: { math: true } }) as unknown as MdxNode).children ?? []) {
    if (node.type === 'heading' && node.depth === 2) {
      const title = textOf(node);
      sections.push({ id: slugOf(title), title, blocks: [] });
    } else sections.at(-1)?.blocks.push(node.type === 'table' ? tableOf(node) : htmlOf(node));
  }
  return sections;
}

/** The notation of the course, from NOTATION.md: there is no second list. */
export const notation = (): { sections: NotationSection[] } => ({
  sections: sectionsOf(readFileSync('NOTATION.md', 'utf8')),
});
