import { parseSync } from 'vite';

/** A node of a syntax tree (ESTree with the additions of TypeScript). */
export interface SyntaxNode {
  type: string;
  start: number;
  end: number;
  [property: string]: unknown;
}

/** A piece of code and where it begins in its file. */
interface Piece {
  code: string;
  offset: number;
}

/**
 * The syntax trees of a file, with positions counted from the file's beginning: one of a module, several of an Astro
 * component (its front matter and its scripts).
 * @throws if a piece cannot be parsed
 */
export function syntaxTrees(path: string, text: string): SyntaxNode[] {
  const pieces = path.endsWith('.astro') ? piecesOfAstro(text) : [{ code: text, offset: 0 }];
  return pieces.map(({ code, offset }) => {
    // Blanks before the piece keep its positions those of the file.
    const { program, errors } = parseSync(path.endsWith('.tsx') ? 'code.tsx' : 'code.ts', ' '.repeat(offset) + code);
    if (errors[0]) throw new Error(`${path} cannot be parsed: ${errors[0].message}`);
    return program as unknown as SyntaxNode;
  });
}

function piecesOfAstro(text: string): Piece[] {
  const found = [/^---\n([\s\S]*?)\n---/g, /<script\b[^>]*>([\s\S]*?)<\/script>/g].flatMap((pattern) => [
    ...text.matchAll(pattern),
  ]);
  return found.map((match) => {
    const code = match[1] ?? '';
    return { code, offset: match.index + match[0].indexOf(code) };
  });
}

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && typeof (value as SyntaxNode).type === 'string';

/** Visits every node of a tree, parents first; `visit` also gets the node's parent. */
export function walk(
  node: SyntaxNode,
  visit: (node: SyntaxNode, parent?: SyntaxNode) => void,
  parent?: SyntaxNode,
): void {
  visit(node, parent);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, visit, node);
  }
}

/** The value of a string that stands in the code as such, or undefined for anything computed. */
export function literalText(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  const [only, ...more] = (node.quasis as { value: { cooked: string } }[] | undefined) ?? [];
  return node.type === 'TemplateLiteral' && more.length === 0 ? only?.value.cooked : undefined;
}
