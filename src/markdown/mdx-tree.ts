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

/** The same switches as in astro.config.mjs. */
const features = { math: true, headingAttributes: true, smartPunctuation: false };

/** The tree of a text in MDX. @throws with the parser's message, which begins with line and column */
export const mdxTree = (text: string): MdxNode => mdxToMdast(text, { features }) as unknown as MdxNode;

/** Tags as `<T id="variance">`, in a line of text or on a line of their own. */
export const isTag = (node: MdxNode): boolean => /^mdxJsx(Text|Flow)Element$/.test(node.type);

/** The value of a tag's attribute, if it is a plain string. */
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
