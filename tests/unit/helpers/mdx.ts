import { mdxToMdast } from 'satteri';

/** A node of the tree that Sätteri, the parser of the site, makes of a lesson's prose. */
export interface MdxNode {
  type: string;
  value?: string;
  name?: string | null;
  depth?: number;
  url?: string;
  children?: MdxNode[];
  attributes?: { type: string; name?: string; value?: unknown }[];
  data?: { hProperties?: { id?: string } };
  position?: { start: { line: number } };
}

export interface MdxDocument {
  file: string;
  text: string;
  tree: MdxNode;
}

/** The same switches as in astro.config.mjs. */
const features = { math: true, headingAttributes: true, smartPunctuation: false };

/** Parses a lesson's prose. @throws with the parser's message, which begins with line and column */
export function parseMdx(file: string, text: string): MdxDocument {
  return { file, text, tree: mdxToMdast(text, { features }) as unknown as MdxNode };
}

export const lineOf = (node: MdxNode): number => node.position?.start.line ?? 1;

/** Tags as `<T id="variance">`, in a line of text or on a line of their own. */
export const isTag = (node: MdxNode): boolean => /^mdxJsx(Text|Flow)Element$/.test(node.type);

export const attribute = (node: MdxNode, name: string): string | undefined => {
  const value = node.attributes?.find((each) => each.name === name)?.value;
  return typeof value === 'string' ? value : undefined;
};

/** All nodes below a node, parents first. */
export function* descendants(node: MdxNode): Generator<MdxNode> {
  for (const child of node.children ?? []) {
    yield child;
    yield* descendants(child);
  }
}

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
