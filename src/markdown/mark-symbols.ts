/** The TeX forms of symbols, by the quantity that they stand for: `{ fanIn: ['n', 'n_l'] }`. */
export type SymbolForms = Readonly<Record<string, readonly string[]>>;

interface Token {
  text: string;
  start: number;
  end: number;
}

interface Form {
  quantity: string;
  tokens: readonly string[];
}

const tokensOf = (tex: string): Token[] =>
  [...tex.matchAll(/\\[A-Za-z]+|\\.|[^\\\s]/g)].map(({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }));

/** Their arguments are words, no symbols. */
const takesWords = new Set([
  '\\mathrm',
  '\\mathcal',
  '\\mathbb',
  '\\operatorname',
  '\\text',
  '\\begin',
  '\\end',
  '\\tag',
]);
/** What follows without braces is their argument, and must stay one thing. */
const takesNext = new Set(['_', '^', '\\sqrt', '\\frac', '\\tfrac', '\\dfrac', '\\bar', '\\hat', '\\tilde', '\\vec']);
/** A symbol goes on in its scripts: `q` is not the symbol of `q_0`. */
const goesOn = new Set(['_', '^', "'"]);

/**
 * TeX in which every symbol of a quantity is marked, `\htmlData{quantity=fanIn}{n}`, for KaTeX to make elements of. A form
 * stands for itself alone: `n` is neither in `n_l` nor in `\sin`. The longest form wins, and shorter ones are marked in it.
 */
export function markSymbols(tex: string, forms: SymbolForms): string {
  const known = Object.entries(forms)
    .flatMap(([quantity, texts]) =>
      texts.map((text) => ({ quantity, tokens: tokensOf(text).map((token) => token.text) })),
    )
    .sort((a, b) => b.tokens.length - a.tokens.length);
  return marked(tex, tokensOf(tex), known);
}

/** The text of these tokens and what stands between them, with forms of `known` marked; inside a mark no scripts, the L of q_L. */
function marked(tex: string, tokens: readonly Token[], known: readonly Form[], isInside = false): string {
  let out = '';
  let at = 0;
  const pass = (count: number, wrap = (text: string) => text) => {
    const [first, last, next] = [tokens[at], tokens[at + count - 1], tokens[at + count]];
    if (!first || !last) return;
    out += wrap(tex.slice(first.start, last.end));
    if (next) out += tex.slice(last.end, next.start);
    at += count;
  };
  while (at < tokens.length) {
    const isArgument = takesNext.has(tokens[at - 1]?.text ?? '');
    const form = isArgument && isInside ? undefined : known.find((each) => startsWith(tokens, at, each.tokens));
    if (takesWords.has(tokens[at]?.text ?? '') && !form) pass(1 + groupLength(tokens, at + 1));
    else if (!form) pass(1);
    else {
      const inner = tokens.slice(at, at + form.tokens.length);
      const shorter = known.filter((each) => each.tokens.length < form.tokens.length);
      const body = marked(tex, inner, shorter, true);
      const mark = `\\htmlData{quantity=${form.quantity}}{${body}}`;
      pass(inner.length, () => (isArgument ? `{${mark}}` : mark));
    }
  }
  return out;
}

const startsWith = (tokens: readonly Token[], at: number, form: readonly string[]) =>
  form.every((text, i) => tokens[at + i]?.text === text) && !goesOn.has(tokens[at + form.length]?.text ?? '');

/** How many tokens the argument at a place has: a group in braces with all in it, or one. */
function groupLength(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text !== '{') return 1;
  let depth = 0;
  for (let i = at; i < tokens.length; i++) {
    if (tokens[i]?.text === '{') depth += 1;
    if (tokens[i]?.text === '}') depth -= 1;
    if (depth === 0) return i - at + 1;
  }
  return tokens.length - at;
}

const space = /<span class="[^"]*\bmspace"[^>]*><\/span>$/;

/** KaTeX puts the space before a relation or an operation into the mark: it is moved behind, so that the mark ends with its symbol. */
export function spacesOutside(html: string): string {
  const isMark: boolean[] = [];
  let out = '';
  for (const part of html.split(/(<span[^>]*>|<\/span>)/)) {
    if (part.startsWith('<span')) isMark.push(part.includes('data-quantity'));
    const found = part === '</span>' && isMark.pop() ? (space.exec(out)?.[0] ?? '') : '';
    out = out.slice(0, out.length - found.length) + part + found;
  }
  return out;
}
