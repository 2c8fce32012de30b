/** A piece of a program and what it is; plain text is nothing in particular. */
export interface Token {
  text: string;
  kind?: 'comment' | 'string' | 'number' | 'keyword';
}

const keywords =
  'and|as|assert|break|class|continue|def|del|elif|else|except|finally|for|from|global|if|import|in|is|lambda|not|or|pass|raise|return|try|while|with|yield|None|True|False';

/** One group per kind, in the order of `kinds`. Strings: triple quotes before single ones, each with its prefix. */
const pattern = new RegExp(
  [
    '(#.*)',
    String.raw`((?<!\w)[rbfRBF]{0,2}(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'))`,
    String.raw`(\b(?:0x[\da-fA-F]+|\d[\d_]*\.?\d*(?:[eE][+-]?\d+)?)\b)`,
    String.raw`\b(${keywords})\b`,
  ].join('|'),
  'g',
);

const kinds = ['comment', 'string', 'number', 'keyword'] as const;

/** Cuts Python into tokens; joined, their texts are the program again. */
export function tokensOf(program: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of program.matchAll(pattern)) {
    if (match.index > end) tokens.push({ text: program.slice(end, match.index) });
    const kind = kinds[match.slice(1).findIndex((group) => group !== undefined)];
    tokens.push(kind === undefined ? { text: match[0] } : { text: match[0], kind });
    end = match.index + match[0].length;
  }
  if (end < program.length) tokens.push({ text: program.slice(end) });
  return tokens;
}
