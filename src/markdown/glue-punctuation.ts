import { defineMdastPlugin } from 'satteri';
import { formulaNode } from './katex.ts';

/**
 * A browser may break a line between a formula, which is a box to it, and the full stop after it. So a formula is set
 * together with the marks that stand right beside it: closing ones, a Korean particle, a dash after a no-break space;
 * and opening brackets, quotation marks and short Russian words (see bind-words.ts) before it. Beside a Chinese or Japanese
 * character it gets the little room that a browser leaves beside Latin letters.
 */
interface Node {
  type: string;
  value?: string;
  children?: readonly Node[];
}

const closing = /^(?:[.,;:!?)\]’”»…、。，；：？！）」』\p{Script=Hangul}-]+|\u00A0[—–])/u;
const opening = /(?:[([‘“«（「『]|(?<![\p{L}\p{N}])[а-яё]{1,2}\u00A0)+$/iu;
const character = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]`;
const characterBefore = new RegExp(`${character}$`, 'u');
const characterAfter = new RegExp(`^${character}`, 'u');

const isText = (node: Node | undefined) => node?.type === 'text';
const isFormula = (node: Node | undefined) => node?.type === 'inlineMath';
const found = (pattern: RegExp, node: Node | undefined) =>
  isText(node) ? (pattern.exec(node?.value ?? '')?.[0] ?? '') : '';

/** The text at the end of a node, or at its beginning, however deep: a term or an emphasis may stand beside a formula. */
const textAt = (node: Node | undefined, end: -1 | 0): string =>
  isText(node) ? (node?.value ?? '') : node?.children?.length ? textAt(node.children.at(end), end) : '';

/** The children with formulas and the marks beside them set as one, or undefined where no formula has any. */
export function gluePunctuation(children: readonly Node[]): Node[] | undefined {
  const glued = children.map((child, index) => {
    const [previous, next] = [children[index - 1], children[index + 1]];
    if (isFormula(child)) {
      const [before, after] = [found(opening, previous), found(closing, next)];
      const room = [
        characterBefore.test(textAt(previous, -1)) && 'room-before',
        characterAfter.test(textAt(next, 0)) && 'room-after',
      ].filter(Boolean);
      if (!before && !after && room.length === 0) return child;
      return formulaNode(child.value ?? '', before, after, room.join(' '));
    }
    if (!isText(child)) return child;
    const start = isFormula(previous) ? found(closing, child).length : 0;
    const rest = (child.value ?? '').slice(start);
    const value = isFormula(next) ? rest.replace(opening, '') : rest;
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
