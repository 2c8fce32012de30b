import katex from 'katex';
import { defineMdastPlugin } from 'satteri';

/** Formulas are set at build: HTML for the eye, MathML for the ear. A formula that KaTeX cannot read fails the build. */
export function renderTex(tex: string, displayMode: boolean): string {
  return katex.renderToString(tex, {
    displayMode,
    output: 'htmlAndMathml',
    throwOnError: true,
    strict: 'error',
    trust: false,
  });
}

/** A formula whose TeX is no longer than this stays on one line. */
const longestUnbroken = 30;

const glued = (html: string) => `<span class="glued">${html}</span>`;

const wrappers = '<span class="katex"><span class="katex-html" aria-hidden="true">';
const ends = '</span></span>';

/**
 * A formula in a line of text, with the marks right before and right after it, which must not be parted from it.
 *
 * To a browser a formula is a row of boxes (KaTeX's bases, one up to each relation and operation), and it may break the
 * line at either side of a box, even before a full stop. Only `white-space: nowrap` around both forbids it. So a short
 * formula is glued whole, and of a long one the outermost box, in wrappers of its own; the MathML stays with the first.
 */
export function inlineFormula(tex: string, before = '', after = ''): string {
  const html = renderTex(tex, false);
  const [head = '', ...boxes] = html.slice(0, -ends.length).split(/(?=<span class="katex-base">)/);
  if (tex.length <= longestUnbroken || boxes.length === 1) return glued(before + html + after);
  const first = before ? 1 : 0;
  const last = boxes.length - (after ? 1 : 0);
  const rows = [boxes.slice(0, first), boxes.slice(first, last), boxes.slice(last)];
  let start = head;
  const [opening, middle, closing] = rows.map((row) => {
    if (row.length === 0) return '';
    const part = start + row.join('') + ends;
    start = wrappers;
    return part;
  });
  return [opening && glued(before + opening), middle, closing && glued(closing + after)].join('');
}

/** A node of the syntax tree that becomes this HTML. */
export const htmlNode = (html: string, type: 'mdxJsxFlowElement' | 'mdxJsxTextElement') => ({
  type,
  name: 'Fragment',
  attributes: [{ type: 'mdxJsxAttribute', name: 'set:html', value: html }],
  children: [],
});

/** Turns `$...$` and `$$...$$` of lessons into KaTeX's output. */
export function katexPlugin() {
  return defineMdastPlugin({
    name: 'katex',
    math: (node: { value: string }) => htmlNode(renderTex(node.value, true), 'mdxJsxFlowElement'),
    inlineMath: (node: { value: string }) => htmlNode(inlineFormula(node.value), 'mdxJsxTextElement'),
  } as never);
}
