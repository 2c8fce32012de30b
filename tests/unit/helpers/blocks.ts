import { frontMatter, isTag, lineOf, type MdxDocument, type MdxNode } from './mdx.ts';

/** A run of prose within a block: plain text, or something that stands in it. */
export interface Piece {
  kind: 'text' | 'math' | 'code' | 'tag';
  /** The text; of a tag its name. */
  value: string;
  line: number;
  /** The names of the tags around it, from the outside in. */
  tags: readonly string[];
}

/** One block of prose: a paragraph, a heading, a cell of a table, a caption, an entry of the front matter. */
export interface Block {
  kind: string;
  line: number;
  tags: readonly string[];
  pieces: readonly Piece[];
  /** The comments in the block or just before it: an author's reason for an exception. */
  comments: readonly string[];
  node?: MdxNode;
}

/** The blocks of a file with prose. */
export interface Prose {
  file: string;
  blocks: readonly Block[];
}

/** In the text of a block these stand for math, code and the output of a tag. */
export const marks = { math: '\uE000', code: '\uE001', tag: '\uE002' } as const;

const inline = /^(text|inlineMath|inlineCode|strong|emphasis|delete|link|break|mdxJsxTextElement|mdxTextExpression)$/;

/** The blocks of a lesson in the order of reading, those of the front matter first. */
export function blocksOf(document: MdxDocument): Block[] {
  const head = [...frontMatter(document)].map(([key, { value, line }]): Block => {
    const pieces: Piece[] = [{ kind: 'text', value, line, tags: [] }];
    return { kind: `front matter ${key}`, line, tags: [], pieces, comments: [] };
  });
  return [...head, ...blocksWithin(document.tree, [])];
}

function blocksWithin(node: MdxNode, tags: readonly string[]): Block[] {
  const children = node.children ?? [];
  if (children.some((child) => inline.test(child.type))) return [block(node, tags)];
  let before: string[] = [];
  return children.flatMap((child) => {
    if (child.type === 'mdxFlowExpression') {
      before = [child.value ?? ''];
      return [];
    }
    const blocks = blocksWithin(child, isTag(child) ? [...tags, child.name ?? ''] : tags);
    const [first, ...rest] = blocks;
    const commented =
      first && before.length > 0 ? [{ ...first, comments: [...before, ...first.comments] }, ...rest] : blocks;
    before = [];
    return commented;
  });
}

function block(node: MdxNode, tags: readonly string[]): Block {
  const pieces = (node.children ?? []).flatMap((child) => piecesOf(child, tags));
  const comments = (node.children ?? []).flatMap((child) =>
    child.type === 'mdxTextExpression' ? [child.value ?? ''] : [],
  );
  return { kind: isTag(node) ? 'caption' : node.type, line: lineOf(node), tags, pieces, comments, node };
}

function piecesOf(node: MdxNode, tags: readonly string[]): Piece[] {
  const line = lineOf(node);
  if (node.type === 'text') return [{ kind: 'text', value: node.value ?? '', line, tags }];
  if (node.type === 'inlineMath') return [{ kind: 'math', value: node.value ?? '', line, tags }];
  if (node.type === 'inlineCode') return [{ kind: 'code', value: node.value ?? '', line, tags }];
  const inside = isTag(node) ? [...tags, node.name ?? ''] : tags;
  const children = (node.children ?? []).flatMap((child) => piecesOf(child, inside));
  return isTag(node) && children.length === 0 ? [{ kind: 'tag', value: node.name ?? '', line, tags }] : children;
}

/** The text of a block with marks for what is not text, and the line of each place in it. */
export function proseOf(block: Block): { text: string; lineAt(offset: number): number } {
  const parts = block.pieces.map((piece) => (piece.kind === 'text' ? piece.value : marks[piece.kind]));
  const lineAt = (offset: number): number => {
    let begin = 0;
    for (const [index, part] of parts.entries()) {
      const line = block.pieces[index]?.line ?? block.line;
      if (offset < begin + part.length) return line + part.slice(0, offset - begin).split('\n').length - 1;
      begin += part.length;
    }
    return block.line;
  };
  return { text: parts.join(''), lineAt };
}
