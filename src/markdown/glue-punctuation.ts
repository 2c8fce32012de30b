import { defineMdastPlugin } from 'satteri';

/**
 * A browser may break a line between a formula, which is a box to it, and the full stop after it. A word joiner (U+2060)
 * between the two forbids that; the same for an opening bracket or quotation mark before a formula.
 */
interface Node {
  type: string;
  value?: string;
}

const wordJoiner = '⁠';
const closing = /^[.,;:!?)\]’”»、。，；：？！）」』]/;
const opening = /[([‘“«（「『]$/;

/** The children with word joiners at formulas, or undefined where none is needed. */
export function gluePunctuation(children: readonly Node[]): Node[] | undefined {
  const isFormula = (node: Node | undefined) => node?.type === 'inlineMath';
  const glued = children.map((child, index) => {
    if (child.type !== 'text') return child;
    let value = child.value ?? '';
    if (isFormula(children[index - 1]) && closing.test(value)) value = wordJoiner + value;
    if (isFormula(children[index + 1]) && opening.test(value)) value += wordJoiner;
    return value === child.value ? child : { type: 'text', value };
  });
  return glued.some((child, index) => child !== children[index]) ? glued : undefined;
}

/** The plugin for Sätteri; it must run before formulas are turned into HTML. */
export function gluePunctuationPlugin() {
  type Parent = { children?: readonly Node[] };
  type Context = { setProperty(node: Parent, key: 'children', value: Node[]): void };
  const visit = (node: Parent, context: Context) => {
    const children = gluePunctuation(node.children ?? []);
    if (children) context.setProperty(node, 'children', children);
  };
  const containers = ['paragraph', 'heading', 'tableCell', 'emphasis', 'strong', 'link', 'mdxJsxFlowElement'];
  return defineMdastPlugin({
    name: 'glue-punctuation',
    ...Object.fromEntries(containers.map((type) => [type, visit])),
  } as never);
}
