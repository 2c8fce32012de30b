import katex from 'katex';
import { defineMdastPlugin } from 'satteri';
import { markSymbols, type SymbolForms, spacesOutside } from './mark-symbols.ts';

/**
 * Formulas are set at build: HTML for the eye, MathML for the ear. A formula that KaTeX cannot read fails the build. Symbols
 * of `forms` become elements with `data-quantity`; the TeX that a reader copies has no trace of them.
 */
export function renderTex(tex: string, displayMode: boolean, forms?: SymbolForms): string {
  if (!forms) return render(tex, displayMode);
  const html = spacesOutside(render(markSymbols(tex, forms), displayMode));
  return html.replace(annotation, () => `${annotationStart}${escapeHtml(tex)}</`);
}

const rendered = new Map<string, string>();

/** Formulas are the same in all languages: each is set once. */
function render(tex: string, displayMode: boolean): string {
  const key = `${displayMode} ${tex}`;
  const html = rendered.get(key) ?? toHtml(tex, displayMode);
  rendered.set(key, html);
  return html;
}

const toHtml = (tex: string, displayMode: boolean) =>
  katex.renderToString(tex, {
    displayMode,
    output: 'htmlAndMathml',
    throwOnError: true,
    strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
    trust: ({ command }) => command === '\\htmlData',
  });

const annotationStart = '<annotation encoding="application/x-tex">';
const annotation = new RegExp(`${annotationStart}[^<]*</`);
const escapeHtml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** A formula whose TeX is no longer than this stays on one line, and one of no more than this many signs. */
const longestUnbroken = 30;
const mostSignsUnbroken = 18;

/** About how many signs a formula shows: what sets its letters upright or apart shows nothing, other commands one. */
const signs = (tex: string) =>
  tex
    .replace(/\\(?:[,;!: ]|(?:mathrm|operatorname|text|mathcal|frac|tfrac|left|right)\b)/g, '')
    .replace(/\\[a-zA-Z]+/g, 'x')
    .replace(/[\s{}^_]/g, '').length;

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
export function inlineFormula(tex: string, before = '', after = '', forms?: SymbolForms): string {
  const html = renderTex(tex, false, forms);
  const [head = '', ...boxes] = html.slice(0, -ends.length).split(/(?=<span class="katex-base">)/);
  if (tex.length <= longestUnbroken || signs(tex) <= mostSignsUnbroken || boxes.length === 1)
    return glued(before + html + after);
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

/**
 * A node of the syntax tree for a formula in a line of text, with the marks beside it: the component <Formula> sets it, since
 * it knows the lesson and the symbols that the lesson links.
 */
export const formulaNode = (tex: string, before = '', after = '', room = '') => ({
  type: 'mdxJsxTextElement',
  name: 'Formula',
  attributes: Object.entries({ tex, before, after, room })
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ({ type: 'mdxJsxAttribute', name, value })),
  children: [],
});

/** Turns `$...$` of lessons into their component. (Display equations stand in lesson.ts.) */
export function katexPlugin() {
  return defineMdastPlugin({
    name: 'katex',
    inlineMath: (node: { value: string }) => formulaNode(node.value),
  } as never);
}
