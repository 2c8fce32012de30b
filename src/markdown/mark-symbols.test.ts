import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { renderTex } from './katex.ts';
import { markSymbols } from './mark-symbols.ts';

const forms = {
  fanIn: ['n', 'n_l', String.raw`n_\mathrm{in}`],
  variance: [String.raw`\operatorname{Var}[w]`],
  factor: [String.raw`n \operatorname{Var}[w]`],
  last: ['q_L'],
  depth: ['L'],
};

/** Marks as `<id:...>`, to be read. */
const read = (tex: string) => {
  let text = markSymbols(tex, forms);
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(/\\htmlData\{quantity=(\w+)\}\{((?:[^{}\\]|\{[^{}]*\}|\\(?!htmlData)\w*)*)\}/, '<$1:$2>');
  }
  return text;
};

describe('symbols in TeX', () => {
  it.each([
    ['1/n', '1/<fanIn:n>'],
    [String.raw`\sqrt{2/n}`, String.raw`\sqrt{2/<fanIn:n>}`],
    [String.raw`\sum_{j=1}^{n} w_j`, String.raw`\sum_{j=1}^{<fanIn:n>} w_j`],
    [String.raw`\sum_{j=1}^n w_n`, String.raw`\sum_{j=1}^{<fanIn:n>} w_{<fanIn:n>}`],
    [String.raw`n_\mathrm{in} + n_\mathrm{out}`, String.raw`<fanIn:n_\mathrm{in}> + n_\mathrm{out}`],
    ['q_L / q_0', '<last:q_L> / q_0'],
    [
      String.raw`\left( n \operatorname{Var}[w] \right)^L`,
      String.raw`\left( <factor:<fanIn:n> <variance:\operatorname{Var}[w]>> \right)^{<depth:L>}`,
    ],
  ])('%s', (tex, marks) => {
    expect(read(tex)).toBe(marks);
  });

  it.each([
    "n'",
    'n^2',
    'n_k',
    String.raw`\sin \eta`,
    String.raw`\mathcal{L}`,
    String.raw`\operatorname{n}`,
    String.raw`\mathcal L`,
  ])('none in %s', (tex) => {
    expect(markSymbols(tex, forms)).toBe(tex);
  });
});

describe('a formula with marks', () => {
  const tex = String.raw`q_L = q_0 \left( n \operatorname{Var}[w] \right)^L + a n \operatorname{Var}[w]`;
  const plain = renderTex(tex, true);
  const linked = renderTex(tex, true, forms);

  it('is set as it would be without them, and spoken and copied as the author wrote it', () => {
    const { document } = parseHTML(`<body>${linked}</body>`);
    const marks = document.querySelectorAll('.enclosing');
    expect(marks.length).toBeGreaterThan(5);
    for (const mark of marks) mark.replaceWith(...mark.childNodes);
    expect(document.body.innerHTML).toBe(parseHTML(`<body>${plain}</body>`).document.body.innerHTML);
    expect(linked).toContain(`<annotation encoding="application/x-tex">${tex}</annotation>`);
  });

  it('ends each mark with its symbol and not with the space behind it', () => {
    expect(renderTex('q_L = q_0', true, forms)).not.toMatch(/mspace"[^>]*><\/span><\/span><span class="[^"]*mrel/);
    expect(linked).toMatch(/<\/span><span class="[^"]*mspace"[^>]*><\/span><span class="[^"]*mrel/);
  });

  it('has an element for each', () => {
    const ids = [...linked.matchAll(/data-quantity="(\w+)"/g)].map(([, id]) => id);
    expect(ids).toEqual(['last', 'factor', 'fanIn', 'variance', 'depth', 'factor', 'fanIn', 'variance']);
  });
});

it('an author may not use the commands that reach into the page, but for marks', () => {
  expect(() => renderTex(String.raw`\htmlClass{a}{x}`, false)).not.toThrow();
  expect(renderTex(String.raw`\htmlClass{a}{x}`, false)).not.toContain('class="enclosing a"');
});
