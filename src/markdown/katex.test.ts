import { expect, it } from 'vitest';
import { inlineFormula, renderTex } from './katex.ts';

const long = String.raw`n \operatorname{Var}[w] E[x^2] = 256 \cdot 1 \cdot 1`;

/** What the eye sees and what the ear hears, without the tags; the pieces that no line break may part. */
function read(html: string) {
  const spoken = /<math.*?<\/math>/s.exec(html)?.[0] ?? '';
  const words = html.replace(/<span class="katex-mathml">.*?<\/math><\/span>/s, '').replace(/<[^>]+>/g, '');
  return { spoken, words, pieces: html.split('class="glued"').length - 1 };
}

it('sets a short formula on one line with its marks', () => {
  expect(inlineFormula('n=1', '(', ').')).toBe(`<span class="glued">(${renderTex('n=1', false)}).</span>`);
});

it('keeps a formula of few signs on one line however long its TeX is', () => {
  const tex = String.raw`n_\mathrm{out} \operatorname{Var}[w]\, (1 + a^2)/2`;
  expect(inlineFormula(tex)).toBe(`<span class="glued">${renderTex(tex, false)}</span>`);
});

it('glues of a long formula only its first and its last box, and loses nothing', () => {
  const whole = read(renderTex(long, false));
  const parts = read(inlineFormula(long, '“', '”.'));
  expect(parts).toEqual({ spoken: whole.spoken, words: `“${whole.words}”.`, pieces: 2 });
  expect(inlineFormula(long, '', '.')).toMatch(
    /<span class="glued"><span class="katex">.{0,200}>1<\/span>.{0,30}\.<\/span>$/,
  );
  expect(inlineFormula(long)).toBe(renderTex(long, false));
});

it('closes every tag that it opens', () => {
  for (const html of [inlineFormula(long, '(', ')'), inlineFormula(long, '('), inlineFormula(long, '', ')')]) {
    expect(html.match(/<span/g)?.length).toBe(html.match(/<\/span>/g)?.length);
  }
});
