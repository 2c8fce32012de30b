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

/** Turns `$...$` and `$$...$$` of lessons into KaTeX's output. */
export function katexPlugin() {
  const fragment = (tex: string, displayMode: boolean) => ({
    type: displayMode ? 'mdxJsxFlowElement' : 'mdxJsxTextElement',
    name: 'Fragment',
    attributes: [{ type: 'mdxJsxAttribute', name: 'set:html', value: renderTex(tex, displayMode) }],
    children: [],
  });
  return defineMdastPlugin({
    name: 'katex',
    math: (node: { value: string }) => fragment(node.value, true),
    inlineMath: (node: { value: string }) => fragment(node.value, false),
  } as never);
}
