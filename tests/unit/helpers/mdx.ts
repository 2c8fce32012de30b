import { descendants, type MdxNode, mdxTree } from '../../../src/markdown/mdx-tree.ts';

export { attribute, descendants, isTag, type MdxNode } from '../../../src/markdown/mdx-tree.ts';

export interface MdxDocument {
  file: string;
  text: string;
  tree: MdxNode;
}

/** Parses a lesson's prose. @throws with the parser's message, which begins with line and column */
export function parseMdx(file: string, text: string): MdxDocument {
  return { file, text, tree: mdxTree(text) };
}

export const lineOf = (node: MdxNode): number => node.position?.start.line ?? 1;

/** The text within a node as the reader sees it, without tags' own output. */
export const innerText = (node: MdxNode): string =>
  [...descendants(node)].map((each) => (each.type === 'text' || each.type === 'inlineCode' ? each.value : '')).join('');

/** The flat `key: value` lines of the front matter. */
export function frontMatter({ tree }: MdxDocument): Map<string, { value: string; line: number }> {
  const [first] = tree.children ?? [];
  const lines = first?.type === 'yaml' ? (first.value ?? '').split('\n') : [];
  return new Map(
    lines.flatMap((line, index): [string, { value: string; line: number }][] => {
      const [, key = '', value = ''] = /^(\w+):\s*(.*)$/.exec(line) ?? [];
      return key === '' ? [] : [[key, { value: value.replace(/^(["'])(.*)\1$/, '$2'), line: index + 2 }]];
    }),
  );
}
