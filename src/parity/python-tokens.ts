/** Signs, strings, numbers and names of Python's notation, with the blanks before them. */
const token = /\s*(?:(\*\*|[-+*()[\],=])|'([^']*)'|"([^"]*)"|(\d+(?:\.\d*)?(?:e[-+]?\d+)?|\.\d+)|([A-Za-z_][\w.]*))/gy;

export interface Token {
  kind: 'sign' | 'text' | 'number' | 'name' | 'end';
  text: string;
}

/** @throws an Error that shows what is no token */
export function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  token.lastIndex = 0;
  let end = 0;
  for (let match = token.exec(source); match; match = token.exec(source)) {
    const [, sign, single, double, number, name] = match;
    if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else tokens.push({ kind: 'text', text: single ?? double ?? '' });
    end = token.lastIndex;
  }
  const rest = source.slice(end).trim();
  if (rest !== '') throw unreadable(source, rest);
  return tokens;
}

export const unreadable = (source: string, place: string) =>
  new SyntaxError(`the call ${source} cannot be read at ${place}`);
